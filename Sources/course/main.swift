import CourseKit
import Foundation

/// Chooses the verb and runs it; without a verb, watches on a terminal and tells the status elsewhere.
func start(_ words: [String]) throws(CourseError) -> ExitCode {
  var words = words[...]
  let isOnTerminal = Terminal.isTerminal(STDIN_FILENO) && Terminal.isTerminal(STDOUT_FILENO)
  let plain = Style(
    isColoured: ColourChoice.auto.isColoured(
      onTerminal: Terminal.isTerminal(STDOUT_FILENO),
      environment: ProcessInfo.processInfo.environment))
  var name = isOnTerminal ? "watch" : "status"
  if let first = words.first, ["help", "--help", "-h"].contains(first) {
    if words.count == 2, let verb = Verb.all.first(where: { $0.name == words.last }) {
      print(Help.text(of: verb, style: plain))
    } else {
      print(Help.overview(style: plain))
    }
    return .passed
  }
  if let first = words.first, !first.hasPrefix("-") {
    name = first
    words.removeFirst()
  }
  guard let verb = Verb.all.first(where: { $0.name == name }) else {
    let suggestion = Suggestion.sentence(for: name, among: Verb.all.map(\.name))
    throw CourseError(
      .usage, "course cannot “\(name)”.\(suggestion) ./course --help lists what it can.")
  }
  let invocation = try Invocation.parse(Array(words), for: verb)
  if invocation.has("--help") {
    print(Help.text(of: verb, style: plain))
    return .passed
  }
  return try verb.run(invocation)
}

signal(SIGPIPE, SIG_IGN)
do throws(CourseError) {
  exit(try start(Array(CommandLine.arguments.dropFirst())).rawValue)
} catch {
  let style = Style(
    isColoured: ColourChoice.auto.isColoured(
      onTerminal: Terminal.isTerminal(STDERR_FILENO),
      environment: ProcessInfo.processInfo.environment))
  if error.kind == .interrupted { Terminal.write("\n", to: STDERR_FILENO) }
  Terminal.write(
    style.bold(
      Wrapping.wrap(error.description, width: min(100, Terminal.size(of: STDERR_FILENO).columns)))
      + "\n", to: STDERR_FILENO)
  exit(error.exitCode.rawValue)
}
