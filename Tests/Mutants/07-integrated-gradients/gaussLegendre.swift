import Explanations
import Foundation
import Tensors

/// The zeros stay on −1…1. Verdict: "the zeros on −1…1, where they were found"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append(z)
    weights.append(2 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The zeros stay on −1…1, with weights for 0…1. Verdict: "the zeros on −1…1 with weights for 0…1"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append(z)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The weights are those for −1…1. Verdict: "weights for −1…1"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(2 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The largest point comes first. Verdict: "the largest point first"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: 1, through: n, by: 1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// Newton never moves. Verdict: "the first guesses"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<0 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / n + 0 * slope)
  }
  return Quadrature(points: points, weights: weights)
}

/// Newton moves once, which is not enough. Verdict: "one step of Newton"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<1 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// Newton never moves, and the weights are those of the guess. Verdict: "the first guesses"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<0 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The points are middles. Verdict: "middles of two strips"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((n - i + 0.5) / n)
    weights.append(1 / n + 0 * slope)
  }
  return Quadrature(points: points, weights: weights)
}

/// All points count equally. Verdict: "all points counted equally"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / n + 0 * slope)
  }
  return Quadrature(points: points, weights: weights)
}

/// The slope in the weights is not squared. Verdict: "the slope in the weights is not squared"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The weights lack the factor 1 − z². Verdict: "the weights without 1 − z²"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / (slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The recurrence goes one step too far. Verdict: "not what it should be"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, through: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The recurrence forgets the factor k. Verdict: "not what it should be"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The points are those of Chebyshev. Verdict: "not what it should be"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  let points = (0..<count).map { index in
    let angle: Double = Double.pi * (Double(index) + 0.5) / n
    return (1 - cos(angle)) / 2
  }
  return Quadrature(points: points, weights: [Double](repeating: 1 / n, count: count))
}

/// The points are found in single precision. Verdict: "not what it should be"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append(Double(Float((1 + z) / 2)))
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// The weights are brought to a sum of 1 from wrong ones. Verdict: "not what it should be"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  guard count > 0 else { throw TooFew("count", count) }
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 - z * z + 0 * slope)
  }
  return Quadrature(points: points, weights: weights.map { $0 / weights.reduce(0, +) })
}

/// No point is taken for one. Verdict: "is thrown"
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  let count = max(1, count)
  let n = Double(count)
  func valueAndSlope(at z: Double) -> (value: Double, slope: Double) {
    var (before, value) = (1.0, z)
    for k in stride(from: 1.0, to: n, by: 1) {
      (before, value) = (value, ((2 * k + 1) * z * value - k * before) / (k + 1))
    }
    return (value, n * (z * value - before) / (z * z - 1))
  }
  var (points, weights): ([Double], [Double]) = ([], [])
  for i in stride(from: n, through: 1, by: -1) {
    var z = cos(.pi * (i - 0.25) / (n + 0.5))
    for _ in 0..<6 {
      let (value, slope) = valueAndSlope(at: z)
      z -= value / slope
    }
    let slope = valueAndSlope(at: z).slope
    points.append((1 + z) / 2)
    weights.append(1 / ((1 - z * z) * slope * slope))
  }
  return Quadrature(points: points, weights: weights)
}

/// Right: half of the zeros, mirrored, until Newton stands still.
public func gaussLegendre(_ count: Int) throws -> Quadrature {
  if count < 1 { throw TooFew("count", count) }
  var points = [Double](repeating: 0.5, count: count)
  var weights = points
  for index in 0...(count - 1) / 2 {
    var z = -cos(Double.pi * (Double(index) + 0.75) / (Double(count) + 0.5))
    var slope = 0.0
    for _ in 0..<50 {
      var polynomials = [1.0, z]
      for k in 1..<max(1, count) {
        polynomials.append(
          (Double(2 * k + 1) * z * polynomials[k] - Double(k) * polynomials[k - 1]) / Double(k + 1))
      }
      slope = Double(count) * (z * polynomials[count] - polynomials[count - 1]) / (z * z - 1)
      let step = polynomials[count] / slope
      z -= step
      if abs(step) < 1e-16 { break }
    }
    points[index] = (z + 1) / 2
    points[count - 1 - index] = (1 - z) / 2
    weights[index] = 1 / ((1 - z * z) * slope * slope)
    weights[count - 1 - index] = weights[index]
  }
  return Quadrature(points: points, weights: weights)
}
