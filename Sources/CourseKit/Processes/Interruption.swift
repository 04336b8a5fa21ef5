import Foundation

/// Ctrl-C and its kin, as a byte in a pipe that everything which waits also listens to.
///
/// Nothing is done inside the signal handler but writing that byte; programs that were started are
/// ended, and the terminal is put right, by the code that started and changed them.
public enum Interruption {
  // Written once, before the handlers that read it are put in.
  private nonisolated(unsafe) static var writingEnd: Int32 = -1
  private nonisolated(unsafe) static var happened = false

  /// The end to poll, which becomes readable on a signal; handlers are put in on first use.
  public static let descriptor: Int32 = {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return -1 }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    writingEnd = ends[1]
    // Whoever started this may have had them blocked, as threads of a pool have.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      sigaddset(&signals, number)
      signal(number) { _ in
        Interruption.happened = true
        var byte: UInt8 = 1
        _ = write(Interruption.writingEnd, &byte, 1)
      }
    }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    return ends[0]
  }()

  /// Says that what is running has become useless; only used on one thread, by whoever watches.
  public nonisolated(unsafe) static var isSuperseded: () -> Bool = { false }

  /// Whether the course was asked to end.
  public static var isRequested: Bool { happened }

  /// Whether what is running should stop, because of a signal or because it has become useless.
  static var shouldStop: Bool { happened || isSuperseded() }

  /// Stops with the right error if the course was asked to end.
  public static func check() throws(CourseError) {
    if shouldStop { throw CourseError(.interrupted, "Interrupted.") }
  }

  /// Leaves Ctrl-C to a program that has the terminal, while `body` runs.
  public static func leftToChild<Result>(_ body: () -> Result) -> Result {
    let before = signal(SIGINT, SIG_IGN)
    let beforeQuit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, before)
      signal(SIGQUIT, beforeQuit)
    }
    return body()
  }
}
