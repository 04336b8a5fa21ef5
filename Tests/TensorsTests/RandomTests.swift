import Foundation
import Tensors
import Testing

@Suite struct RandomTests {
  @Test func `the generator is the one of the paper`() {
    var zero = SplitMix64(seed: 0)
    #expect(
      (0..<4).map { _ in zero.next() } == [
        0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F, 0xF88B_B8A8_724C_81EC,
      ])
    var other = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in other.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `equal seeds give equal tensors, others give others`() {
    func draw(_ seed: UInt64) -> [Tensor] {
      var generator = SplitMix64(seed: seed)
      return [
        .uniform(in: -1..<3, shape: [2, 3], using: &generator),
        .normal(mean: 1, deviation: 2, shape: [5], using: &generator),
        Tensor(permutation(of: 20, using: &generator).map { Float($0) }),
      ]
    }
    #expect(draw(1) == draw(1))
    for (a, b) in zip(draw(1), draw(2)) { #expect(a != b) }
    var generator = SplitMix64(seed: 3)
    #expect(
      Tensor.normal(shape: [4], using: &generator) != .normal(shape: [4], using: &generator))
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `uniform numbers fill their interval evenly`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let x = Tensor.uniform(in: -2..<6, shape: [100, 400], using: &generator)
    #expect(x.shape == [100, 400])
    #expect(x.min().scalar >= -2)
    #expect(x.max().scalar < 6)
    var counts = [Int](repeating: 0, count: 8)
    for value in x.scalars { counts[Int(value + 2)] += 1 }
    // Five standard deviations of a binomial with n = 40 000, p = ⅛.
    #expect(counts.allSatisfy { abs($0 - 5000) < 331 })
  }

  @Test func `the upper end is excluded however narrow the interval`() {
    var generator = SplitMix64(seed: 5)
    let upper = Float(1).nextUp
    let x = Tensor.uniform(in: 1..<upper, shape: [1000], using: &generator)
    #expect(x == .ones([1000]))
    #expect(Tensor.uniform(shape: [0, 3], using: &generator).shape == [0, 3])
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `normal numbers have the moments and the tails of the distribution`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let x = Tensor.normal(mean: 3, deviation: 2, shape: [40_001], using: &generator)
    #expect(x.count == 40_001)
    let z = x.scalars.map { (Double($0) - 3) / 2 }
    let n = 40_001.0
    func moment(_ power: Double) -> Double { z.reduce(0) { $0 + pow($1, power) } / n }
    // Five standard errors each.
    #expect(abs(moment(1)) < 5 * (1 / n).squareRoot())
    #expect(abs(moment(2) - 1) < 5 * (2 / n).squareRoot())
    #expect(abs(moment(3)) < 5 * (15 / n).squareRoot())
    #expect(abs(moment(4) - 3) < 5 * (96 / n).squareRoot())
    let within = Double(z.count { abs($0) < 1 }) / n
    #expect(abs(within - 0.6827) < 5 * (0.6827 * 0.3173 / n).squareRoot())
    let neighbours = zip(z, z.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 } / n
    #expect(abs(neighbours) < 5 * (1 / n).squareRoot())
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `a permutation names each number once, and every order comes up`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    #expect(permutation(of: 50, using: &generator).sorted() == Array(0..<50))
    #expect(permutation(of: 0, using: &generator) == [])
    var counts: [[Int]: Int] = [:]
    for _ in 0..<6000 { counts[permutation(of: 3, using: &generator), default: 0] += 1 }
    #expect(counts.count == 6)
    #expect(counts.values.allSatisfy { abs($0 - 1000) < 145 })
  }
}
