import Texts

/// A mean of several measurements, and how far one of them usually is from it.
public struct Spread: Equatable, Sendable {
  /// The mean.
  public let mean: Double

  /// How far one measurement usually is from the mean: the standard deviation.
  public let deviation: Double

  /// How far the mean itself may be off: the standard error, deviation / √count.
  public let error: Double

  /// Takes measurements.
  ///
  /// - Parameter values: At least two of them.
  public init(_ values: [Double]) {
    precondition(values.count > 1, "\(values.count) measurements have no spread: two are the least")
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / (count - 1)).squareRoot()
    error = deviation / count.squareRoot()
  }

  /// Returns the mean and the deviation: 0.24 ± 0.03.
  public func text(decimals: Int) -> String {
    "\(mean.text(decimals: decimals)) ± \(deviation.text(decimals: decimals))"
  }
}
