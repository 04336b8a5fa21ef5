/// What stops a verb: one sentence that names the thing and says what to do, and the exit code.
public struct CourseError: Error, Equatable, CustomStringConvertible {
  /// Whose turn it is, from which the exit code follows.
  public enum Kind: Sendable {
    /// An unknown verb, option or lesson.
    case usage
    /// The course itself, or the machine it runs on, is at fault.
    case fault
    /// A lesson that exists, but in which nothing matched.
    case nothingMatched
    /// The learner's work does not pass, or not yet.
    case notPassing
    /// Somebody pressed Ctrl-C.
    case interrupted
  }

  /// Whose turn it is.
  public let kind: Kind

  /// One sentence or two, without a trailing newline.
  public let description: String

  /// Creates an error of one kind with the sentence that people read.
  public init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  /// The exit code that scripts rely on.
  public var exitCode: ExitCode {
    switch kind {
    case .usage: .usage
    case .fault: .fault
    case .nothingMatched: .nothingMatched
    case .notPassing: .notPassing
    case .interrupted: .interrupted
    }
  }
}

/// How `course` ends: scripts and graders decide by these numbers.
public enum ExitCode: Int32, Sendable {
  /// All that was asked for passed.
  case passed = 0
  /// The learner's work is not passing yet.
  case notPassing = 1
  /// An unknown verb, option or lesson.
  case usage = 2
  /// The course's own fault, never the learner's.
  case fault = 3
  /// A known lesson in which nothing matched.
  case nothingMatched = 4
  /// Ctrl-C, or the signal that ends a program.
  case interrupted = 130
}
