import Foundation

/// Checks one exercise: builds it, runs its checks, remembers what passed.
public struct Checker {
  /// The course.
  public let course: Course
  /// Seconds until checks that do not end are ended.
  public var timeout = 30.0
  /// What the checks are given as the seed of their random cases, if anything.
  public var seed: UInt64?
  /// Whether every crash is explained, which takes half a second each; people read the first one of
  /// a function.
  public var explainsEveryCrash = false
  /// Is told what takes its time; an empty text when it is done.
  public var progress: (String) -> Void = { _ in }

  /// Creates a checker of a course.
  public init(course: Course) {
    self.course = course
  }

  /// Checks one lesson's exercise.
  public func check(_ lesson: Lesson) throws(CourseError) -> CheckReport {
    let lock = try FileLock(path: course.stateFolder + "/check.lock")
    try lock.wait { progress("Another check is running; this one begins when it is done") }
    defer { lock.unlock() }
    let start = Date()
    var report = CheckReport(lesson: lesson)
    let (text, outcome) = try build(lesson)
    let source = LearnerSource(text, functions: course.functions(of: lesson).map(\.name))
    switch outcome {
    case .errors(let errors): report.errors = errors
    case .ready(let command, _):
      var environment = ["SWIFT_DETERMINISTIC_HASHING": "1"]
      if let seed { environment["COURSE_SEED"] = String(seed) }
      var run = CheckRun(
        course: course, lesson: lesson, source: source, base: command, timeout: timeout,
        environment: environment)
      run.explainsEveryCrash = explainsEveryCrash
      report.results = try run.results()
      for name in source.functions { report.lines[name] = source.line(of: name) }
    }
    report.seconds = Date().timeIntervalSince(start)
    report.focus = report.focus { _ in 0 }
    let advice = report.hasPassed ? nil : CommentAdvice.sentence(for: text)
    report.notice = remember(&report, text: text, source: source) ?? advice ?? ""
    return report
  }

  /// Builds the lesson, again if its file was saved meanwhile: nobody knows which version the
  /// compiler has read.
  ///
  /// - Returns: The text that was built, and what came of it.
  private func build(
    _ lesson: Lesson
  ) throws(CourseError) -> (text: String, outcome: LessonBuild.Outcome) {
    let package = LessonPackage(ofLearnerFor: lesson, in: course)
    for _ in 0..<10 {
      let status = FileStatus(package.file)
      let text = try course.learnerText(of: lesson)
      let outcome = try LessonBuild(of: package, in: course, progress: progress).run()
      if FileStatus(package.file) == status { return (text, outcome) }
    }
    throw CourseError(
      .notPassing,
      "\(course.shown(package.file)) changes whenever it is built. Check again when it is quiet.")
  }

  private func remember(
    _ report: inout CheckReport, text: String, source: LearnerSource
  ) -> String? {
    guard report.count(.courseFault) == 0 else { return nil }
    return course.progressFile.keeping { progress in
      var known = progress[report.lesson.slug]
      if report.errors.isEmpty {
        known.noteEdits(source.functions.map { ($0, source.fingerprint(of: $0)) })
        report.focus = report.focus(lastEdit: known.lastEdit(of:))
        known.focus = report.focus
        known.passing = report.count(.passed)
        known.checks = report.planned
        known.failing = report.functions
          .filter { function in function.results.contains { $0.outcome != .passed } }.map(\.name)
      }
      if report.hasPassed {
        known.passed = Fingerprint(text.utf8).description
        known.passedAt = Date().ISO8601Format()
      } else {
        known.passed = nil
        known.passedAt = nil
      }
      progress[report.lesson.slug] = known
    }
  }
}
