import CourseKit
import Foundation

/// Places in a lesson's files where somebody has still to write what it is about.
enum UnfinishedPlaces {
  /// The word by which they are found; `new` lays it into every file.
  static let mark = "TODO"

  /// Where a lesson is unfinished.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - inventory: The files of the course.
  ///   - course: The course.
  /// - Returns: A sentence for each line with the mark.
  static func faults(
    of lesson: Lesson, in inventory: Inventory, of course: Course
  ) -> [String] {
    let folders = ["lessons", "solutions", "exercises/Tests", "Tests/Mutants"]
      .map { "\($0)/\(lesson.folder)/" }
    return inventory.hashes.keys.sorted().flatMap { path -> [String] in
      guard folders.contains(where: path.hasPrefix),
        [".swift", ".md"].contains(where: path.hasSuffix)
      else { return [] }
      let lines = (WholeFile.read("\(course.root)/\(path)") ?? "")
        .split(separator: "\n", omittingEmptySubsequences: false)
      return lines.enumerated().filter { $0.element.contains(mark) }.map { index, line in
        "\(path):\(index + 1): \(line.trimmingCharacters(in: .whitespaces).prefix(100))"
      }
    }
  }
}
