import Tensors
import Testing

@Suite struct NormalizationTests {
  @Test(arguments: [[4], [3, 5], [2, 3, 7], [3, 1, 64]])
  func `rows have mean 0 and variance 1 before weight and bias`(shape: [Int]) {
    let columns = shape[shape.count - 1]
    let x = Tensor.drawn(shape, seed: 1) * 3 + 10
    let weight = Tensor.drawn([columns], seed: 2)
    let bias = Tensor.drawn([columns], seed: 3)
    let grid = Grid(x)
    let expected = Grid(shape) { index in
      let line = grid.line(along: shape.count - 1, at: index)
      let mean = line.reduce(0, +) / Double(columns)
      let variance = line.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(columns)
      let place = index[shape.count - 1]
      return (line[place] - mean) / (variance + 1e-5).squareRoot()
        * Double(weight.scalars[place]) + Double(bias.scalars[place])
    }
    expect(x.layerNorm(weight: weight, bias: bias), equals: expected, within: 2e-5)
  }

  @Test func `a constant row becomes the bias`() {
    let x = Tensor(repeating: 7, shape: [2, 3]).tracked()
    let y = x.layerNorm(weight: [1, 2, 3], bias: [4, 5, 6])
    #expect(y == [[4, 5, 6], [4, 5, 6]])
    #expect(y.isTracked)
  }

  @Test func `shifting and scaling a row changes nothing`() {
    let x = Tensor.drawn([3, 8], seed: 4)
    let weight = Tensor.ones([8])
    let bias = Tensor.zeros([8])
    let y = x.layerNorm(weight: weight, bias: bias, epsilon: 0)
    #expect(
      (x * 4 + 2).layerNorm(weight: weight, bias: bias, epsilon: 0).isClose(to: y, within: 1e-5))
    #expect(x.layerNorm(weight: weight, bias: bias, epsilon: 1) != y)
  }

  @Test func `the gradient is free of what the norm takes out`() {
    let x = Tensor.drawn([3, 8], seed: 5).tracked()
    let weights = Tensor.drawn([3, 8], seed: 6)
    let y = x.layerNorm(weight: .ones([8]), bias: .zeros([8]), epsilon: 0)
    let found = gradient(of: (y * weights).sum(), withRespectTo: x)
    #expect(found.sum(along: 1).abs().max().scalar < 1e-5)
    #expect((found * x.detached()).sum(along: 1).abs().max().scalar < 1e-5)
    #expect(found.abs().max().scalar > 0.1)
  }
}
