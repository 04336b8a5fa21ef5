import Tensors
import Testing

@Suite struct `Gradients of operators` {
  @Test(arguments: GradientCase.all)
  func `agree with differences`(operator case: GradientCase) {
    #expect(`case`.shapes.count >= 2)
    for (index, shapes) in `case`.shapes.enumerated() {
      var generator = SplitMix64(seed: UInt64(index) + 17)
      let inputs = shapes.map { `case`.domain.draw($0, using: &generator) }
      let (value, pullback) = valueWithPullback(of: `case`.function, atAll: inputs)
      let upstream = Tensor.uniform(in: 0.5..<1.5, shape: value.shape, using: &generator)
      let gradients = pullback(upstream)
      for (place, gradient) in gradients.enumerated() {
        let expected = differences(of: `case`.function, at: inputs, by: place, upstream: upstream)
        #expect(
          gradient.isClose(to: expected, within: 2e-3),
          """
          input \(place) of shapes \(shapes)
          by differences: \(expected)
          pulled back: \(gradient)
          """)
        #expect(gradient.abs().max().scalar > 1e-3, "the gradient of input \(place) is vacuous")
      }
    }
  }

  /// Derivatives by the five-point rule, whose error is of fourth order.
  ///
  ///     f′ ≈ (8 f(x + h) − 8 f(x − h) − f(x + 2h) + f(x − 2h)) / 12h
  private func differences(
    of function: ([Tensor]) -> Tensor, at inputs: [Tensor], by place: Int, upstream: Tensor
  ) -> Tensor {
    let h: Float = 0.0625
    let weights = upstream.scalars.map { Double($0) }
    func loss(_ element: Int, _ shift: Float) -> Double {
      var scalars = inputs[place].scalars
      scalars[element] += shift
      var moved = inputs
      moved[place] = Tensor(scalars, shape: inputs[place].shape)
      return zip(function(moved).scalars, weights).reduce(0) { $0 + Double($1.0) * $1.1 }
    }
    let derivatives = (0..<inputs[place].count).map { element in
      let near = loss(element, h) - loss(element, -h)
      let far = loss(element, 2 * h) - loss(element, -2 * h)
      return Float((8 * near - far) / Double(12 * h))
    }
    return Tensor(derivatives, shape: inputs[place].shape)
  }
}

extension GradientCase.Domain {
  func draw(_ shape: [Int], using generator: inout SplitMix64) -> Tensor {
    switch self {
    case .any: return .normal(shape: shape, using: &generator)
    case .positive: return .uniform(in: 0.5..<2.5, shape: shape, using: &generator)
    case .awayFromKinks:
      let fraction = Tensor.uniform(in: 0.3..<0.7, shape: shape, using: &generator)
      let whole = (0..<fraction.count).map { _ in Float(Int.random(in: -2...1, using: &generator)) }
      return fraction + Tensor(whole, shape: shape)
    case .distinct:
      let count = shape.reduce(1, *)
      let order = permutation(of: count, using: &generator)
      // Inputs drawn one after the other are shifted against each other.
      let shift = Float.random(in: 0..<1, using: &generator) < 0.5 ? Float(0) : 0.3
      return Tensor(order.map { Float($0) * 0.6 - 2 + shift }, shape: shape)
    }
  }
}
