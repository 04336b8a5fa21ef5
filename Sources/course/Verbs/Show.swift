import CourseKit
import Texts

extension Verb {
  static let show = Verb(
    "show", "what the exercise asks for",
    examples: [
      ("./course show", "the exercise you are at"), ("./course show 3", "that of lesson 3"),
      ("./course show 3 --lesson", "the whole lesson’s text"),
    ],
    operands: .lesson,
    options: [Option("--lesson", nil, "the whole lesson instead of its exercise")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let text = course.text(of: lesson)
    let style = invocation.style
    let markdown = course.markdown(of: lesson, style: style, width: invocation.width)
    if invocation.has("--lesson") {
      guard let whole = WholeFile.read(course.textFile(of: lesson)) else {
        throw CourseError(.fault, "\(course.shown(course.textFile(of: lesson))) is not there.")
      }
      invocation.say(markdown.rendered(whole))
      return .passed
    }
    func link(_ path: String) -> String {
      style.link(style.cyan(course.shown(path)), toFile: path)
    }
    let title = text.title.isEmpty ? lesson.slug : text.title
    var lines = [style.bold("\(lesson.number) \(title)")]
    if !text.claim.isEmpty { lines.append(Wrapping.wrap(text.claim, width: invocation.width)) }
    let functions = course.functions(of: lesson)
    if text.exercise.isEmpty {
      lines += [""] + functions.map { "  \(style.cyan($0.name))  \($0.summary)" }
    } else {
      lines += ["", markdown.rendered(text.exercise)]
    }
    lines += [
      "",
      "You write in  " + link(course.file(of: lesson)),
      "The lesson is " + link(course.textFile(of: lesson)),
    ]
    invocation.say(lines.joined(separator: "\n"))
    return .passed
  }
}
