/// What became of one check.
public enum CheckOutcome: String, Sendable, CaseIterable {
  case passed
  /// The function still throws `Unfinished`.
  case unfinished
  /// Another function it needs still throws `Unfinished`: no failure of its own.
  case waiting
  /// A mistake that the check knows by name.
  case mistake
  case failed
  case crashed
  /// Did not end in time.
  case endless
  /// Left out, because an earlier check of the same function did not end.
  case skipped
  /// The course itself is wrong, never the learner.
  case courseFault
}

/// One check's result, as text for people.
public struct CheckResult: Equatable, Sendable {
  /// The function that is checked, `heat(from:)`.
  public let function: String
  /// The check's sentence.
  public let name: String
  /// What became of it.
  public var outcome: CheckOutcome
  /// One sentence that says what is wrong; empty where all is well.
  public var message = ""
  /// More lines, shown as they are.
  public var details: [String] = []
  /// What the learner's code printed meanwhile.
  public var prints = ""
  /// The line in the learner's file where it crashed.
  public var line: Int?

  /// Creates a result without details.
  public init(function: String, name: String, outcome: CheckOutcome) {
    self.function = function
    self.name = name
    self.outcome = outcome
  }

  /// The function in the id of a check, ``FirstLookChecks.`heat(from:)`/`a sentence`()/…``.
  static func function(in id: String) -> String {
    var text = id.drop { $0 != "." }.dropFirst()
    if text.first == "`" {
      text = text.dropFirst().prefix { $0 != "`" }
    } else {
      text = text.prefix { $0 != "/" }
    }
    return String(text)
  }

  /// Reads an issue's text: `[kind] sentence`, then details.
  mutating func read(issue: String) {
    var lines = issue.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let first = lines.removeFirst()
    let marks: [(String, CheckOutcome)] = [
      ("[unfinished] ", .unfinished), ("[waiting] ", .waiting), ("[mistake] ", .mistake),
      ("[failed] ", .failed), ("[course fault] ", .courseFault),
    ]
    let mark = marks.first { first.hasPrefix($0.0) }
    outcome = mark?.1 ?? .failed
    message = String(first.dropFirst(mark?.0.count ?? 0))
    while lines.last?.isEmpty == true { lines.removeLast() }
    details = lines
  }
}

/// All that one look at an exercise found.
public struct CheckReport: Sendable {
  /// The lesson.
  public let lesson: Lesson
  /// The results by function, in the exercise's order.
  public var results: [CheckResult] = []
  /// The compiler's errors in the learner's file; then nothing was run.
  public var errors: [String] = []
  /// What is to be said beside the verdict: that it could not be kept.
  public var notice = ""
  /// Seconds from the start to the verdict.
  public var seconds = 0.0
  /// How many checks there are.
  public var planned: Int { results.count }

  /// Creates an empty report.
  public init(lesson: Lesson) {
    self.lesson = lesson
  }

  /// The results of each function, in order.
  public var functions: [(name: String, results: [CheckResult])] {
    var names: [String] = []
    for result in results where !names.contains(result.function) { names.append(result.function) }
    return names.map { name in (name, results.filter { $0.function == name }) }
  }

  /// How many checks had one of some outcomes.
  public func count(_ outcomes: CheckOutcome...) -> Int {
    results.count { outcomes.contains($0.outcome) }
  }

  /// Whether there was something to pass, and all of it passed.
  public var hasPassed: Bool {
    errors.isEmpty && !results.isEmpty && results.allSatisfy { $0.outcome == .passed }
  }

  /// Whether nobody has begun it: every check met a function that is still to be written.
  public var isUntouched: Bool {
    errors.isEmpty && !results.isEmpty
      && results.allSatisfy { [.unfinished, .waiting].contains($0.outcome) }
  }

  /// How `course check` ends for it.
  public var exitCode: ExitCode {
    if count(.courseFault) > 0 { return .fault }
    return hasPassed ? .passed : errors.isEmpty && results.isEmpty ? .nothingMatched : .notPassing
  }
}
