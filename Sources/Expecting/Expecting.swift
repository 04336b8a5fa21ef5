import Checking
import Tensors
import Testing

/// What ends a check: a verdict, and the line of the check that spoke it.
public struct CheckFailure: Error, CustomStringConvertible {
  /// What is wrong.
  public var verdict: Verdict

  /// The line of the check.
  public let sourceLocation: SourceLocation

  /// The verdict.
  public var description: String { verdict.description }
}

/// Ends the check unless a value is right, and names the mistake if it is a known one.
///
///     try expect(
///       heat(from: gradient), is: [[4, 6]],
///       mistakes: ["the sum over the channels, not the largest of them": [[6, 8]]],
///       given: ["gradient": gradient])
///
/// - Parameters:
///   - value: What the learner's function gives.
///   - truth: What is right.
///   - tolerance: How far numbers may be apart.
///   - mistakes: What known mistakes would give; each name completes "looks like …".
///   - input: What the function was called with, to be shown.
///   - sourceLocation: The line of the check.
/// - Throws: The verdict, which ends the check.
public func expect<Value: Checked>(
  _ value: Value, is truth: Value, within tolerance: Tolerance = .standard,
  mistakes: KeyValuePairs<String, Value> = [:], given input: KeyValuePairs<String, Any> = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws(CheckFailure) {
  try throwing(
    verdict(
      on: value, truth: truth, within: tolerance,
      mistakes: mistakes.map { Mistake($0.key, $0.value) }, given: input),
    at: sourceLocation)
}

/// Ends the check unless a value that is no number equals the truth: an enum, a structure.
///
/// - Parameters:
///   - value: What the learner's function gives.
///   - truth: What is right.
///   - mistakes: What known mistakes would give; each name completes "looks like …".
///   - input: What the function was called with, to be shown.
///   - sourceLocation: The line of the check.
/// - Throws: The verdict, which ends the check.
@_disfavoredOverload
public func expect<Value: Equatable>(
  _ value: Value, is truth: Value,
  mistakes: KeyValuePairs<String, Value> = [:], given input: KeyValuePairs<String, Any> = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws(CheckFailure) {
  try throwing(
    verdict(
      on: Exact(value), truth: Exact(truth),
      mistakes: mistakes.map { Mistake($0.key, Exact($0.value)) }, given: input),
    at: sourceLocation)
}

/// Ends the check unless a law holds.
///
/// - Parameters:
///   - holds: Whether it does.
///   - sentence: The law in words, as it should be: "no pixel's heat is negative".
///   - input: What the function was called with, to be shown.
///   - sourceLocation: The line of the check.
/// - Throws: The verdict, which ends the check.
public func expect(
  _ holds: Bool, _ sentence: String, given input: KeyValuePairs<String, Any> = [:],
  sourceLocation: SourceLocation = #_sourceLocation
) throws(CheckFailure) {
  guard !holds else { return }
  let details = input.map { name, value in "\(name) = \(value)" }
  try throwing(
    Verdict(.failed, "this should be true, but is not: \(sentence)", details: details),
    at: sourceLocation)
}

/// Ends the check if there is a verdict.
private func throwing(
  _ verdict: Verdict?, at sourceLocation: SourceLocation
) throws(CheckFailure) {
  guard let verdict else { return }
  throw CheckFailure(verdict: verdict, sourceLocation: sourceLocation)
}

/// Checks a few random cases, drawn from the generator handed in, and tells the seed of a bad one.
public func forEachSeed(_ body: (_ generator: inout SplitMix64) throws -> Void) throws {
  for seed in try Seeds().all {
    var generator = SplitMix64(seed: seed)
    do {
      try body(&generator)
    } catch var failure as CheckFailure {
      failure.verdict.details.append(
        "a random case with seed \(seed); \(Seeds.variable)=\(seed) draws it first")
      throw failure
    }
  }
}
