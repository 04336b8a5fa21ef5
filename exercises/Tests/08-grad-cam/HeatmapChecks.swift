import Expecting
import GradCAM
import Tensors
import Testing

/// What speaks for a class, and whether anything does.
@Suite(.exercise) struct `heatmap(from:)` {
  @Test func `what speaks against the class is dropped, and the rest stays as it is`() throws {
    let map: Tensor = [[4, -3, 0], [-0.5, 2, 1]]
    let heat = try heatmap(from: map)
    try expect(
      heat.map, is: [[4, 0, 0], [0, 2, 1]],
      mistakes: [
        "the map with its negative numbers still there": map,
        "the magnitudes; what speaks against is not evidence": map.abs(),
        "what speaks against the class; what speaks for it is asked for": (-map).relu(),
        "the map divided by its largest value, so that strong and weak look alike": [
          [1, 0, 0], [0, 0.5, 0.25],
        ],
        "the map brought to 0…1 by its smallest and largest value, which moves its zero": [
          [1, 0, 0.4285714], [0.3571429, 0.7142857, 0.5714286],
        ],
        "the map shifted up by its smallest value, which moves its zero": [
          [7, 0, 3], [2.5, 5, 4],
        ],
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
        "the map brought to 0…1, which makes evidence of what is least against": [
          [0, 1, 0.2666667]
        ],
        "the map divided by its largest value, which turns all signs round": [[16, 1, 12]],
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
      ([[0, 0], [0, 0]], .none), ([[0, -1], [0, 0]], .onlyAgainst), ([[0, 0], [2, 0]], .some),
      ([[0, -5, 1e-6]], .some),
    ]
    for (map, evidence) in cases {
      let heat = try heatmap(from: map)
      try expect(heat.evidence, is: evidence, given: ["map": map])
      try expect(heat.map, is: map.relu(), given: ["map": map])
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
}
