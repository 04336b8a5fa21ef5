import LRP
import Tensors

/// A layer of three inputs and two outputs, and three examples, small enough to be shared out one
/// contribution at a time.
struct SmallLayer {
  var weight: Tensor = [[1, 2, -1], [-2, 1, 3]]
  var bias: Tensor = [0.5, -1]
  var activation: Tensor = [[2, 0, 1], [1, 3, 0.5], [-1, 2, 2]]
  var relevance: Tensor = [[1, 2], [3, -1], [0.5, 4]]

  var parameters: Parameters { Parameters(weight: weight, bias: bias) }

  /// The same with activations that no ReLU would forbid.
  var rectified: SmallLayer {
    var layer = self
    layer.activation = [[2, 0, 1], [1, 3, 0.5], [1, 2, 2]]
    return layer
  }

  /// What one input contributes to one output of one example, and what else its share depends on.
  struct Contribution {
    /// The input, its weight, and their product.
    var a, w, product: Double
    /// The output's bias.
    var b: Double
    /// All products of the output, a list of them with a, w each.
    var all: [(a: Double, w: Double)]
    /// Their sum and the bias.
    var z: Double { sum { $0 * $1 } + b }

    /// The sum of something over all inputs of the output.
    func sum(_ part: (_ a: Double, _ w: Double) -> Double) -> Double {
      all.reduce(0) { $0 + part($1.a, $1.w) }
    }
  }

  /// The relevance of the inputs, where a part of each output's relevance is handed to each input.
  func shared(by part: (Contribution) -> Double) -> Tensor {
    let (examples, inputs, outputs) = (activation.shape[0], weight.shape[1], weight.shape[0])
    var found = [Float](repeating: 0, count: examples * inputs)
    for example in 0..<examples {
      let row = activation[example].scalars.map(Double.init)
      for output in 0..<outputs {
        let weights = weight[output].scalars.map(Double.init)
        let all = zip(row, weights).map { (a: $0, w: $1) }
        let entering = Double(relevance[example, output].scalar)
        for input in 0..<inputs {
          let contribution = Contribution(
            a: row[input], w: weights[input], product: row[input] * weights[input],
            b: Double(bias[output].scalar), all: all)
          found[example * inputs + input] += Float(part(contribution) * entering)
        }
      }
    }
    return Tensor(found, shape: [examples, inputs])
  }
}

/// 1 for numbers from 0 on, else −1.
func signOf(_ number: Double) -> Double { number >= 0 ? 1 : -1 }

/// What is above zero, and what is below.
func above(_ number: Double) -> Double { max(number, 0) }
func below(_ number: Double) -> Double { min(number, 0) }

/// A quotient, 0 where there is nothing to divide by.
func quotient(_ number: Double, _ divisor: Double) -> Double {
  divisor == 0 ? 0 : number / divisor
}

/// The relevance of a layer's inputs, where every input's contributions are found by leaving all other
/// inputs out: one example, any layer that is linear with a bias.
func sharedOneByOne(
  _ relevance: Tensor, through layer: (Tensor) -> Tensor, at activation: Tensor,
  by part: (_ contribution: Tensor, _ output: Tensor) -> Tensor
) -> Tensor {
  let offset = layer(0 * activation)
  let output = layer(activation)
  let shares = (0..<activation.count).map { place -> Float in
    let only = Tensor((0..<activation.count).map { $0 == place ? 1 : 0 }).reshaped(
      to: activation.shape)
    let contribution = layer(activation * only) - offset
    return (part(contribution, output) * relevance).sum().scalar
  }
  return Tensor(shares).reshaped(to: activation.shape)
}
