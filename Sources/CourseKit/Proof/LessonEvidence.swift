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
  /// What speaks against a solution: every check of every function passes.
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
        faults.append("the solution crashes in \u{201C}\(check.name)\u{201D}")
      }
      faults += check.issues.map {
        "the solution fails \u{201C}\(check.name)\u{201D}: \($0)"
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
        : "the stub is not told to be unfinished in \u{201C}\(check.name)\u{201D}: "
          + check.issues.joined(separator: "; ")
    }
  }

  /// What speaks against a mutant: some check fails, and says the words; the course is not at fault.
  ///
  /// - Parameter words: What a verdict must contain.
  /// - Returns: A sentence for each thing wrong.
  public func faultsOfMutant(words: String) -> [String] {
    var faults: [String] = []
    let issues = checks.flatMap(\.issues)
    if issues.isEmpty, checks.allSatisfy(\.hasEnded) {
      faults.append("no check finds it")
    } else if !issues.contains(where: { $0.contains(words) }) {
      let said = Set(issues.compactMap { $0.split(separator: "\n").first }).sorted()
      faults.append(
        "no verdict says \u{201C}\(words)\u{201D}, but: \(said.joined(separator: "; "))")
    }
    // What comes after a crash has not run.
    if let crashed = checks.first(where: { !$0.hasEnded }) {
      faults.append("it crashes in \u{201C}\(crashed.name)\u{201D}")
    }
    for check in checks where check.kinds.contains("course fault") {
      faults.append(
        "\u{201C}\(check.name)\u{201D} accuses itself: \(check.issues.joined(separator: "\n"))")
    }
    return faults
  }
}

/// The first line of a mutant: what is wrong with it, and what a verdict must say.
public struct MutantClaim: Equatable, Sendable {
  /// What is wrong with it, as a sentence without its full stop.
  public let mistake: String

  /// What some check's verdict must contain.
  public let words: String

  /// Reads `// The channels are added. Verdict: "the sum of the channels"`.
  ///
  /// Gives nothing where a first line is of another form.
  public init?(source: String) {
    let line = source.prefix { $0 != "\n" }
    guard line.hasPrefix("// "), line.hasSuffix("\""),
      let middle = line.firstRange(of: ". Verdict: \"")
    else { return nil }
    mistake = String(line[..<middle.lowerBound].dropFirst(3))
    words = String(line[middle.upperBound...].dropLast())
    guard !mistake.isEmpty, !words.isEmpty else { return nil }
  }
}
