import CourseKit

extension Verb {
  static let hint = Verb(
    "hint", "a hint, one more each time",
    detail: """
      Hints go from a question to nearly the answer. They are for the function that the last check \
      showed in full, which is the one you changed last of those that fail, unless --function \
      names another.
      """,
    examples: [
      ("./course hint", "one more hint for the function you are at"),
      ("./course hint 3 --function saliency", "for that function"),
      ("./course hint --again", "the hints you have seen"),
    ],
    operands: .lesson,
    options: [
      Option("--function", "NAME", "the function to be helped with"),
      Option("--again", nil, "show again what was shown, and nothing more"),
    ]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let hints = HintText(
      course: course, lesson: lesson, style: invocation.style, width: invocation.width)
    invocation.say(
      try hints.text(
        function: invocation.options["--function"], again: invocation.has("--again"),
        progress: invocation.progress(of: course)))
    return .passed
  }
}
