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

  /// The function that was named, or the one that somebody is at as far as the last check knew.
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
    // Of a file that is untouched again the last check knows nothing.
    if course.standing(in: lesson, progress: progress) == .untouched { return names[0] }
    let known = progress[lesson.slug]
    return [known.focus].compactMap { $0 }.first(where: names.contains)
      ?? names.first(where: known.failing.contains) ?? firstUnwritten(of: names) ?? names[0]
  }

  /// The first function whose body is still the stub's.
  private func firstUnwritten(of names: [String]) -> String? {
    guard let text = try? course.learnerText(of: lesson) else { return nil }
    return names.first(where: LearnerSource(text, functions: names).isUnwritten)
  }
}
