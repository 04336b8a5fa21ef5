import Tensors

// Draws of our own, because those of the standard library may change from release to release, and
// with them every world of a seed.
extension SplitMix64 {
  /// Draws a number from 0 up to, but without, 1; all multiples of 2⁻²⁴ are equally likely.
  ///
  /// - Returns: The number.
  public mutating func fraction() -> Float { Float(next() >> 40) * 0x1p-24 }

  /// Draws a number of an interval, all equally likely.
  ///
  /// - Parameter range: The interval.
  /// - Returns: The number.
  public mutating func number(in range: ClosedRange<Float>) -> Float {
    let number = range.lowerBound + (range.upperBound - range.lowerBound) * fraction()
    return min(number, range.upperBound)
  }

  /// Draws one of the numbers 0 ..< count, all equally likely.
  ///
  /// - Parameter count: How many numbers there are, at least one.
  /// - Returns: The number.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "there is nothing to draw from")
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Draws one of several elements, all equally likely.
  ///
  /// - Parameter elements: At least one.
  /// - Returns: The element.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    elements[index(below: elements.count)]
  }
}
