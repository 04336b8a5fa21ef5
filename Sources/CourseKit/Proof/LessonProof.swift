import Foundation

/// Proves one lesson's checks: green on the solution, unfinished on the stub, and a verdict with the
/// right words on each mutant.
///
/// The lesson's file is compiled and linked in a folder of its own, so nothing here depends on what
/// somebody has written in this clone. The checks and the libraries are those that `swift build`
/// has made for the course's own tests.
public struct LessonProof {
  /// What was looked at, and what speaks against it.
  public struct Finding: Sendable {
    /// What was looked at: `00 first-look: solution`.
    public let subject: String
    /// A sentence for each thing wrong; none where all is well.
    public var faults: [String]
    /// How many checks there were.
    public var planned = 0
    /// How many of them came to their end.
    public var run = 0
  }

  private let course: Course
  private let lesson: Lesson
  private let recipe: BuildRecipe
  private let report: (Finding) -> Void

  /// Seconds for all checks of one version; a mutant may never end.
  private static let timeout = 10.0

  /// The version that is compiled.
  private static func file(in folder: String, of lesson: Lesson) -> String {
    "\(folder)/\(lesson.module).swift"
  }

  private static func folder(of lesson: Lesson, in course: Course) -> String {
    "\(course.stateFolder)/proof/\(lesson.slug)"
  }

  private var name: String { "\(lesson.number) \(lesson.slug)" }
  private var file: String {
    LessonProof.file(in: LessonProof.folder(of: lesson, in: course), of: lesson)
  }

  /// Finds out how the lesson's file is compiled and linked.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - course: The course, which has been built with its tests.
  ///   - report: Is handed each finding as it comes.
  /// - Throws: A `CourseError` where the build has not what is needed.
  public init(
    lesson: Lesson, course: Course, report: @escaping (Finding) -> Void
  ) throws(CourseError) {
    self.lesson = lesson
    self.course = course
    self.report = report
    let folder = LessonProof.folder(of: lesson, in: course)
    guard
      let recipe = BuildRecipe(
        build: course.root + "/.build/debug", course: course, lesson: lesson,
        file: LessonProof.file(in: folder, of: lesson), folder: folder)
    else {
      throw CourseError(
        .fault,
        "The build has no checks of \(lesson.slug): is there a test target, and on Linux? "
          + "swift build --build-tests makes it.")
    }
    self.recipe = recipe
    // What is given is compiled beside the solution; it is the same beside any other version.
    let solution = WholeFile.read(course.solutionFile(of: lesson)) ?? ""
    try WholeFile.write(solution, to: LessonProof.file(in: folder, of: lesson))
    let given = try Shell.run(recipe.compileGiven)
    if !given.succeeded {
      throw CourseError(.fault, "What is given in \(lesson.slug) does not compile.")
    }
  }

  /// Looks at the stub, the solution and every mutant.
  public func prove() throws(CourseError) {
    let functions = course.functions(of: lesson).map(\.name)
    let stub = try course.stub(of: lesson)
    let untouched = try evidence(for: stub)
    guard let text = WholeFile.read(course.solutionFile(of: lesson)) else {
      throw CourseError(.fault, "\(course.shown(course.solutionFile(of: lesson))) is missing.")
    }
    let solution = try evidence(for: text)
    report(
      finding("untouched exercise", untouched) {
        $0.faultsOfStub()
          + ($0.checks.map(\.name) == solution.names ? [] : ["it meets other checks"])
      })
    report(finding("solution", solution) { $0.faultsOfSolution(functions: functions) })
    let reseeded = try evidence(for: nil, seed: "1000")
    report(
      finding("solution, other seeds", reseeded) { $0.faultsOfSolution(functions: functions) })
    try proveFiles(stub: stub)
    try proveMutants()
  }

