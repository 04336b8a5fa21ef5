import Foundation
import Tensors
import Testing

@Suite struct LossesTests {
  @Test(arguments: [[1, 1], [3, 4], [5, 40], [300, 70]], [1, 2] as [UInt64])
  func `cross-entropy agrees with the definition`(shape: [Int], seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let z = Tensor.drawn(shape, seed: seed) * 3
    let labels = (0..<shape[0]).map { _ in Int.random(in: 0..<shape[1], using: &generator) }
    let grid = Grid(z).values
    var loss = 0.0
    var slopes: [Double] = []
    for row in 0..<shape[0] {
      let line = grid[row * shape[1]..<(row + 1) * shape[1]].map { exp($0) }
      let sum = line.reduce(0, +)
      loss -= log(line[labels[row]] / sum) / Double(shape[0])
      slopes += line.enumerated().map { place, value in
        (value / sum - (place == labels[row] ? 1 : 0)) / Double(shape[0])
      }
    }
    let tracked = z.tracked()
    let value = tracked.crossEntropy(with: labels)
    expect(value, equals: Grid(shape: [], values: [loss]), within: 1e-6)
    expect(
      gradient(of: value * 10, withRespectTo: tracked),
      equals: Grid(shape: shape, values: slopes.map { 10 * $0 }), within: 1e-6)
    #expect(
      (-z.logSoftmax().picking(labels, along: 1).mean()).isClose(to: value.detached(), within: 1e-5)
    )
  }

  @Test func `cross-entropy is exact where a softmax would round`() {
    let z = Tensor([100, 0, -100, 0, 0, 200], shape: [2, 3]).tracked()
    #expect(z.crossEntropy(with: [0, 2]) == 0)
    #expect(z.crossEntropy(with: [2, 0]) == 200)
    #expect(
      gradient(of: z.crossEntropy(with: [2, 0]), withRespectTo: z)
        .isClose(to: [[0.5, 0, -0.5], [-0.5, 0, 0.5]], within: 1e-12))
    #expect(Tensor([0, -.infinity], shape: [1, 2]).crossEntropy(with: [0]) == 0)
    #expect(Tensor([0, -.infinity], shape: [1, 2]).crossEntropy(with: [1]).scalar == .infinity)
  }

  @Test func `equal logits cost the logarithm of the number of classes`() {
    let loss = Tensor(repeating: 3, shape: [4, 10]).crossEntropy(with: [0, 3, 9, 9])
    #expect(loss.isClose(to: Tensor(log(10.0)), within: 1e-6))
  }

  @Test func `no rows have no mean loss`() {
    #expect(Tensor.zeros([0, 3]).crossEntropy(with: []).scalar.isNaN)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `binary cross-entropy agrees with the definition`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let z = Tensor.drawn([3, 5], seed: seed) * 5
    let t = Tensor.uniform(shape: [3, 5], using: &generator)
    let pairs = zip(Grid(z).values, Grid(t).values)
    let loss = pairs.reduce(0.0) { sum, pair in
      let p = 1 / (1 + exp(-pair.0))
      return sum - (pair.1 * log(p) + (1 - pair.1) * log(1 - p)) / 15
    }
    let tracked = z.tracked()
    let value = tracked.binaryCrossEntropy(with: t)
    expect(value, equals: Grid(shape: [], values: [loss]), within: 1e-5)
    let slopes = pairs.map { (1 / (1 + exp(-$0)) - $1) / 15 }
    expect(
      gradient(of: value, withRespectTo: tracked), equals: Grid(shape: [3, 5], values: slopes),
      within: 1e-6)
  }

  @Test func `binary cross-entropy of sure logits is exact`() {
    #expect(Tensor([500, -500]).binaryCrossEntropy(with: [1, 0]) == 0)
    #expect(Tensor([500, -500]).binaryCrossEntropy(with: [0, 1]) == 500)
  }

  @Test func `the mean squared error and its slopes`() {
    let x = Tensor([1, 2, 6]).tracked()
    let t = Tensor([1, 4, 3]).tracked()
    let loss = x.meanSquaredError(to: t)
    #expect(loss.isClose(to: Tensor(13.0 / 3)))
    let found = gradients(of: loss * 3, withRespectTo: [x, t])
    #expect(found[0].isClose(to: [0, -4, 6]))
    #expect(found[1].isClose(to: [0, 4, -6]))
  }
}
