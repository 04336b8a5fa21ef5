import Foundation
import Texts

/// A program to be started, and the limits it has to keep.
public struct Command: Sendable {
  /// The program's path, or a name to be looked up in `PATH`.
  public var program: String

  /// What it is given.
  public var arguments: [String]

  /// What is added to this process's own environment; an empty value takes a variable away.
  public var environment: [String: String] = [:]

  /// What it reads from standard input, a few bytes; nothing without it.
  public var input: String?

  /// After how many seconds it is ended, if at all.
  public var timeout: Double?

  /// How many bytes of each kind of output are kept.
  public var outputLimit = 1_000_000

  /// Whether its output goes through a pseudo terminal, so that it comes line by line.
  ///
  /// Into a pipe, the C library collects several kilobytes before it writes; a program that crashes
  /// takes them with it.
  public var isLineBuffered = false

  /// How many seconds of processor time it may use, should this process be killed meanwhile.
  public var processorLimit: Int?

  /// How many bytes of memory it may take, and each program that it starts as well.
  public var memoryLimit: Int?

  /// Whether whatever it has started is ended with it, also when it ends by itself.
  public var leavesNothingBehind = false

  /// Whether nobody waits for it any more, so that it is ended; asked again and again.
  public var isSuperseded: @Sendable () -> Bool = { false }

  /// Creates a command without limits.
  public init(_ program: String, _ arguments: [String]) {
    self.program = program
    self.arguments = arguments
  }

