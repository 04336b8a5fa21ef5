import Texts

/// The hints of one lesson, and the function somebody needs them for.
public struct Hints {
  private let text: LessonText
  private let course: Course
  private let lesson: Lesson

  /// Reads a lesson's hints; refuses a lesson without any.
  public init(course: Course, lesson: Lesson) throws(CourseError) {
    self.course = course
    self.lesson = lesson
    text = course.text(of: lesson)
    guard text.hints.contains(where: { !$0.hints.isEmpty }) else {
      throw CourseError(
        .nothingMatched,
        "\(lesson.slug) has no hints. \(course.shown(course.textFile(of: lesson))) has the steps.")
    }
  }

  /// The hints of a function, weakest first.
  public func hints(of function: String) -> [LessonText.Hint] {
    text.hints.first { $0.function == function }?.hints ?? []
  }

  /// The function that was named, or the first one that is not right yet as far as is known.
  public func function(named name: String?, progress: CourseProgress) throws(CourseError) -> String
  {
    let names = text.hints.filter { !$0.hints.isEmpty }.map(\.function)
    if let name {
      if let match = names.first(where: { $0 == name || $0.hasPrefix(name) }) { return match }
      let suggestion = Suggestion.sentence(for: name, among: names)
      throw CourseError(
        .usage,
        "\(lesson.slug) has no function “\(name)”.\(suggestion) It has "
          + names.joined(separator: ", ") + ".")
    }
    let failing = progress[lesson.slug].failing
    return names.first { failing.contains($0) } ?? firstUnwritten(of: names) ?? names[0]
  }

  /// The first function whose body is still the stub's.
  private func firstUnwritten(of names: [String]) -> String? {
    guard let text = try? course.learnerText(of: lesson), let source = try? ExerciseSource(text)
    else { return nil }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return names.first { name in
      guard let function = source.functions.first(where: { $0.name == name }) else { return false }
      return lines[(function.line - 1)..<min(function.lastLine, lines.count)]
        .contains { $0.contains("throw Unfinished()") }
    }
  }
}
