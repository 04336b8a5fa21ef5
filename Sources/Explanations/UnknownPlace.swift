/// What to throw where a network is asked for a place that it does not have.
public struct UnknownPlace: Error, Codable, Equatable, CustomStringConvertible {
  /// The place that was asked for.
  public let place: String

  /// Names the place that is missing.
  public init(_ place: String) { self.place = place }

  /// One sentence: what is missing.
  public var description: String { "the network has no place \u{201C}\(place)\u{201D}" }
}
