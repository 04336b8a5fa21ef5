import CourseKit
import Foundation

/// All versions of a lesson's functions that are kept in `Tests/Mutants`, wrong and right.
public struct LessonVersions {
  /// A version, where it stands, and what is compiled to prove it.
  public struct Entry: Sendable {
    /// The file and the line, from the course's folder on: `Tests/Mutants/…/gradCAM.swift:15`.
    public let place: String

    /// The version.
    public let version: FunctionVersion

    /// The solution with the version in the place of its function.
    public let text: String
  }

  /// The versions that can be proved.
  public private(set) var entries: [Entry] = []

  /// A sentence for each file that cannot be read, and for what is missing.
  public private(set) var faults: [String] = []

  /// Reads the versions of a lesson.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - solution: Its solution, into which the versions are put.
  ///   - course: The course.
  public init(of lesson: Lesson, solution: ExerciseSource, in course: Course) {
    let folder = "\(course.root)/Tests/Mutants/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for name in names.sorted() where name.hasSuffix(".swift") {
      let path = "\(folder)/\(name)"
      let shown = course.shown(path)
      guard let text = WholeFile.read(path) else {
        faults.append("\(shown) is not UTF-8 text; save it as UTF-8")
        continue
      }
      do {
        let versions = try solution.versions(in: text, named: String(name.dropLast(6)))
        entries += versions.map {
          Entry(place: "\(shown):\($0.line)", version: $0, text: solution.replacing(with: $0))
        }
      } catch {
        faults.append("\(shown):\(error.line): \(error.problem)")
      }
    }
    if mutantCount < 6 { faults.append("there should be at least six mutants") }
    for function in solution.functions
    where !entries.contains(where: { !$0.version.isMutant && $0.version.function == function.name })
    {
      faults.append(
        "\(function.name) should have an innocent: the same, right, written another way")
    }
  }

  /// How many of them are wrong.
  public var mutantCount: Int { entries.count { $0.version.isMutant } }

  /// How many of them are right.
  public var innocentCount: Int { entries.count - mutantCount }
}
