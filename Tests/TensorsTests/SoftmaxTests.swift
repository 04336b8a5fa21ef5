import Foundation
import Tensors
import Testing

@Suite struct SoftmaxTests {
  static let shapes: [([Int], Int)] = [
    ([5], 0), ([3, 4], 1), ([3, 4], 0), ([2, 3, 4], 1), ([3, 40], 1), ([40, 3], 0),
    ([2, 17, 3], 1),
    ([7, 1], 1), ([300, 50], 1), ([50, 300], 0),
  ]

  private func by(
    _ x: Tensor, along axis: Int, _ function: (_ line: [Double], _ place: Int) -> Double
  ) -> Grid {
    let grid = Grid(x)
    return Grid(x.shape) { function(grid.line(along: axis, at: $0), $0[axis]) }
  }

  @Test(arguments: shapes)
  func `softmax and its logarithm agree with the definition`(shape: [Int], axis: Int) {
    let x = Tensor.drawn(shape, seed: 1) * 4
    let small = x.count < 1000
    let y = x.softmax(along: axis)
    #expect(y.sum(along: axis).isClose(to: .ones(y.sum(along: axis).shape), within: 1e-6))
    #expect(y.min().scalar > 0)
    #expect(x.softmax(along: axis - shape.count) == y)
    #expect(x.logSoftmax(along: axis).isClose(to: y.log(), within: 1e-5))
    #expect(
      (x - x.logSumExp(along: axis, keepingAxes: true)).isClose(
        to: x.logSoftmax(along: axis), within: 1e-5))
    guard small else { return }
    expect(
      y,
      equals: by(x, along: axis) { line, place in
        exp(line[place]) / line.reduce(0) { $0 + exp($1) }
      }, within: 1e-6)
    expect(
      x.logSoftmax(along: axis),
      equals: by(x, along: axis) { line, place in
        line[place] - log(line.reduce(0) { $0 + exp($1) })
      }, within: 1e-6)
  }

  @Test(arguments: shapes)
  func `adding a constant changes nothing`(shape: [Int], axis: Int) {
    // Halves and quarters survive the shift without rounding.
    let x = Tensor.drawnWithTies(shape, seed: 2)
    #expect((x + 1024).softmax(along: axis) == x.softmax(along: axis))
    #expect((x - 4096).logSoftmax(along: axis) == x.logSoftmax(along: axis))
  }

  @Test func `nothing overflows`() {
    let x: Tensor = [[1000, 0, -1000], [-1e30, -1e30, -1e30], [3e38, 3e38, -3e38]]
    #expect(
      x.softmax() == [
        [1, 0, 0], [Tensor(1.0 / 3), Tensor(1.0 / 3), Tensor(1.0 / 3)], [0.5, 0.5, 0],
      ])
    #expect(x[0].logSoftmax() == [0, -1000, -2000])
    #expect(x[0].logSumExp() == 1000)
    #expect(Tensor([-1000, -1000]).logSumExp().isClose(to: Tensor(-1000 + log(2.0))))
  }

  @Test func `masked places get nothing, and give nothing back`() {
    let x = Tensor([1, -.infinity, 1, -.infinity]).tracked()
    let y = x.softmax()
    #expect(y == [0.5, 0, 0.5, 0])
    let found = gradient(of: (y * [1, 2, 3, 4]).sum(), withRespectTo: x)
    #expect(found == [-0.5, 0, 0.5, 0])
    #expect(x.logSumExp().isClose(to: Tensor(1 + log(2.0))))
    #expect(x.logSoftmax().scalars[1] == -.infinity)
  }

  @Test(arguments: [3, 40])
  func `a row with NaN, or all of it masked, is NaN, and no other row`(columns: Int) {
    for value in [Float.nan, .infinity] {
      var scalars = [Float](repeating: 0, count: 2 * columns)
      scalars[1] = value
      let x = Tensor(scalars, shape: [2, columns])
      #expect(x.softmax()[0].scalars.filter(\.isNaN).count == columns)
      #expect(x.softmax()[1].isClose(to: Tensor(repeating: 1 / Float(columns), shape: [columns])))
      #expect(x.logSoftmax()[1].scalars.filter(\.isNaN).isEmpty)
    }
    let masked = Tensor(repeating: -.infinity, shape: [1, columns])
    #expect(masked.softmax().scalars.filter(\.isNaN).count == columns)
  }

  @Test func `the logarithm of a sum of exponentials knows infinity`() {
    #expect(Tensor([-.infinity, -.infinity]).logSumExp().scalar == -.infinity)
    #expect(Tensor([1, .infinity]).logSumExp().scalar == .infinity)
    #expect(Tensor([1, .nan]).logSumExp().scalar.isNaN)
    #expect(Tensor.drawn([2, 3, 4]).logSumExp(along: 1).shape == [2, 4])
    #expect(Tensor.drawn([2, 3, 4]).logSumExp(along: 1, keepingAxes: true).shape == [2, 1, 4])
  }

  @Test func `gradients along each axis add up to zero`() {
    let x = Tensor.drawn([3, 4, 5], seed: 3).tracked()
    let weights = Tensor.drawn([3, 4, 5], seed: 4)
    for axis in 0..<3 {
      let soft = gradient(of: (x.softmax(along: axis) * weights).sum(), withRespectTo: x)
      #expect(soft.sum(along: axis).abs().max().scalar < 1e-6)
      #expect(soft.abs().max().scalar > 0.01)
      let sum = gradient(of: x.logSumExp(along: axis).sum(), withRespectTo: x)
      #expect(sum.isClose(to: x.detached().softmax(along: axis), within: 1e-6))
    }
  }
}
