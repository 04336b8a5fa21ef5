extension Tensor {
  /// Returns the mean negative log-probability that a softmax of these logits gives to the labels.
  ///
  ///     L = mean over rows of (ln Σ e^zⱼ − z_label)
  ///     ∂L/∂z = (softmax(z) − one-hot(label)) / rows
  ///
  /// - Parameter labels: A class for each row of these logits, `[N, classes]`.
  /// - Returns: A single number, of shape `[]`.
  public func crossEntropy(with labels: [Int]) -> Tensor {
    precondition(rank == 2, "crossEntropy: logits are [N, classes], not \(shape)")
    precondition(
      layout[0] == labels.count,
      "crossEntropy: logits \(shape) need \(layout[0]) labels, not \(labels.count)")
    let classes = layout[1]
    let places = labels.map { label in
      precondition(
        label >= 0 && label < classes, "crossEntropy: there is no class \(label) among \(classes)")
      return Int32(truncatingIfNeeded: label)
    }
    return negativeLogLikelihoods(self, places).mean().recorded("crossEntropy", from: self) {
      upstream, logits in
      crossEntropyGradient(logits, places, scale: upstream.scalar / Float(places.count))
    }
  }

  /// Returns the mean negative log-probability of yes-or-no targets, from logits.
  ///
  ///     L = mean of (softplus(z) − t z)          ∂L/∂z = (sigmoid(z) − t) / count
  ///
  /// - Parameter targets: Probabilities, of the same shape as these logits.
  /// - Returns: A single number, of shape `[]`.
  public func binaryCrossEntropy(with targets: Tensor) -> Tensor {
    precondition(
      shape == targets.shape,
      "binaryCrossEntropy: the shapes \(shape) and \(targets.shape) differ")
    return (softplus() - targets * self).mean()
  }

  /// Returns the mean of the squared differences.
  ///
  ///     L = mean of (x − t)²          ∂L/∂x = 2 (x − t) / count
  ///
  /// - Parameter targets: What these numbers should be, in the same shape.
  /// - Returns: A single number, of shape `[]`.
  public func meanSquaredError(to targets: Tensor) -> Tensor {
    precondition(
      shape == targets.shape, "meanSquaredError: the shapes \(shape) and \(targets.shape) differ")
    return (self - targets).squared().mean()
  }
}
