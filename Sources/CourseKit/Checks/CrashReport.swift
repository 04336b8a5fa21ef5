import Foundation

/// Where and why the learner's code crashed: from Swift's backtrace, and its last words.
struct CrashReport {
  /// The line in the learner's file, if the trace names one.
  let line: Int?
  /// What went wrong, in a sentence.
  let message: String
  /// Whether it probably calls itself without end, as every check of the same function would show.
  let isOutOfStack: Bool

  /// How a run must be started so that a crash leaves a trace in a folder.
  static func environment(folder: String?) -> [String: String] {
    guard let folder else { return ["SWIFT_BACKTRACE": "enable=no"] }
    return [
      "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,threads=crashed,images=none,"
        + "format=json,output-to=\(folder),sanitize=no,symbolicate=fast,demangle=no"
    ]
  }

  /// Reads the trace that a crash left.
  ///
  /// - Parameters:
  ///   - folder: Where the trace was to be written, if one was asked for.
  ///   - file: The learner's file.
  ///   - ending: How the run ended.
  ///   - errors: What it wrote to standard error.
  init(folder: String?, file: String, ending: Command.Ending, errors: String) {
    let names = folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? []
    let trace = names.first { $0.hasSuffix(".json") }
      .flatMap { FileManager.default.contents(atPath: "\(folder ?? "")/\($0)") }
      .flatMap { JSONValue(parsing: $0) }
    let threads = trace?["threads"]?.elements ?? []
    let crashed = threads.first { $0["crashed"] == .bool(true) } ?? threads.first
    let place = crashed?["frames"]?.elements.compactMap { $0["sourceLocation"] }
      .first { $0["file"]?.string == file }
    line = place?["line"]?.integer
    let words = CrashReport.lastWords(in: errors)
    // A trace needs some stack itself.
    isOutOfStack =
      words == nil && folder != nil && trace == nil
      && [.signal(SIGSEGV), .signal(SIGBUS)].contains(ending)
    let said =
      words?.hasPrefix("failed to allocate") == true
      ? CrashReport.outOfMemory
      : words ?? CrashReport.meaning(of: ending, isOutOfStack: isOutOfStack)
    let code = line.flatMap { CrashReport.source(line: $0, of: file) }
    let advice = CrashAdvice.sentence(for: said, line: code)
    message = advice.map { said + ". " + $0 } ?? said
  }

  private static func source(line: Int, of file: String) -> String? {
    let lines = WholeFile.read(file)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    return lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
  }

  /// The message of the trap that ended the program, without the place in Swift's own sources.
  static func lastWords(in errors: String) -> String? {
    for line in errors.split(separator: "\n").reversed() {
      for mark in ["Fatal error: ", "Precondition failed: ", "Assertion failed: "] {
        if let range = line.range(of: mark) { return String(line[range.upperBound...]) }
      }
      for mark in ["Fatal error", "Precondition failed", "Assertion failed"]
      where line.hasSuffix(mark) {
        return mark
      }
    }
    return nil
  }

  /// What is said where the system gave no more memory, in the place of Swift's words.
  private static let outOfMemory =
    "It wanted more than \(MemoryLimit.text) of memory, which is all that a check may take: a list "
    + "that grows without end, or a size that is wrong?"

  static func meaning(of ending: Command.Ending, isOutOfStack: Bool) -> String {
    switch ending {
    case .exit(let code):
      "Your code ended the whole program with exit(\(code)). Return or throw instead."
    case .signal(SIGSEGV), .signal(SIGBUS):
      isOutOfStack
        ? "It ran out of stack: a function that calls itself without end?"
        : "It used memory that is not there."
    case .signal(SIGILL), .signal(SIGTRAP):
      "Swift stopped it: an index out of range, a number too large for its type, or a nil unwrapped?"
    case .signal(SIGKILL):
      "The system ended it: did it want too much memory?"
    case .signal(SIGXCPU):
      "It used more processor time than a check may."
    case .signal(let number): "The system ended it with signal \(number)."
    case .timedOut, .interrupted: "It did not end."
    }
  }
}
