import Checking
import Expecting
import LRP
import Tensors
import Testing

/// An activation at which an ε without a sign hands on more than came in, or less than nothing.
@Suite(.exercise) struct `activationThatExposesTheUnsignedEpsilon()` {
  /// The learner's activation, which a ReLU could have given.
  private func activation() throws -> Tensor {
    let found = try activationThatExposesTheUnsignedEpsilon()
    try expect(
      found.shape == [1, 2],
      "it is one row of two inputs, [1, 2]; yours has the shape \(found.shape)",
      given: ["your activation": found])
    try expect(
      found.scalars.allSatisfy { $0.isFinite && $0 >= 0 },
      "its numbers are finite and not negative, as they come out of a ReLU",
      given: ["your activation": found])
    return found
  }

  @Test func `it is what a ReLU could give`() throws { _ = try activation() }

  @Test func `the sum leaves 0…1 by far`() throws {
    let found = try activation()
    let sum = unsignedEpsilon(at: found).sum().scalar
    try expect(
      sum.isFinite,
      "the sum is a number; with yours z + ε is exactly 0, so move it a little",
      given: ["your activation": found])
    try expect(
      sum > 1.5 || sum < -0.5,
      "of a relevance of 1, more than 1.5 or less than −0.5 is handed on; with yours it is \(sum)",
      given: ["your activation": found, "z": found[0, 0].scalar - found[0, 1].scalar])
  }
}
