import CourseKit
import Texts

extension Verb {
  static let solution = Verb(
    "solution", "the reference, once yours has passed",
    examples: [
      ("./course solution 3", "the reference of lesson 3, after it has passed"),
      ("./course solution 3 --give-up", "now"),
    ],
    operands: .lesson, options: [giveUp]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    invocation.say(try releasedSolution(of: lesson, course: course, invocation: invocation))
    return .passed
  }

  static let diff = Verb(
    "diff", "your file beside the reference, once yours has passed",
    examples: [
      ("./course diff 3", "what the reference does differently"),
      ("./course diff 3 --give-up", "now"),
    ],
    operands: .lesson, options: [giveUp]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let lesson = try invocation.lesson(of: course)
    let reference = try releasedSolution(of: lesson, course: course, invocation: invocation)
    var own = try course.learnerText(of: lesson)
    // Only the exercise needs it, for the word Unfinished.
    if !reference.contains("import Explanations\n") {
      own.replace("import Explanations\n", with: "")
    }
    let lines = LineDifference.unified(from: own, to: reference, context: 3)
    let style = invocation.style
    if lines.isEmpty {
      invocation.say("Yours is the reference, letter by letter.")
    } else {
      invocation.say(style.dim("- yours    + the reference"))
      for line in lines.map(Printable.cleaned) {
        let isHeading = line.hasPrefix("@")
        invocation.say(
          isHeading
            ? style.cyan(line)
            : line.hasPrefix("-")
              ? style.red(line) : line.hasPrefix("+") ? style.green(line) : line)
      }
    }
    return .passed
  }

  private static let giveUp = Option("--give-up", nil, "show it although yours has not passed")

  /// The reference, if it may be shown.
  private static func releasedSolution(
    of lesson: Lesson, course: Course, invocation: Invocation
  ) throws(CourseError) -> String {
    guard let text = WholeFile.read(course.solutionFile(of: lesson)) else {
      throw CourseError(
        .nothingMatched,
        "This copy of the course has no solutions. The hints have more to say: ./course hint "
          + lesson.slug)
    }
    let progress = invocation.progress(of: course)
    let known = progress[lesson.slug]
    if invocation.has("--give-up") {
      let notice = course.progressFile.keeping { progress in
        var known = progress[lesson.slug]
        if known.passed == nil { known.gaveUp = true }
        progress[lesson.slug] = known
      }
      if let notice { invocation.remark(Wrapping.wrap(notice, width: invocation.width)) }
    } else if known.passed == nil, !known.gaveUp {
      throw CourseError(
        .notPassing,
        "The reference is shown when your own has passed. Stuck? ./course hint \(lesson.slug) "
          + "helps; ./course solution \(lesson.slug) --give-up shows it now.")
    }
    return text
  }
}
