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

  /// How many checks of a lesson passed when it was last checked, and how many there are.
  ///
  /// Those of a lesson that was never checked are counted in its files.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - standing: Where somebody stands in it: an untouched file passes nothing.
  ///   - known: What the last check left.
  /// - Returns: Both numbers.
  public func checks(
    of lesson: Lesson, standing: Standing, known: LessonProgress
  ) -> (passed: Int, all: Int) {
    guard standing != .untouched, let passing = known.passing, let all = known.checks else {
      return (0, known.checks ?? checkCount(of: lesson))
    }
    return (passing, all)
  }

  /// How many checks a lesson has, by the marks in their files.
  private func checkCount(of lesson: Lesson) -> Int {
    let folder = "\(root)/exercises/Tests/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let mark = Data("@Test".utf8)
    return names.filter { $0.hasSuffix(".swift") }.reduce(0) { sum, name in
      let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
      var (count, rest) = (0, data[...])
      while let found = rest.range(of: mark) {
        count += 1
        rest = rest[found.upperBound...]
      }
      return sum + count
    }
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
