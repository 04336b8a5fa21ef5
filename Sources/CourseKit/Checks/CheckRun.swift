import Foundation

/// Runs the checks of one exercise that has been built, again without those that crashed.
package struct CheckRun {
  let course: Course
  let lesson: Lesson
  /// The file that was built.
  let source: LearnerSource
  /// Starts the built checks; what is given is added.
  let base: Command
  /// Seconds for all checks until one is called endless.
  let timeout: Double
  let environment: [String: String]
  /// Whether every crash is explained, and not only the first of each function.
  var explainsEveryCrash = false

  /// How often it is tried again: an exercise has some sixty checks at most, and a crash takes two.
  private static let rounds = 120

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - lesson: The lesson whose checks are run.
  ///   - source: The file that was built.
  ///   - base: Starts the built checks; what is given is added.
  ///   - timeout: Seconds for all checks until one is called endless.
  ///   - environment: What is added to the environment of the checks.
  package init(
    course: Course, lesson: Lesson, source: LearnerSource, base: Command, timeout: Double,
    environment: [String: String]
  ) {
    self.course = course
    self.lesson = lesson
    self.source = source
    self.base = base
    self.timeout = timeout
    self.environment = environment
  }

  /// Runs the checks.
  ///
  /// - Returns: What became of each, in the exercise's order, and what that means together.
  /// - Throws: A `CourseError` where it was interrupted, or the checks did not begin.
  package func results() throws(CourseError) -> [CheckResult] {
    // Several lessons are run at the same time when the course is proved.
    let runs = course.stateFolder + "/run"
    let folder = "\(runs)/\(getpid())-\(lesson.slug)"
    // A check that was killed has left its own.
    for name in (try? FileManager.default.contentsOfDirectory(atPath: runs)) ?? [] {
      guard let process = pid_t(name.prefix { $0.isNumber }), kill(process, 0) != 0, errno == ESRCH
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(runs)/\(name)")
    }
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var planned: [EventStream.Announced] = []
    var done: [String: CheckResult] = [:]
    var skipped: [String] = []
    // The first crash of a function is shown in full.
    var traced: Set<String> = []
    var trace = CrashReport.Trace.line

    for round in 0..<CheckRun.rounds {
      var stream = EventStream(signature: base.input ?? "")
      let outcome = try command(
        skipping: skipped, trace: trace, folder: folder
      ).run { stream.append($0) }
      stream.finish()
      if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
      if round == 0 { planned = stream.announced }
      if round == 0, !stream.hasBegun || planned.isEmpty && !stream.hasEnded {
        throw fault(of: outcome)
      }
      for check in planned where stream.records[check.id]?.hasEnded == true {
        done[check.id] = result(of: check, record: stream.records[check.id] ?? .init())
      }
      if stream.hasEnded { break }
      // What had begun last is what ended it; between two checks it is what runs beside them, and the
      // next one bears it, so that it is no pass.
      guard
        let culprit = planned.first(where: {
          stream.records[$0.id]?.hasStarted == true && stream.records[$0.id]?.hasEnded == false
        }) ?? planned.first(where: { done[$0.id] == nil })
      else { break }
      let record = stream.records[culprit.id] ?? .init()
      skipped = planned.filter { done[$0.id] != nil }.map(\.id)
      let crash = CrashReport(
        trace: trace, folder: folder, file: course.file(of: lesson), ending: outcome.ending,
        errors: outcome.errors.text)
      let function = CheckResult.function(in: culprit.id)
      if !crash.isCertain, explainsEveryCrash || !traced.contains(function) {
        // It left no words, so it is run again for the cause.
        trace = .cause
        continue
      }
      let (broken, endsFunction) = broken(
        culprit, record: record, ending: outcome.ending, crash: crash)
      done[culprit.id] = broken
      traced.insert(broken.function)
      skipped.append(culprit.id)
      if endsFunction {
        for check in planned where done[check.id] == nil {
          guard CheckResult.function(in: check.id) == broken.function else { continue }
          done[check.id] = CheckResult(
            function: broken.function, name: check.name, outcome: .skipped)
          skipped.append(check.id)
        }
      }
      guard let following = planned.first(where: { done[$0.id] == nil }) else { break }
      let isNext = !traced.contains(CheckResult.function(in: following.id))
      trace = explainsEveryCrash || isNext ? .line : .none
    }
    let results = planned.map {
      done[$0.id]
        ?? CheckResult(
          function: CheckResult.function(in: $0.id), name: $0.name, outcome: .skipped)
    }
    return Judgement(source: source).judged(sorted(results))
  }

  private func command(
    skipping ids: [String], trace: CrashReport.Trace, folder: String
  ) -> Command {
    var command = base
    for id in Set(ids).sorted() { command.arguments += ["--skip", CheckRun.pattern(for: id)] }
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
      unlink("\(folder)/\(name)")
    }
    command.environment.merge(trace.environment(folder: folder)) { $1 }
    command.environment.merge(environment) { $1 }
    command.timeout = timeout
    command.processorLimit = Int(timeout) * 4 + 20
    command.memoryLimit = MemoryLimit.bytes
    command.isLineBuffered = true
    command.leavesNothingBehind = true
    // A message may hold a whole tensor.
    command.outputLimit = 64_000
    return command
  }

  /// A regular expression for one check; its id ends in a place in a file, which may change.
  static func pattern(for id: String) -> String {
    let name = id.split(separator: "/").dropLast().joined(separator: "/")
    let special = Set(#"\^$.|?*+()[]{}/-"#)
    return "^" + name.map { special.contains($0) ? "\\\($0)" : String($0) }.joined() + "(/|$)"
  }

  private func result(of check: EventStream.Announced, record: EventStream.Record) -> CheckResult {
    var result = CheckResult(
      function: CheckResult.function(in: check.id), name: check.name, outcome: .passed)
    if let issue = record.issues.first {
      result.read(issue: issue)
    } else if record.hasEnded, !record.hasPassed {
      result.outcome = .failed
      result.message = "Swift Testing did not say that it passed, nor what is wrong."
    }
    result.prints = record.prints.text
    return result
  }

  /// Says why there is no verdict at all.
  private func fault(of outcome: Command.Outcome) -> CourseError {
    let why =
      switch outcome.ending {
      case .exit(let code): "they ended with \(code) at once"
      case .signal(SIGILL):
        "this processor does not know an instruction in them. They were built for another one: "
          + "remove .course/build and check again"
      case .signal(let number): "the system ended them with signal \(number)"
      case .timedOut: "they said nothing within \(CheckRun.seconds(timeout))"
      case .interrupted: "they were interrupted"
      }
    let words = [outcome.errors.text, outcome.output.text].map { String($0.suffix(500)) }
    return CourseError(
      .fault,
      (["The checks of \(lesson.slug) did not begin: \(why)."] + words.filter { !$0.isEmpty })
        .joined(separator: "\n"))
  }

  /// What is said of the check that ended a run, and whether others of its function would, too.
  private func broken(
    _ check: EventStream.Announced, record: EventStream.Record, ending: Command.Ending,
    crash: CrashReport
  ) -> (result: CheckResult, endsFunction: Bool) {
    var result = result(of: check, record: record)
    if ending == .timedOut {
      result.outcome = .endless
      result.message =
        "It did not end within \(CheckRun.seconds(timeout)): a loop that never stops? "
        + "(--timeout gives it longer.)"
      return (result, true)
    }
    result.outcome = .crashed
    result.message = record.hasStarted ? crash.message : "Before it began: " + crash.message
    result.details = crash.details
    result.line = crash.line
    return (result, crash.isOutOfStack)
  }

  static func seconds(_ seconds: Double) -> String {
    seconds == 1
      ? "1 second" : seconds == seconds.rounded() ? "\(Int(seconds)) seconds" : "\(seconds) seconds"
  }

  /// Puts functions into the exercise's order; checks of a function stay as they are.
  private func sorted(_ results: [CheckResult]) -> [CheckResult] {
    let order = source.functions
    func place(_ result: CheckResult) -> Int {
      order.firstIndex(of: result.function) ?? order.count
    }
    return results.enumerated()
      .sorted { (place($0.element), $0.offset) < (place($1.element), $1.offset) }
      .map(\.element)
  }
}
