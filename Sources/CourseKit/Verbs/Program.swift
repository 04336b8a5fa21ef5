import Foundation
import Texts

/// A program of the course: arguments in, text and an exit code out.
package struct Program: Sendable {
  /// What it does, in the order in which the help lists it.
  private let verbs: [Verb]
  /// The name of the verb that is run where none is typed.
  private let usual: @Sendable (_ hasLesson: Bool) -> String

  /// Creates a program.
  ///
  /// - Parameters:
  ///   - verbs: What it does, in the order in which the help lists it.
  ///   - usual: The name of the verb that is run where none is typed; it is told whether a lesson's
  ///     number is.
  package init(verbs: [Verb], usual: @escaping @Sendable (_ hasLesson: Bool) -> String) {
    self.verbs = verbs
    self.usual = usual
  }

  /// Runs the verb that was typed, and ends the process with its exit code.
  package func run() -> Never {
    signal(SIGPIPE, SIG_IGN)
    Program.prepareProcess()
    do throws(CourseError) {
      let code = try start(CommandLine.arguments.dropFirst())
      if let reason = Terminal.lostOutput {
        throw CourseError(.fault, "Not all of this could be written: \(reason).")
      }
      exit(code.rawValue)
    } catch {
      let style = Program.style(of: STDERR_FILENO)
      if error.kind == .interrupted { Terminal.write("\n", to: STDERR_FILENO) }
      let width = min(100, Terminal.size(of: STDERR_FILENO).columns)
      Terminal.write(
        style.bold(Wrapping.wrap(Printable.cleaned(error.description), width: width)) + "\n",
        to: STDERR_FILENO)
      exit(error.exitCode.rawValue)
    }
  }

  /// Mends what whoever started this has left out.
  private static func prepareProcess() {
    // Where a stream was closed, the next file to be opened would be taken for it.
    for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
      _ = open("/dev/null", O_RDWR)
    }
    // No program can be started from a folder that was removed.
    if !FileManager.default.fileExists(atPath: FileManager.default.currentDirectoryPath) {
      chdir("/")
    }
  }

  private func start(_ words: ArraySlice<String>) throws(CourseError) -> ExitCode {
    var words = words
    let plain = Program.style(of: STDOUT_FILENO)
    if let first = words.first, ["help", "--help", "-h"].contains(first) {
      if words.count == 2, let verb = verbs.first(where: { $0.name == words.last }) {
        Terminal.write(Help.text(of: verb, style: plain) + "\n")
      } else {
        Terminal.write(Help.overview(of: verbs, style: plain) + "\n")
      }
      return .passed
    }
    if words.first == "--version" {
      let course = try Course.located(
        environment: ProcessInfo.processInfo.environment,
        directory: FileManager.default.currentDirectoryPath)
      Terminal.write("Glassbox \(try course.version())\n")
      return .passed
    }
    // `./course 3`: no verb begins with a digit.
    let hasLesson = words.first?.first?.isNumber == true
    var name = usual(hasLesson)
    if let first = words.first, !first.hasPrefix("-"), !hasLesson {
      name = first
      words.removeFirst()
    }
    guard let verb = verbs.first(where: { $0.name == name }) else { throw unknown(name) }
    let invocation = try Invocation.parse(Array(words), for: verb)
    if invocation.has("--help") {
      Terminal.write(Help.text(of: verb, style: plain) + "\n")
      return .passed
    }
    return try verb.run(invocation)
  }

  private func unknown(_ name: String) -> CourseError {
    let maintainers = MaintainersVerb.allCases.map(\.rawValue)
    // The launcher hands these to the other program, where there is one.
    if maintainers.contains(name) {
      return CourseError(
        .nothingMatched,
        "“\(name)” is for those who work on the course: ./course \(name), in a copy of it that has "
          + "solutions.")
    }
    let suggestion = Suggestion.sentence(for: name, among: verbs.map(\.name) + maintainers)
    return CourseError(
      .usage, "course cannot “\(name)”.\(suggestion) ./course --help lists what it can.")
  }

  private static func style(of descriptor: Int32) -> Style {
    Style(
      isColoured: ColourChoice.auto.isColoured(
        onTerminal: Terminal.isTerminal(descriptor),
        environment: ProcessInfo.processInfo.environment))
  }
}
