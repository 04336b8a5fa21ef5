import Tensors
import Testing

@Suite struct ArithmeticTests {
  struct Operator: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let onTensors: @Sendable (Tensor, Tensor) -> Tensor
    let onNumbers: @Sendable (Float, Float) -> Float
  }

  static let operators = [
    Operator(testDescription: "+", onTensors: { $0 + $1 }, onNumbers: { $0 + $1 }),
    Operator(testDescription: "-", onTensors: { $0 - $1 }, onNumbers: { $0 - $1 }),
    Operator(testDescription: "*", onTensors: { $0 * $1 }, onNumbers: { $0 * $1 }),
    Operator(testDescription: "/", onTensors: { $0 / $1 }, onNumbers: { $0 / $1 }),
  ]

  @Test(arguments: [3, 4] as [UInt64])
  func `small shapes broadcast like loops say`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    var strangePairs = 0
    for _ in 0..<150 {
      let rank = Int.random(in: 0...5, using: &generator)
      let whole = (0..<rank).map { _ in Int.random(in: 0...9, using: &generator) % 5 }
      func part() -> [Int] {
        let kept = Int.random(in: 0...rank, using: &generator)
        return whole.suffix(kept).map { Int.random(in: 0..<3, using: &generator) == 0 ? 1 : $0 }
      }
      let (a, b) = (part(), part())
      if a != b { strangePairs += 1 }
      expectAgreement(a, b)
    }
    #expect(strangePairs > 75)
  }

  @Test(arguments: [
    ([300, 200], [300, 200]), ([300, 1], [1, 200]), ([300, 200], [200]), ([300, 200], [300, 1]),
    ([], [50_000]), ([50_000], [1, 1]), ([1, 3, 130, 130], [3, 1, 1]),
    ([4, 1, 50, 1, 60], [1, 5, 1, 2, 60]), ([2, 70, 1, 400], [70, 3, 1]),
    ([70_000, 1], [70_000, 1]), ([1, 25_000, 2], [2, 1, 2]),
  ])
  func `large shapes broadcast like loops say`(a: [Int], b: [Int]) {
    expectAgreement(a, b)
    expectAgreement(b, a)
  }

  /// Compares bit by bit, for a single rounding leaves nothing open.
  private func expectAgreement(_ a: [Int], _ b: [Int]) {
    let x = Tensor.drawn(a, seed: 5)
    let y = Tensor.drawnWithTies(b, seed: 6)
    let rank = max(a.count, b.count)
    let filledA = Array(repeating: 1, count: rank - a.count) + a
    let filledB = Array(repeating: 1, count: rank - b.count) + b
    let shape = (0..<rank).map { filledA[$0] == 1 ? filledB[$0] : filledA[$0] }
    let count = shape.reduce(1, *)
    let (left, right) = (x.scalars, y.scalars)
    let pairs = (0..<count).map { flat in
      var rest = flat
      var (offsetA, offsetB, stepA, stepB) = (0, 0, 1, 1)
      var axis = rank - 1
      while axis >= 0 {
        let place = rest % shape[axis]
        rest /= shape[axis]
        if filledA[axis] > 1 { offsetA += place * stepA }
        if filledB[axis] > 1 { offsetB += place * stepB }
        stepA *= filledA[axis]
        stepB *= filledB[axis]
        axis -= 1
      }
      return (left[offsetA], right[offsetB])
    }
    for each in Self.operators {
      let expected = Tensor(pairs.map(each.onNumbers), shape: shape)
      // Once from values that are held, once from temporaries that may be overwritten.
      #expect(haveSameBits(each.onTensors(x, y), expected), "\(a) \(each.testDescription) \(b)")
      #expect(
        haveSameBits(each.onTensors(x * 1, y * 1), expected),
        "\(a) \(each.testDescription) \(b), temporaries")
    }
    #expect(haveSameBits(x, Tensor.drawn(a, seed: 5)))
    #expect(haveSameBits(y, Tensor.drawnWithTies(b, seed: 6)))
  }

  @Test func `the gradient of a broadcast tensor is summed back to its shape`() {
    let row = Tensor([1, 2, 3]).tracked()
    let column = Tensor([10, 20], shape: [2, 1]).tracked()
    let found = gradients(of: (row * column).sum(), withRespectTo: [row, column])
    #expect(found[0] == [30, 30, 30])
    #expect(found[1] == [[6], [6]])
  }

  @Test func `a gradient that was broadcast along nothing is zero`() {
    let row = Tensor([1, 2, 3]).tracked()
    let found = gradient(of: (row + Tensor.zeros([0, 3])).sum(), withRespectTo: row)
    #expect(found == [0, 0, 0])
  }

  @Test func `the quotient's gradient is that of the formula`() {
    let a = Tensor([1, -2]).tracked()
    let b = Tensor([4, 0.5]).tracked()
    let found = gradients(of: (a / b).sum(), withRespectTo: [a, b])
    #expect(found[0] == [0.25, 2])
    #expect(found[1] == [-0.0625, 8])
  }

  @Test func `infinities and NaN follow the rules of the processor`() {
    let x: Tensor = [.init(Float.infinity), .init(Float.nan), 0, -1]
    let zeros = Tensor.zeros([4])
    let quotient = (x / zeros).scalars
    #expect(quotient[0] == .infinity)
    #expect(quotient[1].isNaN)
    #expect(quotient[2].isNaN)
    #expect(quotient[3] == -.infinity)
    #expect((x - x).scalars[0].isNaN)
    #expect((-x).scalars[0] == -.infinity)
  }

  @Test func `assignment changes the variable and nobody else`() {
    var x: Tensor = [1, 2]
    let before = x
    x += [10, 20]
    x -= 1
    x *= [[2], [4]]
    x /= 2
    #expect(x == [[10, 21], [20, 42]])
    #expect(before == [1, 2])
    var y: Tensor = [3, 4]
    y += y
    y *= y
    #expect(y == [36, 64])
  }
}
