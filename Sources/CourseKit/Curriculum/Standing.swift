import Foundation

/// Where somebody stands in one lesson.
public enum Standing: String, Sendable {
  /// Nothing was changed yet.
  case untouched
  /// The file is no longer the stub, and has not passed.
  case begun
  /// The file passed as it is.
  case passed
  /// The file passed, and was changed since.
  case stale
}

extension Course {
  /// Where somebody stands in a lesson: no build is needed, only the file's fingerprint.
  public func standing(in lesson: Lesson, progress: CourseProgress) -> Standing {
    let contents = WholeFile.bytes(of: file(of: lesson))
    let known = progress[lesson.slug]
    if let passed = known.passed {
      return contents.map { Fingerprint($0).description } == passed ? .passed : .stale
    }
    guard let contents else { return .untouched }
    return (try? stub(of: lesson)).map { Data($0.utf8) } == contents ? .untouched : .begun
  }

  /// The first lesson that has not passed as it is now.
  public func next(progress: CourseProgress) -> Lesson? {
    curriculum.lessons.first { standing(in: $0, progress: progress) != .passed }
  }

  /// The lesson to which a folder belongs.
  public func lesson(at directory: String) -> Lesson? {
    let parts = directory.split(separator: "/").map(String.init)
    return curriculum.lessons.first { parts.contains($0.folder) }
  }
}
