/// The map is divided by the number of pixels. Verdict: "which is Grad-CAM"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
    / Tensor(Float(features.shape[2] * features.shape[3]))
}

/// The weights of a column are taken for those of a class. Verdict: "the weights of a column"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[.all, target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
}

/// What speaks against the class is dropped. Verdict: "the part above zero alone"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1).relu()
}

/// Every channel is clipped before they are added. Verdict: "each channel clipped at zero"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).relu().sum(along: 1)
}

/// The mean over the channels is taken. Verdict: "the mean over the channels"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).mean(along: 1)
}

/// The map is divided by its largest value. Verdict: "divided by its largest value"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  let map = (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
  return map / map.max()
}

/// The first picture of a batch is explained alone. Verdict: "the map of the first picture alone"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features[0...0]).sum(along: 1)
}

/// The channels are added without weights. Verdict: "without their weights"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  features.sum(along: 1)
}

/// The weights meet the columns of the picture. Verdict: "laid over the columns"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target] * features).sum(along: 1)
}

/// The largest of the channels is taken. Verdict: "the largest of the channels"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).max(along: 1)
}

/// The first class is explained, whatever was asked for. Verdict: "the map for class 0"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[0].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
}

/// The mean over the pixels is taken first. Verdict: "the mean over the pixels came first"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  let means = features.mean(along: 2, 3, keepingAxes: true)
  return (weights[target].reshaped(to: [-1, 1, 1]) * means).sum(along: 1)
}

/// The map is averaged: the logit. Verdict: "the mean over the pixels came first"
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1).mean(along: 1, 2)
}

/// Right: a matrix product over the channels.
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  let (images, channels) = (features.shape[0], features.shape[1])
  let flat = features.reshaped(to: [images, channels, -1])
  let row = weights[target..<target + 1]
  return row.matmul(flat).reshaped(to: [images, features.shape[2], features.shape[3]])
}

/// Right: in loops, in Double.
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  let shape = features.shape
  let pixels = shape[2] * shape[3]
  let (numbers, row) = (features.scalars, weights[target].scalars)
  var map = [Double](repeating: 0, count: shape[0] * pixels)
  for image in 0..<shape[0] {
    for channel in 0..<shape[1] {
      for pixel in 0..<pixels {
        let value = numbers[(image * shape[1] + channel) * pixels + pixel]
        map[image * pixels + pixel] += Double(row[channel]) * Double(value)
      }
    }
  }
  return Tensor(map.map { Float($0) }, shape: [shape[0], shape[2], shape[3]])
}

/// Right: a convolution with a kernel of one pixel.
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  let kernel = weights[target].reshaped(to: [1, -1, 1, 1])
  return features.conv2d(kernel).removingAxis(at: 1)
}

/// Negative weights are left out. Verdict: "each channel clipped at zero before they are added, or the weights"
public func classActivationMap(features: Tensor, weights: Tensor, target: Int) throws -> Tensor {
  let w = weights[target].reshaped(to: [-1, 1, 1])
  return (w.relu() * features).sum(along: 1)
}
