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

/// The map is brought between 0 and 1. Verdict: "from its smallest to its largest value"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let map =
    switch reduction {
    case .largest: gradient.abs().max(along: 1)
    case .sum: gradient.abs().sum(along: 1)
    case .euclidean: gradient.squared().sum(along: 1).sqrt()
    }
  return (map - map.min()) / (map.max() - map.min())
}

/// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let map =
    switch reduction {
    case .largest: gradient.abs().max(along: 1)
    case .sum: gradient.abs().sum(along: 1)
    case .euclidean: gradient.squared().sum(along: 1).sqrt()
    }
  return map.permuted(to: [0, 2, 1])
}

/// The root has a little something below it, against a slope of infinity. Verdict: "not what it should be"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: (gradient.squared().sum(along: 1) + 1e-11).sqrt()
  }
}

/// What is tiny is taken for nothing. Verdict: "tiny"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let map =
    switch reduction {
    case .largest: gradient.abs().max(along: 1)
    case .sum: gradient.abs().sum(along: 1)
    case .euclidean: gradient.squared().sum(along: 1).sqrt()
    }
  return map * (map .> 1e-5)
}

/// The channel that is strongest in the whole image speaks for every pixel. Verdict: "the channel that is strongest in the whole image"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest:
    gradient.abs()[.all, gradient.abs().sum(along: 0, 2, 3).argmax(along: 0)[0]]
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.squared().sum(along: 1).sqrt()
  }
}

/// Only what raises the score is looked at. Verdict: "the positive part of the gradient"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.relu().max(along: 1)
  case .sum: gradient.relu().sum(along: 1)
  case .euclidean: gradient.relu().squared().sum(along: 1).sqrt()
  }
}

/// There are always three channels. Verdict: "three channels alone"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let size = gradient.abs()
  let (red, green) = (size[.all, 0], size[.all, 1 % gradient.shape[1]])
  let blue = size[.all, 2 % gradient.shape[1]]
  switch reduction {
  case .largest: return Tensor.maximum(red, Tensor.maximum(green, blue))
  case .sum: return size.sum(along: 1)
  case .euclidean: return gradient.squared().sum(along: 1).sqrt()
  }
}

/// The standard deviation is taken for the length. Verdict: "the standard deviation of the channels"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: gradient.variance(along: 1).sqrt()
  }
}

/// The unbiased one, as PyTorch's std. Verdict: "the standard deviation of the channels"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean:
    gradient.shape[1] > 1
      ? gradient.variance(along: 1, correction: 1).sqrt() : gradient.abs()[.all, 0]
  }
}

/// A small number under the root. Verdict: "a small number added under the root"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: (gradient.squared().sum(along: 1) + 1e-8).sqrt()
  }
}

/// A smaller one, PyTorch's other habit. Verdict: "a small number added under the root"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: gradient.abs().max(along: 1)
  case .sum: gradient.abs().sum(along: 1)
  case .euclidean: (gradient.squared().sum(along: 1) + 1e-12).sqrt()
  }
}

/// Right: pixel by pixel, in loops.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let images = gradient.shape[0]
  let channels = gradient.shape[1]
  let height = gradient.shape[2]
  let width = gradient.shape[3]
  let numbers = gradient.scalars
  var map: [Float] = []
  for image in 0..<images {
    for y in 0..<height {
      for x in 0..<width {
        var values: [Double] = []
        for channel in 0..<channels {
          let place = ((image * channels + channel) * height + y) * width + x
          values.append(Double(numbers[place]))
        }
        map.append(Float(reduced(values, by: reduction)))
      }
    }
  }
  return Tensor(map, shape: [images, height, width])
}

/// What the channels of a pixel come to.
private func reduced(_ values: [Double], by reduction: Reduction) -> Double {
  switch reduction {
  case .largest: return values.map { abs($0) }.max() ?? 0
  case .sum: return values.map { abs($0) }.reduce(0, +)
  case .euclidean: return values.map { $0 * $0 }.reduce(0, +).squareRoot()
  }
}

/// Right: channel by channel, with an if for each reduction.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  var total = Tensor.zeros([gradient.shape[0], gradient.shape[2], gradient.shape[3]])
  for channel in 0..<gradient.shape[1] {
    let slope = gradient[.all, channel]
    if reduction == .largest {
      total = Tensor.maximum(total, slope.abs())
    } else if reduction == .sum {
      total += slope.relu() + (-slope).relu()
    } else {
      total += slope * slope
    }
  }
  return reduction == .euclidean ? total.sqrt() : total
}

/// Right: with the channels last, as other libraries have them.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let slopes = gradient.permuted(to: [0, 2, 3, 1])
  if reduction == .largest { return Tensor.maximum(slopes, -slopes).max(along: -1) }
  if reduction == .sum { return (slopes * slopes.sign()).sum(along: -1) }
  return slopes.power(2).sum(along: -1).power(0.5)
}

/// Squares stand for magnitudes. Verdict: "the square of the largest magnitude"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: return gradient.squared().max(along: 1)
  case .sum: return gradient.squared().sum(along: 1)
  case .euclidean: return gradient.squared().sum(along: 1).sqrt()
  }
}

/// Right: means times the number of channels, and the first of those in order.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  let a = gradient.abs()
  if reduction == .largest { return a.sorted(along: 1, descending: true)[.all, 0] }
  if reduction == .sum { return a.mean(along: 1) * Tensor(gradient.shape[1]) }
  return (a * a).mean(along: 1).sqrt() * Tensor(gradient.shape[1]).sqrt()
}

/// The smallest magnitude is taken. Verdict: "the smallest of the magnitudes"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: return gradient.abs().min(along: 1)
  case .sum: return gradient.abs().sum(along: 1)
  case .euclidean: return gradient.squared().sum(along: 1).sqrt()
  }
}

/// The largest of minus the gradient is taken. Verdict: "the largest of minus the gradient"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: return (-gradient).max(along: 1)
  case .sum: return gradient.abs().sum(along: 1)
  case .euclidean: return gradient.squared().sum(along: 1).sqrt()
  }
}

/// The sum is divided by the number of pixels. Verdict: "not what it should be"
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  switch reduction {
  case .largest: return gradient.abs().max(along: 1)
  case .sum: return gradient.abs().sum(along: 1) / Tensor(gradient.shape[2] * gradient.shape[3])
  case .euclidean: return gradient.squared().sum(along: 1).sqrt()
  }
}
