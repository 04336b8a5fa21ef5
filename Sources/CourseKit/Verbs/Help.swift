import Foundation
import Texts

/// Help, with examples first: most people look for a line to type.
enum Help {
  /// The help of the whole program.
  static func overview(of verbs: [Verb], style: Style) -> String {
    var lines = [
      style.bold("Glassbox") + ": look inside neural networks, lesson by lesson.", "",
      example("./course", "watch the current exercise: save the file, see the verdict", style),
      example("./course 3", "watch lesson 3; where there is no terminal, check it", style),
      example("./course check 3", "check lesson 3 once", style),
      example("./course hint", "a hint, one more each time", style),
      example("./course run 3 --mine", "see the lesson’s pictures drawn by your own code", style),
      "", style.bold("Verbs"),
    ]
    lines += verbs.map { row($0.name, $0.summary, style) }
    if hasSolutions {
      lines += ["", style.bold("For those who work on the course")]
      lines += MaintainersVerb.allCases.map { row($0.rawValue, $0.summary, style) }
    }
    lines += [
      "",
      "A lesson is its number (3), its name or the beginning of it (vanilla), next, or a dot for",
      "the folder you are in. ./course VERB --help tells more; --version says which course this is.",
    ]
    return lines.joined(separator: "\n")
  }

  /// Whether this is a copy that can be worked on; students' copies have no solutions.
  private static var hasSolutions: Bool {
    let course = try? Course.located(
      environment: ProcessInfo.processInfo.environment,
      directory: FileManager.default.currentDirectoryPath)
    return course?.hasSolutions == true
  }

  private static func row(_ name: String, _ summary: String, _ style: Style) -> String {
    "  " + style.cyan(Wrapping.pad(name, to: 13)) + summary
  }

  /// The help of one verb.
  static func text(of verb: Verb, style: Style) -> String {
    let width = (verb.examples.map(\.command.count).max() ?? 0) + 2
    var lines = verb.examples.map { example($0.command, $0.meaning, style, width: max(30, width)) }
    lines += ["", verb.summary.prefix(1).uppercased() + verb.summary.dropFirst() + "."]
    if !verb.detail.isEmpty { lines.append(Wrapping.wrap(verb.detail, width: 90)) }
    lines += ["", style.bold("Options")]
    let options = (verb.options + Verb.common).map { option in
      (name: option.name + (option.value.map { " " + $0 } ?? ""), meaning: option.meaning)
    }
    let longest = options.map(\.name.count).max() ?? 0
    for option in options {
      lines.append("  " + style.cyan(Wrapping.pad(option.name, to: longest + 2)) + option.meaning)
    }
    return lines.joined(separator: "\n")
  }

  private static func example(
    _ command: String, _ meaning: String, _ style: Style, width: Int = 30
  ) -> String {
    "  " + style.cyan(Wrapping.pad(command, to: width)) + meaning
  }
}
