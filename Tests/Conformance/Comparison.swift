import Tensors

/// Says how ours differs from what is expected; nil where it holds.
///
/// A leading batch axis of 1 may be missing on either side; a single number may be `[1]`.
func difference(
  _ ours: Tensor, _ expected: Tensor, _ expectation: ConformanceCase.Expectation
) -> String? {
  func withoutBatch(_ shape: [Int]) -> [Int] { shape.first == 1 ? Array(shape.dropFirst()) : shape }
  guard ours.shape == expected.shape || withoutBatch(ours.shape) == withoutBatch(expected.shape)
  else { return "shape \(ours.shape) instead of \(expected.shape)" }
  guard expectation.atol >= 0, expectation.rtol >= 0, expectation.atol < 1, expectation.rtol < 1
  else { return "the case's tolerances \(expectation.atol) and \(expectation.rtol) allow anything" }
  var worst: (excess: Float, text: String)?
  for (index, (a, b)) in zip(ours.scalars, expected.scalars).enumerated() {
    let excess = (a - b).magnitude - (expectation.atol + expectation.rtol * b.magnitude)
    if a.isFinite && excess <= 0 { continue }
    if worst.map({ !(excess <= $0.excess) }) ?? true {
      worst = (excess, "\(a) instead of \(b) at element \(index)")
    }
  }
  return worst?.text
}
