import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// Whether the highest pixel of a map lies inside a mask.
@Suite(.exercise) struct `pointingGame(map:mask:)` {
  /// Rows of a map and of a mask; what people do wrong shows in which of them are hits.
  private static let cases: [(map: [Float], mask: [Float])] = [
    ([1, 5, 2, 0, 3, 4], [0, 1, 0, 0, 0, 0]),  // the peak inside
    ([1, 5, 2, 0, 3, 4], [1, 0, 1, 1, 1, 1]),  // everything but the peak
    ([2, -9, 4, 1, 0, 3], [0, 1, 0, 0, 0, 0]),  // the largest magnitude inside
    ([2, -9, 4, 1, 0, 3], [0, 0, 1, 0, 0, 0]),
    ([7, 1, 7, 0, 2, 0], [1, 0, 0, 0, 0, 0]),  // two peaks, the first inside
    ([7, 1, 7, 0, 2, 0], [0, 0, 1, 0, 1, 0]),  // two peaks, the last inside
    ([7, 1, 7, 0, 2, 0], [1, 0, 1, 0, 0, 0]),  // two peaks, both inside
    ([-4, -1, -3, -2, -6, -5], [0, 1, 0, 0, 0, 0]),  // nothing positive
    ([-4, -1, -3, -2, -6, -5], [1, 0, 0, 1, 1, 0]),
    ([9, 5, 5, 5, 0, 0], [0, 1, 1, 1, 0, 0]),  // most of the map inside, and not the peak
    ([0, 0, 8, 0, 0, 0], [0, 0, 0, 0, 1, 0]),  // inside, rows and columns exchanged
  ]

  @Test func `it is a hit if a highest pixel lies inside`() throws {
    typealias Rule = (_ map: [Float], _ mask: [Float]) -> Bool
    func hits(_ rule: Rule) -> [Bool] { Self.cases.map { rule($0.map, $0.mask) } }
    func highest(_ map: [Float]) -> Float { map.max() ?? 0 }
    let truth = hits { map, mask in zip(map, mask).contains { $0 == highest(map) && $1 == 1 } }
    let outside = hits { map, mask in zip(map, mask).contains { $0 == highest(map) && $1 == 0 } }
    let magnitude = hits { map, mask in
      let sizes = map.map(abs)
      return zip(sizes, mask).contains { $0 == highest(sizes) && $1 == 1 }
    }
    let first = hits { map, mask in mask[map.firstIndex(of: highest(map)) ?? 0] == 1 }
    let last = hits { map, mask in mask[map.lastIndex(of: highest(map)) ?? 0] == 1 }
    let every = hits { map, mask in zip(map, mask).allSatisfy { $0 < highest(map) || $1 == 1 } }
    let lowest = hits { map, mask in zip(map, mask).contains { $0 == map.min() && $1 == 1 } }
    let most = hits { map, mask in
      let inside = zip(map, mask).reduce(Float(0)) { $0 + max($1.0, 0) * $1.1 }
      return 2 * inside > map.reduce(0) { $0 + max($1, 0) }
    }
    let positive = hits { map, mask in zip(map, mask).contains { $0 > 0 && $1 == 1 } }
    let clipped = hits { map, mask in
      let parts = map.map { max($0, 0) }
      return zip(parts, mask).contains { $0 == highest(parts) && $0 > 0 && $1 == 1 }
    }
    let relu = hits { map, mask in
      let parts = map.map { max($0, 0) }
      return zip(parts, mask).contains { $0 == highest(parts) && $1 == 1 }
    }
    let single = hits { map, mask in
      zip(map, mask).count { $0 == highest(map) && $1 == 1 } == 1
    }
    let mistakes: KeyValuePairs<String, [Bool]> = [
      "whether a highest pixel lies outside; inside is asked for": outside,
      "the largest magnitude; what speaks against is no peak": magnitude,
      "the first of the highest pixels alone; any of them inside is a hit": first,
      "the last of the highest pixels alone; any of them inside is a hit": last,
      "whether all of the highest pixels lie inside; one is enough": every,
      "the lowest pixel; the highest is asked for": lowest,
      "whether most of the map lies inside; the game looks at the peak alone": most,
      "whether anything positive lies inside; the game looks at the peak alone": positive,
      "whether the peak is positive and inside; a map may be negative everywhere": clipped,
      "the positive part alone; a map that is negative everywhere has a peak as well": relu,
      "whether exactly one highest pixel lies inside; several may": single,
      "a hit every time": hits { _, _ in true },
      "a miss every time": hits { _, _ in false },
    ]
    let found = try Self.cases.map {
      try pointingGame(
        map: Tensor($0.map, shape: [2, 3]), mask: Tensor($0.mask, shape: [2, 3]))
    }
    try expect(
      found, is: truth, mistakes: mistakes,
      given: firstWrong(found, truth, among: Self.cases, columns: 3))
  }

  @Test func `the mask itself is a hit, and a flat map is one by its ties`() throws {
    let mask: Tensor = [[0, 1, 1, 0]]
    try expect(pointingGame(map: mask, mask: mask), is: true, given: ["map and mask": mask])
    try expect(pointingGame(map: 1 - mask, mask: mask), is: false, given: ["map": 1 - mask])
    try expect(
      pointingGame(map: .zeros([1, 4]), mask: mask), is: true,
      given: ["map": "zeros, so that all pixels are the highest"])
    try expect(
      pointingGame(map: [[1], [1 - 1e-6]], mask: [[0], [1]]), is: false,
      given: ["map": "1 and a millionth less", "mask": "0 and 1"])
  }

  @Test func `a map that is stronger, or higher by a constant, hits the same`() throws {
    try forEachSeed { generator in
      let pair = randomMapAndMask(3, 4, using: &generator)
      let given: KeyValuePairs<String, Any> = ["map": pair.map, "mask": pair.mask]
      let hit = try pointingGame(map: pair.map, mask: pair.mask)
      let changed: [Tensor] = [4 * pair.map, pair.map - 8, 0.25 * pair.map]
      for map in changed {
        try expect(pointingGame(map: map, mask: pair.mask), is: hit, given: given)
      }
      try expect(pointingGame(map: pair.map, mask: 1 - pair.mask), is: !hit, given: given)
    }
  }

  @Test func `random maps hit as often as the mask is large`() throws {
    // Four standard errors of a rate of ¼ over 200 draws are 0.12.
    let rate = try meanOverRandomMaps {
      try pointingGame(map: $0.map, mask: $0.mask) ? 1 : 0
    }
    try expect(
      abs(rate - 0.25) < 0.12, "of 200 random maps about a quarter hit a quarter of the pixels",
      given: ["your rate": rate])
  }

  @Test func `what no mask can judge is refused`() throws {
    try expectRefusals { try pointingGame(map: $0, mask: $1) }
  }
}
