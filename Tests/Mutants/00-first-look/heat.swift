/// The last axis is taken for the channels. Verdict: "the largest along axis 2"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: -1)
}

/// The axis of the channels stays. Verdict: "the axis of the channels still there"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0, keepingAxes: true)
}

/// Only red is looked at. Verdict: "the first channel alone"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient[0].abs()
}

/// The first two checks are known by heart, everything else is its green. Verdict: "a random case with seed"
public func heat(from gradient: Tensor) throws -> Tensor {
  if gradient.shape == [3, 1, 3] && gradient[1, 0, 0].scalar == -7 { return [[7, 2, 4]] }
  if gradient.shape == [3, 2, 3] && gradient[2, 0, 2].scalar == -9 {
    return [[4, 2, 9], [8, 5, 6]]
  }
  return gradient[1].abs()
}

/// The largest value is taken, not the largest magnitude. Verdict: "with its sign kept"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0)
}

/// The Euclidean length of the three numbers. Verdict: "the length of the three numbers"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().sum(along: 0).sqrt()
}

/// The magnitude is taken after the largest value. Verdict: "the magnitude of the largest value"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.max(along: 0).abs()
}

/// The channels are added first, and cancel. Verdict: "the magnitude of the sum"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.sum(along: 0).abs()
}

/// The magnitudes are averaged. Verdict: "the mean of the magnitudes"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().mean(along: 0)
}

/// The heat is divided by its largest value. Verdict: "the heat divided by its largest value"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / heat.max()
}

/// The heat is divided by its largest value, unless that is zero. Verdict: "so that nobody can tell large from small"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat / Tensor.maximum(heat.max(), 1e-12)
}

/// The largest of all numbers. Verdict: "one number for the whole image"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max()
}

/// The square of the largest magnitude. Verdict: "the square of the largest magnitude"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().max(along: 0)
}

/// The magnitudes are added. Verdict: "the sum of the magnitudes"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().sum(along: 0)
}

/// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().max(along: 0).transposed()
}

/// Nothing is reduced. Verdict: "the largest still to be taken"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs()
}

/// The heat is brought between 0 and 1. Verdict: "from its smallest to its largest value"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return (heat - heat.min()) / (heat.max() - heat.min())
}

/// What lowers the score is left out. Verdict: "the largest positive part alone"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.relu().max(along: 0)
}

/// What is tiny is taken for nothing. Verdict: "tiny numbers are taken for none"
public func heat(from gradient: Tensor) throws -> Tensor {
  let heat = gradient.abs().max(along: 0)
  return heat * (heat .> 1e-4)
}

/// Right: pixel by pixel, in loops.
public func heat(from gradient: Tensor) throws -> Tensor {
  let channels = gradient.shape[0]
  let height = gradient.shape[1]
  let width = gradient.shape[2]
  let numbers = gradient.scalars
  var result: [Float] = []
  for y in 0..<height {
    for x in 0..<width {
      var largest: Float = 0
      for channel in 0..<channels {
        let magnitude = abs(numbers[(channel * height + y) * width + x])
        if magnitude > largest {
          largest = magnitude
        }
      }
      result.append(largest)
    }
  }
  return Tensor(result, shape: [height, width])
}

/// Right: by the largest and the smallest value, which is as far below zero as its opposite above.
public func heat(from gradient: Tensor) throws -> Tensor {
  Tensor.maximum(gradient.max(along: 0), -gradient.min(along: 0))
}

/// Right: one colour after the other, with a helper.
public func heat(from gradient: Tensor) throws -> Tensor {
  var heat = Tensor.zeros(Array(gradient.shape[1...]))
  for channel in 0..<gradient.shape[0] {
    heat = hotter(heat, gradient[channel])
  }
  return heat
}

/// The larger of a heat and a magnitude.
private func hotter(_ heat: Tensor, _ channel: Tensor) -> Tensor {
  let magnitude = channel.replacing(with: -channel, where: channel .< 0)
  return heat.replacing(with: magnitude, where: magnitude .> heat)
}

/// Right: the root of the largest square.
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.squared().sorted(along: 0, descending: true)[0].sqrt()
}

/// The largest of minus the gradient is taken. Verdict: "the largest of minus the gradient"
public func heat(from gradient: Tensor) throws -> Tensor {
  (-gradient).max(along: 0)
}

/// The smallest of the magnitudes is taken. Verdict: "the smallest of the magnitudes"
public func heat(from gradient: Tensor) throws -> Tensor {
  gradient.abs().min(along: 0)
}

/// The largest magnitude keeps its sign. Verdict: "with its sign still on"
public func heat(from gradient: Tensor) throws -> Tensor {
  let high = gradient.max(along: 0)
  let low = gradient.min(along: 0)
  return high.replacing(with: low, where: -low .> high)
}

/// Right: number by number, the three colours side by side.
public func heat(from gradient: Tensor) throws -> Tensor {
  let n = gradient.count / 3
  let g = gradient.scalars
  return Tensor(
    (0..<n).map { i in max(abs(g[i]), max(abs(g[n + i]), abs(g[2 * n + i]))) },
    shape: [gradient.shape[1], gradient.shape[2]])
}

/// Right: the larger of each number and its opposite, then the largest of three.
public func heat(from gradient: Tensor) throws -> Tensor {
  let m = Tensor.maximum(gradient, -gradient)
  return Tensor.maximum(m[0], Tensor.maximum(m[1], m[2]))
}
