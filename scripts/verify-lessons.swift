import Foundation

// Runs the checks of lessons on solutions, stubs and mutants, without asking SwiftPM: the checks are
// linked once to the technique as a shared library, and that library is compiled anew for each
// version of the file, in about 0.2 seconds.

let build =
  CommandLine.arguments.dropFirst().first { $0.contains("/") } ?? ".build/debug"
let chosen = CommandLine.arguments.dropFirst().filter { !$0.contains("/") }
let work = ".build/lessons"
let secondsPerRun = 60.0

/// Why the proof cannot be made, as opposed to a proof that fails.
struct Obstacle: Error, CustomStringConvertible {
  let description: String
}

// MARK: - Files

func text(_ path: String) throws -> String {
  do {
    return try String(contentsOfFile: path, encoding: .utf8)
  } catch {
    throw Obstacle(description: "\(path) cannot be read: \(error.localizedDescription)")
  }
}

func exercise(_ path: String) throws -> ExerciseSource {
  do {
    return try ExerciseSource(text(path))
  } catch let error as ExerciseSourceError {
    throw Obstacle(description: "\(path), \(error)")
  }
}

func names(in folder: String, ending suffix: String) -> [String] {
  ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(suffix) }.sorted()
}

// MARK: - Processes

/// Runs a program to its end, or for as long as it may; what it says goes into a file.
func run(
  _ program: String, _ arguments: [String], environment: [String: String] = [:], log: String
) throws -> Bool {
  _ = FileManager.default.createFile(atPath: log, contents: nil)
  guard let output = FileHandle(forWritingAtPath: log) else {
    throw Obstacle(description: "\(log) cannot be written")
  }
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.environment = ProcessInfo.processInfo.environment
    .merging(environment) { _, new in new }
  process.standardOutput = output
  process.standardError = output
  let ended = DispatchSemaphore(value: 0)
  process.terminationHandler = { _ in ended.signal() }
  try process.run()
  if ended.wait(timeout: .now() + secondsPerRun) == .timedOut {
    kill(process.processIdentifier, SIGKILL)
    ended.wait()
  }
  return process.terminationReason == .exit && process.terminationStatus == 0
}

func compile(_ arguments: [String], for purpose: String) throws {
  let log = "\(work)/compiler.log"
  guard try run("swiftc", arguments, log: log) else {
    throw Obstacle(description: "\(purpose) does not compile:\n\(try text(log))")
  }
}

// MARK: - Lessons

struct Lesson {
  let folder: String
  let module: String

  var place: String { "\(work)/\(folder)" }
  var solutionFile: String { "solutions/\(folder)/\(module).swift" }

  /// What learners get beside their file.
  var given: [String] {
    names(in: "solutions/\(folder)", ending: ".swift").filter { $0 != "\(module).swift" }
      .map { "solutions/\(folder)/\($0)" }
  }
}

func curriculum() throws -> [Lesson] {
  let lines = try text("Package.swift").split(separator: "\n")
    .drop { !$0.hasPrefix("let curriculum") }.dropFirst().prefix { $0 != "]" }
  return lines.compactMap { line in
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count > 1, parts[0].allSatisfy({ $0 == " " || ".lesson(".contains($0) }),
      parts[0].contains("lesson")
    else { return nil }
    let folder = String(parts[1])
    let words = folder.split(separator: "-").dropFirst()
    let module = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    let named = parts.firstIndex { $0.hasSuffix("module: ") }.map { String(parts[$0 + 1]) }
    return Lesson(folder: folder, module: named ?? module)
  }
}

/// One shared library of all that lessons are written with.
func linkLibraries() throws {
  let libraries = ["Tensors", "Layers", "Figures", "Datasets", "Models", "Checking", "Expecting"]
  let objects = libraries.flatMap { library in
    names(in: "\(build)/\(library).build", ending: ".o").map { "\(build)/\(library).build/\($0)" }
  }
  guard !objects.isEmpty else {
    throw Obstacle(description: "\(build) has no libraries: run swift build --build-tests first")
  }
  try compile(
    ["-emit-library", "-module-name", "Course", "-o", "\(work)/libCourse.so"] + objects,
    for: "the course")
}

