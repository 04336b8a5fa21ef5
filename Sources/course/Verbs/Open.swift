import CourseKit
import Foundation

extension Verb {
  static let open = Verb(
    "open", "open the exercise in your editor",
    detail: "The editor is what VISUAL or EDITOR names; without one, code, if it is there.",
    examples: [
      ("./course open 3", "the file you write in"),
      ("./course open 3 --lesson", "the lesson’s text"),
    ],
    operands: .lesson, options: [Option("--lesson", nil, "the lesson’s text instead")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let path =
      invocation.has("--lesson") ? course.textFile(of: lesson) : course.file(of: lesson)
    let environment = ProcessInfo.processInfo.environment
    let named = [environment["VISUAL"], environment["EDITOR"]].compactMap { $0 }
      .first { !$0.isEmpty }
    guard let editor = named ?? (Executable.path(of: "code") == nil ? nil : "code") else {
      throw CourseError(
        .usage,
        "No editor is known; the file is \(course.shown(path)). "
          + "Name one for good: export EDITOR=nano")
    }
    // An editor may come with options, so a shell takes it apart.
    let command = Command("/bin/sh", ["-c", "exec \(editor) \"$0\"", path])
    switch try command.runOnTerminal() {
    case .exit(0): return .passed
    case .exit(127), .exit(126):
      throw CourseError(.usage, "“\(editor)” cannot be started. Set EDITOR to one that can.")
    case .interrupted: throw CourseError(.interrupted, "Interrupted.")
    case .exit, .signal, .timedOut: return .notPassing
    }
  }
}
