import CourseKit
import Texts

/// The hints somebody has asked for, as text; asking for one more is remembered.
struct HintText {
  let course: Course
  let lesson: Lesson
  let style: Style
  let width: Int

  /// The hints up to the next one.
  ///
  /// - Parameters:
  ///   - name: The function to be helped with, if one was named.
  ///   - again: Whether only those are shown that were shown before.
  ///   - progress: What was shown so far.
  /// - Returns: The text.
  /// - Throws: A `CourseError` where there is no such function, or no hint.
  func text(
    function name: String?, again: Bool, progress: CourseProgress
  ) throws(CourseError) -> String {
    let hints = try Hints(course: course, lesson: lesson)
    let name = try hints.function(named: name, progress: progress)
    let all = hints.hints(of: name)
    let seen = min(progress[lesson.slug].hints(of: name), all.count)
    let count = again ? seen : min(seen + 1, all.count)
    if count == 0 {
      return "You have seen no hint for \(name) yet. ./course hint shows the first."
    }
    let notice = course.progressFile.keeping { progress in
      var known = progress[lesson.slug]
      known.setHints(count, of: name)
      progress[lesson.slug] = known
    }
    let markdown = course.markdown(of: lesson, style: style, width: width)
    var lines = [style.bold("\(lesson.number) \(lesson.slug): \(name)")]
    // The ones before are repeated, since the last builds on them.
    for (index, hint) in all.prefix(count).enumerated() {
      let title = "Hint \(index + 1) of \(all.count)"
      lines += ["", index == count - 1 ? style.bold(title) : style.dim(title)]
      lines.append(markdown.rendered(hint.text))
    }
    lines.append("")
    if count < all.count {
      lines.append(style.dim("./course hint shows one more."))
    } else if count == seen, !again {
      lines.append(
        """
        That was all. What else helps: the worked example in \
        \(course.shown(course.textFile(of: lesson))).
        ./course solution \(lesson.slug) --give-up shows the reference.
        """)
    } else {
      lines.append(style.dim("That was the last one."))
    }
    if let notice { lines += ["", Wrapping.wrap(notice, width: width)] }
    return lines.joined(separator: "\n")
  }
}
