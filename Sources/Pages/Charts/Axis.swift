/// What a direction of a chart measures, and how numbers become places on it.
public struct Axis: Equatable, Sendable {
  /// How far apart two numbers are drawn.
  public enum Scale: Equatable, Sendable {
    /// Equal differences are equal distances.
    case linear
    /// Equal ratios are equal distances; numbers that are not positive have no place.
    case logarithmic
  }

  /// What is measured.
  public let title: String

  /// What it is measured in; nil for a pure number.
  public let unit: String?

  /// How far apart two numbers are drawn.
  public let scale: Scale

  /// What is shown in any case, beside all the data.
  public let including: ClosedRange<Double>?

  /// Makes an axis.
  ///
  /// - Parameters:
  ///   - title: What is measured.
  ///   - unit: What it is measured in; nil for a pure number.
  ///   - scale: How far apart two numbers are drawn.
  ///   - including: What is shown in any case: 0…1 for a share.
  public init(
    _ title: String, unit: String? = nil, scale: Scale = .linear,
    including: ClosedRange<Double>? = nil
  ) {
    self.title = title
    self.unit = unit
    self.scale = scale
    self.including = including
  }

  /// The title with its unit in parentheses.
  var fullTitle: String { unit.map { "\(title) (\($0))" } ?? title }

  /// Whether a number has a place on the axis.
  ///
  /// Numbers near the largest are refused, because their differences and the next power have no
  /// value.
  func holds(_ value: Double) -> Bool {
    switch scale {
    case .linear: value.magnitude < 1e300
    case .logarithmic: value > 1e-100 && value < 1e100
    }
  }

  /// Ticks around numbers that have a place.
  func ticks(covering values: [Double], about count: Int) -> Ticks {
    let ends = including.map { [$0.lowerBound, $0.upperBound] } ?? []
    let all = (values + ends).filter(holds)
    return Ticks(covering: all, scale: scale, about: count)
  }
}
