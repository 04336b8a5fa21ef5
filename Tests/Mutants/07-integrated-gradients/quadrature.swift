import Explanations
import Foundation
import Tensors

/// Left gives the right edges. Verdict: "the right edges"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(1), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Right gives the left edges. Verdict: "the left edges"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(0), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Right gives them from the last to the first. Verdict: "from the last to the first"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1).reversed(), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Left spreads its points from end to end. Verdict: "four points from 0 to 1 with both ends"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left:
    return Quadrature(
      points: (0..<steps).map { Double($0) / Double(max(1, steps - 1)) }, weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Right spreads its points from end to end. Verdict: "four points from 0 to 1 with both ends"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right:
    return Quadrature(
      points: (0..<steps).map { Double($0) / Double(max(1, steps - 1)) }, weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Midpoint stays at the left edges. Verdict: "the left edges"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Midpoint adds half a step behind the division. Verdict: "half a step added after the division"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0).map { $0 + 0.5 }, weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Midpoint takes the edges between strips. Verdict: "the inner edges only"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint:
    let inner = max(1, steps - 1)
    return Quadrature(
      points: (1...inner).map { Double($0) / Double(steps) },
      weights: [Double](repeating: 1 / Double(inner), count: inner))
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// The weights are all 1. Verdict: "weights of 1"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: 1, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// The points are counted and not scaled. Verdict: "points counted in strips"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { Double($0) + offset } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// The trapezoid is that of Captum: n points, weights 1/n, the ends halved. Verdict: "as Captum has it"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let all = (0..<steps).map { Double($0) / Double(max(1, steps - 1)) }
    let halved = (0..<steps).map { $0 == 0 || $0 == steps - 1 ? width / 2 : width }
    return Quadrature(points: all, weights: halved)
  }
}

/// The trapezoid has four points, and three strips. Verdict: "four points, which have three strips"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let strips = max(1, steps - 1)
    let all = (0...strips).map { Double($0) / Double(strips) }
    let halved = (0...strips).map { ($0 == 0 || $0 == strips ? 0.5 : 1) / Double(strips) }
    return Quadrature(points: all, weights: halved)
  }
}

/// The ends of the trapezoid count in full. Verdict: "the ends counted as much as the inner edges"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    return Quadrature(points: points(0) + [1], weights: weights + [width])
  }
}

/// All edges of the trapezoid count equally. Verdict: "all edges counted equally"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let edges = points(0) + [1]
    return Quadrature(
      points: edges, weights: edges.map { _ in 1 / Double(edges.count) })
  }
}

/// The trapezoid lists the edges of each strip. Verdict: "the inner edges twice"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let both = (0..<steps).flatMap { strip in
      let start: Double = Double(strip) * width
      return [start, start + width]
    }
    return Quadrature(points: both, weights: both.map { _ in width / 2 })
  }
}

/// The trapezoid is the midpoint rule. Verdict: "the middles of the strips"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    return Quadrature(points: points(0.5), weights: weights)
  }
}

/// The trapezoid forgets the last edge. Verdict: "the left edges, with the first halved"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    return Quadrature(
      points: points(0), weights: [width / 2] + weights.dropFirst())
  }
}

/// The trapezoid forgets the width. Verdict: "without the width of a strip"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: 1, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [0.5] + inner + [0.5])
  }
}

/// The width is a quotient of whole numbers. Verdict: "a width of 0"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = Double(1 / steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Midpoint gives the edges of the trapezoids. Verdict: "the edges of the trapezoids"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return try quadrature(.trapezoid, steps: steps)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// No strip is taken for one. Verdict: "is thrown"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  let steps = max(1, steps)
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// No strip gives no points. Verdict: "is thrown"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  if steps < 1 { return Quadrature(points: [], weights: []) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0), weights: weights)
  case .right: return Quadrature(points: points(1), weights: weights)
  case .midpoint: return Quadrature(points: points(0.5), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// The points are shifted a little, which is no known mistake. Verdict: "not what it should be"
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  guard steps > 0 else { throw TooFew("steps", steps) }
  let width = 1 / Double(steps)
  func points(_ offset: Double) -> [Double] { (0..<steps).map { (Double($0) + offset) * width } }
  let weights = [Double](repeating: width, count: steps)
  switch rule {
  case .left: return Quadrature(points: points(0.01), weights: weights)
  case .right: return Quadrature(points: points(0.99), weights: weights)
  case .midpoint: return Quadrature(points: points(0.51), weights: weights)
  case .trapezoid:
    let inner = [Double](repeating: width, count: steps - 1)
    return Quadrature(points: points(0) + [1], weights: [width / 2] + inner + [width / 2])
  }
}

/// Right: all rules as sums over edges, the trapezoid as the mean of left and right.
public func quadrature(_ rule: Rule, steps: Int) throws -> Quadrature {
  if steps <= 0 { throw TooFew("steps", steps) }
  let edges = (0...steps).map { Double($0) / Double(steps) }
  var weights = [Double](repeating: 0, count: steps + 1)
  for strip in 0..<steps {
    let width = edges[strip + 1] - edges[strip]
    if rule != .right { weights[strip] += rule == .left ? width : width / 2 }
    if rule != .left { weights[strip + 1] += rule == .right ? width : width / 2 }
  }
  switch rule {
  case .left:
    return Quadrature(points: Array(edges.dropLast()), weights: Array(weights.dropLast()))
  case .right:
    return Quadrature(points: Array(edges.dropFirst()), weights: Array(weights.dropFirst()))
  case .trapezoid:
    return Quadrature(points: edges, weights: weights)
  case .midpoint:
    let middles = zip(edges, edges.dropFirst()).map { ($0 + $1) / 2 }
    return Quadrature(points: middles, weights: middles.map { _ in 1 / Double(steps) })
  }
}
