/// Something that a program of the course does, with all that its help has to say.
package struct Verb: Sendable {
  /// An option that begins with two hyphens.
  package struct Option: Sendable {
    /// `--timeout`.
    package let name: String
    /// What stands for its value in the help, `SECONDS`; nothing where it takes none.
    package let value: String?
    /// What it does.
    package let meaning: String

    package init(_ name: String, _ value: String? = nil, _ meaning: String) {
      self.name = name
      self.value = value
      self.meaning = meaning
    }
  }

  /// What may be named: lessons, or other words, at most so many.
  package enum Operands: Sendable {
    case none
    case lesson
    case lessons
    case words(Int)
  }

  package let name: String
  /// One line for the list of verbs.
  package let summary: String
  /// A sentence or two more.
  package let detail: String
  /// Commands that can be typed, and what they do.
  package let examples: [(command: String, meaning: String)]
  package let operands: Operands
  package let options: [Option]
  package let run: @Sendable (Invocation) throws(CourseError) -> ExitCode

  package init(
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

  /// Creates a verb of those who work on the course.
  package init(
    _ verb: MaintainersVerb, detail: String, examples: [(command: String, meaning: String)],
    operands: Operands = .none, options: [Option] = [],
    run: @escaping @Sendable (Invocation) throws(CourseError) -> ExitCode
  ) {
    self.init(
      verb.rawValue, verb.summary, detail: detail, examples: examples, operands: operands,
      options: options, run: run)
  }

  /// What every verb understands.
  package static let common = [
    Option("--color", "WHEN", "auto, always or never; NO_COLOR is honoured as well"),
    Option("--help", nil, "what you are reading"),
  ]
}
