import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// A map that wins the pointing game, and says next to nothing.
@Suite(.exercise) struct `mapThatFoolsThePointingGame()` {
  @Test func `it is a map of finite numbers and a mask of ones and zeros, of one shape`() throws {
    _ = try checkedPair()
  }

  @Test func `one of its highest pixels lies inside`() throws {
    let pair = try checkedPair()
    let highest = pair.map.scalars.max() ?? 0
    let isHit = zip(pair.map.scalars, pair.mask.scalars).contains { $0 == highest && $1 == 1 }
    try expect(
      isHit, "the pointing game is won: a highest pixel lies inside the mask",
      given: ["your map": pair.map, "your mask": pair.mask])
  }

  @Test func `at most 5 % of its positive part lies inside`() throws {
    let pair = try checkedPair()
    var (inside, all) = (0.0, 0.0)
    for (height, isInside) in zip(pair.map.scalars, pair.mask.scalars) where height > 0 {
      all += Double(height)
      if isInside == 1 { inside += Double(height) }
    }
    let given: KeyValuePairs<String, Any> = [
      "your map": pair.map, "your mask": pair.mask, "the positive part inside": inside,
      "of": all,
    ]
    try expect(all > 0, "something in the map is positive", given: given)
    try expect(
      inside <= 0.05 * all, "at most 5 % of the positive part lies inside the mask", given: given)
  }

  /// The learner's pair, which the measures take.
  private func checkedPair() throws -> MapAndMask {
    let pair = try mapThatFoolsThePointingGame()
    let given: KeyValuePairs<String, Any> = ["your map": pair.map, "your mask": pair.mask]
    try expect(
      pair.map.shape.count == 2, "the map has two axes, [height, width]",
      given: ["its shape": pair.map.shape])
    try expect(
      pair.mask.shape == pair.map.shape, "the mask has the shape of the map",
      given: ["map": pair.map.shape, "mask": pair.mask.shape])
    try expect(
      pair.map.scalars.allSatisfy(\.isFinite), "all numbers of the map are finite", given: given)
    try expect(
      pair.mask.scalars.allSatisfy { $0 == 0 || $0 == 1 }, "the mask has ones and zeros alone",
      given: given)
    try expect(pair.mask.scalars.contains(1), "the mask marks a pixel at least", given: given)
    return pair
  }
}
