import Expecting
import Tensors
import TensorsAndGradients
import Testing

/// Break it: a tape on which `=` for `+=` does harm.
@Suite(.exercise) struct `tapeThatExposesOverwriting()` {
  private let primes: [Double] = [2, 3, 5, 7, 11, 13, 17, 19]

  @Test func `it is a tape: every step takes values of earlier steps`() throws {
    _ = try tapeThatCanBeComputed()
  }

  @Test func `overwriting gives a wrong gradient on it`() throws {
    let tape = try tapeThatCanBeComputed()
    let root = tape.count - 1
    let numbers = NumberTape(tape, inputs: tape.indices.map { primes[$0 % primes.count] })
    let input: KeyValuePairs<String, Any> = ["your tape": tape]
    try expect(
      numbers.values.allSatisfy { $0.isFinite && $0.magnitude < 1e6 },
      "its values are not too large to compute with", given: input)

    let taken = tape.flatMap(\.inputs)
    try expect(
      Set(taken).count < taken.count,
      "some value is taken twice; where each is taken once, there is nothing to overwrite",
      given: input)

    let right = tape.indices.map { numbers.slope(of: root, withRespectTo: $0) }
    let wrong = numbers.overwrittenSlopes(of: root)
    try expect(
      zip(right, wrong).contains { ($0 - $1).magnitude > 1e-6 },
      "overwriting gives another gradient: the value that is taken twice has to lead to the last "
        + "step both times",
      given: ["your tape": tape, "gradients": right, "overwritten": wrong])
  }

  private func tapeThatCanBeComputed() throws -> [Step] {
    let tape = try tapeThatExposesOverwriting()
    let input: KeyValuePairs<String, Any> = ["your tape": tape]
    try expect(!tape.isEmpty, "there is a step on the tape")
    try expect(tape.count <= 100, "the tape is short: at most 100 steps", given: input)
    for (place, step) in tape.enumerated() {
      try expect(
        step.inputs.count == step.operation.inputCount,
        "step \(place), \(step), takes \(step.operation.inputCount) values", given: input)
      try expect(
        step.inputs.allSatisfy { (0..<place).contains($0) },
        "step \(place), \(step), takes only values of steps before it", given: input)
    }
    return tape
  }
}
