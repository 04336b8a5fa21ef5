import Dispatch
import Synchronization
import Tensors
import Testing

@Suite struct GradientEngineTests {
  @Test func `a cube's slope is three squares`() {
    let x = Tensor([1, -2, 3]).tracked()
    #expect(gradient(of: (x * x * x).sum(), withRespectTo: x) == [3, 12, 27])
  }

  @Test func `the gradient is zero where the result does not depend on the tensor`() {
    let x = Tensor([1, 2]).tracked()
    let other = Tensor([3, 4, 5]).tracked()
    let found = gradients(of: (x * x).sum(), withRespectTo: [other, x])
    #expect(found[0] == [0, 0, 0])
    #expect(found[1] == [2, 4])
    #expect(gradient(of: Tensor(5), withRespectTo: other) == [0, 0, 0])
    #expect(gradient(of: other.sum(), withRespectTo: x) == [0, 0])
  }

  @Test func `what is computed later from the same tensor is not on the path`() {
    let x = Tensor([1, 2]).tracked()
    let y = x * 3
    let later = y * y
    #expect(gradient(of: y.sum(), withRespectTo: later) == [0, 0])
    #expect(gradients(of: y.sum(), withRespectTo: [x, later])[0] == [3, 3])
  }

  @Test func `values on the way can be targets`() {
    let x = Tensor([1, 2]).tracked()
    let y = x * x
    let z = y.exp()
    let loss = (z * [1, 10]).sum()
    let found = gradients(of: loss, withRespectTo: [z, y, x, loss])
    #expect(found[0] == [1, 10])
    #expect(found[1] == z.detached() * [1, 10])
    #expect(found[2] == found[1] * [2, 4])
    #expect(found[3] == 1)
  }

  @Test func `a target beside and above another gets what flows through it`() {
    let x = Tensor(3).tracked()
    let y = 2 * x
    let loss = y * y + 5 * x
    let found = gradients(of: loss, withRespectTo: [y, x])
    #expect(found[0] == 12)
    #expect(found[1] == 29)
  }

