/// What became of the checks of one lesson on one version of its file.
public struct LessonEvidence: Equatable, Sendable {
  /// What became of one check.
  public struct Check: Equatable, Sendable {
    /// The function it belongs to: `heat(from:)`.
    public let function: String

    /// The check's sentence.
    public let name: String

    /// Whether it came to its end; one that did not has crashed or was ended.
    public var hasEnded = false

    /// The texts of its issues, none where it passed.
    public var issues: [String] = []

    /// Names a check that has not run.
    public init(function: String, name: String, hasEnded: Bool = false, issues: [String] = []) {
      self.function = function
      self.name = name
      self.hasEnded = hasEnded
      self.issues = issues
    }

    /// The word in brackets that an issue of ours begins with.
    var kinds: [String] {
      issues.map { issue in
        issue.hasPrefix("[") ? String(issue.dropFirst().prefix { $0 != "]" }) : "failed"
      }
    }
  }

  /// All checks that there are, whether they ran or not.
  public var checks: [Check]

  /// Gathers what became of the checks.
  public init(checks: [Check]) {
    self.checks = checks
  }
}

extension LessonEvidence {
  /// What speaks against a solution, or against an innocent: every check of every function passes.
  ///
  /// - Parameter functions: The names of the exercise's functions, in order.
  /// - Returns: A sentence for each thing wrong.
  public func faultsOfSolution(functions: [String]) -> [String] {
    var faults: [String] = []
    for function in functions where !checks.contains(where: { $0.function == function }) {
      faults.append("\(function) has no checks: name a suite `\(function)`")
    }
    for check in checks {
      if !functions.contains(check.function) {
        faults.append(
          "the check \u{201C}\(check.name)\u{201D} belongs to \(check.function), "
            + "which is no function of the exercise")
      }
      if !check.hasEnded {
        faults.append("it crashes in \u{201C}\(check.name)\u{201D}")
      }
      faults += check.issues.map {
        "it fails \u{201C}\(check.name)\u{201D}: \($0)"
      }
    }
    return faults
  }

  /// What speaks against an untouched exercise: every check is unfinished or waits for another.
  public func faultsOfStub() -> [String] {
    checks.compactMap { check in
      if !check.hasEnded { return "the stub crashes in \u{201C}\(check.name)\u{201D}" }
      if check.issues.isEmpty { return "the stub passes \u{201C}\(check.name)\u{201D}" }
      let isHonest = check.kinds.allSatisfy { $0 == "unfinished" || $0 == "waiting" }
      return isHonest
        ? nil
        : "the stub is not called unfinished in \u{201C}\(check.name)\u{201D}: "
          + check.issues.joined(separator: "; ")
    }
  }

  /// What speaks against a mutant: its function's checks fail, one of them with the words, and all
  /// come to their end; the course is not at fault.
  ///
  /// The checks of other functions may fail or crash: those functions may call the wrong one.
  ///
  /// - Parameters:
  ///   - function: The function that is wrong.
  ///   - words: What a verdict of its checks must contain.
  /// - Returns: A sentence for each thing wrong.
  public func faultsOfMutant(of function: String, words: String) -> [String] {
    var faults: [String] = []
    let own = checks.filter { $0.function == function }
    let issues = own.flatMap(\.issues)
    if issues.isEmpty, own.allSatisfy(\.hasEnded) {
      let others = Set(checks.filter { !$0.issues.isEmpty }.map(\.function)).sorted()
      faults.append(
        others.isEmpty
          ? "no check finds it"
          : "no check of \(function) finds it, only of \(others.joined(separator: ", "))")
    } else if !issues.contains(where: { $0.contains(words) }) {
      let said = Set(issues.compactMap { $0.split(separator: "\n").first }).sorted()
      faults.append(
        "no verdict says \u{201C}\(words)\u{201D}, but: \(said.joined(separator: "; "))")
    }
    // What comes after a crash has not run.
    if let crashed = own.first(where: { !$0.hasEnded }) {
      faults.append("it crashes in \u{201C}\(crashed.name)\u{201D}")
    }
    for check in checks where check.kinds.contains("course fault") {
      faults.append(
        "\u{201C}\(check.name)\u{201D} accuses itself: \(check.issues.joined(separator: "\n"))")
    }
    return faults
  }
}
