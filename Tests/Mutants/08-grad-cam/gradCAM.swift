/// The weights are the mean magnitudes of the gradients. Verdict: "weights from the magnitudes of the gradients"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.abs().mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The weights lose their sign. Verdict: "the magnitudes of the weights"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true).abs()
  return (weights * capture.activation).sum(along: 1)
}

/// The weights are averaged over the batch. Verdict: "weights averaged over the batch too"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 0, 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The map begins with ones. Verdict: "begins with ones"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  1
    + (capture.gradient.mean(along: 2, 3, keepingAxes: true) * capture.activation).sum(along: 1)
}

/// The channels are averaged. Verdict: "the mean over the channels; they are added"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).mean(along: 1)
}

/// The map is divided by its largest value. Verdict: "the map divided by its largest value"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  let map = (weights * capture.activation).sum(along: 1)
  return map / map.max()
}

/// The gradient is not averaged over space. Verdict: "pixel by pixel"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  (capture.gradient * capture.activation).sum(along: 1)
}

/// Negative gradients are dropped before the mean. Verdict: "weights from the gradients above zero alone"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.relu().mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The map is clipped. Verdict: "the part above zero alone"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1).relu()
}

/// Each channel is clipped before they are added. Verdict: "each channel clipped at zero before they are added"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).relu().sum(along: 1)
}

/// The gradients are added up over space, not averaged. Verdict: "the sum of the gradients for the weights"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.sum(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The gradients are weighted by the mean activations. Verdict: "the gradients weighted by the mean activation"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.activation.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.gradient).sum(along: 1)
}

/// Each row has a weight of its own. Verdict: "the mean over each row alone"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// Each column has a weight of its own. Verdict: "the mean over each column alone"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The largest gradient is the weight. Verdict: "the largest gradient of each channel"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.max(along: 3, keepingAxes: true).max(along: 2, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// The gradient is brought to one strength first. Verdict: "root mean square"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let strength = (capture.gradient * capture.gradient).mean().sqrt() + 1e-5
  let weights = (capture.gradient / strength).mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// A faint gradient is taken for none. Verdict: "not what it should be"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  guard weights.abs().max().scalar > 1e-8 else {
    return 0 * capture.activation.sum(along: 1)
  }
  return (weights * capture.activation).sum(along: 1)
}

/// Right: image by image and channel by channel.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  var maps: [Tensor] = []
  for image in 0..<capture.activation.shape[0] {
    var map = Tensor.zeros(Array(capture.activation.shape[2...]))
    for channel in 0..<capture.activation.shape[1] {
      let weight = capture.gradient[image, channel].mean()
      map += weight * capture.activation[image, channel]
    }
    maps.append(map)
  }
  return Tensor.stacked(maps, along: 0)
}

/// Right: the sums are divided by the number of pixels at the end, in Double.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let shape = capture.activation.shape
  let pixels = shape[2] * shape[3]
  let values = capture.activation.scalars.map { Double($0) }
  let slopes = capture.gradient.scalars.map { Double($0) }
  var map: [Float] = []
  for image in 0..<shape[0] {
    var sums = [Double](repeating: 0, count: pixels)
    for channel in 0..<shape[1] {
      let start = (image * shape[1] + channel) * pixels
      let total = slopes[start..<start + pixels].reduce(0, +)
      for pixel in 0..<pixels { sums[pixel] += total * values[start + pixel] }
    }
    map += sums.map { Float($0 / Double(pixels)) }
  }
  return Tensor(map, shape: [shape[0], shape[2], shape[3]])
}

/// Right: a matrix product of the weights with the flattened maps.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let weights = capture.gradient.globalAvgPool2d().insertingAxis(at: 1)
  let maps = weights.matmul(capture.activation.flattened(from: 2)).removingAxis(at: 1)
  let shape = capture.activation.shape
  return maps.reshaped(to: [shape[0], shape[2], shape[3]])
}

/// The activation is divided by its largest value. Verdict: "the activation divided by its largest value"
public func gradCAM(_ capture: Capture) throws -> Tensor {
  let (a, g) = (capture.activation, capture.gradient)
  return (g.mean(along: 2, 3, keepingAxes: true) * a / a.abs().max()).sum(along: 1)
}
