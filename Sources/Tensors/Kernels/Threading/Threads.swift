import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The threads that share the work of one kernel.
///
/// A kernel cuts its work into parts. **Results must never depend on the number of threads**, to
/// the last bit: so either cut by the sizes of the problem alone, or compute every element in a way
/// that does not depend on the cuts; and never let two parts write to the same element.
public enum Threads {
  private static let limit = Atomic<Int>(defaultCount())

  /// How many threads a kernel may use, the calling one included; it can be set at any time.
  ///
  /// At first it is the environment's `GLASSBOX_THREADS` if that is a positive number, else the
  /// number of processors, but at most 8: kernels here last microseconds, and the time to wake and
  /// to await many threads (and, on some machines, slow cores) grows faster than what they gain.
  public static var count: Int {
    get { limit.load(ordering: .relaxed) }
    set { limit.store(min(max(newValue, 1), ThreadPool.capacity + 1), ordering: .relaxed) }
  }

  /// Calls `body(part)` once for every part in `0..<parts`, on several threads at once.
  ///
  /// Returns when all parts are done. The calling thread works too. One call at a time has the
  /// other threads' help: a call made meanwhile, from inside a body or from another thread, runs
  /// all its parts itself.
  ///
  /// - Parameters:
  ///   - parts: How many parts there are; a few per thread even out their differences.
  ///   - body: What computes a part, given its number.
  static func run(_ parts: Int, _ body: (Int) -> Void) {
    let helpers = min(count, parts) &- 1
    if helpers > 0, ThreadPool.shared.run(parts, helpers: helpers, body) { return }
    var part = 0
    while part < parts {
      body(part)
      part &+= 1
    }
  }

  /// Calls `body` with contiguous ranges that together make up `0..<count`, on several threads.
  ///
  /// Where the cuts are depends on the number of threads, so an element's result must not depend
  /// on the range it comes in.
  ///
  /// - Parameters:
  ///   - count: The number of elements.
  ///   - grain: The fewest elements worth a part; with fewer than two grains all are one range.
  ///   - body: What computes the elements of a range.
  static func split(_ count: Int, grain: Int, _ body: (Range<Int>) -> Void) {
    let threads = self.count
    let grain = max(grain, 1)
    guard threads > 1, count >= 2 &* grain else {
      if count > 0 { body(0..<count) }
      return
    }
    // Two parts a thread: if one thread is late, others take over half of its share.
    let parts = min(2 &* threads, count / grain)
    let (size, extra) = count.quotientAndRemainder(dividingBy: parts)
    run(parts) { part in
      let start = part &* size &+ min(part, extra)
      body(start..<(start &+ size &+ (part < extra ? 1 : 0)))
    }
  }

  private static func defaultCount() -> Int {
    if let text = unsafe getenv("GLASSBOX_THREADS"), let wanted = unsafe Int(String(cString: text)),
      wanted > 0
    {
      return min(wanted, ThreadPool.capacity + 1)
    }
    return min(max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1), 8)
  }
}