/// Compiles a version of a lesson's file.
func compileTechnique(_ lesson: Lesson, from file: String) throws {
  try compile(
    [
      "-swift-version", "6", "-emit-library", "-module-name", lesson.module, "-I",
      "\(build)/Modules", "-L", work, "-lCourse", "-o", "\(lesson.place)/lib\(lesson.module).so",
      file,
    ] + lesson.given, for: file)
}

/// Links the checks to the technique that was compiled last, and to every one that follows.
func linkChecks(_ lesson: Lesson) throws {
  let main = "\(lesson.place)/Checks.swift"
  try """
  import Testing
  @main struct Checks {
    static func main() async { await Testing.__swiftPMEntryPoint() as Never }
  }
  """.write(toFile: main, atomically: true, encoding: .utf8)
  let folder = "\(build)/\(lesson.module)Checks.build"
  let objects = names(in: folder, ending: ".swift.o").map { "\(folder)/\($0)" }
  guard !objects.isEmpty else {
    throw Obstacle(description: "\(folder) is empty: run swift build --build-tests first")
  }
  try compile(
    [
      "-parse-as-library", "-o", "\(lesson.place)/checks", main, "-L", work, "-lCourse", "-L",
      lesson.place, "-l\(lesson.module)", "-Xlinker", "-rpath", "-Xlinker", "$ORIGIN", "-Xlinker",
      "-rpath", "-Xlinker", "$ORIGIN/..",
      // What a version of the file lacks is found at the start, not at the first call.
      "-Xlinker", "-z", "-Xlinker", "now",
    ] + objects, for: "\(lesson.folder): its checks")
}

// MARK: - Events

struct Event: Decodable {
  struct Payload: Decodable {
    struct Issue: Decodable {
      let isKnown: Bool
    }
    struct Message: Decodable {
      let symbol: String
      let text: String
    }
    let kind: String
    let id: String?
    let name: String?
    let displayName: String?
    let testID: String?
    let issue: Issue?
    let messages: [Message]?
  }
  let kind: String
  let payload: Payload
}

/// Runs the checks on the technique that was compiled last.
func evidence(_ lesson: Lesson, seed: String? = nil) throws -> LessonEvidence {
  let events = "\(lesson.place)/events.json"
  try? FileManager.default.removeItem(atPath: events)
  _ = try run(
    "\(lesson.place)/checks",
    ["--no-parallel", "--event-stream-version", "0", "--event-stream-output-path", events],
    environment: ["SWIFT_BACKTRACE": "enable=no"].merging(
      seed.map { ["COURSE_SEED": $0] } ?? [:]
    ) { old, _ in old },
    log: "\(lesson.place)/log.txt")
  var ids: [String] = []
  var checks: [String: LessonEvidence.Check] = [:]
  for line in ((try? text(events)) ?? "").split(separator: "\n") {
    guard let event = try? JSONDecoder().decode(Event.self, from: Data(line.utf8)) else { continue }
    let payload = event.payload
    if event.kind == "test", payload.kind == "function", let id = payload.id {
      let suite = id.drop { $0 != "." }.dropFirst().prefix { $0 != "/" }.filter { $0 != "`" }
      ids.append(id)
      checks[id] = LessonEvidence.Check(
        function: String(suite), name: payload.displayName ?? payload.name ?? id)
    }
    guard event.kind == "event", let id = payload.testID else { continue }
    if payload.kind == "testEnded" { checks[id]?.hasEnded = true }
    if payload.kind == "issueRecorded", payload.issue?.isKnown != true {
      let texts = (payload.messages ?? []).map(\.text)
      checks[id]?.issues.append(
        texts.first { $0.hasPrefix("[") } ?? texts.joined(separator: "\n"))
    }
  }
  if checks.isEmpty {
    throw Obstacle(
      description: "the checks do not start:\n\(try text("\(lesson.place)/log.txt").prefix(2000))")
  }
  return LessonEvidence(checks: ids.compactMap { checks[$0] })
}

