/// What an exercise's function throws until a learner has written it.
///
///     public func heat(from gradient: Tensor) throws -> Tensor {
///       throw Unfinished()
///     }
public struct Unfinished: Error, Equatable, CustomStringConvertible {
  /// The function that is still to be written, with its labels: `heat(from:)`.
  public let function: String

  /// Names the function that throws this; there is no need to pass anything.
  public init(_ function: String = #function) {
    self.function = function
  }

  /// One sentence: what is still to be written.
  public var description: String { "\(function) is still to be written" }
}
