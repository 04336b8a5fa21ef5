import Checking
import Expecting
import Explanations
import GradCAM
import Tensors
import Testing

/// What speaks for a class, and whether anything does.
@Suite(.exercise) struct `heatmap(from:)` {
  @Test func `what speaks against the class is dropped, and the rest stays as it is`() throws {
    // The largest magnitude is negative, and so are the sum and the mean.
    let map: Tensor = [[4, -9, 0], [-0.5, 2, 0.5]]
    let heat = try heatmap(from: map)
    try expect(
      heat.map, is: [[4, 0, 0], [0, 2, 0.5]],
      mistakes: [
        "the map with its negative numbers still there": map,
        "the magnitudes; what speaks against is not evidence": map.abs(),
        "what speaks against the class; what speaks for it is asked for": (-map).relu(),
        "the map divided by its sum, so that strong and weak look alike": map.relu() / 6.5,
        "the map brought to 0…1 with its negative numbers in it, which moves its zero": (map + 9)
          / 13,
        "the map cut off at 1; how strong it is above that counts as well": map.clamped(to: 0...1),
        "the map shifted up by its smallest value, which moves its zero": map + 9,
        "zeros, as if nothing spoke for the class": .zeros([2, 3]),
        "a mask of ones; how much each pixel counts is asked for": [[1, 0, 0], [0, 1, 1]],
      ],
      given: ["map": map])
    try expect(
      heat.evidence, is: .some,
      mistakes: [
        "only evidence against the class, though some pixels speak for it: the largest number "
          + "decides, not the sum and not the smallest": .onlyAgainst,
        "no evidence at all, though some pixels speak for the class": .none,
      ],
      given: ["map": map])
  }

  @Test func `a map that speaks for the class everywhere stays as it is`() throws {
    let map: Tensor = [[2, 6, 4]]
    let heat = try heatmap(from: map)
    try expect(
      heat.map, is: map,
      mistakes: [
        "the map divided by its largest value, so that strong and weak look alike": map / 6,
        "the map divided by its sum, so that strong and weak look alike": map / 12,
        "the map brought to 0…1 by its smallest and largest value; nothing is scaled": [
          [0, 1, 0.5]
        ],
        "the smallest value taken off, which moves the zero": [[0, 4, 2]],
        "the map shifted up by its smallest value, which moves its zero": [[4, 8, 6]],
        "what is above the mean; what is above zero is asked for": [[0, 6, 0]],
        "zeros, as if nothing spoke for the class": [[0, 0, 0]],
        "a mask of ones; how much each pixel counts is asked for": [[1, 1, 1]],
      ],
      given: ["map": map])
    try expect(heat.evidence, is: .some, given: ["map": map])
  }

  @Test func `where everything speaks against the class, it says so`() throws {
    let map: Tensor = [[-4, -0.25, -3]]
    let heat = try heatmap(from: map)
    try expect(
      heat.map, is: [[0, 0, 0]],
      mistakes: [
        "the map brought to 0…1 with its negative numbers in it, which moves its zero": [
          [0, 1, 0.2666667]
        ],
        "the map divided by its largest value, which turns all signs round": [[16, 1, 12]],
        "the map divided by its largest magnitude, with its negative numbers still there": map / 4,
        "the map shifted up by its smallest value, which makes evidence of what is least against": [
          [0, 3.75, 1]
        ],
        "the magnitudes; what speaks against is not evidence": map.abs(),
        "the map with its negative numbers still there": map,
      ],
      given: ["map": map])
    try expect(
      heat.evidence, is: .onlyAgainst,
      mistakes: [
        "some evidence, though every number is negative": .some,
        "an empty map, as if nothing spoke against the class either": .none,
      ],
      given: ["map": map])
  }

  @Test func `a zero is neither for nor against`() throws {
    let cases: [(Tensor, Heatmap.Evidence)] = [
      ([[0, 0], [0, 0]], .none), ([[0]], .none), ([[-0.0, 0]], .none),
      ([[0, -1], [0, 0]], .onlyAgainst), ([[-2]], .onlyAgainst), ([[0, 0], [2, 0]], .some),
      ([[3]], .some), ([[-3, 0, 3]], .some),
    ]
    for (map, evidence) in cases {
      let heat = try heatmap(from: map)
      let isZero = map.abs().max().scalar == 0
      try expect(
        heat.evidence, is: evidence,
        mistakes: isZero
          ? [
            "evidence against the class in a map of zeros; that is .none": .onlyAgainst,
            "evidence for the class in a map of zeros; that is .none": .some,
          ] : [:],
        given: ["map": map])
      try expect(heat.map, is: map.relu(), given: ["map": map])
    }
  }

  @Test func `evidence is evidence however faint it is`() throws {
    // Infinity is a number that is too large, and no NaN.
    let infinity = Tensor(Float.infinity)
    let cases: [(Tensor, Heatmap.Evidence)] = [
      ([[0, -5, 1e-30]], .some), ([[1e-30], [0]], .some), ([[0, -1e-30]], .onlyAgainst),
      ([[-3e38, -3e38, 1]], .some), ([[3e38, 3e38]], .some), ([[2, infinity]], .some),
    ]
    for (map, evidence) in cases {
      let heat = try heatmap(from: map)
      try expect(heat.evidence, is: evidence, given: ["map": map])
      try expect(
        heat.map, is: map.relu(), within: Tolerance(absolute: 0, relative: 1e-5),
        given: ["map": map])
    }
  }

  @Test func `a map a thousand times as strong has a heat a thousand times as strong`() throws {
    try forEachSeed { generator in
      let map = Tensor.normal(shape: [3, 5], using: &generator)
      let heat = try heatmap(from: map)
      try expect(heatmap(from: 1000 * map).map, is: 1000 * heat.map, given: ["map": 1000 * map])
      let opposite = try heatmap(from: -map)
      try expect(heat.map - opposite.map, is: map, given: ["map": map])
    }
  }

  @Test func `a map with NaN in it is refused, wherever the NaN stands`() throws {
    let nan = Float.nan
    let rows: [[Float]] = [
      [nan, 1, 2], [1, nan, -1], [3, 1, nan], [-1, nan, -2], [0, nan, 0], [nan, nan, nan],
    ]
    for map in rows.map({ Tensor($0, shape: [1, 3]) }) {
      do {
        let heat = try heatmap(from: map)
        try expect(
          false, "where a number of the map is NaN, it throws NotANumber",
          given: ["map": map, "your heatmap": heat])
      } catch is NotANumber {
        continue
      }
    }
  }
}
