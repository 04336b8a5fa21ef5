import Foundation
import Texts

/// One start of `course`: what was typed, and where text goes.
package struct Invocation: Sendable {
  /// The lessons that were named, as they were typed.
  package var operands: [String] = []
  /// Options that were given, with their value, or an empty one.
  package var options: [String: String] = [:]
  /// How text looks on standard output.
  package var style: Style
  /// How text looks on standard error.
  package var errorStyle: Style

  /// Reads what follows the verb.
  package static func parse(_ words: [String], for verb: Verb) throws(CourseError) -> Invocation {
    var result = Invocation(style: Style(isColoured: false), errorStyle: Style(isColoured: false))
    let known = verb.options + Verb.common
    var rest = words[...]
    while let word = rest.popFirst() {
      guard word.hasPrefix("-"), word != "-" else {
        result.operands.append(word)
        continue
      }
      let pieces = word.split(separator: "=", maxSplits: 1).map(String.init)
      let name = pieces[0] == "-h" ? "--help" : pieces[0]
      guard let option = known.first(where: { $0.name == name }) else {
        let suggestion = Suggestion.sentence(for: name, among: known.map(\.name))
        throw CourseError(
          .usage,
          "course \(verb.name) has no option \(name).\(suggestion) "
            + "./course \(verb.name) --help lists them.")
      }
      if let value = option.value {
        guard let given = pieces.count > 1 ? pieces[1] : rest.popFirst() else {
          throw CourseError(.usage, "\(name) needs a value: \(name) \(value).")
        }
        result.options[name] = given
      } else if pieces.count > 1 {
        throw CourseError(.usage, "\(name) takes no value, so leave out “=\(pieces[1])”.")
      } else {
        result.options[name] = ""
      }
    }
    try result.check(against: verb)
    return result
  }

  private mutating func check(against verb: Verb) throws(CourseError) {
    if options["--help"] != nil { return }
    let limit =
      switch verb.operands {
      case .none: 0
      case .lesson: 1
      case .lessons: Int.max
      case .words(let count): count
      }
    if operands.count > limit {
      throw CourseError(
        .usage,
        limit == 0
          ? "course \(verb.name) takes nothing more, but got “\(operands[0])”."
          : "course \(verb.name) takes \(limit == 1 ? "one lesson" : "\(limit) words"), but got "
            + "\(operands.count): "
            + operands.joined(separator: ", ") + ".")
    }
    let environment = ProcessInfo.processInfo.environment
    guard let choice = ColourChoice(rawValue: options["--color"] ?? "auto") else {
      throw CourseError(
        .usage, "--color \(options["--color"] ?? "") is unknown; it is auto, always or never.")
    }
    style = Style(
      isColoured: choice.isColoured(
        onTerminal: Terminal.isTerminal(STDOUT_FILENO), environment: environment))
    errorStyle = Style(
      isColoured: choice.isColoured(
        onTerminal: Terminal.isTerminal(STDERR_FILENO), environment: environment))
  }

  /// Whether an option was given.
  package func has(_ option: String) -> Bool { options[option] != nil }

  /// Whether one document for programs is wanted instead of text for people.
  package var wantsJSON: Bool { has("--json") }

  /// Where people's text goes: standard error, if a document goes to standard output.
  package func say(_ text: String) {
    Terminal.write(text + "\n", to: wantsJSON ? STDERR_FILENO : STDOUT_FILENO)
  }

  /// Writes a document for programs.
  package func write(_ document: JSONValue) { Terminal.write(document.text + "\n") }

  /// Writes a remark that is not the answer.
  package func remark(_ text: String) {
    Terminal.write(errorStyle.yellow(text) + "\n", to: STDERR_FILENO)
  }

  /// How many columns text may take: what the terminal has, but no more than is good to read.
  package var width: Int { min(100, max(30, Terminal.size().columns)) }

  /// The course that this folder belongs to.
  package func course() throws(CourseError) -> Course {
    try Course.located(
      environment: ProcessInfo.processInfo.environment,
      directory: FileManager.default.currentDirectoryPath)
  }

  /// Progress, after telling if the file had to be put aside.
  package func progress(of course: Course) -> CourseProgress {
    let (progress, notice) = course.progressFile.read()
    if let notice { remark(Wrapping.wrap(notice, width: width)) }
    return progress
  }

  /// The lessons that were named; the next one where none was.
  package func lessons(of course: Course) throws(CourseError) -> [Lesson] {
    let progress = progress(of: course)
    var lessons: [Lesson] = []
    for word in operands.isEmpty ? ["."] : operands {
      lessons.append(try lesson(word, of: course, progress: progress))
    }
    return lessons
  }

  /// The one lesson that was named; that of the current folder, or the next one, where none was.
  package func lesson(of course: Course) throws(CourseError) -> Lesson {
    try lessons(of: course)[0]
  }

  private func lesson(
    _ word: String, of course: Course, progress: CourseProgress
  ) throws(CourseError) -> Lesson {
    // The launcher changes no folder, so this is where it was typed.
    let here = course.lesson(at: FileManager.default.currentDirectoryPath)
    if operands.isEmpty {
      if let lesson = here ?? course.next(progress: progress) ?? course.curriculum.lessons.last {
        return lesson
      }
    }
    return try course.curriculum.lesson(
      word, next: { course.next(progress: progress) }, here: { here })
  }
}
