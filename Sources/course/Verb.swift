import CourseKit

/// Something that `course` does, with all that its help has to say.
struct Verb: Sendable {
  /// An option that begins with two hyphens.
  struct Option: Sendable {
    /// `--timeout`.
    let name: String
    /// What stands for its value in the help, `SECONDS`; nothing where it takes none.
    let value: String?
    /// What it does.
    let meaning: String

    init(_ name: String, _ value: String? = nil, _ meaning: String) {
      self.name = name
      self.value = value
      self.meaning = meaning
    }
  }

  /// How many lessons may be named.
  enum Operands: Sendable {
    case none
    case lesson
    case lessons
  }

  let name: String
  /// One line for the list of verbs.
  let summary: String
  /// A sentence or two more.
  let detail: String
  /// Commands that can be typed, and what they do.
  let examples: [(command: String, meaning: String)]
  let operands: Operands
  let options: [Option]
  let run: @Sendable (Invocation) throws(CourseError) -> ExitCode

  init(
    _ name: String, _ summary: String, detail: String = "",
    examples: [(command: String, meaning: String)], operands: Operands = .none,
    options: [Option] = [], run: @escaping @Sendable (Invocation) throws(CourseError) -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    self.detail = detail
    self.examples = examples
    self.operands = operands
    self.options = options
    self.run = run
  }

  /// All verbs, in the order in which the help lists them.
  static let all: [Verb] = [
    .watch, .check, .status, .list, .show, .open, .hint, .run, .solution, .diff, .reset, .undo,
    .doctor, .verify, .pack,
  ]

  /// What every verb understands.
  static let common = [
    Option("--color", "WHEN", "auto, always or never; NO_COLOR is honoured as well"),
    Option("--help", nil, "what you are reading"),
  ]
}
