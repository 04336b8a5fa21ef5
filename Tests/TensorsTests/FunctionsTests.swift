import Foundation
import Tensors
import Testing

@Suite struct FunctionsTests {
  struct Function: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let range: ClosedRange<Float>
    /// Units in the last place, as measured over all numbers of the range.
    let bound: Double
    let onTensor: @Sendable (Tensor) -> Tensor
    let onNumber: @Sendable (Double) -> Double
  }

  static let all = Float.greatestFiniteMagnitude

  static let functions = [
    Function(
      testDescription: "exp", range: -all...88.72, bound: 1, onTensor: { $0.exp() },
      onNumber: { exp($0) }),
    Function(
      testDescription: "log", range: Float.leastNonzeroMagnitude...all, bound: 1,
      onTensor: { $0.log() }, onNumber: { log($0) }),
    Function(
      testDescription: "sqrt", range: 0...all, bound: 0.5, onTensor: { $0.sqrt() },
      onNumber: { $0.squareRoot() }),
    Function(
      testDescription: "tanh", range: -all...all, bound: 1.5, onTensor: { $0.tanh() },
      onNumber: { tanh($0) }),
    Function(
      testDescription: "sigmoid", range: -all...all, bound: 2.5, onTensor: { $0.sigmoid() },
      onNumber: { $0 < 0 ? exp($0) / (1 + exp($0)) : 1 / (1 + exp(-$0)) }),
    Function(
      testDescription: "softplus", range: -all...all, bound: 3, onTensor: { $0.softplus() },
      onNumber: { max($0, 0) + log1p(exp(-abs($0))) }),
    Function(
      testDescription: "gelu above 0", range: 0...all, bound: 3, onTensor: { $0.gelu() },
      onNumber: { $0 * 0.5 * erfc(-$0 / 2.0.squareRoot()) }),
  ]

  /// Numbers of every size and both signs, and more of them where functions bend.
  static func probes(in range: ClosedRange<Float>) -> [Float] {
    let sizes = stride(from: UInt32(0), to: Float.infinity.bitPattern, by: 131_071).map {
      Float(bitPattern: $0)
    }
    let near = stride(from: Float(-20), through: 20, by: 0.003_7)
    let far = stride(from: Float(-110), through: 100, by: 0.029)
    let edges: [Float] = [
      0, -0.0, .leastNonzeroMagnitude, .leastNormalMagnitude, .leastNormalMagnitude.nextDown,
      .greatestFiniteMagnitude, 1, Float(1).nextUp, Float(1).nextDown, 0.625, Float(0.625).nextDown,
    ]
    return (sizes + sizes.map { -$0 } + near + far + edges).filter(range.contains)
  }

  @Test(arguments: functions)
  func `are exact to a few units in the last place`(function: Function) {
    let probes = Self.probes(in: function.range)
    #expect(probes.count > 20_000)
    let results = function.onTensor(Tensor(probes)).scalars
    #expect(results.count == probes.count)
    var worst = (error: 0.0, at: Float(0))
    for (x, got) in zip(probes, results) {
      let wanted = function.onNumber(Double(x))
      let unit = Double(Float(wanted).ulp)
      let error = got == Float(wanted) ? 0 : (Double(got) - wanted).magnitude / unit
      if !(error <= worst.error) { worst = (error, x) }
    }
    #expect(worst.error <= function.bound, "\(worst.error) units at \(worst.at)")
  }

  @Test func `gelu below 0 is exact to a few units of its argument's last place`() {
    let probes = Self.probes(in: -Self.all ... -Float.leastNonzeroMagnitude)
    let results = Tensor(probes).gelu().scalars
    #expect(results.count == probes.count)
    for (x, got) in zip(probes, results) {
      let wanted = Double(x) * 0.5 * erfc(-Double(x) / 2.0.squareRoot())
      if !((Double(got) - wanted).magnitude <= 2 * Double(x.ulp)) {
        Issue.record("gelu(\(x)) is \(got), not \(wanted)")
        return
      }
    }
  }

  static let special:
    [(name: String, function: @Sendable (Tensor) -> Tensor, pairs: [(Float, Float)])] =
      [
        (
          "exp", { $0.exp() },
          [
            (0, 1), (-0.0, 1), (.infinity, .infinity), (-.infinity, 0), (.nan, .nan),
            (.leastNonzeroMagnitude, 1), (89, .infinity), (88.73, .infinity), (all, .infinity),
            (-104, 0), (-all, 0), (-103.98, 0), (-103.96, .leastNonzeroMagnitude),
          ]
        ),
        (
          "log", { $0.log() },
          [
            (0, -.infinity), (-0.0, -.infinity), (1, 0), (.infinity, .infinity), (.nan, .nan),
            (-1, .nan), (-.infinity, .nan), (-.leastNonzeroMagnitude, .nan),
            (.leastNonzeroMagnitude, Float(-103.278_929_903_431_85)),
          ]
        ),
        (
          "sqrt", { $0.sqrt() },
          [(0, 0), (1, 1), (.infinity, .infinity), (-1, .nan), (.nan, .nan), (-.infinity, .nan)]
        ),
        (
          "tanh", { $0.tanh() },
          [
            (0, 0), (.infinity, 1), (-.infinity, -1), (.nan, .nan), (20, 1), (-20, -1), (all, 1),
            (.leastNonzeroMagnitude, .leastNonzeroMagnitude), (-1e-20, -1e-20),
          ]
        ),
        (
          "sigmoid", { $0.sigmoid() },
          [(0, 0.5), (.infinity, 1), (-.infinity, 0), (.nan, .nan), (all, 1), (-all, 0), (-200, 0)]
        ),
        (
          "softplus", { $0.softplus() },
          [
            (.infinity, .infinity), (-.infinity, 0), (.nan, .nan), (all, all), (-all, 0),
            (1e6, 1e6),
          ]
        ),
        (
          "abs", { $0.abs() },
          [
            (-2, 2), (-.infinity, .infinity), (.nan, .nan), (-0.0, 0),
            (-.leastNonzeroMagnitude, .leastNonzeroMagnitude),
          ]
        ),
        (
          "sign", { $0.sign() },
          [(-2, -1), (3, 1), (0, 0), (-0.0, 0), (.nan, .nan), (.infinity, 1), (-.infinity, -1)]
        ),
        (
          "squared", { $0.squared() },
          [(-2, 4), (-.infinity, .infinity), (.nan, .nan), (1e30, .infinity), (1e-30, 0)]
        ),
        (
          "clamped", { $0.clamped(to: -1...2) },
          [(-2, -1), (3, 2), (0.5, 0.5), (.infinity, 2), (-.infinity, -1), (.nan, .nan)]
        ),
        (
          "gelu", { $0.gelu() },
          [(0, 0), (.infinity, .infinity), (.nan, .nan), (all, all), (10, 10), (-10, 0)]
        ),
      ]

  @Test(arguments: special.indices)
  func `special values are what they must be`(index: Int) {
    let (name, function, pairs) = Self.special[index]
    // Alone and among many, where vector code is at work.
    for count in [1, 100] {
      for (x, wanted) in pairs {
        let results = function(Tensor(repeating: x, shape: [count])).scalars
        #expect(results.count == count)
        #expect(
          results.allSatisfy { $0 == wanted || $0.isNaN && wanted.isNaN },
          "\(name)(\(x)) is \(results[0]), not \(wanted)")
      }
    }
  }

  @Test func `a number gives the same bits wherever it stands`() {
    let row = Tensor.drawn([37], seed: 2) * 3
    let functions: [(Tensor) -> Tensor] = [
      { $0.exp() }, { $0.abs().log() }, { $0.tanh() }, { $0.sigmoid() }, { $0.softplus() },
      { $0.gelu() },
    ]
    for function in functions {
      let together = function(row).scalars
      let alone = row.scalars.map { function(Tensor($0)).scalar }
      #expect(together == alone)
    }
  }

  @Test func `powers agree with Foundation's`() {
    let bases: [Float] = [0, 0.5, 1, 2, -2, 3, 1e-10, .infinity]
    let exponents: [Float] = [0, 1, 2, 3, -1, 0.5, -2.5]
    let a = Tensor(bases, shape: [bases.count, 1])
    let b = Tensor(exponents)
    expect(
      a.power(b),
      equals: Grid([bases.count, exponents.count]) {
        pow(Double(bases[$0[0]]), Double(exponents[$0[1]]))
      }, within: 1e-6)
    #expect(Tensor([-3, 2]).power(2) == [9, 4])
    #expect(Tensor([-2, 2]).power([[2], [3]]) == [[4, 4], [-8, 8]])
  }

  @Test func `the gradient of a power at its edges is finite where the formula has a limit`() {
    let a = Tensor([0, 0, 0, 2, -2, 5]).tracked()
    let b = Tensor([1, 2, 0, 0, 3, 1]).tracked()
    let found = gradients(of: a.power(b).sum(), withRespectTo: [a, b])
    #expect(found[0] == [1, 0, 0, 0, 12, 1])
    let slopes = found[1].scalars
    #expect(slopes.count == 6)
    #expect(Array(slopes.prefix(3)) == [0, 0, 0])
    #expect((slopes[3] - Float(log(2.0))).magnitude < 1e-6)
    #expect(slopes[4].isNaN)
    #expect((slopes[5] - 5 * Float(log(5.0))).magnitude < 1e-5)
  }

  @Test func `gradients at kinks and edges follow the comments`() {
    func slopes(_ x: Tensor, _ function: (Tensor) -> Tensor) -> [Float] {
      let tracked = x.tracked()
      return gradient(of: function(tracked).sum(), withRespectTo: tracked).scalars
    }
    #expect(slopes([-2, 0, 3]) { $0.abs() } == [-1, 0, 1])
    #expect(slopes([-2, -1, 0, 2, 3]) { $0.clamped(to: -1...2) } == [0, 1, 1, 1, 0])
    #expect(slopes([0, 4]) { $0.sqrt() } == [.infinity, 0.25])
    #expect(slopes([2, -4]) { $0.squared() } == [4, -8])
    #expect(slopes([0.5, 4]) { $0.log() } == [2, 0.25])
    #expect(slopes([0, 1]) { $0.sign() * $0 } == [0, 1])
    #expect(slopes([-200, 0, 200]) { $0.sigmoid() } == [0, 0.25, 0])
    #expect(slopes([-200, 0, 200]) { $0.softplus() } == [0, 0.5, 1])
    #expect(slopes([-20, 0, 20]) { $0.tanh() } == [0, 1, 0])
  }

  @Test func `an empty tensor has an empty result`() {
    let x = Tensor.zeros([3, 0, 2])
    #expect(x.exp().shape == [3, 0, 2])
    #expect((x.tanh() + 1).relu().shape == [3, 0, 2])
    #expect(x.power([1, 2]).shape == [3, 0, 2])
  }
}
