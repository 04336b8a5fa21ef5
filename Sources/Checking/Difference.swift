/// Where and how much a value differs from the truth.
public enum Difference: Equatable, Sendable, CustomStringConvertible {
  /// The values cannot be compared one by one; the sentence says why.
  case form(String)

  /// Some of the values differ.
  case values(Values)

  /// A place at which two values differ, each as people write it.
  public struct Spot: Equatable, Sendable {
    /// Which element of a list, and of a list in it; none where there is no list.
    public var element: [Int] = []

    /// The index along each axis; none for a single value.
    public var place: [Int]

    /// What was found there.
    public let found: String

    /// What should have been found.
    public let expected: String

    /// How far apart they are, nothing where that is not a number.
    public let error: Double?

    /// Where it is, in words: `[0, 1]`, or `[0, 1] of element 2` of a list of tensors.
    var words: String {
      if element.isEmpty { return "\(place)" }
      return place.isEmpty
        ? "\(element)" : "\(place) of element \(element.map(String.init).joined(separator: ", "))"
    }

    /// Whether the values are farther apart here; what is no number is farther than any.
    func isWorse(than other: Spot) -> Bool {
      guard let theirs = other.error else { return false }
      return error.map { $0 > theirs } ?? true
    }
  }

  /// How many of the values differ, and at which of them to look.
  public struct Values: Equatable, Sendable {
    /// The first place that differs, in reading order.
    public var first: Spot

    /// The place with the largest error, whatever is allowed there.
    public var largest: Spot

    /// How far apart the values are, in tolerances, where that is most; infinite for what is no
    /// number.
    public var distance: Double

    /// How many differ.
    public var differing: Int

    /// How many there are.
    public var count: Int
  }

  /// How far apart the two are, in tolerances: above 1, and infinite for different forms.
  public var distance: Double {
    switch self {
    case .form: .infinity
    case .values(let values): values.distance
    }
  }

  /// The first place that differs with both values, and the largest error where there are several.
  public var description: String {
    switch self {
    case .form(let sentence): return sentence
    case .values(let values):
      let first = "\(values.first.found) instead of \(values.first.expected)"
      guard values.count > 1 else { return first }
      var text = "first differs at \(values.first.words): \(first)"
      if values.differing > 1, values.largest != values.first {
        text += "; most at \(values.largest.words): "
        text += "\(values.largest.found) instead of \(values.largest.expected)"
      }
      if let error = values.largest.error { text += "; largest error \(Float(error))" }
      return text + "; \(values.differing) of \(values.count) differ"
    }
  }
}

/// A value that a check can compare with the truth.
///
/// Numbers agree within a tolerance, everything else exactly. A type that a lesson gives needs one
/// line to be compared for equality: `extension Operation: Checked {}`.
public protocol Checked {
  /// Says how a value differs from the truth; nil where they agree.
  ///
  /// - Parameters:
  ///   - truth: What is right.
  ///   - tolerance: How far numbers may be apart.
  /// - Returns: Where the two differ and how much.
  func difference(from truth: Self, within tolerance: Tolerance) -> Difference?

  /// How many single values there are to agree on.
  var checkedCount: Int { get }
}

extension Checked {
  /// One, for what is not made of parts.
  public var checkedCount: Int { 1 }
}

extension Checked where Self: Equatable {
  /// Says that two values are not equal, with both of them.
  public func difference(from truth: Self, within tolerance: Tolerance) -> Difference? {
    self == truth ? nil : .single("\(self)", "\(truth)", error: nil, distance: .infinity)
  }
}

extension Difference {
  /// A difference of two single values.
  static func single(
    _ found: String, _ expected: String, error: Double?, distance: Double
  ) -> Difference {
    let spot = Spot(place: [], found: found, expected: expected, error: error)
    return .values(
      Values(first: spot, largest: spot, distance: distance, differing: 1, count: 1))
  }

  /// A difference inside a list, told from the list's point of view.
  func inside(_ index: Int) -> Difference {
    switch self {
    case .form(let sentence): return .form("element \(index): \(sentence)")
    case .values(var values):
      values.first.element.insert(index, at: 0)
      values.largest.element.insert(index, at: 0)
      return .values(values)
    }
  }

  /// One difference that stands for those of many parts, in their order.
  ///
  /// - Parameters:
  ///   - parts: The differences of those parts that differ.
  ///   - count: How many single values there are in all parts, the right ones included.
  /// - Returns: The first form that does not fit, or else all values together.
  static func combining(_ parts: [Difference], count: Int) -> Difference? {
    var whole: Values?
    for part in parts {
      guard case .values(let values) = part else { return part }
      guard let sofar = whole else {
        whole = values
        continue
      }
      whole?.differing = sofar.differing + values.differing
      whole?.distance = max(values.distance, sofar.distance)
      // What is no number stays where it was met first.
      if values.largest.isWorse(than: sofar.largest) { whole?.largest = values.largest }
    }
    whole?.count = count
    return whole.map { .values($0) }
  }
}
