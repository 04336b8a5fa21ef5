import Checking
import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// Which part of what speaks for a class lies inside a mask.
@Suite(.exercise) struct `massAccuracy(map:mask:)` {
  @Test func `the positive part inside, divided by all of the positive part`() throws {
    let map: Tensor = [[3, -2, 1], [0.5, 4, 1.5]]
    let mask: Tensor = [[1, 1, 0], [1, 1, 0]]
    let mistakes: KeyValuePairs<String, Float> = [
      "the mask inverted: the part that lies outside": 0.25,
      "what speaks against taken off, inside and in all": 0.6875,
      "the magnitudes; what speaks against is no mass": 9.5 / 12,
      "what speaks against taken off inside alone": 0.55,
      "what speaks against counted inside alone": 0.95,
      "what speaks against taken off in all alone": 0.9375,
      "what speaks against counted in all alone": 0.625,
      "the mass inside, not divided by anything": 7.5,
      "the mass inside divided by the number of its pixels": 1.875,
      "the mean inside divided by the mean of all": 1.125,
      "the mass inside divided by the mass outside": 3,
      "the squares of what is positive; the energy of this game is the sum": 25.25 / 28.5,
      "the map brought to 0…1 first, which moves its zero": 0.675,
      "the part of the image that the mask covers": 4.0 / 6,
      "a number of pixels, not a sum of their heights": 0.6,
      "the part that speaks against": 1,
    ]
    try expect(
      massAccuracy(map: map, mask: mask), is: 0.75, mistakes: mistakes,
      given: ["map": map, "mask": mask])
  }

  @Test func `the mask itself scores 1, and what lies outside alone 0`() throws {
    let mask: Tensor = [[0, 1], [1, 1], [0, 0]]
    try expect(massAccuracy(map: mask, mask: mask), is: 1, given: ["map and mask": mask])
    try expect(massAccuracy(map: 5 * mask, mask: mask), is: 1, given: ["map": 5 * mask])
    try expect(massAccuracy(map: 1 - mask, mask: mask), is: 0, given: ["map": 1 - mask])
    try expect(
      massAccuracy(map: 2 * mask - 1, mask: mask), is: 1,
      mistakes: ["the magnitudes; what speaks against is no mass": 0.5],
      given: ["map": 2 * mask - 1, "mask": mask])
    try expect(
      massAccuracy(map: .ones([3, 2]), mask: mask), is: 0.5, given: ["map": "ones", "mask": mask])
  }

  @Test func `a map with nothing positive has no mass to share, and scores 0`() throws {
    let mask: Tensor = [[1, 0, 1]]
    let maps: [Tensor] = [[[0, 0, 0]], [[-1, -2, -3]], [[-0.0, 0, -4]]]
    for map in maps {
      let mass = try massAccuracy(map: map, mask: mask)
      try expect(
        !mass.isNaN, "the result is a number, and not NaN, which 0 divided by 0 is",
        given: ["map": map, "mask": mask])
      try expect(
        mass, is: 0,
        mistakes: [
          "what a flat map would get; a map that says nothing scores 0": 2.0 / 3,
          "a full score for a map that says nothing": 1,
        ],
        given: ["map": map, "mask": mask])
    }
  }

  @Test func `a weak map scores like a strong one`() throws {
    let (map, mask): (Tensor, Tensor) = ([[3, -2, 1], [0, 4, 2]], [[1, 1, 0], [1, 1, 0]])
    try expect(
      massAccuracy(map: 1e-30 * map, mask: mask), is: 0.7,
      mistakes: ["a small number in the divisor or in a comparison, which drowns a weak map": 0],
      given: ["map": 1e-30 * map, "mask": mask])
    let factors: [Float] = [1e-6, 1000]
    for factor in factors {
      try expect(
        massAccuracy(map: Tensor(factor) * map, mask: mask), is: 0.7,
        given: ["map": Tensor(factor) * map, "mask": mask])
    }
  }

  @Test func `what lies inside and what lies outside add up to 1, counted out one by one`() throws {
    try forEachSeed { generator in
      let pair = randomMapAndMask(3, 5, using: &generator)
      var (inside, all) = (0.0, 0.0)
      for (height, isInside) in zip(pair.map.scalars, pair.mask.scalars) where height > 0 {
        all += Double(height)
        if isInside == 1 { inside += Double(height) }
      }
      let mass = try massAccuracy(map: pair.map, mask: pair.mask)
      let given: KeyValuePairs<String, Any> = ["map": pair.map, "mask": pair.mask]
      try expect(mass, is: Float(inside / all), given: given)
      try expect(
        mass + massAccuracy(map: pair.map, mask: 1 - pair.mask), is: 1, given: given)
    }
  }

  @Test func `random maps have as much mass inside as the mask is large`() throws {
    // One of them has 0.25 ± 0.05, so that four standard errors over 200 are 0.015.
    let mean = try meanOverRandomMaps { try massAccuracy(map: $0.map, mask: $0.mask) }
    try expect(
      mean, is: 0.25, within: Tolerance(absolute: 0.015, relative: 0),
      given: ["maps": "200, drawn at random", "mask": "a quarter of the pixels"])
  }

  @Test func `what no mask can judge is refused`() throws {
    try expectRefusals { try massAccuracy(map: $0, mask: $1) }
  }
}
