import CourseKit
import Foundation

/// Proves several lessons at once, a core each, and tells of them in their order.
///
/// Everything here is guarded by one lock, the closures included, so that whoever is told need not
/// know of threads.
final class LessonProofs: @unchecked Sendable {
  private let course: Course
  private let lessons: [Lesson]
  private let report: (Result<LessonProof.Finding, CourseError>) -> Void
  private let lock = NSLock()
  private var results: [[Result<LessonProof.Finding, CourseError>]?]
  private var told = 0

  /// Prepares the proofs.
  ///
  /// - Parameters:
  ///   - lessons: The lessons.
  ///   - course: The course, which has been built with its tests.
  ///   - report: Is handed each finding, or why a lesson could not be proved.
  init(
    lessons: [Lesson], course: Course,
    report: @escaping (Result<LessonProof.Finding, CourseError>) -> Void
  ) {
    self.lessons = lessons
    self.course = course
    self.report = report
    results = Array(repeating: nil, count: lessons.count)
  }

  /// Proves them all.
  func run() {
    DispatchQueue.concurrentPerform(iterations: lessons.count) { index in
      var findings: [Result<LessonProof.Finding, CourseError>] = []
      do throws(CourseError) {
        var proof = try LessonProof(lesson: lessons[index], course: course) {
          findings.append(.success($0))
        }
        try proof.prove()
      } catch {
        findings.append(.failure(error))
      }
      finish(index, findings)
    }
  }

  /// Tells of all lessons up to the first that is not proved yet.
  private func finish(_ index: Int, _ findings: [Result<LessonProof.Finding, CourseError>]) {
    lock.withLock {
      results[index] = findings
      while told < results.count, let next = results[told] {
        for finding in next { report(finding) }
        told += 1
      }
    }
  }
}
