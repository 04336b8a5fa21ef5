/// The axis of the channels stays, of size 1. Verdict: "the axis of the channels still there"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1, keepingAxes: true)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// The largest channel is chosen without dropping signs. Verdict: "the largest value with its sign kept"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Magnitudes are taken after the largest channel is chosen. Verdict: "the magnitude of the largest value"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.max(along: 1).abs()
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Magnitudes are taken after the channels are added. Verdict: "the magnitude of the sum"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.sum(along: 1).abs()
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Magnitudes are averaged, not added. Verdict: "the mean of the magnitudes"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().mean(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// The largest is taken over the examples. Verdict: "over the examples; channels are axis 1"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 0)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Whatever reduction is asked for, the largest is taken. Verdict: "the largest magnitude, which is another reduction"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().max(along: 1)
  case .euclidean: gradient.abs().max(along: 1)
  }
}

/// The squares are averaged, not added. Verdict: "the root of the mean of the squares"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().mean(along: 1).sqrt()
  }
}

/// Each map is divided by the largest value of the batch when that is above 10. Verdict: "divided by the largest value of all images"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest:
    gradient.abs().max(along: 1) / (gradient.max().scalar > 10 ? gradient.abs().max() : 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// The root of the sum of squares is never taken. Verdict: "with its root still to be taken"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1)
  }
}

/// Channels are added with their signs. Verdict: "in which up and down cancel"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}
