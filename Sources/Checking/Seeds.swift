import Foundation

/// The seeds that the random cases of checks are drawn with.
///
/// They are the same on every run, so that a verdict can be trusted to change only when the code
/// does; `COURSE_SEED=7` asks for others.
public struct Seeds: Equatable, Sendable {
  /// The variable that asks for other cases.
  public static let variable = "COURSE_SEED"

  /// How many random cases a check tries.
  public static let count = 3

  /// The seeds, one after the other.
  public let all: [UInt64]

  /// Takes what the variable says, by default in this process, or 1 where it says nothing.
  public init(
    _ text: String? = ProcessInfo.processInfo.environment[variable]
  ) throws(SeedsError) {
    guard let first = text.map({ UInt64($0) }) ?? 1 else { throw SeedsError(text: text ?? "") }
    all = (0..<UInt64(Self.count)).map { first &+ $0 }
  }
}

/// Why no random cases can be drawn.
public struct SeedsError: Error, Equatable, CustomStringConvertible {
  /// What the variable says.
  public let text: String

  /// One sentence: what the variable says, and what to write instead.
  public var description: String {
    "\(Seeds.variable)=\(text): a seed is a whole number from 0 on, as in \(Seeds.variable)=7"
  }
}
