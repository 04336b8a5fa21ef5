import Tensors
import Testing

/// Numbers in any number of axes, in double precision and without a thought of speed: what
/// tensors are compared with.
struct Grid {
  let shape: [Int]
  let values: [Double]

  init(shape: [Int], values: [Double]) {
    precondition(shape.reduce(1, *) == values.count)
    self.shape = shape
    self.values = values
  }

  /// Computes each element from its index.
  init(_ shape: [Int], _ value: ([Int]) -> Double) {
    self.init(shape: shape, values: Grid.indices(of: shape).map(value))
  }

  init(_ tensor: Tensor) {
    self.init(shape: tensor.shape, values: tensor.scalars.map { Double($0) })
  }

  /// All indices of a shape in row-major order; one empty index for a single number.
  static func indices(of shape: [Int]) -> [[Int]] {
    shape.reduce([[]]) { prefixes, size in
      prefixes.flatMap { prefix in (0..<size).map { prefix + [$0] } }
    }
  }

  /// An element; the index may be that of a shape this one broadcasts to.
  subscript(_ index: [Int]) -> Double {
    var offset = 0
    for (place, size) in zip(index.suffix(shape.count), shape) {
      offset = offset * size + (size == 1 ? 0 : place)
    }
    return values[offset]
  }

  /// The elements along an axis, the other indices being those given.
  func line(along axis: Int, at index: [Int]) -> [Double] {
    (0..<shape[axis]).map { place in
      var moved = index
      moved[axis] = place
      return self[moved]
    }
  }

  /// Says where a tensor differs; nil where it does not; NaN is expected where NaN stands.
  func difference(from tensor: Tensor, within tolerance: Double) -> String? {
    guard tensor.shape == shape else { return "shape \(tensor.shape) instead of \(shape)" }
    let scalars = tensor.scalars
    guard scalars.count == values.count else { return "\(scalars.count) elements" }
    for (place, (got, wanted)) in zip(scalars, values).enumerated() {
      if got.isNaN && wanted.isNaN || Double(got) == wanted { continue }
      let error = (Double(got) - wanted).magnitude
      if !error.isFinite || error > tolerance * (1 + wanted.magnitude) {
        return "\(got) instead of \(wanted) at element \(place) of \(shape)"
      }
    }
    return nil
  }
}

/// Fails unless a tensor has this shape and these elements.
func expect(
  _ tensor: Tensor, equals grid: Grid, within tolerance: Double = 1e-5,
  _ comment: @autoclosure () -> String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  if let difference = grid.difference(from: tensor, within: tolerance) {
    Issue.record("\(difference) \(comment())", sourceLocation: sourceLocation)
  }
}

/// Fails unless a tensor has these elements; says no more than where, for there may be many.
func expect(
  _ tensor: Tensor, is scalars: [Float], sourceLocation: SourceLocation = #_sourceLocation
) {
  let found = tensor.scalars
  let place = zip(found, scalars).enumerated().first { $0.element.0 != $0.element.1 }
  if found.count != scalars.count {
    Issue.record(
      "\(found.count) elements instead of \(scalars.count)", sourceLocation: sourceLocation)
  } else if let (place, pair) = place {
    Issue.record("\(pair.0) instead of \(pair.1) at \(place)", sourceLocation: sourceLocation)
  }
}

/// Whether two tensors agree in shape and in every bit, NaN included.
func haveSameBits(_ a: Tensor, _ b: Tensor) -> Bool {
  guard a.shape == b.shape else { return false }
  return a.scalars.withUnsafeBytes { x in b.scalars.withUnsafeBytes { y in x.elementsEqual(y) } }
}

extension Tensor {
  /// Normal numbers, the same for the same seed.
  static func drawn(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var generator = SplitMix64(seed: seed)
    return normal(shape: shape, using: &generator)
  }

  /// Multiples of ½ between −1½ and 1½: many are equal, some are 0.
  static func drawnWithTies(_ shape: [Int], seed: UInt64 = 1) -> Tensor {
    var generator = SplitMix64(seed: seed)
    return Tensor(
      (0..<shape.reduce(1, *)).map { _ in Float(Int.random(in: -3...3, using: &generator)) / 2 },
      shape: shape)
  }
}
