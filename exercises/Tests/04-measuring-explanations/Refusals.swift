import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// Ends the check unless a call refuses what it is given, with the reason that it should have.
///
/// - Parameters:
///   - reason: What it has to throw.
///   - input: What it is called with, in words.
///   - sourceLocation: The line of the check.
///   - call: Calls the function.
/// - Throws: The verdict, which ends the check.
func expectRefusal<Value>(
  _ reason: CannotMeasure, of input: String, sourceLocation: SourceLocation = #_sourceLocation,
  _ call: () throws -> Value
) throws {
  do {
    let value = try call()
    try expect(
      false, "it refuses \(input), because \(reason)",
      given: [
        "your answer": value, "what refuses it": "the line that begins with try check",
      ],
      sourceLocation: sourceLocation)
  } catch let error as CannotMeasure {
    try expect(
      error == reason, "it refuses \(input) because \(reason), and for no other reason",
      given: ["your reason": error], sourceLocation: sourceLocation)
  }
}

/// Ends the check unless a measure by a mask refuses what no mask can judge.
func expectRefusals<Value>(by measure: (_ map: Tensor, _ mask: Tensor) throws -> Value) throws {
  let map: Tensor = [[1, 2, 3], [4, 5, 6]]
  // First what stops no program, so that a missing line is named and not found by a crash.
  let numbers: [Float] = [1, 2, 3, .nan, 5, 6]
  try expectRefusal(.notFinite, of: "a map with NaN") {
    try measure(Tensor(numbers, shape: [2, 3]), [[1, 1, 0], [0, 0, 0]])
  }
  try expectRefusal(.emptyMask, of: "an empty mask") { try measure(map, .zeros([2, 3])) }
  try expectRefusal(.notAMask, of: "a mask of 255 for 1") {
    try measure(map, [[255, 0, 0], [0, 0, 0]])
  }
  try expectRefusal(.shapes([2, 3], [3, 2]), of: "a mask of another shape") {
    try measure(map, [[1, 0], [0, 0], [0, 0]])
  }
}

/// A number for each pixel, drawn at random, and a mask that is neither empty nor full.
func randomMapAndMask(
  _ height: Int, _ width: Int, using generator: inout SplitMix64
) -> MapAndMask {
  let map = Tensor.normal(shape: [height, width], using: &generator)
  let order = permutation(of: height * width, using: &generator)
  var mask = [Float](repeating: 0, count: height * width)
  let count = 1 + Int(generator.next() % UInt64(height * width - 1))
  for pixel in order.prefix(count) { mask[pixel] = 1 }
  return MapAndMask(map: map, mask: Tensor(mask, shape: [height, width]))
}

/// What a measure gives 200 random maps on a mask that covers 6 of 24 pixels: the mean.
func meanOverRandomMaps(_ measure: (MapAndMask) throws -> Float) throws -> Double {
  var generator = SplitMix64(seed: 200)
  let mask = Tensor.ones([2, 3]).padded([(1, 1), (1, 2)])
  var sum = 0.0
  for _ in 0..<200 {
    let map = Tensor.uniform(in: 0..<1, shape: [4, 6], using: &generator)
    sum += Double(try measure(MapAndMask(map: map, mask: mask)))
  }
  return sum / 200
}

/// The first of several pairs at which a learner's values are wrong, to be shown.
func firstWrong<Value: Equatable>(
  _ found: [Value], _ truth: [Value], among pairs: [(map: [Float], mask: [Float])],
  columns: Int
) -> KeyValuePairs<String, Any> {
  let place = zip(found, truth).enumerated().first { $1.0 != $1.1 }?.offset ?? 0
  func tensor(_ numbers: [Float]) -> Tensor {
    Tensor(numbers, shape: [numbers.count / columns, columns])
  }
  return [
    "the first pair that differs": place, "its map": tensor(pairs[place].map),
    "its mask": tensor(pairs[place].mask),
  ]
}
