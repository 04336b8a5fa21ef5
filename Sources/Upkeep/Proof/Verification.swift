import CourseKit
import Foundation

/// The course's own proof, step by step.
///
/// What was proved earlier, and of which nothing has changed since, is taken from memory.
public struct Verification {
  /// One thing that was proved, or not.
  public struct Finding: Sendable {
    /// The step it belongs to.
    public let step: Step
    /// What was looked at.
    public let subject: String
    /// A sentence for each thing wrong.
    public let faults: [String]
    /// A fact worth showing, such as a count.
    public let fact: String

    /// Whether nothing speaks against it.
    public var isGood: Bool { faults.isEmpty }
  }

  /// The steps in order.
  public enum Step: String, CaseIterable, Sendable {
    case files, style, build, tests, optimised, lessons, texts, demos, links

    /// Those that look at a lesson alone.
    public static let ofLessons: [Step] = [.files, .lessons, .texts, .demos, .links]
  }

  private let course: Course
  private let chosen: [Lesson]
  private let inventory: Inventory
  private let ingredients: Ingredients
  private let memory: ProvedEarlier
  private let build: CourseBuild
  private let progress: (String) -> Void
  private let report: (Finding) -> Void

  /// Whether all lessons are looked at, and so what belongs to none.
  private var isWhole: Bool { chosen == course.curriculum.lessons }

  /// Looks at what has changed since the last proof.
  ///
  /// - Parameters:
  ///   - course: The course to be proved.
  ///   - lessons: The lessons to look at.
  ///   - forgetful: Whether everything is proved anew.
  ///   - progress: Is told what takes its time.
  ///   - report: Is handed each finding as it comes.
  /// - Throws: A `CourseError` where git or SwiftPM do not answer.
  public init(
    course: Course, lessons: [Lesson], forgetful: Bool = false,
    progress: @escaping (String) -> Void, report: @escaping (Finding) -> Void
  ) throws(CourseError) {
    self.course = course
    chosen = lessons
    // Lessons are proved side by side, and whoever builds for them tells how far it is.
    let lock = NSRecursiveLock()
    let progress = { (text: String) in lock.withLock { progress(text) } }
    self.progress = progress
    self.report = { finding in lock.withLock { report(finding) } }
    progress("Looking for what has changed")
    inventory = try Inventory(of: course)
    ingredients = try Ingredients(of: course, inventory: inventory)
    memory = try ProvedEarlier(
      path: course.stateFolder + "/proof/proved.txt", forgetful: forgetful)
    build = CourseBuild(course: course, progress: progress)
    progress("")
  }

  /// Does one step.
  ///
  /// - Parameter step: The step.
  /// - Throws: A `CourseError` where it was interrupted, or cannot be done.
  public func run(_ step: Step) throws(CourseError) {
    switch step {
    case .files: files()
    case .style: try style()
    case .build: try buildAll()
    case .tests: try tests(step, optimised: false)
    case .optimised: try tests(step, optimised: true)
    case .lessons: try lessons()
    case .texts: texts()
    case .demos: try demos()
    case .links: try links()
    }
  }

  private func found(_ step: Step, _ subject: String, _ faults: [String], _ fact: String = "") {
    progress("")
    report(Finding(step: step, subject: subject, faults: faults, fact: fact))
  }

  private func name(of lesson: Lesson) -> String {
    lesson == .comparison ? lesson.slug : "\(lesson.number) \(lesson.slug)"
  }

  // MARK: - The whole course

  private func files() {
    progress("Looking at what is made from something else")
    if isWhole { found(.files, "folders of lessons", LessonPlaces.faults(in: course)) }
    let derived = DerivedFiles(of: course)
    for lesson in chosen {
      found(
        .files, "\(name(of: lesson)): files",
        (isWhole ? [] : LessonPlaces.missing(of: lesson, in: course)) + derived.faults(of: lesson)
          + UnfinishedPlaces.faults(of: lesson, in: inventory, of: course))
    }
    guard isWhole else { return }
    let question = "pages " + ingredients.hashOfEverything(without: ownFiles)
    guard memory.fact(of: question) == nil else {
      return found(.files, "pages that are made", [], "from memory")
    }
    let faults = derived.faultsOfPages()
    if faults.isEmpty { memory.remember(question, "") }
    found(.files, "pages that are made", faults)
  }

  /// What somebody has written in their exercises is their own business.
  private var ownFiles: Set<String> {
    Set(course.curriculum.lessons.map { course.shown(course.file(of: $0)) })
  }

  private func style() throws(CourseError) {
    progress("Looking at the style of every Swift file")
    let own = ownFiles
    let paths = inventory.paths(ending: ".swift").filter { !own.contains($0) }
    let proof = StyleProof(course: course, ingredients: ingredients, memory: memory)
    let (faults, recalled) = try proof.result(for: paths)
    let fact =
      recalled == paths.count
      ? "from memory"
      : "\(paths.count) files" + (recalled > 0 ? ", \(recalled) from memory" : "")
    found(.style, "style", faults, fact)
  }

  private func buildAll() throws(CourseError) {
    let question = "build " + ingredients.hashOfEverything(without: ownFiles)
    if memory.fact(of: question) != nil {
      return found(.build, "build without warnings", [], "from memory")
    }
    let complaints = try build.everything()
    if complaints.isEmpty { memory.remember(question, "") }
    found(.build, "build without warnings", complaints)
  }

