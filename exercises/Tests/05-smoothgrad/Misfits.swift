import Expecting
import Explanations
import SmoothGrad
import Tensors
import Testing

/// Noise that does not fit an example, though a broadcast would hide it.
struct Misfit: Sendable, CustomTestStringConvertible {
  let x: Tensor
  let noise: Tensor

  /// One value for all channels, one for a whole sample, and a row of noise for each of two examples.
  static let all: [Misfit] = [
    Misfit(x: .ones([1, 2, 2, 3]), noise: .ones([4, 1, 2, 3])),
    Misfit(x: .ones([1, 3]), noise: .ones([4, 1])),
    Misfit(x: .ones([2, 3]), noise: .ones([2, 3])),
  ]

  var error: UnusableNoise { .shape(noise.shape, at: x.shape) }

  var given: KeyValuePairs<String, Any> { ["shape of x": x.shape, "of the noise": noise.shape] }

  var testDescription: String { "\(noise.shape) at \(x.shape)" }

  /// The sum of each example.
  func score(_ x: Tensor) -> Tensor { x.flattened(from: 1).sum(along: 1) }
}

/// Ends the check unless a call throws one error and no other.
func expectRefusal(
  _ error: UnusableNoise, given: KeyValuePairs<String, Any>, by call: () throws -> Tensor
) throws {
  let shape: [Int]
  do {
    shape = try call().shape
  } catch let found as UnusableNoise {
    // By their words, since no NaN is equal to another.
    return try expect(found.description, is: error.description, given: given)
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch {
    return try expect(
      false, "it is refused with the error “\(error)”; yours threw another one", given: given)
  }
  try expect(
    false, "it is refused with the error “\(error)”; yours returned a tensor of shape \(shape)",
    given: given)
}