  /// How a program ended.
  public enum Ending: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
    case timedOut
    case interrupted
  }

  /// What a program left behind.
  public struct Outcome: Sendable {
    /// How it ended.
    public let ending: Ending
    /// What it wrote to standard output.
    public let output: CappedOutput
    /// What it wrote to standard error.
    public let errors: CappedOutput

    /// Whether it ended by itself with 0.
    public var succeeded: Bool { ending == .exit(0) }
  }

  /// Starts the program and waits for it; its output is read while it runs.
  ///
  /// - Parameters:
  ///   - watch: Is handed standard output as it comes, in pieces of any length.
  ///   - tick: Is called again and again while the program runs.
  /// - Returns: How it ended, and what it wrote.
  /// - Throws: A `CourseError` where it cannot be started.
  public func run(
    watch: (ArraySlice<UInt8>) -> Void = { _ in }, tick: () -> Void = {}
  ) throws(CourseError) -> Outcome {
    let mark = "\(getpid()).\(UInt64.random(in: 0...(.max)))"
    let channel = try OutputChannel(isTerminal: isLineBuffered)
    let errorChannel = try OutputChannel(isTerminal: false)
    let inputChannel = try OutputChannel(isTerminal: false)
    defer {
      channel.close()
      errorChannel.close()
      inputChannel.close()
    }
    // It fits into the pipe, so nobody has to read it now.
    Terminal.write(input ?? "", to: inputChannel.writingEnd)
    inputChannel.closeWritingEnd()
    _ = Interruption.descriptor
    let child = try Spawning(
      command: limited, mark: mark, input: inputChannel.readingEnd, output: channel.writingEnd,
      errors: errorChannel.writingEnd
    ).start()
    channel.closeWritingEnd()
    errorChannel.closeWritingEnd()
    let family = Descendants(leader: child, mark: mark)
    var output = CappedOutput(limit: outputLimit)
    var errors = CappedOutput(limit: outputLimit)
    var deadline = timeout.map { Date().addingTimeInterval($0) }
    var lastLook = Date()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var open = [channel.readingEnd, errorChannel.readingEnd]
    var ending: Ending?

    /// Reads whatever is there; false when the other end is closed.
    func drain(_ descriptor: Int32) -> Bool {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 { return errno == EAGAIN || errno == EINTR }
      if count == 0 { return false }
      if descriptor == channel.readingEnd {
        output.append(buffer[..<count])
        watch(buffer[..<count])
      } else {
        errors.append(buffer[..<count])
      }
      return true
    }

    while ending == nil {
      tick()
      if Interruption.shouldStop || isSuperseded() {
        family.end()
        _ = try endingOf(child, waiting: true)
        return Outcome(ending: .interrupted, output: output, errors: errors)
      }
      // Ctrl-Z or a lid that was shut: in that time nothing could be seen, so it does not count.
      let now = Date()
      let absence = now.timeIntervalSince(lastLook)
      if absence > 1 { deadline?.addTimeInterval(absence) }
      lastLook = now
      if let deadline, now >= deadline {
        family.end()
        _ = try endingOf(child, waiting: true)
        return Outcome(ending: .timedOut, output: output, errors: errors)
      }
      var polled = (open + [Interruption.descriptor]).map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      // With both ends closed the program is about to end; else it may have ended although somebody
      // it started still holds the ends.
      _ = poll(&polled, nfds_t(polled.count), open.isEmpty ? 1 : 20)
      for entry in polled.dropLast() where entry.revents != 0 {
        if !drain(entry.fd) { open.removeAll { $0 == entry.fd } }
      }
      ending = try endingOf(child, waiting: false)
    }
    // What it wrote last may still be in the pipes.
    for descriptor in open {
      var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      while poll(&entry, 1, 0) > 0, entry.revents & Int16(POLLIN) != 0, drain(descriptor) {}
    }
    kill(-child, SIGKILL)
    if leavesNothingBehind { family.endThoseLeft() }
    return Outcome(ending: ending ?? .interrupted, output: output, errors: errors)
  }

  /// Starts the program with this terminal as its own, and waits for it.
  ///
  /// Ctrl-C reaches it from the terminal; what only this process is told, it is told in turn.
  ///
  /// - Returns: How it ended; `interrupted` where this process was asked to end meanwhile.
  /// - Throws: A `CourseError` where it cannot be started, or the system lost how it ended.
  public func runOnTerminal() throws(CourseError) -> Ending {
    let descriptor = Interruption.descriptor
    let child = try Spawning(command: limited, mark: "", input: nil, output: nil, errors: nil)
      .start()
    return try Interruption.leavingKeys { () throws(CourseError) in
      var asked: Date?
      while true {
        if let ending = try endingOf(child, waiting: false) {
          return asked == nil ? ending : .interrupted
        }
        if let since = asked {
          if Date().timeIntervalSince(since) > 2 { kill(child, SIGKILL) }
          usleep(10_000)
          continue
        }
        if Interruption.isRequested {
          asked = Date()
          kill(child, SIGTERM)
        }
        var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        _ = poll(&polled, 1, 10)
      }
    }
  }

  /// The same command behind a shell that sets limits, which outlive this process.
  private var limited: Command {
    var limits: [String] = []
    if let processorLimit { limits.append("ulimit -t \(processorLimit)") }
    // The size of all that may be written to; addresses are no measure, some programs reserve many.
    if let memoryLimit { limits.append("ulimit -d \(memoryLimit / 1024) 2>/dev/null") }
    guard !limits.isEmpty else { return self }
    var copy = self
    copy.program = "/bin/sh"
    let script = (["ulimit -c 0"] + limits + ["exec \"$0\" \"$@\""]).joined(separator: "; ")
    copy.arguments = ["-c", script, program] + arguments
    return copy
  }

  /// How a child ended; nil where it has not, and nobody is to wait.
  private func endingOf(_ child: pid_t, waiting: Bool) throws(CourseError) -> Ending? {
    var status: Int32 = 0
    while true {
      let result = waitpid(child, &status, waiting ? 0 : WNOHANG)
      if result == child {
        let signal = status & 0x7f
        return signal == 0 ? .exit((status >> 8) & 0xff) : .signal(signal)
      }
      if result == 0 { return nil }
      if errno == EINTR { continue }
      // Nothing may be concluded from an ending that nobody saw.
      throw CourseError(
        .fault,
        "The system does not say how \(program) ended (\(String(cString: strerror(errno)))). "
          + "Try again from another terminal.")
    }
  }
}