  private func tests(_ step: Step, optimised: Bool) throws(CourseError) {
    let subject = optimised ? "tests in optimised code" : "tests"
    let question =
      optimised
      ? "optimised " + ingredients.hash(ofTargets: ["TensorsTests"])
      : "tests " + ingredients.hashOfEverything(without: ownFiles)
    if memory.fact(of: question) != nil { return found(step, subject, [], "from memory") }
    let complaints = try optimised ? build.optimised() : build.everything()
    guard complaints.isEmpty else { return found(step, subject, complaints) }
    progress(optimised ? "Testing the tensors in optimised code" : "Running every test")
    // Messages of misuse, and the same bits on every number of threads, hold in optimised code too.
    let result = try TestRun(
      root: course.root,
      arguments: optimised ? ["-c", "release", "--skip-build"] : CourseBuild.strict,
      environment: optimised ? CourseBuild.optimised : [:]
    ).run()
    let faults = result.faults
    if faults.isEmpty { memory.remember(question, result.fact) }
    found(step, subject, faults, result.fact)
  }

  // MARK: - Lessons

  private func lessons() throws(CourseError) {
    progress("Proving the lessons")
    var obstacle: CourseError?
    SideBySide(chosen, work: findings) { results in
      for result in results {
        switch result {
        case .success(let finding): found(.lessons, finding.subject, finding.faults, finding.fact)
        case .failure(let error) where error.kind == .interrupted: obstacle = error
        case .failure(let error): found(.lessons, "lessons", [error.description])
        }
      }
      progress("Proving the lessons")
    }.run()
    progress("")
    if let obstacle { throw obstacle }
  }

  private func findings(on lesson: Lesson) -> [Result<LessonProof.Finding, CourseError>] {
    let parts = ingredients.hash(ofTargets: [lesson.module + "Checks"])
    var findings: [Result<LessonProof.Finding, CourseError>] = []
    do throws(CourseError) {
      var proof = try LessonProof(
        lesson: lesson, course: course, memory: memory.memory(of: parts)
      ) { findings.append(.success($0)) }
      try proof.prove()
    } catch {
      findings.append(.failure(error))
    }
    return findings
  }

  private func texts() {
    for lesson in chosen {
      found(
        .texts, "\(name(of: lesson)): text", LessonTextProof.faults(of: lesson, in: course))
    }
  }

  private func demos() throws(CourseError) {
    let lessons = isWhole ? chosen + [.comparison] : chosen
    let proofs = lessons.map {
      DemoProof(course: course, lesson: $0, isBesideAnother: lessons.count > 1)
    }.filter(\.exists)
    let questions = Dictionary(
      uniqueKeysWithValues: proofs.map { ($0.lesson.slug, question(about: $0)) })
    let isAsked = { (proof: DemoProof) in memory.fact(of: questions[proof.lesson.slug] ?? "") == nil
    }
    let asked = proofs.filter(isAsked)
    if !asked.isEmpty {
      let complaints = try build.optimised(for: asked.count == 1 ? asked[0].lesson : nil)
      guard complaints.isEmpty else { return found(.demos, "demos", complaints) }
      progress("Running the demos")
    }
    var obstacle: CourseError?
    SideBySide(proofs) { proof -> Result<DemoProof.Finding, CourseError>? in
      guard isAsked(proof) else { return nil }
      do throws(CourseError) { return .success(try proof.result()) } catch {
        return .failure(error)
      }
    } tell: { result in
      switch result {
      case .success(let finding):
        if finding.faults.isEmpty { memory.remember(questions[finding.lesson.slug] ?? "", "") }
        found(.demos, "\(name(of: finding.lesson)): demo", finding.faults, finding.fact)
      case .failure(let error): obstacle = error
      case nil: break
      }
      progress("Running the demos")
    }.run()
    progress("")
    if let obstacle { throw obstacle }
    for proof in proofs where !asked.contains(where: { $0.lesson == proof.lesson }) {
      found(.demos, "\(name(of: proof.lesson)): demo", [], "from memory")
    }
  }

  /// What a demo's verdict depends on: all that is compiled, its kept pictures and its own scores.
  private func question(about proof: DemoProof) -> String {
    let scores = WholeFile.read("\(course.root)/lessons/scores.json") ?? ""
    let own =
      JSONValue(parsing: Data(scores.utf8))?.elements
      .filter { $0["lesson"]?.string == proof.lesson.folder }.map(\.text) ?? []
    return "demo "
      + ingredients.hash(
        ofTargets: ["lesson-\(proof.lesson.slug)"], and: own.joined(separator: "\n"))
  }

  // MARK: - Links

  private func links() throws(CourseError) {
    var paths = inventory.paths(ending: ".md")
    if !isWhole {
      paths = paths.filter { path in chosen.contains { path.hasPrefix("lessons/\($0.folder)/") } }
    }
    let known = paths.flatMap { path in
      LinkProof.faults(of: "\(course.root)/\(path)").map { "\(path): \($0)" }
    }
    found(.links, "links", known, "\(paths.count) pages")
    guard isWhole else { return }
    // What students get has less in it, so a link may be dead there alone.
    progress("Copying the course as students get it")
    let folder = course.stateFolder + "/proof/students"
    try? FileManager.default.removeItem(atPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let count = try StudentCopy(course: course).write(to: folder)
    let faults = paths.filter { FileManager.default.fileExists(atPath: "\(folder)/\($0)") }
      .flatMap { path in
        LinkProof.faults(of: "\(folder)/\(path)").map { "\(path): \($0)" }
      }
      .filter { !known.contains($0) }
    found(
      .links, "links in the students’ copy", faults,
      count == 1 ? "one exercise" : "\(count) exercises")
  }
}