// MARK: - The proof

struct Proof {
  var passed = 0
  var failed = 0

  mutating func report(_ what: String, _ faults: [String]) {
    if faults.isEmpty {
      passed += 1
    } else {
      failed += 1
      for fault in faults { print("✗ \(what): \(fault)") }
    }
  }

  /// Compares what learners find with what is made of the solution, unless they have begun.
  mutating func proveFiles(_ lesson: Lesson, stub: String) throws {
    let path = "exercises/\(lesson.folder)/\(lesson.module).swift"
    let log = "\(work)/file.txt"
    if try run("git", ["show", "HEAD:\(path)"], log: log) {
      report(path, try text(log) == stub ? [] : ["is not the stub of the solution"])
    }
    for file in lesson.given {
      let copy = file.replacing("solutions/", with: "exercises/")
      report(copy, try text(copy) == text(file) ? [] : ["is not a copy of \(file)"])
    }
  }

  mutating func prove(_ lesson: Lesson) throws {
    let start = Date()
    try FileManager.default.createDirectory(
      atPath: lesson.place, withIntermediateDirectories: true)
    let source = try exercise(lesson.solutionFile)
    let functions = source.functions.map(\.name)

    try compileTechnique(lesson, from: lesson.solutionFile)
    try linkChecks(lesson)
    let solution = try evidence(lesson)
    report("\(lesson.folder), solution", solution.faultsOfSolution(functions: functions))
    report(
      "\(lesson.folder), solution, other seeds",
      try evidence(lesson, seed: "1000").faultsOfSolution(functions: functions))

    let stub = "\(lesson.place)/\(lesson.module).swift"
    try source.stub.write(toFile: stub, atomically: true, encoding: .utf8)
    try compileTechnique(lesson, from: stub)
    let untouched = try evidence(lesson)
    var faults = untouched.faultsOfStub()
    if untouched.checks.map(\.name) != solution.checks.map(\.name) {
      faults.append("the stub and the solution do not meet the same checks")
    }
    report("\(lesson.folder), stub", faults)
    try proveFiles(lesson, stub: source.stub)

    let folder = "Tests/Mutants/\(lesson.folder)"
    let mutants = names(in: folder, ending: ".swift")
    if mutants.count < 6 {
      report(folder, ["there are \(mutants.count) mutants, and should be six at least"])
    }
    for mutant in mutants {
      let path = "\(folder)/\(mutant)"
      guard let claim = MutantClaim(source: try text(path)) else {
        report(path, ["its first line is not // WHAT IS WRONG. Verdict: \"WORDS\""])
        continue
      }
      do {
        try compileTechnique(lesson, from: path)
        report(path, try evidence(lesson).faultsOfMutant(words: claim.words))
      } catch let obstacle as Obstacle {
        report(path, [obstacle.description])
      }
    }
    let seconds = (Date().timeIntervalSince(start) * 10).rounded() / 10
    print(
      "\(lesson.folder): \(solution.checks.count) checks, \(mutants.count) mutants, \(seconds) s")
  }
}

var proof = Proof()
do {
  try FileManager.default.createDirectory(atPath: work, withIntermediateDirectories: true)
  try linkLibraries()
  let lessons = try curriculum().filter { lesson in
    chosen.isEmpty || chosen.contains(lesson.folder)
  }
  if lessons.isEmpty { throw Obstacle(description: "there is no such lesson in the curriculum") }
  for lesson in lessons {
    do {
      try proof.prove(lesson)
    } catch {
      proof.report(lesson.folder, ["\(error)"])
    }
  }
} catch {
  print("✗ \(error)")
  proof.failed += 1
}
print("\(proof.passed) passed, \(proof.failed) failed")
exit(proof.failed == 0 ? 0 : 1)
