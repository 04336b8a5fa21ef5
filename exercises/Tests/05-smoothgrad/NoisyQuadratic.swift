import Tensors

/// A score whose gradient is known at every copy, and noise that has a direction.
///
///     s = ½ xᵀAx + bᵀx      ∂s/∂x = Ax + b
struct NoisyQuadratic {
  let matrix: Tensor = [[2, -1, 0.5], [-1, -3, 1], [0.5, 1, 1]]
  let offset: Tensor = [0.5, 1, -4]
  let x: Tensor = [[1, 2, -1]]
  /// Five samples, whose mean is (0.4, −0.6, 0.2).
  let noise: Tensor = [
    [4, 2, -3], [-2, -4, 1], [1, -2, 4], [-3, 1, 0], [2, 0, -1],
  ]

  /// The score of each example.
  func score(_ x: Tensor) -> Tensor {
    (x * x.matmul(matrix)).sum(along: 1) / 2 + x.matmul(offset)
  }

  /// The gradient at each of several inputs, by its formula.
  func slopes(at x: Tensor) -> Tensor { x.matmul(matrix) + offset }

  /// The gradient at each noisy copy, a row for each.
  var slopes: Tensor { slopes(at: x + noise) }
}

/// The mean over the samples, with their axis left at size 1.
func average(_ rows: Tensor) -> Tensor { rows.mean(along: 0, keepingAxes: true) }
