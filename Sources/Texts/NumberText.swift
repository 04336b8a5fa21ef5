import Foundation

/// Numbers as people read them: with a true minus, and without digits that say nothing.
extension BinaryFloatingPoint {
  /// Returns the number with a fixed count of decimals, or in powers of ten where that would be too
  /// long: −0.25.
  ///
  /// Halves are rounded away from zero, and what is rounded to zero has no sign.
  ///
  /// - Parameter decimals: How many digits stand behind the point.
  /// - Returns: Its text.
  public func text(decimals: Int) -> String { Double(self).fixedText(decimals: decimals) }

  /// Returns the number with a fixed count of decimals and its sign even where it is above zero:
  /// +0.25.
  ///
  /// - Parameter decimals: How many digits stand behind the point.
  /// - Returns: Its text; what is rounded to zero has no sign.
  public func signedText(decimals: Int) -> String {
    let text = text(decimals: decimals)
    return self > 0 && text != Self.zero.text(decimals: decimals) ? "+" + text : text
  }

  /// The number in three significant digits, trailing zeros left out: 0.0132.
  public var shortText: String { shortText(digits: 3) }

  /// Returns the number in so many significant digits, trailing zeros left out.
  ///
  /// - Parameter digits: How many digits say something.
  /// - Returns: Its text, in powers of ten below a ten-thousandth and from a million on.
  public func shortText(digits: Int) -> String { Double(self).significantText(digits: digits) }

  /// Returns the number as a fraction times a power of ten, such as 2.1×10⁻⁷.
  ///
  /// - Parameter decimals: How many digits the fraction has behind the point at most.
  /// - Returns: Its text.
  public func scientificText(decimals: Int) -> String {
    Double(self).powerText(decimals: decimals)
  }
}

// Not generic, so that numbers of any width are rounded alike.
extension Double {
  fileprivate func fixedText(decimals: Int) -> String {
    guard isFinite else { return isNaN ? "NaN" : self < 0 ? "−∞" : "∞" }
    var power = 1.0
    for _ in 0..<max(0, decimals) { power *= 10 }
    let scaled = (magnitude * power).rounded()
    guard scaled < 0x1p53 else { return scientificText(decimals: 2) }
    var digits = String(Int(scaled))
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    return (self < 0 && scaled > 0 ? "−" : "") + digits
  }

  fileprivate func significantText(digits: Int) -> String {
    guard isFinite, self != 0 else { return text(decimals: 0) }
    guard magnitude >= 1e-4, magnitude < 1e6 else { return scientificText(decimals: digits - 1) }
    let decimals = max(0, digits - 1 - Int(log10(magnitude).rounded(.down)))
    return trimmed(text(decimals: decimals))
  }

  fileprivate func powerText(decimals: Int) -> String {
    guard isFinite, self != 0 else { return text(decimals: 0) }
    var exponent = Int(log10(magnitude).rounded(.down))
    // In two steps, since the power itself may be out of range.
    var fraction =
      magnitude / pow(10, Double(exponent / 2)) / pow(10, Double(exponent - exponent / 2))
    if fraction.text(decimals: decimals).hasPrefix("10") {
      fraction /= 10
      exponent += 1
    }
    let digits = trimmed(fraction.text(decimals: decimals))
    let power = "10" + superscript(exponent)
    return (self < 0 ? "−" : "") + (digits == "1" ? power : "\(digits)×\(power)")
  }
}

/// A whole number in raised digits.
package func superscript(_ number: Int) -> String {
  let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
  let raised = String(number.magnitude).compactMap(\.wholeNumberValue).map { digits[$0] }
  return (number < 0 ? "⁻" : "") + String(raised)
}

private func trimmed(_ digits: String) -> String {
  guard digits.contains(".") else { return digits }
  var result = digits
  while result.hasSuffix("0") { result.removeLast() }
  if result.hasSuffix(".") { result.removeLast() }
  return result
}
