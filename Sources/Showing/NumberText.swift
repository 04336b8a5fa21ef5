import Foundation

extension BinaryFloatingPoint {
  /// The number with so many decimals and a real minus, for what a demo says.
  ///
  /// - Parameter decimals: How many digits stand behind the point.
  /// - Returns: Its text, such as −0.25.
  public func text(_ decimals: Int) -> String {
    String(format: "%.\(decimals)f", Double(self)).replacing("-", with: "−")
  }
}
