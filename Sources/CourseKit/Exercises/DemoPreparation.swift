import Foundation
import Synchronization

/// Builds a lesson's demo on the learner's code while nobody waits for it, so that the first
/// `run --mine` need not begin with a minute of building.
///
/// It gives way to everything else that runs, and ends when it is told to.
public final class DemoPreparation: Sendable {
  private let isStopped = Mutex(false)
  private let ending = DispatchSemaphore(value: 0)

  /// Begins to build; nil where there is no demo, or one has been built already.
  public init?(of lesson: Lesson, in course: Course) {
    guard var command = Demo(course: course, lesson: lesson).preparation else { return nil }
    command.isSuperseded = { [weak self] in self?.isStopped.withLock { $0 } ?? true }
    Thread { [command, ending] in
      // Whatever is wrong will be said to whoever asks for the demo.
      _ = try? command.run()
      ending.signal()
    }.start()
  }

  /// Ends what is running, and comes back when it has ended.
  public func stop() {
    isStopped.withLock { $0 = true }
    ending.wait()
    ending.signal()
  }
}
