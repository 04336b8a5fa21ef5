import Foundation
import Synchronization

/// Ctrl-C and its kin, as a byte in a pipe that everything which waits also listens to.
///
/// Nothing is done inside the signal handler but writing that byte; programs that were started are
/// ended, and the terminal is put right, by the code that started and changed them.
public enum Interruption {
  private static let writingEnd = Atomic<Int32>(-1)
  private static let happened = Atomic<Bool>(false)
  private static let superseded = Mutex<@Sendable () -> Bool>({ false })

  /// The end to poll, which becomes readable on a signal; handlers are put in on first use.
  public static let descriptor: Int32 = {
    // Where children's ends are ignored, as whoever started this may have asked, the system keeps
    // no record of how they ended.
    signal(SIGCHLD, SIG_DFL)
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    writingEnd.store(ends[1], ordering: .releasing)
    // Whoever started this may have had them blocked, as threads of a pool have.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP, SIGQUIT] {
      sigaddset(&signals, number)
      signal(number) { _ in
        Interruption.happened.store(true, ordering: .releasing)
        var byte: UInt8 = 1
        _ = write(Interruption.writingEnd.load(ordering: .acquiring), &byte, 1)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return ends[0]
  }()

  /// Whether the course was asked to end.
  public static var isRequested: Bool { happened.load(ordering: .acquiring) }

  /// Whether what is running should stop, because of a signal or because it has become useless.
  static var shouldStop: Bool { isRequested || superseded.withLock { $0 }() }

  /// Stops with the right error if the course was asked to end.
  public static func check() throws(CourseError) {
    if shouldStop { throw CourseError(.interrupted, "Interrupted.") }
  }

  /// Runs `body`, which is stopped when it has become useless.
  ///
  /// - Parameters:
  ///   - isSuperseded: Says whether it has; it is asked again and again, from any thread.
  ///   - body: What is running.
  /// - Throws: What `body` throws.
  public static func stopping(
    when isSuperseded: @escaping @Sendable () -> Bool, _ body: () throws(CourseError) -> Void
  ) throws(CourseError) {
    superseded.withLock { $0 = isSuperseded }
    defer { superseded.withLock { $0 = { false } } }
    try body()
  }

  /// Leaves Ctrl-C to a program that has the terminal, while `body` runs.
  static func leavingKeys<Result>(
    _ body: () throws(CourseError) -> Result
  ) throws(CourseError) -> Result {
    let before = signal(SIGINT, SIG_IGN)
    let beforeQuit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, before)
      signal(SIGQUIT, beforeQuit)
    }
    return try body()
  }
}