  @Test func `the same target twice gets the same gradient twice`() {
    let x = Tensor([1, 2]).tracked()
    let again = x.tracked()
    let found = gradients(of: (x * again).sum(), withRespectTo: [x, x, again])
    #expect(found.count == 3)
    for slope in found { #expect(slope == [2, 4]) }
  }

  @Test func `no targets, no gradients`() {
    let x = Tensor(1).tracked()
    #expect(gradients(of: x * x, withRespectTo: []).isEmpty)
  }

  @Test func `a single number of any rank can be differentiated`() {
    let x = Tensor([2], shape: [1, 1]).tracked()
    let found = gradient(of: x * x, withRespectTo: x)
    #expect(found == [[4]])
  }

  @Test func `diamonds add up both ways`() {
    let x = Tensor([0.5, -1]).tracked()
    let left = x * 3
    let right = x * x
    let joined = left * right + left
    let found = gradient(of: (joined * joined).sum(), withRespectTo: x)
    // y = 3x³ + 3x, d(y²)/dx = 2 (3x³ + 3x) (9x² + 3)
    #expect(found.isClose(to: [19.6875, -144]))
  }

  @Test func `a tower of diamonds is walked once, not once a path`() {
    let x = Tensor(1).tracked()
    let calls = Counter()
    var y = x
    for _ in 0..<60 {
      let half = (0.5 * y).counted(calls)
      y = half + half
    }
    // There are 2⁶⁰ paths.
    #expect(gradient(of: y, withRespectTo: x) == 1)
    #expect(calls.count == 60)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `random graphs agree with derivatives carried forward`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<40 {
      // Value and derivatives by the two inputs, side by side.
      var nodes: [(tensor: Tensor, value: Double, slopes: [Double])] = [
        (Tensor(0.5).tracked(), 0.5, [1, 0]), (Tensor(-0.25).tracked(), -0.25, [0, 1]),
      ]
      let inputs = nodes.map(\.tensor)
      for _ in 0..<25 {
        // Early nodes come up again and again.
        let a = nodes[Int.random(in: 0..<nodes.count, using: &generator)]
        let b = nodes[Int.random(in: 0..<nodes.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0:
          nodes.append(
            (a.tensor + b.tensor, a.value + b.value, zip(a.slopes, b.slopes).map { $0 + $1 }))
        case 1:
          nodes.append(
            (a.tensor - b.tensor, a.value - b.value, zip(a.slopes, b.slopes).map { $0 - $1 }))
        case 2:
          nodes.append(
            (
              a.tensor * b.tensor * 0.5, a.value * b.value * 0.5,
              zip(a.slopes, b.slopes).map { 0.5 * ($0 * b.value + $1 * a.value) }
            ))
        default: nodes.append((-a.tensor, -a.value, a.slopes.map { -$0 }))
        }
        // Keeps numbers small.
        if let last = nodes.last,
          abs(last.value) > 4 || last.slopes.contains(where: { abs($0) > 50 })
        {
          nodes.removeLast()
        }
      }
      for node in nodes.suffix(3) {
        let found = gradients(of: node.tensor, withRespectTo: inputs).map { Double($0.scalar) }
        #expect(found.count == 2)
        for (slope, wanted) in zip(found, node.slopes) {
          #expect(abs(slope - wanted) <= 1e-4 * (1 + abs(wanted)))
        }
      }
    }
  }

  @Test func `a value used a thousand times collects a thousand gradients`() {
    let x = Tensor([1, 2]).tracked()
    let calls = Counter()
    let y = (2 * x).counted(calls)
    let terms = (0..<1000).map { y * Tensor(Float($0)) }
    let sum = terms.dropFirst().reduce(terms[0]) { $0 + $1 }
    #expect(gradient(of: sum.sum(), withRespectTo: x) == [999_000, 999_000])
    #expect(calls.count == 1)
    let stacked = Tensor.stacked([Tensor](repeating: y, count: 1000))
    #expect(gradient(of: stacked.sum(), withRespectTo: x) == [2000, 2000])
  }

  @Test func `detaching cuts`() {
    let x = Tensor([1, 2]).tracked()
    let cut = (x * 3).detached()
    #expect(!cut.isTracked)
    #expect(gradient(of: (x * cut).sum(), withRespectTo: x) == [3, 6])
    let anew = cut.tracked()
    let found = gradients(of: (x * anew).sum(), withRespectTo: [x, anew])
    #expect(found == [[3, 6], [1, 2]])
  }

  @Test func `only what depends on a tracked tensor is tracked`() {
    let x = Tensor([1, 2]).tracked()
    let constant = Tensor([3, 4])
    #expect(x.isTracked)
    #expect((x + constant).isTracked)
    #expect(Tensor.concatenated([constant, x]).isTracked)
    #expect(!(constant * 2).isTracked)
    #expect(!x.sign().isTracked)
    #expect(!gradient(of: (x * x).sum(), withRespectTo: x).isTracked)
    #expect(x.tracked().isTracked)
  }

  @Test func `a gradient may be asked for inside a function that is differentiated`() {
    let (value, pullback) = valueWithPullback(
      of: { x in
        let slope = gradient(of: (x * x * x).sum(), withRespectTo: x)
        return x * slope
      }, at: [1, 2])
    #expect(value == [3, 24])
    // The inner gradient 3x² is a constant of the outer.
    #expect(pullback([1, 1]) == [3, 12])
  }

  @Test func `a gradient may be asked for inside a pullback, on the same history`() {
    let x = Tensor([1, 2]).tracked()
    let shared = x * x
    let y = (shared * 2).detached().recorded("nested", from: shared) { upstream, _ in
      let inner = gradient(of: (shared * 10).sum(), withRespectTo: x)
      let beyond = gradients(of: (x * inner).sum(), withRespectTo: [shared, x])
      return upstream * 2 + 0 * beyond[0] + inner - beyond[1]
    }
    let found = gradient(of: (y + shared).sum(), withRespectTo: x)
    #expect(found == [6, 12])
  }

  @Test func `the pullback of a function may be called again and again`() {
    let (value, pullback) = valueWithPullback(
      of: { (inputs: [Tensor]) in inputs[0] * inputs[1] }, atAll: [[1, 2], [[3], [4]]])
    #expect(value == [[3, 6], [4, 8]])
    for scale in [1, 2, -1] as [Float] {
      let found = pullback(Tensor(repeating: scale, shape: [2, 2]))
      #expect(found == [[7, 7] * Tensor(scale), [[3], [3]] * Tensor(scale)])
    }
    #expect(!value.isTracked)
  }

  @Test func `a function's own history is not followed, and a constant has a pullback of zeros`() {
    let x = Tensor([1, 2]).tracked()
    let y = x * 5
    let (value, pullback) = valueWithPullback(of: { $0 * $0 }, at: y)
    #expect(value == [25, 100])
    #expect(pullback([1, 1]) == [10, 20])
    let (constant, none) = valueWithPullback(of: { _ in Tensor([7, 8, 9]) }, at: y)
    #expect(constant == [7, 8, 9])
    #expect(none([1, 1, 1]) == [0, 0])
  }

  @Test func `a function's error comes through`() {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      _ = try valueWithPullback(of: { (_: Tensor) in throw Failure() }, at: Tensor([1]))
    }
  }

