import Foundation
import Tensors
import Testing

@Suite struct AttentionTests {
  @Test(arguments: [false, true], [1, 2] as [UInt64])
  func `attention agrees with the definition`(causal: Bool, seed: UInt64) {
    let (batch, length, sources, d, width) = (3, 4, 4, 5, 2)
    let q = Tensor.drawn([batch, length, d], seed: seed)
    let k = Tensor.drawn([batch, sources, d], seed: seed + 10)
    let v = Tensor.drawn([batch, sources, width], seed: seed + 20)
    let (queries, keys, values) = (Grid(q), Grid(k), Grid(v))
    func row(_ n: Int, _ i: Int) -> [Double] {
      let weights = (0..<sources).map { j in
        let score = (0..<d).reduce(0) { $0 + queries[[n, i, $1]] * keys[[n, j, $1]] }
        return causal && j > i ? 0 : exp(score / Double(d).squareRoot())
      }
      let sum = weights.reduce(0, +)
      return weights.map { $0 / sum }
    }
    let (output, weights) = Tensor.attention(queries: q, keys: k, values: v, causal: causal)
    expect(
      weights, equals: Grid([batch, length, sources]) { row($0[0], $0[1])[$0[2]] }, within: 1e-5)
    expect(
      output,
      equals: Grid([batch, length, width]) { index in
        row(index[0], index[1]).enumerated().reduce(0) {
          $0 + $1.element * values[[index[0], $1.offset, index[2]]]
        }
      }, within: 1e-5)
  }

  @Test func `a key that is asked for outweighs the rest`() {
    let keys = Tensor.identity(3) * 1000
    let values: Tensor = [[1, 10], [2, 20], [3, 30]]
    let (output, weights) = Tensor.attention(
      queries: [[0, 1, 0], [0, 0, 1]], keys: keys, values: values)
    #expect(weights == [[0, 1, 0], [0, 0, 1]])
    #expect(output == [[2, 20], [3, 30]])
  }

  @Test func `under a causal mask the future does not matter, nor get a gradient`() {
    let x = Tensor.drawn([2, 5, 4], seed: 3).tracked()
    let (output, weights) = Tensor.attention(queries: x, keys: x, values: x, causal: true)
    #expect(weights[.all, 0].isClose(to: [[1, 0, 0, 0, 0], [1, 0, 0, 0, 0]]))
    let found = gradient(of: output[.all, 2].sum(), withRespectTo: x)
    #expect(found[.all, 3...] == .zeros([2, 2, 4]))
    #expect(found[.all, ..<3].abs().min().scalar > 0)
  }

  @Test func `permuting keys and values together changes nothing`() {
    let q = Tensor.drawn([2, 3, 4], seed: 4)
    let k = Tensor.drawn([2, 6, 4], seed: 5)
    let v = Tensor.drawn([2, 6, 3], seed: 6)
    let order = [3, 0, 5, 1, 4, 2]
    let plain = Tensor.attention(queries: q, keys: k, values: v)
    let permuted = Tensor.attention(
      queries: q, keys: k.selecting(order, along: 1), values: v.selecting(order, along: 1))
    #expect(plain.output.isClose(to: permuted.output, within: 1e-5))
    #expect(plain.weights.selecting(order, along: 2).isClose(to: permuted.weights, within: 1e-5))
  }
}
