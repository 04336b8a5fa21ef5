import CourseKit
import Foundation

/// The folders that every lesson has; no other may stand beside them.
public enum LessonPlaces {
  /// Where a lesson has a folder of its name.
  static let parents = [
    "lessons", "solutions", "exercises", "exercises/Tests", "exercises/Demos", "Tests/Mutants",
  ]

  /// Those that `make` writes from the others.
  private static let made: Set = ["exercises", "exercises/Demos"]

  /// What stands in those folders and belongs to no lesson.
  private static let others: Set = [
    "lessons/\(Lesson.comparison.folder)", "exercises/Tests", "exercises/Demos",
  ]

  /// Folders without a line in the curriculum, and lines without their folders.
  ///
  /// - Parameter course: The course.
  /// - Returns: A sentence for each.
  public static func faults(in course: Course) -> [String] {
    let known = Set(course.curriculum.lessons.map(\.folder))
    return parents.flatMap { parent in
      strays(in: parent, of: course, beside: known).map {
        "\(parent)/\($0) has no line in the curriculum: write .lesson(\"\($0)\") into Package.swift, "
          + "or take the folder away"
      }
    } + course.curriculum.lessons.flatMap { missing(of: $0, in: course) }
  }

  /// The folders that a lesson of the curriculum lacks; a sentence each.
  static func missing(of lesson: Lesson, in course: Course) -> [String] {
    parents.filter { !isFolder("\(course.root)/\($0)/\(lesson.folder)") }.map { parent in
      let place = "\(parent)/\(lesson.folder)"
      return made.contains(parent)
        ? "\(place) is not there: ./course make writes it"
        : "\(place) is not there, and the curriculum has a line for it: lay the folder, or take the "
          + "line out of Package.swift; a lesson is whole or absent"
    }
  }

  private static func strays(
    in parent: String, of course: Course, beside known: Set<String>
  ) -> [String] {
    let folder = "\(course.root)/\(parent)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().filter { name in
      // A link that leads nowhere is no folder, and as much in the way.
      !name.hasPrefix(".") && !known.contains(name) && !others.contains("\(parent)/\(name)")
        && (isFolder("\(folder)/\(name)") || isLink("\(folder)/\(name)")) && name != "Package.swift"
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isLink(_ path: String) -> Bool {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
  }
}
