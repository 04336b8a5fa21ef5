import Expecting
import MixtureOfExperts
import Tensors
import Testing

/// Ends the check unless something is refused with a `MixtureError`.
///
/// - Parameters:
///   - sentence: Why it should be.
///   - body: What should throw.
/// - Throws: The verdict, which ends the check.
func expectRefusal(_ sentence: String, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch is MixtureError {
    return
  }
  try expect(false, "\(sentence), so it throws a MixtureError")
}
