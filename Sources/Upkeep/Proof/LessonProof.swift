import CourseKit
import Foundation

/// Proves one lesson's checks: green on the solution and on each innocent, unfinished on the stub,
/// and a verdict with the right words on each mutant.
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
    /// How many versions were looked at.
    public var versions = 0
    /// How many of them were proved earlier.
    public var recalled = 0

    /// How many checks ran, and what of it was only remembered.
    var fact: String {
      if recalled > 0, recalled == versions { return "from memory" }
      let memory = recalled > 0 ? ", \(recalled) of \(versions) versions from memory" : ""
      return versions == 0 ? "" : "\(run) of \(planned) checks ran\(memory)"
    }
  }

  private let course: Course
  private let lesson: Lesson
  private let memory: ProofMemory
  private let report: (Finding) -> Void
  private let solution: ExerciseSource
  /// Made for the first version that has to be compiled.
  private var trial: VersionTrial?

  private var name: String { "\(lesson.number) \(lesson.slug)" }

  /// Reads the lesson's solution.
  ///
  /// - Parameters:
  ///   - lesson: The lesson.
  ///   - course: The course.
  ///   - memory: What was proved earlier.
  ///   - report: Is handed each finding as it comes.
  /// - Throws: A `CourseError` where the solution is missing or no stub can be made of it.
  public init(
    lesson: Lesson, course: Course, memory: ProofMemory = .none,
    report: @escaping (Finding) -> Void
  ) throws(CourseError) {
    self.lesson = lesson
    self.course = course
    self.memory = memory
    self.report = report
    let path = course.solutionFile(of: lesson)
    guard let text = WholeFile.read(path) else {
      throw CourseError(.fault, "\(course.shown(path)) is missing.")
    }
    do {
      solution = try ExerciseSource(text)
    } catch {
      throw CourseError(.fault, "\(course.shown(path)): \(error)")
    }
  }

  /// Looks at the stub, the solution, every mutant and every innocent.
  ///
  /// - Throws: A `CourseError` where it was interrupted, or the build has not what is needed.
  public mutating func prove() throws(CourseError) {
    var untouched = try finding(
      "untouched exercise", Question(text: solution.stub, demand: .unfinished))
    let right = try finding("solution", Question(text: solution.text, demand: .right))
    if untouched.planned != right.planned { untouched.faults.append("it meets other checks") }
    report(untouched)
    report(right)
    report(
      try finding(
        "solution, other seeds", Question(text: solution.text, demand: .right, seed: "1000")))
    try proveVersions()
  }

  private mutating func proveVersions() throws(CourseError) {
    let versions = LessonVersions(of: lesson, solution: solution, in: course)
    let (mutants, innocents) = (versions.mutantCount, versions.innocentCount)
    var all = Finding(
      subject: "\(name): \(mutants) mutants, \(innocents) innocent\(innocents == 1 ? "" : "s")",
      faults: versions.faults)
    for entry in versions.entries {
      let demand: Demand =
        switch entry.version.claim {
        case .wrong(let words): .failing(entry.version.function, words: words)
        case .right: .right
        }
      let finding = try finding(entry.place, Question(text: entry.text, demand: demand))
      all.faults += finding.faults.map { "\(entry.place): \($0) (\(entry.version.sentence))" }
      all.planned += finding.planned
      all.run += finding.run
      all.versions += finding.versions
      all.recalled += finding.recalled
    }
    report(all)
  }

  /// What is expected of the checks.
  private enum Demand {
    case unfinished
    case right
    case failing(String, words: String)
  }

  /// A version, and what is expected of it.
  private struct Question {
    let text: String
    let demand: Demand
    var seed = ""
  }

  /// Answers from memory, or by compiling the version and running the checks.
  private mutating func finding(
    _ subject: String, _ question: Question
  ) throws(CourseError) -> Finding {
    var finding = Finding(subject: "\(name): \(subject)", faults: [], versions: 1)
    let asked = "\(lesson.slug) \(question.demand) \(question.seed)\n\(question.text)"
    if let checks = memory.recall(asked) {
      finding.planned = checks
      finding.run = checks
      finding.recalled = 1
      return finding
    }
    switch try preparedTrial().outcome(of: question.text, seed: question.seed) {
    case .doesNotCompile(let error):
      finding.faults = ["it does not compile: " + error]
    case .ran(let evidence, let warnings):
      finding.planned = evidence.checks.count
      finding.run = evidence.checks.count(where: \.hasEnded)
      finding.faults = warnings + faults(in: evidence, question.demand)
      if finding.planned == 0 { finding.faults.insert("there are no checks", at: 0) }
      if finding.faults.isEmpty { memory.remember(asked, finding.planned) }
    }
    return finding
  }

  private mutating func preparedTrial() throws(CourseError) -> VersionTrial {
    if let trial { return trial }
    let made = try VersionTrial(of: lesson, in: course)
    trial = made
    return made
  }

  private func faults(in evidence: LessonEvidence, _ demand: Demand) -> [String] {
    switch demand {
    case .unfinished: evidence.faultsOfStub()
    case .right: evidence.faultsOfSolution(functions: solution.functions.map(\.name))
    case .failing(let function, let words):
      evidence.faultsOfMutant(of: function, words: words)
    }
  }
}
