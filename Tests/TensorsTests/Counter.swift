import Dispatch
import Foundation
import Synchronization
import Tensors

/// A number that closures on any thread may count up.
final class Counter: Sendable {
  private let number = Atomic<Int>(0)

  var count: Int { number.load(ordering: .sequentiallyConsistent) }

  func add(_ amount: Int = 1) { number.wrappingAdd(amount, ordering: .sequentiallyConsistent) }
}

/// Something a pullback captures, to see how long it lives.
final class Probe: Sendable {
  private let living: Counter

  init(_ living: Counter) {
    self.living = living
    living.add()
  }

  deinit { living.add(-1) }
}

extension Tensor {
  /// The same values, as the result of an operator that counts how often it is pulled back and
  /// how many of its like there are.
  func counted(_ calls: Counter, living: Counter = Counter()) -> Tensor {
    let probe = Probe(living)
    return detached().recorded("counted", from: self) { upstream, _ in
      withExtendedLifetime(probe) { calls.add() }
      return upstream
    }
  }
}

/// Runs a closure on a thread of its own with a stack of the given size, and waits for it.
///
/// Returns whether the system granted that size.
func runOnThread(stackBytes: Int, _ body: @escaping @Sendable () -> Void) -> Bool {
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    body()
    done.signal()
  }
  thread.stackSize = stackBytes
  thread.start()
  done.wait()
  return thread.stackSize == stackBytes
}
