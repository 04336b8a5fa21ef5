/// By which number a map is divided before it gets colours.
public enum Scaling: Equatable, Sendable {
  /// The largest amount, so that one number has the full colour.
  case maximum
  /// The amount that this many percent of the numbers do not exceed; what does gets the full colour.
  ///
  /// Between two amounts it is interpolated, as NumPy does. Where it is 0, though not all is, the
  /// maximum is taken.
  case percentile(Double)
  /// A number of your own, so that several maps can be compared; `heat.scale` of another one, say.
  case fixed(Float)

  /// The number to divide by and what it was in the end, given all amounts, none of them negative.
  func scale(of amounts: [Float]) -> (scale: Float, used: Scaling) {
    let largest = amounts.max() ?? 0
    switch self {
    case .maximum:
      return (largest, self)
    case .percentile(let percent):
      precondition(
        (0...100).contains(percent), "the percentile \(percent) does not lie between 0 and 100")
      let sorted = amounts.sorted()
      let place = percent / 100 * Double(max(sorted.count - 1, 0))
      guard let below = sorted.dropFirst(Int(place)).first else { return (0, self) }
      let above = sorted.dropFirst(Int(place) + 1).first ?? below
      let share = place - place.rounded(.down)
      let amount = Float(Double(below) * (1 - share) + Double(above) * share)
      return amount > 0 || largest == 0 ? (amount, self) : (largest, .maximum)
    case .fixed(let scale):
      precondition(scale > 0 && scale.isFinite, "a map cannot be scaled by \(scale)")
      return (scale, self)
    }
  }
}

extension Scaling: CustomStringConvertible {
  /// What it is called in a caption.
  public var description: String {
    switch self {
    case .maximum: "the maximum"
    case .percentile(let percent): "the \(ordinal(percent)) percentile"
    case .fixed: "a given scale"
    }
  }
}

/// A number with its ending: 98th, 92nd, 99.5th.
private func ordinal(_ number: Double) -> String {
  guard let whole = Int(exactly: number) else { return "\(number)th" }
  return switch (whole % 10, whole % 100) {
  case (_, 11...13): "\(whole)th"
  case (1, _): "\(whole)st"
  case (2, _): "\(whole)nd"
  case (3, _): "\(whole)rd"
  default: "\(whole)th"
  }
}
