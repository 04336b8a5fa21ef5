import Foundation

/// Where and why the learner's code crashed: from its last words, and from Swift's backtrace.
struct CrashReport {
  /// How much is to be learned of a crash, and how long that takes.
  enum Trace {
    /// The last words only, at once.
    case none
    /// The line, in a fifth of a second.
    case line
    /// The line and what the processor refused, in half a second.
    case cause

    /// How a run must be started so that a crash leaves this trace in a folder.
    func environment(folder: String) -> [String: String] {
      if self == .none { return ["SWIFT_BACKTRACE": "enable=no"] }
      return [
        "SWIFT_BACKTRACE": "enable=yes,color=no,interactive=no,threads=crashed,images=none,"
          + "format=json,output-to=\(folder),sanitize=no,demangle=no,"
          + "symbolicate=\(self == .line ? "fast" : "full")"
      ]
    }
  }

  /// The line in the learner's file, if the trace names one.
  let line: Int?
  /// What went wrong, in a sentence.
  let message: String
  /// What else was said, a line each.
  let details: [String]
  /// Whether it is known what went wrong; if not, the message is a guess at it.
  let isCertain: Bool
  /// Whether it probably calls itself without end, as every check of the same function would show.
  let isOutOfStack: Bool

  /// Reads the trace that a crash left.
  ///
  /// - Parameters:
  ///   - trace: What it was to leave.
  ///   - folder: Where that is.
  ///   - file: The learner's file.
  ///   - ending: How the run ended.
  ///   - errors: What it wrote to standard error.
  init(trace: Trace, folder: String, file: String, ending: Command.Ending, errors: String) {
    let frames = CrashReport.frames(in: folder)
    let places = frames.compactMap { $0["sourceLocation"] }
      .filter { $0["file"]?.string.map { CrashReport.isPath(of: file, $0) } ?? false }
    // An element that is changed in its place has line 0.
    line = places.compactMap { $0["line"]?.integer }.first { $0 > 0 }
    let words = CrashReport.lastWords(in: errors) ?? CrashReport.failure(in: frames)
    let isTrap = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP].contains { ending == .signal($0) }
    // A trace needs some stack itself.
    isOutOfStack =
      words == nil && trace != .none && frames.isEmpty
      && [.signal(SIGSEGV), .signal(SIGBUS)].contains(ending)
    isCertain = words != nil || !isTrap || isOutOfStack || trace == .cause
    let isOutOfMemory = words?.first?.hasPrefix("failed to allocate") == true
    let said = isOutOfMemory ? [CrashReport.outOfMemory] : words
    message = said?.first ?? CrashReport.meaning(of: ending, isOutOfStack: isOutOfStack)
    let code = line.flatMap { CrashReport.source(line: $0, of: file) }
    details =
      [CrashAdvice.sentence(for: message, line: code)].compactMap { $0 } + (said ?? []).dropFirst()
  }

  private static func source(line: Int, of file: String) -> String? {
    let lines = WholeFile.read(file)?.split(separator: "\n", omittingEmptySubsequences: false) ?? []
    return lines.indices.contains(line - 1) ? String(lines[line - 1]) : nil
  }

  /// What the thread that crashed was at, innermost first; nothing where there is no trace.
  private static func frames(in folder: String) -> [JSONValue] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let trace = names.first { $0.hasSuffix(".json") }
      .flatMap { FileManager.default.contents(atPath: "\(folder)/\($0)") }
      .flatMap { JSONValue(parsing: $0) }
    let threads = trace?["threads"]?.elements ?? []
    let crashed = threads.first { $0["crashed"] == .bool(true) } ?? threads.first
    return crashed?["frames"]?.elements ?? []
  }

  /// Whether a trace means a file; where a module has several, their paths begin at the course.
  private static func isPath(of file: String, _ path: String) -> Bool {
    path.hasPrefix("/") ? path == file : file.hasSuffix("/" + path)
  }

  /// The message of the trap that ended the program, without the place in Swift's own sources.
  static func lastWords(in errors: String) -> [String]? {
    var lines = errors.split(separator: "\n", omittingEmptySubsequences: false)
    // A trace that Swift writes behind the message is no part of it.
    let traces = ["*** Signal ", "Current stack trace:"]
    if let start = lines.firstIndex(where: { line in traces.contains { line.hasPrefix($0) } }) {
      lines.removeSubrange(start...)
    }
    let marks = ["Fatal error", "Precondition failed", "Assertion failed"]
    for index in lines.indices.reversed() {
      for mark in marks {
        guard let range = lines[index].range(of: mark) else { continue }
        let rest = lines[index][range.upperBound...]
        guard rest.isEmpty || rest.hasPrefix(": ") else { continue }
        let first = String(rest.dropFirst(2))
        var words = [first.isEmpty ? mark : first] + lines[(index + 1)...].map(String.init)
        while words.count > 1, words.last?.isEmpty == true { words.removeLast() }
        return words
      }
    }
    return nil
  }

  /// What the processor refused, where no words were left: "arithmetic overflow".
  private static func failure(in frames: [JSONValue]) -> [String]? {
    let mark = "Swift runtime failure: "
    let symbol = frames.lazy.compactMap { $0["symbol"]?.string }.first { $0.hasPrefix(mark) }
    guard let failure = symbol?.dropFirst(mark.count) else { return nil }
    if failure == "arithmetic overflow" {
      return [
        "Arithmetic overflow: the result is too large for its type, or below what it can hold"
      ]
    }
    return [failure.prefix(1).uppercased() + failure.dropFirst()]
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
