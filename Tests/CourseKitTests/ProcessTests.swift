import CourseKit
import Foundation
import Testing

/// Programs are started, read, limited and ended with everything they started.
@Suite struct ProcessTests {
  private func shell(_ script: String) -> Command { Command("/bin/sh", ["-c", script]) }

  @Test func `both kinds of output and the code come back`() throws {
    let outcome = try shell("echo out; echo err >&2; exit 7").run()
    #expect(outcome.ending == .exit(7))
    #expect(outcome.output.text == "out\n")
    #expect(outcome.errors.text == "err\n")
  }

  @Test func `a signal is told from a code`() throws {
    #expect(try shell("kill -SEGV $$").run().ending == .signal(SIGSEGV))
  }

  @Test func `more output than a pipe holds is read while it runs, and capped`() throws {
    var command = shell("head -c 3000000 /dev/zero | tr '\\0' x; echo end")
    command.outputLimit = 10_000
    let outcome = try command.run()
    #expect(outcome.succeeded)
    #expect(outcome.output.total == 3_000_004)
    #expect(outcome.output.text.utf8.count < 12_000)
    #expect(outcome.output.text.hasSuffix("end\n"))
    #expect(outcome.output.text.contains("left out"))
  }

  @Test func `what does not end is ended, with children that left its session`() throws {
    let seconds = "3\(UInt32.random(in: 1000...99_999))"
    var command = shell("setsid sleep \(seconds) & trap '' TERM; while true; do :; done")
    command.timeout = 0.3
    #expect(try command.run().ending == .timedOut)
    let left = try shell("ps ax | grep 'sleep \(seconds)' | grep -v grep").run()
    #expect(left.output.text.isEmpty)
  }

  @Test func `a child that keeps the pipe open keeps nobody waiting`() throws {
    var command = shell("sleep 600 & echo done")
    command.timeout = 300
    let outcome = try command.run()
    #expect(outcome.ending == .exit(0))
    #expect(outcome.output.text == "done\n")
  }

  @Test func `on demand nobody is left after an end that nobody forced`() throws {
    let seconds = "4\(UInt32.random(in: 1000...99_999))"
    var command = shell("setsid sleep \(seconds) > /dev/null 2>&1 & sleep 0.1")
    command.leavesNothingBehind = true
    #expect(try command.run().ending == .exit(0))
    let left = try shell("ps ax | grep 'sleep \(seconds)' | grep -v grep").run()
    #expect(left.output.text.isEmpty)
  }

  @Test func `an ending that the system lost is no success`() async {
    await #expect(processExitsWith: .success) {
      _ = Interruption.descriptor
      signal(SIGCHLD, SIG_IGN)
      #expect(throws: CourseError.self) { try Command("/bin/sh", ["-c", "exit 0"]).run() }
    }
  }

  @Test func `a line-buffered program's prints survive its crash`() throws {
    // Python buffers as the C library does: only into a terminal it writes line by line.
    guard Executable.path(of: "perl") != nil else { return }
    var command = Command("perl", ["-e", "print qq(before\\n); kill 'KILL', $$;"])
    #expect(try command.run().output.text == "")
    command.isLineBuffered = true
    #expect(try command.run().output.text == "before\n")
  }

  @Test func `a program that is not there is named`() throws {
    #expect(throws: CourseError.self) { try Command("/no/such/program", []).run() }
  }

  @Test func `an empty value takes a variable away`() throws {
    var command = shell("echo ${PATH-none} ${MORE-none}")
    command.environment = ["PATH": "", "MORE": "x"]
    #expect(try command.run().output.text.hasSuffix(" x\n"))
    command.environment = ["MORE": ""]
    #expect(try command.run().output.text.hasSuffix(" none\n"))
  }
}
