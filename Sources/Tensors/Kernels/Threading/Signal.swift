import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Waiting for a condition on shared atomics: awake at first, then asleep.
///
/// Jobs mostly come back to back, and an awake thread sees the next one within a fraction of a
/// microsecond, where waking a sleeping one takes tens. Sleeping costs an idle process nothing.
///
/// No wake-up is lost, because all that matters is sequentially consistent: a waiter counts itself
/// as asleep and then looks at the condition; who changes the condition does so and then looks for
/// sleepers. Whichever comes second in the single order sees the other.
@safe final class Signal: @unchecked Sendable {
  /// How long to stay awake, in nanoseconds: about what it takes to fall asleep and be woken.
  private static let patience = 50_000

  private let sleepers = Atomic<Int>(0)
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>

  /// A signal nobody waits for yet.
  init() {
    unsafe mutex = .allocate(capacity: 1)
    unsafe condition = .allocate(capacity: 1)
    unsafe mutex.initialize(to: pthread_mutex_t())
    unsafe condition.initialize(to: pthread_cond_t())
    unsafe pthread_mutex_init(mutex, nil)
    unsafe pthread_cond_init(condition, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(condition)
    unsafe pthread_mutex_destroy(mutex)
    unsafe condition.deallocate()
    unsafe mutex.deallocate()
  }

  /// Returns when `ready` does, which must load with sequentially consistent ordering.
  ///
  /// - Parameter ready: The condition; it is asked often, so it should be a load or two.
  func wait(until ready: () -> Bool) {
    if ready() { return }
    let start = Self.nanoseconds()
    repeat {
      for _ in 0..<32 where ready() {
        return
      }
      // If there are more threads than processors, what is awaited may need this one.
      sched_yield()
    } while Self.nanoseconds() &- start < Self.patience

    unsafe pthread_mutex_lock(mutex)
    sleepers.wrappingAdd(1, ordering: .sequentiallyConsistent)
    while !ready() { unsafe pthread_cond_wait(condition, mutex) }
    sleepers.wrappingSubtract(1, ordering: .sequentiallyConsistent)
    unsafe pthread_mutex_unlock(mutex)
  }

  /// Wakes sleepers, after what they wait for was stored with sequentially consistent ordering.
  ///
  /// - Parameter count: How many to wake at most.
  func ring(_ count: Int) {
    let asleep = sleepers.load(ordering: .sequentiallyConsistent)
    guard asleep > 0 else { return }
    unsafe pthread_mutex_lock(mutex)
    for _ in 0..<min(count, asleep) { unsafe pthread_cond_signal(condition) }
    unsafe pthread_mutex_unlock(mutex)
  }

  private static func nanoseconds() -> Int {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
  }
}
