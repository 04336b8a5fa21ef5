import Tensors
import Testing

@Suite struct ReductionsTests {
  /// The sum by definition, in double precision.
  private func sum(_ x: Tensor, along axes: [Int], keeping: Bool) -> Grid {
    let grid = Grid(x)
    let kept = x.shape.enumerated().map { axes.contains($0.offset) ? 1 : $0.element }
    var sums = [Double](repeating: 0, count: kept.reduce(1, *))
    for (place, index) in Grid.indices(of: x.shape).enumerated() {
      var offset = 0
      for (axis, size) in kept.enumerated() {
        offset = offset * size + (axes.contains(axis) ? 0 : index[axis])
      }
      sums[offset] += grid.values[place]
    }
    let short = kept.indices.filter { !axes.contains($0) }.map { kept[$0] }
    return Grid(shape: keeping ? kept : short, values: sums)
  }

  @Test(arguments: [
    [4], [3, 5], [2, 3, 4], [3, 1, 2, 5], [2, 3, 2, 1, 3], [2, 0, 3], [70, 2, 9],
  ])
  func `sums along every set of axes agree with loops`(shape: [Int]) {
    let x = Tensor.drawn(shape, seed: 2)
    for set in 0..<(1 << shape.count) {
      let axes = shape.indices.filter { set & (1 << $0) != 0 }
      for keeping in [false, true] {
        let expected = sum(x, along: axes, keeping: keeping)
        expect(x.sum(along: axes, keepingAxes: keeping), equals: expected, "along \(axes)")
        // Named in another order and from the back.
        let named = axes.reversed().map { $0 - shape.count }
        expect(x.sum(along: named, keepingAxes: keeping), equals: expected, "along \(named)")
        let count = Double(axes.reduce(1) { $0 * shape[$1] })
        if count > 0 {
          expect(
            x.mean(along: axes, keepingAxes: keeping),
            equals: Grid(shape: expected.shape, values: expected.values.map { $0 / count }),
            "mean along \(axes)")
        }
      }
    }
  }

  @Test(arguments: [
    ([5000], 0), ([3, 5000], 1), ([5000, 3], 0), ([3, 2500, 70], 1), ([2, 33, 129], 2),
    ([200, 300], 0), ([200, 300], 1), ([1, 40_000], 1), ([40_000, 1], 0), ([64, 65, 66], 1),
  ])
  func `long axes are summed like in double precision`(shape: [Int], axis: Int) {
    let x = Tensor.drawn(shape, seed: 3)
    let outer = shape[..<axis].reduce(1, *)
    let inner = shape[(axis + 1)...].reduce(1, *)
    let scalars = x.scalars
    var sums = [Double](repeating: 0, count: outer * inner)
    for (place, value) in scalars.enumerated() {
      sums[place / (inner * shape[axis]) * inner + place % inner] += Double(value)
    }
    var kept = shape
    kept[axis] = 1
    expect(
      x.sum(along: axis, keepingAxes: true), equals: Grid(shape: kept, values: sums), within: 1e-5)
  }

  @Test(arguments: [[1_000_000], [1, 1_000_000], [1_000_000, 1], [1000, 1000]])
  func `a million elements are summed to a millionth`(shape: [Int]) {
    // 0.1 in 32 bits; added up one by one it would drift to 100 958.34.
    let tenth = Double(Float(0.1))
    let sum = Tensor(repeating: 0.1, shape: shape).sum().scalar
    #expect((Double(sum) / (1e6 * tenth) - 1).magnitude < 1e-6)
    let x = Tensor.drawn([1_000_000], seed: 4).abs()
    let exact = x.scalars.reduce(into: 0.0) { $0 += Double($1) }
    #expect((Double(x.reshaped(to: shape).sum().scalar) / exact - 1).magnitude < 1e-6)
  }

  @Test(arguments: [([1_000_000, 3], 0), ([3, 1_000_000], 1), ([2, 500_000, 2], 1)])
  func `a million rows are summed to a millionth`(shape: [Int], axis: Int) {
    let wanted = Double(shape[axis]) * Double(Float(0.1))
    let sums = Tensor(repeating: 0.1, shape: shape).sum(along: axis)
    #expect(sums.count == shape.reduce(1, *) / shape[axis])
    #expect(sums.scalars.allSatisfy { (Double($0) / wanted - 1).magnitude < 1e-6 })
    let means = Tensor(repeating: 0.1, shape: shape).mean(along: axis)
    #expect(means.isClose(to: Tensor(repeating: 0.1, shape: means.shape), within: 1e-6))
  }

