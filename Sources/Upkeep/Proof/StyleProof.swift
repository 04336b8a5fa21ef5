import CourseKit
import Foundation

/// Whether Swift files keep to the style, as the formatter sees it.
struct StyleProof {
  let course: Course
  let ingredients: Ingredients
  let memory: ProvedEarlier

  /// Looks at files that are not known to be good.
  ///
  /// - Parameter paths: The files, from the course's folder on.
  /// - Returns: What the formatter says, and how many files it need not look at.
  /// - Throws: A `CourseError` where it was interrupted.
  func result(for paths: [String]) throws(CourseError) -> (faults: [String], recalled: Int) {
    let asked = paths.filter { memory.fact(of: question(about: $0)) == nil }
    guard !asked.isEmpty else { return ([], paths.count) }
    var command = Command(
      "swift",
      [
        "format", "lint", "--strict", "--parallel", "--configuration",
        course.root + "/.swift-format",
      ] + asked.map { "\(course.root)/\($0)" })
    command.timeout = 300
    let outcome = try command.run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    let lines = (outcome.errors.text + outcome.output.text).split(separator: "\n")
      .filter { $0.contains(": error: ") || $0.contains(": warning: ") }
      .map { String($0).replacing(course.root + "/", with: "") }
    guard outcome.succeeded || !lines.isEmpty else { return ([outcome.errors.text], 0) }
    for path in asked where !lines.contains(where: { $0.hasPrefix(path + ":") }) {
      memory.remember(question(about: path), "")
    }
    return (lines, paths.count - asked.count)
  }

  private func question(about path: String) -> String {
    let rules = WholeFile.read(course.root + "/.swift-format") ?? ""
    return "style " + ingredients.hash(ofFile: path, and: rules)
  }
}
