import Foundation

/// Numbers as people read them: with a true minus, and without digits that say nothing.
extension Double {
  /// The number with a fixed count of decimals, or in powers of ten where that would be too long.
  func text(decimals: Int) -> String {
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

  /// The number in three significant digits, trailing zeros left out.
  var shortText: String {
    guard isFinite, self != 0 else { return text(decimals: 0) }
    guard magnitude >= 1e-4, magnitude < 1e6 else { return scientificText(decimals: 2) }
    let decimals = max(0, 2 - Int(log10(magnitude).rounded(.down)))
    return trimmed(text(decimals: decimals))
  }

  /// The number as a fraction times a power of ten, such as 2.1×10⁻⁷.
  func scientificText(decimals: Int) -> String {
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
func superscript(_ number: Int) -> String {
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