  @Test func `many threads may differentiate through one tensor at once`() {
    let x = Tensor.drawn([50], seed: 1).tracked()
    let shared = (x * x).exp()
    let expected = gradient(of: shared.sum(), withRespectTo: x)
    let right = Counter()
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      for _ in 0..<100 {
        let factor = Tensor(Float(worker + 1))
        let result = (shared * factor).sum()
        let found = gradients(of: result, withRespectTo: [x, shared])
        if found[0].isClose(to: expected * factor), found[1] == factor.broadcast(to: [50]) {
          right.add()
        }
      }
    }
    #expect(right.count == 800)
  }

  // MARK: Long histories on small stacks

  /// What a thread of half a mebibyte must survive.
  private static let stackBytes = 512 << 10

  @Test func `a million operators are built, differentiated and released on a small stack`() {
    let slope = Mutex<Float?>(nil)
    let living = Counter()
    let started = runOnThread(stackBytes: Self.stackBytes) {
      let x = Tensor(1).tracked()
      let factor = Tensor(Float(1.000_001))
      var y = x.counted(Counter(), living: living)
      for _ in 0..<1_000_000 { y = y * factor }
      let found = gradient(of: y, withRespectTo: x).scalar
      slope.withLock { $0 = found }
    }
    #expect(started)
    // The same multiplications in the same order.
    var expected: Float = 1
    for _ in 0..<1_000_000 { expected *= 1.000_001 }
    #expect(slope.withLock { $0 } == expected)
    #expect(living.count == 0)
  }

  static let steps: [@Sendable (Tensor) -> Tensor] = [
    // One operator holds the same input twice.
    { Tensor.maximum($0, $0) },
    // The input is held again by a step between: a residual block.
    { $0 + $0.relu() * 0 },
    { $0.relu() * 0 + $0 },
    { $0 * 0.5 + $0 * 0.5 },
    // An operator on any number of inputs.
    { Tensor.concatenated([$0, $0, $0]).mean(along: 0, keepingAxes: true) },
    { Tensor.stacked([$0.relu(), $0])[1] },
    // A view.
    { $0.reshaped(to: [1, 1]).flattened() },
  ]

  @Test(arguments: steps.indices)
  func `long histories of every form are released on a small stack`(index: Int) {
    let step = Self.steps[index]
    let slope = Mutex<Tensor?>(nil)
    let living = Counter()
    let started = runOnThread(stackBytes: Self.stackBytes) {
      let x = Tensor([2]).tracked()
      var y = x.counted(Counter(), living: living)
      for _ in 0..<50_000 { y = step(y) }
      let found = gradient(of: y.sum(), withRespectTo: x)
      slope.withLock { $0 = found }
    }
    #expect(started)
    #expect(slope.withLock { $0 }?.isClose(to: [1], within: 1e-2) == true)
    #expect(living.count == 0)
  }

  @Test func `a history whose steps hold the last two before them is released too`() {
    let living = Counter()
    let started = runOnThread(stackBytes: Self.stackBytes) {
      var last = Tensor([1]).tracked().counted(Counter(), living: living)
      var beforeLast = last
      for _ in 0..<50_000 { (last, beforeLast) = (last + 0 * beforeLast, last) }
    }
    #expect(started)
    #expect(living.count == 0)
  }

  @Test func `threads that share a long history may release it at once`() {
    let living = Counter()
    for _ in 0..<10 {
      var y = Tensor(1).tracked().counted(Counter(), living: living)
      for _ in 0..<5000 { y = -y }
      let ends = Mutex((0..<4).map { y + Tensor(Float($0)) })
      y = 0
      DispatchQueue.concurrentPerform(iterations: 4) { _ in
        let end = ends.withLock { $0.popLast() }
        withExtendedLifetime(end) {}
      }
    }
    #expect(living.count == 0)
  }

  // MARK: Release

  @Test func `a history lives as long as its result and no longer`() {
    let living = Counter()
    let x = Tensor([1, 2]).tracked()
    func compute() -> (value: Tensor, slope: Tensor) {
      let y = (x * 2).counted(Counter(), living: living).exp().counted(Counter(), living: living)
      let loss = y.sum()
      #expect(living.count == 2)
      let slope = gradient(of: loss, withRespectTo: x)
      #expect(living.count == 2)
      return (y.detached(), slope)
    }
    let (value, slope) = compute()
    #expect(living.count == 0)
    #expect(slope == 2 * value)
  }

  @Test func `a pullback that keeps the operator's own result makes no cycle`() {
    let living = Counter()
    func compute() {
      let x = Tensor([1, 2]).tracked().counted(Counter(), living: living)
      let value = x.detached().exp()
      let y = value.recorded("own", from: x) { upstream, _ in upstream * value }
      _ = gradient(of: (y.softmax() + y.tanh()).sum(), withRespectTo: x)
    }
    compute()
    #expect(living.count == 0)
  }

  @Test func `a training loop keeps nothing of its past`() {
    let living = Counter()
    var weight = Tensor([1, 1])
    for _ in 0..<20 {
      let tracked = weight.tracked()
      let loss = (tracked.counted(Counter(), living: living) - [3, -1]).squared().sum()
      weight -= 0.25 * gradient(of: loss, withRespectTo: tracked)
      #expect(living.count <= 2)
    }
    #expect(living.count == 0)
    #expect(weight.isClose(to: [3, -1], within: 1e-4))
  }

  @Test func `a function's pullback keeps its history, and lets it go`() {
    let living = Counter()
    func compute() {
      let (_, pullback) = valueWithPullback(
        of: { $0.counted(Counter(), living: living) * 2 }, at: Tensor([1, 2]))
      #expect(living.count == 1)
      #expect(pullback([1, 1]) == [2, 2])
    }
    compute()
    #expect(living.count == 0)
  }
}