  private func proveMutants() throws(CourseError) {
    let folder = "\(course.root)/Tests/Mutants/\(lesson.folder)"
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".swift") }.sorted()
    var all = Finding(subject: "\(name): \(names.count) mutants", faults: [])
    if names.count < 6 { all.faults.append("there should be at least six") }
    for mutant in names {
      guard let text = WholeFile.read("\(folder)/\(mutant)"), let claim = MutantClaim(source: text)
      else {
        let form = #"// WHAT IS WRONG. Verdict: "WORDS""#
        all.faults.append("\(mutant): its first line is not of the form \(form)")
        continue
      }
      let finding = finding(mutant, try evidence(for: text)) {
        $0.faultsOfMutant(words: claim.words)
      }
      all.faults += finding.faults.map { "\(mutant): \($0)" }
      all.planned += finding.planned
      all.run += finding.run
    }
    report(all)
  }

  /// Compares what learners find with what is made of the solution; who has begun is left alone.
  private func proveFiles(stub: String) throws(CourseError) {
    var faults: [String] = []
    let path = course.shown(course.file(of: lesson))
    if WholeFile.read(course.file(of: lesson)) != stub {
      let known = try Command("git", ["-C", course.root, "show", "HEAD:\(path)"]).run()
      if !known.succeeded || known.output.text != stub {
        faults.append("\(path) is not the stub: ./course reset \(lesson.slug) makes it")
      }
    }
    let folder = "solutions/\(lesson.folder)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(course.root)/\(folder)"))
    for given in (names ?? []).sorted()
    where given.hasSuffix(".swift") && given != "\(lesson.module).swift" {
      let copy = "exercises/\(lesson.folder)/\(given)"
      if WholeFile.read("\(course.root)/\(folder)/\(given)")
        != WholeFile.read("\(course.root)/\(copy)")
      {
        faults.append("\(copy) is not a copy of \(folder)/\(given)")
      }
    }
    report(Finding(subject: "\(name): files", faults: faults))
  }

  /// What the checks say of one version of the file.
  private enum Evidence {
    case ran(LessonEvidence, warnings: [String])
    case doesNotCompile(String)

    /// The sentences of the checks that there are.
    var names: [String] {
      if case .ran(let evidence, _) = self { evidence.checks.map(\.name) } else { [] }
    }
  }

  /// Compiles a version, or takes the one that was compiled last, and runs the checks.
  private func evidence(for text: String?, seed: String = "") throws(CourseError) -> Evidence {
    var warnings: [String] = []
    if let text {
      try WholeFile.write(text, to: file)
      let built = try Shell.run([recipe.compile] + recipe.link)
      let log = (built.errors.text + built.output.text)
        .replacing((file as NSString).deletingLastPathComponent + "/", with: "")
      let lines = log.split(separator: "\n").map(String.init)
      if !built.succeeded {
        let errors = lines.filter { $0.contains("error: ") }
        return .doesNotCompile(errors.isEmpty ? lines.suffix(3).joined(separator: "; ") : errors[0])
      }
      warnings = lines.filter { $0.contains(": warning: ") }
    }
    let results = try CheckRun(
      course: course, lesson: lesson, base: recipe.start, timeout: LessonProof.timeout,
      environment: ["SWIFT_DETERMINISTIC_HASHING": "1", "COURSE_SEED": seed]
    ).results()
    let checks = results.map { result in
      let issue = ([result.outcome.mark + result.message] + result.details)
        .joined(separator: "\n")
      return LessonEvidence.Check(
        function: result.function, name: result.name,
        hasEnded: ![.crashed, .endless, .skipped].contains(result.outcome),
        issues: result.outcome == .passed ? [] : [issue])
    }
    return .ran(LessonEvidence(checks: checks), warnings: warnings)
  }

  private func finding(
    _ subject: String, _ evidence: Evidence, faults: (LessonEvidence) -> [String]
  ) -> Finding {
    let subject = "\(name): \(subject)"
    switch evidence {
    case .doesNotCompile(let log):
      return Finding(subject: subject, faults: ["it does not compile: " + log])
    case .ran(let evidence, let warnings):
      let planned = evidence.checks.count
      let none = planned == 0 ? ["there are no checks"] : []
      return Finding(
        subject: subject, faults: none + warnings + faults(evidence), planned: planned,
        run: evidence.checks.count(where: \.hasEnded))
    }
  }
}

extension CheckOutcome {
  /// The word in brackets that an issue of this kind begins with.
  var mark: String {
    switch self {
    case .unfinished: "[unfinished] "
    case .waiting: "[waiting] "
    case .mistake: "[mistake] "
    case .courseFault: "[course fault] "
    case .passed, .failed, .crashed, .endless, .skipped: "[failed] "
    }
  }
}
