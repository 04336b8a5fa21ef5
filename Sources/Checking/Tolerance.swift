/// How far a number may be from the truth.
///
///     |found − truth| ≤ absolute + relative · |truth|
public struct Tolerance: Equatable, Sendable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  /// What is allowed however small the truth is.
  public let absolute: Double

  /// What is allowed in proportion to the truth.
  public let relative: Double

  /// One part in a hundred thousand: a hundred times what rounding does to a single number.
  public static let standard: Tolerance = 1e-5

  /// How many tolerances apart the values of a check must lie for nobody to be accused in error.
  public static let clearance = 10.0

  /// Allows a distance that has a fixed part and one that grows with the truth.
  ///
  /// - Parameters:
  ///   - absolute: What is allowed however small the truth is.
  ///   - relative: What is allowed in proportion to the truth.
  public init(absolute: Double, relative: Double) {
    precondition(
      absolute.isFinite && relative.isFinite && absolute >= 0 && relative >= 0,
      "a tolerance of \(absolute) and \(relative): both parts are finite and not negative")
    self.absolute = absolute
    self.relative = relative
  }

  /// Allows the same number as absolute and as relative distance, as in `within: 1e-4`.
  public init(floatLiteral value: Double) { self.init(absolute: value, relative: value) }

  /// Allows nothing, as in `within: 0`, or the same whole number either way.
  public init(integerLiteral value: Int) {
    self.init(absolute: Double(value), relative: Double(value))
  }

  /// Returns the distance of two numbers in tolerances: at most 1 where they agree.
  ///
  /// A number that is not one (NaN) agrees with nothing, not even with itself.
  func distance(_ found: Double, from truth: Double) -> Double {
    if found == truth { return 0 }
    let allowed = absolute + relative * truth.magnitude
    let distance = (found - truth).magnitude
    guard distance.isFinite, allowed > 0 else { return .infinity }
    return distance / allowed
  }
}
