import Tensors

extension Int: Checked {
  /// Says how far a whole number is from the truth; nearly right is wrong.
  public func difference(from truth: Int, within tolerance: Tolerance) -> Difference? {
    guard self != truth else { return nil }
    let error = (Double(self) - Double(truth)).magnitude
    return .single("\(self)", "\(truth)", error: error, distance: .infinity)
  }
}

extension Bool: Checked {}

extension String: Checked {}

extension Float: Checked {
  /// Says how far a number is from the truth, if farther than allowed.
  public func difference(from truth: Float, within tolerance: Tolerance) -> Difference? {
    Checking.difference(of: "\(self)", Double(self), from: "\(truth)", Double(truth), tolerance)
  }
}

extension Double: Checked {
  /// Says how far a number is from the truth, if farther than allowed.
  public func difference(from truth: Double, within tolerance: Tolerance) -> Difference? {
    Checking.difference(of: "\(self)", self, from: "\(truth)", truth, tolerance)
  }
}

/// The one comparison of two numbers; their texts are those of the types they come from.
private func difference(
  of foundText: @autoclosure () -> String, _ found: Double,
  from truthText: @autoclosure () -> String, _ truth: Double, _ tolerance: Tolerance
) -> Difference? {
  let distance = tolerance.distance(found, from: truth)
  guard distance > 1 else { return nil }
  let error = (found - truth).magnitude
  return .single(
    foundText(), truthText(), error: error.isFinite ? error : nil, distance: distance)
}

extension Array: Checked where Element: Checked {
  /// The number of single values in all elements.
  public var checkedCount: Int { reduce(0) { $0 + $1.checkedCount } }

  /// Says how a list differs from the truth: another length, or the elements that differ.
  public func difference(from truth: [Element], within tolerance: Tolerance) -> Difference? {
    guard count == truth.count else {
      return .form("there are \(count) elements, and should be \(truth.count)")
    }
    let parts = indices.compactMap { index in
      self[index].difference(from: truth[index], within: tolerance)?.inside(index)
    }
    return .combining(parts, count: checkedCount)
  }
}

extension Tensor: Checked {
  /// The number of elements.
  public var checkedCount: Int { count }

  /// Says how a tensor differs from the truth: another shape, or the elements that differ.
  public func difference(from truth: Tensor, within tolerance: Tolerance) -> Difference? {
    guard shape == truth.shape else {
      return .form("the shape is \(shape), and should be \(truth.shape)")
    }
    let (found, expected) = (scalars, truth.scalars)
    let parts = found.indices.compactMap { index -> Difference? in
      let part = found[index].difference(from: expected[index], within: tolerance)
      guard case .values(var values) = part else { return part }
      values.first.place = place(of: index)
      values.largest.place = values.first.place
      return .values(values)
    }
    return .combining(parts, count: count)
  }

  /// The index along each axis of an element that is counted in row-major order.
  private func place(of index: Int) -> [Int] {
    var rest = index
    var place: [Int] = []
    for size in shape.reversed() {
      place.insert(rest % size, at: 0)
      rest /= size
    }
    return place
  }
}

/// A value of any type that can be compared for equality.
public struct Exact<Value: Equatable>: Checked, Equatable, CustomStringConvertible {
  /// The value.
  public let value: Value

  /// Wraps a value, so that a check can compare it.
  public init(_ value: Value) { self.value = value }

  /// The value as it describes itself.
  public var description: String { "\(value)" }
}
