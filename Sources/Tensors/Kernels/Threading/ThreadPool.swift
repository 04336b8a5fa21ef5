import Synchronization

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Daemon threads that help one caller at a time with the parts of its job.
///
/// A job is open to as many workers as `gate` has vacancies. A worker enters by one atomic step
/// that takes a vacancy and counts it as inside, claims parts until there are none left, and
/// leaves. The caller claims parts as well; then it takes away the vacancies nobody took and waits
/// until nobody is inside. So a worker that comes late finds no vacancy and touches nothing of a
/// job that is over, and the caller never waits for a worker that has not begun.
///
/// What orders memory: the job's fields are written before `gate` is opened (a release) and read
/// after entering through it (an acquire); what a worker computed was written before it left (a
/// release), and the caller returns after it has seen nobody inside (an acquire). All other steps
/// on `gate` are read-modify-write, which hand a release on.
@safe final class ThreadPool: @unchecked Sendable {
  /// The most workers a pool may have, bounded by the digits of a `Gate`.
  static let capacity = 255

  /// The pool of this process; its threads are started when a job first asks for them.
  static let shared = ThreadPool()

  private typealias Body = (Int) -> Void

  private let busy = Atomic<Bool>(false)
  private let gate = Atomic<UInt64>(0)
  private let next = Atomic<Int>(0)
  private let doorbell = Signal()
  private let done = Signal()

  // Written only by whoever holds `busy`, while the gate is shut and nobody is inside.
  private var workers = 0
  private var parts = 0
  private var body: UnsafePointer<Body>?

  private init() {}

  /// Runs a job's parts with others' help, unless the pool is taken: then it returns false.
  ///
  /// - Parameters:
  ///   - parts: The number of parts.
  ///   - helpers: The most workers to let in, at least 1.
  ///   - body: What computes a part.
  /// - Returns: Whether the job was done.
  func run(_ parts: Int, helpers: Int, _ body: (Int) -> Void) -> Bool {
    guard busy.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged
    else { return false }
    defer { busy.store(false, ordering: .releasing) }
    while workers < min(helpers, Self.capacity), startWorker() { workers &+= 1 }
    guard workers > 0 else { return false }

    withoutActuallyEscaping(body) { escaping in
      unsafe withUnsafePointer(to: escaping) { pointer in
        unsafe self.body = pointer
        self.parts = parts
        next.store(0, ordering: .relaxed)
        let vacancies = min(helpers, workers)
        let generation = Gate(bits: gate.load(ordering: .relaxed)).generation &+ 1
        let open = Gate(generation: generation, vacancies: vacancies)
        gate.store(open.bits, ordering: .sequentiallyConsistent)
        doorbell.ring(vacancies)
        work()
        gate.bitwiseAnd(Gate.shut, ordering: .acquiringAndReleasing)
        done.wait {
          Gate(bits: gate.load(ordering: .sequentiallyConsistent)).inside == 0
        }
        unsafe self.body = nil
      }
    }
    return true
  }

  /// Claims and computes parts until all are claimed.
  ///
  /// Not inlined, so that whatever the compiler retains of the closure is released on return,
  /// before the worker leaves.
  @inline(never)
  private func work() {
    guard let body = unsafe self.body else { return }
    let parts = self.parts
    while true {
      let part = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard part < parts else { return }
      unsafe body.pointee(part)
    }
  }

  /// A worker's life.
  private func serve() -> Never {
    var seen: UInt32 = 0
    while true {
      doorbell.wait {
        let gate = Gate(bits: self.gate.load(ordering: .sequentiallyConsistent))
        return gate.vacancies > 0 && gate.generation != seen
      }
      var current = Gate(bits: gate.load(ordering: .relaxed))
      while current.vacancies > 0, current.generation != seen {
        let (entered, found) = gate.weakCompareExchange(
          expected: current.bits, desired: current.entered.bits, successOrdering: .acquiring,
          failureOrdering: .relaxed)
        guard entered else {
          current = Gate(bits: found)
          continue
        }
        seen = current.generation
        work()
        let left = gate.wrappingSubtract(Gate.one, ordering: .sequentiallyConsistent).newValue
        if Gate(bits: left).inside == 0 { done.ring(1) }
      }
    }
  }

  /// Starts a detached thread, and tells whether the system granted it.
  private func startWorker() -> Bool {
    // Kernels are sparing with the stack, but they call what users wrote; the pages that are never
    // touched cost nothing.
    let stack = 4 << 20
    var attributes = pthread_attr_t()
    guard unsafe pthread_attr_init(&attributes) == 0 else { return false }
    defer { unsafe pthread_attr_destroy(&attributes) }
    unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    unsafe pthread_attr_setstacksize(&attributes, stack)
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    let status = unsafe pthread_create(
      &thread, &attributes, { _ in ThreadPool.shared.serve() }, nil)
    return status == 0
  }
}

/// Who may enter a job and who is inside, as one word that changes in one atomic step.
private struct Gate {
  /// From the low digits up: 16 bits of vacancies, 16 of workers inside, 32 of generation.
  var bits: UInt64

  /// What one worker inside amounts to.
  static let one: UInt64 = 1 << 16

  /// All but the vacancies.
  static let shut: UInt64 = ~0xFFFF

  init(bits: UInt64) {
    self.bits = bits
  }

  init(generation: UInt32, vacancies: Int) {
    bits = UInt64(generation) << 32 | UInt64(vacancies)
  }

  /// The number of the job, so that a worker does not enter the one it just left.
  var generation: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
  var inside: UInt64 { bits >> 16 & 0xFFFF }
  var vacancies: UInt64 { bits & 0xFFFF }

  /// The gate after one worker has taken a vacancy.
  var entered: Gate { Gate(bits: bits &+ Self.one &- 1) }
}
