import Foundation
import Tensors
import Testing

/// Operators write over elements that nobody else holds; these tests hold them.
@Suite(.serialized) struct ReuseTests {
  // A small tensor keeps its elements inside, a large one in a block of its own, and the largest
  // is worked on by several threads.
  static let sizes = [5, 3000, 70_000]

  @Test(arguments: sizes)
  func `a named value is not changed by what is computed from it`(count: Int) {
    let a = Tensor.drawn([count], seed: 1)
    let b = Tensor.drawn([count], seed: 2)
    let y = (a + b)
    let kept = y.scalars
    let z = y.relu()
    let chain = (-y).exp().sqrt().clamped(to: 0...1).tanh() * y + y
    expect(y, is: kept)
    expect(z, is: kept.map { max($0, 0) })
    #expect(chain.count == count)
    expect(a, is: Tensor.drawn([count], seed: 1).scalars)
    expect(b, is: Tensor.drawn([count], seed: 2).scalars)
  }

  @Test(arguments: sizes)
  func `a temporary may be used on both sides`(count: Int) {
    let a = Tensor.drawn([count], seed: 1)
    let scalars = a.scalars
    expect((a + a), is: scalars.map { 2 * $0 })
    let y = a * 3
    let square = y * y
    let difference = y - y
    expect(square, is: scalars.map { (3 * $0) * (3 * $0) })
    expect(difference, is: [Float](repeating: 0, count: count))
    expect(y, is: scalars.map { 3 * $0 })
    func twice(_ x: Tensor) -> Tensor { x + x }
    expect(twice(a * 2), is: scalars.map { 4 * $0 })
  }

  @Test(arguments: sizes)
  func `a long chain of temporaries gives what its steps give`(count: Int) {
    let a = Tensor.drawn([count], seed: 3)
    let first = a * 2
    let second = first + 1
    let third = -second
    let fourth = third / first
    let fifth = second - fourth
    #expect(haveSameBits((a * 2 + 1) - (-(a * 2 + 1)) / (a * 2), fifth))
  }

  @Test(arguments: sizes)
  func `the right side is overwritten in the right order`(count: Int) {
    let a = Tensor.drawn([count], seed: 4)
    let difference = a - (a * 2)
    let quotient = a / (a + 1)
    expect(difference, is: a.scalars.map { $0 - $0 * 2 })
    expect(quotient, is: a.scalars.map { $0 / ($0 + 1) })
  }

  @Test(arguments: sizes)
  func `a view of a temporary keeps its elements`(count: Int) {
    let even = count / 2 * 2
    let a = Tensor.drawn([even], seed: 5)
    let y = a * 2
    let view = y.reshaped(to: [2, even / 2])
    let row = view[1]
    let changed = (view * 10).relu()
    let rowChanged = -row
    expect(y, is: a.scalars.map { 2 * $0 })
    expect(view, is: y.scalars)
    expect(row, is: Array(y.scalars.suffix(even / 2)))
    expect(changed, is: y.scalars.map { max(10 * $0, 0) })
    expect(rowChanged, is: row.scalars.map { -$0 })

    // Here the view is the temporary, and its elements are those of a tensor somebody holds.
    expect(-y.reshaped(to: [even / 2, 2]), is: a.scalars.map { -2 * $0 })
    expect(y[1...] * y[1...], is: y.scalars.dropFirst().map { $0 * $0 })
    expect(1 - y.flattened().insertingAxis(at: 0), is: a.scalars.map { 1 - 2 * $0 })
    expect(y, is: a.scalars.map { 2 * $0 })

    // And here nothing but the view holds the temporary.
    let lone = (a * 2).reshaped(to: [2, even / 2])
    let loneRow = (a * 2)[1...]
    let negative = -lone
    let negativeRow = -loneRow
    expect(lone, is: y.scalars)
    expect(negative, is: y.scalars.map { -$0 })
    expect(loneRow, is: Array(y.scalars.dropFirst()))
    expect(negativeRow, is: loneRow.scalars.map { -$0 })
  }

  @Test(arguments: sizes)
  func `two views of one temporary do not see each other change`(count: Int) {
    func halves(_ x: Tensor) -> (Tensor, Tensor) { (x[0], x[1]) }
    let a = Tensor.drawn([2, count], seed: 6)
    let (upper, lower) = halves(a + 1)
    let sum = (upper * 2) + (lower * 3)
    expect(upper, is: a.scalars.prefix(count).map { $0 + 1 })
    expect(lower, is: a.scalars.suffix(count).map { $0 + 1 })
    #expect(sum.count == count)
  }

  @Test(arguments: sizes)
  func `values that pullbacks kept are not overwritten`(count: Int) {
    let x = Tensor.drawn([count], seed: 7)
    let tracked = x.tracked()
    // exp, tanh and * keep results or inputs, which are temporaries here.
    let loss = ((tracked * 1).exp().tanh() * (tracked * 2)).sum()
    let first = gradient(of: loss, withRespectTo: tracked)
    let second = gradient(of: loss, withRespectTo: tracked)
    #expect(haveSameBits(first, second))
    let scalars = x.scalars
    let expected = Grid([count]) { index in
      let value = Double(scalars[index[0]])
      let inner = exp(value)
      let t = tanh(inner)
      return (1 - t * t) * inner * 2 * value + 2 * t
    }
    expect(first, equals: expected, within: 1e-4)
  }

  @Test(arguments: sizes)
  func `an upstream gradient that somebody holds is not added to`(count: Int) {
    let upstream = Tensor.drawn([count], seed: 8)
    let kept = upstream.scalars
    let (_, pullback) = valueWithPullback(of: { $0 + $0 + $0 }, at: Tensor.drawn([count], seed: 9))
    let first = pullback(upstream)
    let second = pullback(upstream)
    expect(upstream, is: kept)
    expect(first, is: kept.map { $0 + $0 + $0 })
    #expect(haveSameBits(first, second))
  }

  @Test(arguments: sizes)
  func `the gradient of a step on the way is its own`(count: Int) {
    let x = Tensor.ones([count]).tracked()
    let y = x * 2
    let found = gradients(of: (y * 3 + y * 5).sum(), withRespectTo: [y, x])
    let doubled = found[0] * 2
    expect(found[0], is: [Float](repeating: 8, count: count))
    expect(found[1], is: [Float](repeating: 16, count: count))
    expect(doubled, is: found[1].scalars)
  }
}
