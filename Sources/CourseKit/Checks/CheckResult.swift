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
  /// The line in the learner's file where it crashed, or where it says that it is unfinished.
  public var line: Int?
  /// The known mistake that it looks like, for certain as far as all checks of the function tell.
  public var mistake: String?
  /// The known mistakes that this check would have seen, and has not.
  var unlike: [String] = []
  /// The function without which this check says nothing.
  public var waitsFor: String?

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

  /// Whether what the function did was wrong, whosever fault that is.
  var isWrong: Bool { [.failed, .mistake, .crashed, .endless].contains(outcome) }

  /// What is said of a value that is wrong in no way with a name.
  package static let unnamed = "not what it should be"

  /// Reads an issue's text: `[kind] sentence`, then details and what it is unlike.
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
    let opening = "[unlike] "
    unlike = lines.filter { $0.hasPrefix(opening) }.map { String($0.dropFirst(opening.count)) }
    lines.removeAll { $0.hasPrefix(opening) }
    while lines.last?.isEmpty == true { lines.removeLast() }
    details = lines
    switch outcome {
    case .mistake: mistake = String(message.trimmingPrefix("looks like "))
    case .waiting:
      let name = message.trimmingPrefix("for ")
      waitsFor = String(name[..<(name.firstRange(of: ", which")?.lowerBound ?? name.endIndex)])
    default: break
    }
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
  /// The function that is shown in full, and helped with: of those that fail, the one changed last.
  public internal(set) var focus: String?
  /// The lines of the functions in the file that was checked.
  public internal(set) var lines: [String: Int] = [:]
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

  /// The function that somebody is at: the one changed last of those that fail, or the first.
  ///
  /// One that waits leads to the one it waits for.
  ///
  /// - Parameter lastEdit: When a function was changed, as a number that grows.
  /// - Returns: Its name; nil where none fails.
  func focus(lastEdit: (String) -> Int) -> String? {
    let failing = functions.filter { !$0.results.allSatisfy { $0.outcome == .passed } }
    let begun = failing.filter { !$0.results.contains { $0.outcome == .unfinished } }
    let latest = begun.map { lastEdit($0.name) }.max()
    let changed = begun.filter { lastEdit($0.name) == latest }
    func awaited(_ results: [CheckResult]) -> String? {
      results.contains(where: \.isWrong) ? nil : results.compactMap(\.waitsFor).first
    }
    var chosen = changed.first { awaited($0.results) == nil } ?? changed.first ?? failing.first
    for _ in failing {
      guard let other = chosen.flatMap({ awaited($0.results) }),
        let next = failing.first(where: { $0.name == other })
      else { break }
      chosen = next
    }
    return chosen?.name
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
