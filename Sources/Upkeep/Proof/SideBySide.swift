import Dispatch
import Foundation

/// Does something with several items at once, a core each, and tells of them in their order.
///
/// Everything here is guarded by one lock, the closures included, so that whoever is told need not
/// know of threads.
final class SideBySide<Item, Found>: @unchecked Sendable {
  private let items: [Item]
  private let work: (Item) -> Found
  private let tell: (Found) -> Void
  private let lock = NSLock()
  private var results: [Found?]
  private var told = 0

  /// Prepares the work.
  ///
  /// - Parameters:
  ///   - items: What it is done with.
  ///   - work: Does it with one of them, on any thread.
  ///   - tell: Is handed what was found, one after another.
  init(_ items: [Item], work: @escaping (Item) -> Found, tell: @escaping (Found) -> Void) {
    self.items = items
    self.work = work
    self.tell = tell
    results = Array(repeating: nil, count: items.count)
  }

  /// Does it with all of them.
  func run() {
    DispatchQueue.concurrentPerform(iterations: items.count) { index in
      finish(index, work(items[index]))
    }
  }

  /// Tells of all items up to the first that is not done yet.
  private func finish(_ index: Int, _ found: Found) {
    lock.withLock {
      results[index] = found
      while told < results.count, let next = results[told] {
        tell(next)
        told += 1
      }
    }
  }
}
