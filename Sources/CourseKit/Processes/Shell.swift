import Foundation

/// Runs lines that the compiler's driver has printed.
package enum Shell {
  /// Runs one line after another, until one fails.
  package static func run(_ lines: [String]) throws(CourseError) -> Command.Outcome {
    // Each line is an argument of its own: together they may be longer than one argument can be.
    let script = "for line do eval \"$line\" || exit; done"
    var command = Command("/bin/sh", ["-c", script, "sh"] + lines)
    command.timeout = 300
    let outcome = try command.run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome
  }
}
