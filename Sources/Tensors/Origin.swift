/// How a tensor came about: the inputs of one operator and the way back to their gradients.
///
/// Values and history are two objects, so that a pullback may keep values (its inputs', even its
/// own result's) without keeping any history alive: there are no cycles. A plain `Origin` is that
/// of a tracked input; operators have subclasses by the number of their inputs.
@safe class Origin: @unchecked Sendable {
  /// The operator's name, for messages.
  let name: StaticString

  // The inputs' origins once more, for walking the history without counting references, which
  // would take longer than small operators do. The inputs, held by the subclass, keep them alive.
  @safe fileprivate(set) final var first: Unmanaged<Origin>?
  @safe fileprivate(set) final var second: Unmanaged<Origin>?
  @safe fileprivate(set) final var others: [Unmanaged<Origin>?] = unsafe []

  /// The traversal that met this origin last; `slot` is what it found.
  ///
  /// Only `History` touches both, under its lock.
  final var traversal = 0
  final var slot = Int32(0)

  /// How many inputs there are.
  final let inputCount: Int

  /// Whether the inputs are on a list already, so that its own release has nothing to do.
  private final var hasHandedOver = false

  init(_ name: StaticString, inputCount: Int = 0) {
    self.name = name
    self.inputCount = inputCount
  }

  /// Computes the gradient of each input for which there is a place, and adds it there.
  func pullBack(_ upstream: Tensor, to sums: inout GradientSums) {}

  /// Moves the inputs' origins into a list and forgets the inputs.
  fileprivate func handOverInputs(to pending: inout [Origin]) {}

  /// Releases a long history one step after the other: left to itself, each origin would release
  /// its inputs' from within its own release, and a million of them would overflow the stack.
  fileprivate final func releaseInputs() {
    if hasHandedOver { return }
    var pending: [Origin] = []
    handOverInputs(to: &pending)
    while let origin = pending.popLast() {
      origin.handOverInputs(to: &pending)
      origin.hasHandedOver = true
    }
  }

  /// Lets go of an origin: into a list if nobody else holds it, so that the list releases it.
  ///
  /// Held twice by one operator (`x * x`), or again by a later one in the list (`x + f(x)`), it is
  /// let go at once all the same: only so does the last holder find itself to be the last.
  @inline(__always)
  fileprivate final func hand(_ origin: inout Origin?, to pending: inout [Origin]) {
    if isKnownUniquelyReferenced(&origin) {
      if let own = origin.take() { pending.append(own) }
    } else {
      origin = nil
    }
  }
}

typealias UnaryPullback = @Sendable (_ upstream: Tensor, _ x: Tensor) -> Tensor
typealias BinaryPullback = @Sendable (_ upstream: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor
typealias VariadicPullback =
  @Sendable (_ upstream: Tensor, _ inputs: [Tensor], _ index: Int) -> Tensor

/// The origin of what an operator on one input gave.
final class UnaryOrigin: Origin, @unchecked Sendable {
  private let x: Tensor
  private var history: Origin?
  private let pullback: UnaryPullback

  init(_ name: StaticString, _ x: consuming Tensor, _ pullback: @escaping UnaryPullback) {
    history = x.origin.take()
    self.x = x
    self.pullback = pullback
    super.init(name, inputCount: 1)
    unsafe first = history.map { unsafe .passUnretained($0) }
  }

  deinit { releaseInputs() }

  override func pullBack(_ upstream: Tensor, to sums: inout GradientSums) {
    sums.add(to: 0, of: x.layout, name) { pullback(upstream, x) }
  }

  override fileprivate func handOverInputs(to pending: inout [Origin]) {
    hand(&history, to: &pending)
  }
}

/// The origin of what an operator on two inputs gave.
final class BinaryOrigin: Origin, @unchecked Sendable {
  // The inputs without their history, which is kept apart: what never changes can be lent to a
  // pullback without counting references.
  private let a: Tensor
  private let b: Tensor
  private var historyA: Origin?
  private var historyB: Origin?
  private let pullbackA: BinaryPullback
  private let pullbackB: BinaryPullback

  init(
    _ name: StaticString, _ a: consuming Tensor, _ b: consuming Tensor,
    _ pullbackA: @escaping BinaryPullback, _ pullbackB: @escaping BinaryPullback
  ) {
    historyA = a.origin.take()
    historyB = b.origin.take()
    self.a = a
    self.b = b
    self.pullbackA = pullbackA
    self.pullbackB = pullbackB
    super.init(name, inputCount: 2)
    unsafe first = historyA.map { unsafe .passUnretained($0) }
    unsafe second = historyB.map { unsafe .passUnretained($0) }
  }

  deinit { releaseInputs() }

  override func pullBack(_ upstream: Tensor, to sums: inout GradientSums) {
    sums.add(to: 0, of: a.layout, name) { pullbackA(upstream, a, b) }
    sums.add(to: 1, of: b.layout, name) { pullbackB(upstream, a, b) }
  }

  override fileprivate func handOverInputs(to pending: inout [Origin]) {
    hand(&historyA, to: &pending)
    hand(&historyB, to: &pending)
  }
}

/// The origin of what an operator on any number of inputs gave.
final class VariadicOrigin: Origin, @unchecked Sendable {
  private let values: [Tensor]
  private var histories: [Origin?]
  private let pullback: VariadicPullback

  init(_ name: StaticString, _ inputs: [Tensor], _ pullback: @escaping VariadicPullback) {
    values = inputs.map { $0.detached() }
    histories = inputs.map(\.origin)
    self.pullback = pullback
    super.init(name, inputCount: inputs.count)
    unsafe others = inputs.map { unsafe $0.origin.map { unsafe .passUnretained($0) } }
  }

  deinit { releaseInputs() }

  override func pullBack(_ upstream: Tensor, to sums: inout GradientSums) {
    for (index, value) in values.enumerated() {
      sums.add(to: index, of: value.layout, name) { pullback(upstream, values, index) }
    }
  }

  override fileprivate func handOverInputs(to pending: inout [Origin]) {
    for index in histories.indices { hand(&histories[index], to: &pending) }
  }
}
