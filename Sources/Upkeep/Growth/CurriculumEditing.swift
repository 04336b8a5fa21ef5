import CourseKit
import Texts

/// Puts a lesson into the list of lessons in `Package.swift`, at its place in the order of numbers.
struct CurriculumEditing {
  let manifest: String

  /// Adds a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson, which has no part yet.
  ///   - part: The title of its part, which may be new; nil for that of the lesson before it.
  ///   - needs: The libraries that it uses besides Tensors.
  /// - Returns: The manifest with its line.
  /// - Throws: A `CourseError` where the part and the number do not go together.
  func adding(_ lesson: Lesson, to part: String?, needs: [String]) throws(CourseError) -> String {
    let reading = try CurriculumReading(manifest: manifest)
    let entries = reading.entries
    let next = entries.firstIndex { entry in
      if case .lesson(let other) = entry.kind { other.number > lesson.number } else { false }
    }
    // Behind the last lesson with a smaller number; what stands between are titles of parts.
    var index = next ?? entries.count
    while index > 0, case .part = entries[index - 1].kind { index -= 1 }
    var lines = [line(of: lesson, needs: needs)]
    if let part, part != title(at: index, in: entries) {
      let known = (index..<(next ?? entries.count)).first { entries[$0].kind == .part(part) }
      if let known {
        index = known + 1
      } else {
        try refuse(part, at: index, for: lesson, in: entries)
        lines.insert("  .part(\"\(part)\"),", at: 0)
      }
    }
    let place = index < entries.count ? entries[index].firstLine : reading.lastLine
    var text = manifest.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    text.insert(contentsOf: lines, at: place - 1)
    let edited = text.joined(separator: "\n")
    guard try Curriculum(manifest: edited).lessons.contains(where: { $0.folder == lesson.folder })
    else {
      throw CourseError(
        .fault,
        "Package.swift is written in another way than usual, so write the line yourself: "
          + lines.joined(separator: "\n"))
    }
    return edited
  }

  /// The part that an entry put at an index would belong to.
  private func title(at index: Int, in entries: [CurriculumReading.Entry]) -> String? {
    for entry in entries[..<index].reversed() {
      if case .part(let title) = entry.kind { return title }
    }
    return nil
  }

  /// A new part may stand only where another begins, or at the end.
  private func refuse(
    _ part: String, at index: Int, for lesson: Lesson, in entries: [CurriculumReading.Entry]
  ) throws(CourseError) {
    let parts = entries.compactMap { entry -> String? in
      if case .part(let title) = entry.kind { title } else { nil }
    }
    let here = title(at: index, in: entries).map { "in “\($0)”" } ?? "before the first part"
    if parts.contains(part) {
      throw CourseError(
        .usage,
        "By its number \(lesson.folder) stands \(here), not in “\(part)”. Give it another number or "
          + "another part.")
    }
    if index < entries.count, case .lesson(let following) = entries[index].kind {
      let suggestion = Suggestion.sentence(for: part, among: parts)
      throw CourseError(
        .usage,
        "There is no part “\(part)”, and a new one cannot begin \(here), where \(following.folder) "
          + "follows.\(suggestion) The parts are \(parts.joined(separator: ", ")).")
    }
  }

  private func line(of lesson: Lesson, needs: [String]) -> String {
    var arguments = ["\"\(lesson.folder)\""]
    if lesson.module != Lesson(folder: lesson.folder).module {
      arguments.append("module: \"\(lesson.module)\"")
    }
    if !needs.isEmpty {
      arguments.append("needs: " + needs.map { "\"\($0)\"" }.joined(separator: ", "))
    }
    let line = "  .lesson(\(arguments.joined(separator: ", "))),"
    return line.count <= 100
      ? line : "  .lesson(\n    \(arguments.joined(separator: ", "))),"
  }
}