  @Test func `NaN and infinities reach the sums they belong to`() {
    let infinity = Tensor(Float.infinity)
    let x: Tensor = [
      [1, .init(Float.nan), 3], [infinity, 2, infinity], [infinity, 0, -infinity],
    ]
    func shown(_ y: Tensor) -> [String] { y.scalars.map { $0.isNaN ? "nan" : "\($0)" } }
    #expect(shown(x.sum(along: 1)) == ["nan", "inf", "nan"])
    #expect(shown(x.sum(along: 0)) == ["inf", "nan", "nan"])
    #expect(shown(x.sum()) == ["nan"])
    #expect(shown(x[1].mean()) == ["inf"])
    let long = Tensor.concatenated([.ones([70_000]), infinity.reshaped(to: [1]), .ones([70_000])])
    #expect(long.sum().scalar == .infinity)
    #expect((long - long).sum().scalar.isNaN)
  }

  @Test func `nothing sums to zero and has no mean`() {
    #expect(Tensor.zeros([0]).sum() == 0)
    #expect(Tensor.zeros([3, 0]).sum(along: 1) == [0, 0, 0])
    #expect(Tensor.zeros([3, 0]).sum(along: 0).shape == [0])
    #expect(Tensor.zeros([0, 70]).sum(along: 0) == .zeros([70]))
    #expect(Tensor.zeros([0]).mean().scalar.isNaN)
    #expect(Tensor.zeros([2, 0]).mean(along: 1).scalars.map(\.isNaN) == [true, true])
  }

  @Test func `a single number is its own sum and mean`() {
    let x = Tensor(3).tracked()
    #expect(x.sum() == 3)
    #expect(x.mean() == 3)
    #expect(x.variance() == 0)
    #expect(gradient(of: x.sum() * x.mean(), withRespectTo: x) == 6)
  }

  @Test(arguments: [0, 1])
  func `variances agree with the definition`(correction: Int) {
    let x = Tensor.drawn([3, 4, 5], seed: 6) + 100
    let grid = Grid(x)
    let expected = Grid([3, 5]) { index in
      let line = grid.line(along: 1, at: [index[0], 0, index[1]])
      let mean = line.reduce(0, +) / 4
      return line.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(4 - correction)
    }
    expect(x.variance(along: 1, correction: correction), equals: expected, within: 1e-4)
    let mean = grid.values.reduce(0, +) / 60
    let whole = grid.values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(60 - correction)
    expect(
      x.variance(correction: correction), equals: Grid(shape: [], values: [whole]), within: 1e-4)
    #expect(x.variance(along: 0, 2, correction: correction, keepingAxes: true).shape == [1, 4, 1])
  }

  @Test func `one number has no unbiased variance`() {
    #expect(Tensor([5]).variance(correction: 1).scalar.isNaN)
    #expect(Tensor([5]).variance(correction: 0).scalar == 0)
  }

  @Test func `the gradient of a variance is twice the deviation over n`() {
    let x = Tensor([1, 2, 6]).tracked()
    #expect(gradient(of: x.variance(), withRespectTo: x).isClose(to: [-4 / 3, -2 / 3, 2]))
    #expect(gradient(of: x.variance(correction: 1), withRespectTo: x).isClose(to: [-2, -1, 3]))
  }

  @Test func `gradients of sums and means are spread evenly`() {
    let x = Tensor.drawn([2, 3, 4]).tracked()
    #expect(gradient(of: x.sum(), withRespectTo: x) == .ones([2, 3, 4]))
    let weights: Tensor = [[1, 2, 3], [4, 5, 6]]
    let found = gradient(of: (x.sum(along: -1) * weights).sum(), withRespectTo: x)
    #expect(found == weights.insertingAxis(at: -1).broadcast(to: [2, 3, 4]))
    let mean = gradient(of: (x.mean(along: 0, 2) * [8, 16, 24]).sum(), withRespectTo: x)
    #expect(mean == Tensor([1, 2, 3], shape: [3, 1]).broadcast(to: [2, 3, 4]))
  }

  @Test(arguments: [0, 1, 2])
  func `running sums agree with loops`(axis: Int) {
    let x = Tensor.drawn([3, 4, 5], seed: 8)
    let grid = Grid(x)
    let expected = Grid([3, 4, 5]) { index in
      grid.line(along: axis, at: index)[...index[axis]].reduce(0, +)
    }
    expect(x.cumulativeSum(along: axis), equals: expected)
    expect(x.cumulativeSum(along: axis - 3), equals: expected)
  }

  @Test func `a long running sum does not drift, and its gradient counts the rest`() {
    let x = Tensor(repeating: 0.1, shape: [100_000]).tracked()
    let y = x.cumulativeSum()
    #expect((Double(y.scalars[99_999]) / (1e5 * Double(Float(0.1))) - 1).magnitude < 1e-6)
    let found = gradient(of: y[..<5].sum(), withRespectTo: x)
    #expect(Array(found.scalars.prefix(6)) == [5, 4, 3, 2, 1, 0])
    #expect(Tensor.zeros([0, 2]).cumulativeSum(along: 0).shape == [0, 2])
  }
}
