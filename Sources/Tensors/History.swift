import Synchronization

/// The part of a result's history that leads to the tensors whose gradients were asked for.
///
/// Valid as long as the result lives, which keeps all its origins alive.
@safe struct History {
  /// The steps on the way, inputs before users.
  private(set) var origins: [Unmanaged<Origin>] = unsafe []
  /// For each step, in order, where its inputs stand in `origins`; negative where no gradient is
  /// needed.
  private(set) var inputSlots: [Int32] = []
  /// Where the targets stand in `origins`; negative where the result does not depend on one.
  private(set) var targetSlots: [Int32] = []

  /// What an origin's slot says before it has a place: it does not lead to a target; it is one, or
  /// may lead to one, but its inputs are still being looked at.
  private static let unneeded = Int32(-1)
  private static let target = Int32(-2)
  private static let open = Int32(-3)

  /// Counts traversals.
  ///
  /// Origins are shared by all who share tensors, so that marks on them are made under a lock; it
  /// is held while steps are put in order, never while a pullback runs.
  private static let traversals = Mutex(0)

  /// Puts the steps between targets and result in order.
  init(of result: Origin, to targets: [Origin]) {
    // Room for a small network's steps at once, instead of by doubling.
    unsafe origins.reserveCapacity(128)
    inputSlots.reserveCapacity(256)
    Self.traversals.withLock { count in
      count += 1
      // A target that has not been met bears the number of the traversal negated.
      for target in targets { target.traversal = -count }
      unsafe order(from: .passUnretained(result), traversal: count)
      targetSlots = targets.map { $0.traversal == count ? $0.slot : Self.unneeded }
    }
  }

  /// Walks the history depth first, without recursion: it may be a million steps long.
  private mutating func order(from result: Unmanaged<Origin>, traversal: Int) {
    var path = unsafe [result]
    while let reference = unsafe path.last {
      unsafe reference._withUnsafeGuaranteedRef { origin in
        let isTarget = origin.traversal == -traversal
        if isTarget || origin.traversal != traversal {
          // Met for the first time: inputs first.
          origin.traversal = traversal
          origin.slot = isTarget ? Self.target : Self.open
          let length = unsafe path.count
          unsafe origin.forEachInput { input in
            if let input = unsafe input,
              unsafe input._withUnsafeGuaranteedRef({ $0.traversal != traversal })
            {
              unsafe path.append(input)
            }
          }
          if unsafe path.count > length { return }
        }
        _ = unsafe path.popLast()
        if origin.slot <= Self.target { unsafe close(origin, reference) }
      }
    }
  }

  /// Gives a step its place, now that all its inputs have theirs.
  private mutating func close(_ origin: Origin, _ reference: Unmanaged<Origin>) {
    var isNeeded = origin.slot == Self.target
    let start = inputSlots.count
    unsafe origin.forEachInput { input in
      let slot = unsafe input?._withUnsafeGuaranteedRef(\.slot) ?? Self.unneeded
      inputSlots.append(slot)
      isNeeded = isNeeded || slot >= 0
    }
    guard isNeeded else {
      inputSlots.removeSubrange(start...)
      origin.slot = Self.unneeded
      return
    }
    origin.slot = Int32(truncatingIfNeeded: unsafe origins.count)
    unsafe origins.append(reference)
  }
}

extension Origin {
  /// Calls `body` with the origin of each input, in order; nothing stands for a constant.
  @inline(__always)
  fileprivate final func forEachInput(_ body: (Unmanaged<Origin>?) -> Void) {
    let count = inputCount
    if unsafe others.isEmpty {
      if count > 0 { unsafe body(first) }
      if count > 1 { unsafe body(second) }
    } else {
      for index in 0..<count { unsafe body(others[index]) }
    }
  }
}

/// The gradients that have reached each step of a history so far.
struct GradientSums {
  private var sums: [Storage?]
  private let inputSlots: [Int32]
  /// Where the inputs of the step at work begin in `inputSlots`.
  private var edge: Int

  init(_ history: History) {
    sums = Array(repeating: nil, count: unsafe history.origins.count)
    inputSlots = history.inputSlots
    edge = inputSlots.count
  }

  /// The gradient that has reached a step.
  subscript(slot: Int) -> Tensor? {
    get { sums[slot].map { Tensor($0) } }
    set { sums[slot] = newValue?.storage }
  }

  /// Takes a step's gradient out.
  mutating func take(_ slot: Int) -> Tensor? { sums[slot].take().map { Tensor($0) } }

  /// Turns to a step; steps are visited from the last to the first.
  mutating func visit(_ origin: Origin) { edge -= origin.inputCount }

  /// Adds to the gradient of an input of the current step, if there is any use for it.
  @inline(__always)
  mutating func add(
    to input: Int, of shape: Shape, _ name: StaticString, _ contribution: () -> Tensor
  ) {
    let slot = Int(inputSlots[edge &+ input])
    guard slot >= 0 else { return }
    let contribution = contribution()
    precondition(
      contribution.layout == shape,
      """
      \(name): the pullback gave a gradient of shape \(contribution.shape) for an input of shape \
      \(shape.array)
      """)
    // Taken out of the list the sum so far is this function's alone, and `+` adds in place.
    if let sum = sums[slot].take() {
      sums[slot] = (Tensor(sum) + contribution).storage
    } else {
      sums[slot] = contribution.storage
    }
  }
}
