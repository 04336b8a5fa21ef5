import Checking
import Expecting
import IntegratedGradients
import Testing

/// Strips under a curve: where each rule looks, and how much that counts.
@Suite(.exercise) struct `quadrature(_:steps:)` {
  /// Points and weights as one value.
  private func found(_ rule: Rule, _ steps: Int) throws -> [[Double]] {
    let found = try quadrature(rule, steps: steps)
    return [found.points, found.weights]
  }

  private typealias Mistakes = KeyValuePairs<String, [[Double]]>

  private let lefts: [Double] = [0, 0.25, 0.5, 0.75]
  private let rights: [Double] = [0.25, 0.5, 0.75, 1]
  private let middles: [Double] = [0.125, 0.375, 0.625, 0.875]
  private let edges: [Double] = [0, 0.25, 0.5, 0.75, 1]
  private let quarters: [Double] = [0.25, 0.25, 0.25, 0.25]
  private let fifths: [Double] = [0.2, 0.2, 0.2, 0.2, 0.2]
  private let ones: [Double] = [1, 1, 1, 1]
  /// Four points from 0 to 1 with both ends, a third apart.
  private let thirds: [Double] = [0, Self.third, 2 * Self.third, 1]
  private static let third: Double = 1.0 / 3
  private let noWidth = "a width of 0: 1 / steps divides whole numbers, 1 / Double(steps) does not"
  private let zeros: [Double] = [0, 0, 0, 0]

  @Test func `left: four strips, as high as at their left edges`() throws {
    let known: Mistakes = [
      noWidth: [zeros, zeros],
      "the right edges": [rights, quarters],
      "four points from 0 to 1 with both ends: the strips are 1/4 wide, not 1/3": [
        thirds, quarters,
      ],
      "the four points in thirds without the last one": [
        Array(thirds[..<3]), [Self.third, Self.third, Self.third],
      ],
      "five points for four strips: the last edge is nobody's left edge": [
        edges, [0.25, 0.25, 0.25, 0.25, 0.25],
      ],
      "all five edges, a fifth each": [edges, fifths],
      "weights of 1; a strip counts as much as it is wide": [lefts, ones],
      "points counted in strips and not from 0 to 1": [[0, 1, 2, 3], quarters],
    ]
    try expect(
      found(.left, 4), is: [lefts, quarters], mistakes: known,
      given: ["rule": "left", "steps": 4])
  }

  @Test func `right: four strips, as high as at their right edges`() throws {
    let known: Mistakes = [
      noWidth: [zeros, zeros],
      "the left edges": [lefts, quarters],
      "four points from 0 to 1 with both ends: the strips are 1/4 wide, not 1/3": [
        thirds, quarters,
      ],
      "the right edges from the last to the first; the smallest comes first": [
        rights.reversed(), quarters,
      ],
      "weights of 1; a strip counts as much as it is wide": [rights, ones],
      "edges that are one strip too far": [[0.5, 0.75, 1, 1.25], quarters],
      "points counted in strips and not from 0 to 1": [[1, 2, 3, 4], quarters],
    ]
    try expect(
      found(.right, 4), is: [rights, quarters], mistakes: known,
      given: ["rule": "right", "steps": 4])
  }

  @Test func `midpoint: four strips, as high as in their middles`() throws {
    let threes: [Double] = [Self.third, Self.third, Self.third]
    let known: Mistakes = [
      noWidth: [zeros, zeros],
      "the left edges": [lefts, quarters],
      "the right edges": [rights, quarters],
      "the inner edges only, between the strips": [[0.25, 0.5, 0.75], threes],
      "half a step added after the division: half a strip is half of 1/4": [
        [0.5, 0.75, 1, 1.25], quarters,
      ],
      "the edges of the trapezoids; a midpoint looks once into each strip": [
        edges, [0.125, 0.25, 0.25, 0.25, 0.125],
      ],
      "the middles of the three gaps between four points": [
        [Self.third / 2, 0.5, 1 - Self.third / 2], threes,
      ],
      "weights of 1; a strip counts as much as it is wide": [middles, ones],
      "points counted in strips and not from 0 to 1": [[0.5, 1.5, 2.5, 3.5], quarters],
    ]
    try expect(
      found(.midpoint, 4), is: [middles, quarters], mistakes: known,
      given: ["rule": "midpoint", "steps": 4])
  }

  @Test func `trapezoid: four strips with slanting tops, which share their edges`() throws {
    let (third, sixth): (Double, Double) = (Self.third, Self.third / 2)
    let eighths: [Double] = [Double](repeating: 0.125, count: 8)
    let known: Mistakes = [
      noWidth: [zeros + [1], zeros + [0]],
      "four points with the ends halved, as Captum has it: the weights add up to 3/4": [
        thirds, [0.125, 0.25, 0.25, 0.125],
      ],
      "four points, which have three strips between them; four strips have five edges": [
        thirds, [sixth, third, third, sixth],
      ],
      "the ends counted as much as the inner edges: the weights add up to 5/4": [
        edges, [0.25, 0.25, 0.25, 0.25, 0.25],
      ],
      "all edges counted equally, a fifth each; the ends belong to one strip only": [
        edges, fifths,
      ],
      "the inner edges twice, once for either strip; put them together": [
        [0, 0.25, 0.25, 0.5, 0.5, 0.75, 0.75, 1], eighths,
      ],
      "the middles of the strips; a trapezoid looks at both edges": [middles, quarters],
      "the left edges, with the first halved": [lefts, [0.125, 0.25, 0.25, 0.25]],
      "the left edges": [lefts, quarters],
      "the right edges": [rights, quarters],
      "the weights of Simpson's rule": [edges, [sixth / 2, third, sixth, third, sixth / 2]],
      "weights without the width of a strip": [edges, [0.5, 1, 1, 1, 0.5]],
    ]
    try expect(
      found(.trapezoid, 4), is: [edges, [0.125, 0.25, 0.25, 0.25, 0.125]], mistakes: known,
      given: ["rule": "trapezoid", "steps": 4])
  }

  @Test func `one strip is all there is`() throws {
    try expect(found(.left, 1), is: [[0], [1]], given: ["rule": "left", "steps": 1])
    try expect(found(.right, 1), is: [[1], [1]], given: ["rule": "right", "steps": 1])
    try expect(found(.midpoint, 1), is: [[0.5], [1]], given: ["rule": "midpoint", "steps": 1])
    try expect(
      found(.trapezoid, 1), is: [[0, 1], [0.5, 0.5]], given: ["rule": "trapezoid", "steps": 1])
  }

  @Test func `the weights add up to 1, however many strips there are`() throws {
    for rule in Rule.allCases {
      for steps in [2, 3, 7, 50, 301] {
        let sum: Double = try quadrature(rule, steps: steps).weights.reduce(0, +)
        try expect(
          sum, is: 1, within: 1e-9, given: ["rule": rule.rawValue, "steps": steps])
      }
    }
  }

  @Test func `points come in order, none twice, and none outside 0 to 1`() throws {
    for rule in Rule.allCases {
      for steps in [3, 10] {
        let points: [Double] = try quadrature(rule, steps: steps).points
        let given: KeyValuePairs<String, Any> = [
          "rule": rule.rawValue, "steps": steps, "points": points,
        ]
        try expect(
          zip(points, points.dropFirst()).allSatisfy { $0 < $1 },
          "the points rise, and none is there twice", given: given)
        try expect(
          points.allSatisfy { $0 >= 0 && $0 <= 1 }, "points lie between 0 and 1", given: given)
        try expect(
          points.count, is: rule == .trapezoid ? steps + 1 : steps, given: given)
      }
    }
  }

  @Test func `areas by hand: straight lines, and a parabola in three strips`() throws {
    func area(_ rule: Rule, _ steps: Int, under curve: (Double) -> Double) throws -> Double {
      let found = try quadrature(rule, steps: steps)
      return zip(found.points, found.weights).reduce(0) { $0 + $1.1 * curve($1.0) }
    }
    let slanted = { (z: Double) in 3 * z + 1 }
    for steps in [1, 3, 8] {
      try expect(
        area(.trapezoid, steps, under: slanted), is: 2.5, within: 1e-9,
        given: ["rule": "trapezoid", "curve": "3z + 1", "steps": steps])
      try expect(
        area(.midpoint, steps, under: slanted), is: 2.5, within: 1e-9,
        given: ["rule": "midpoint", "curve": "3z + 1", "steps": steps])
    }
    // In ninths of thirds: heights 0, 1, 4, 9 at the edges, and 1, 9, 25 quarters in the middles.
    let parabola = { (z: Double) in 27 * z * z }
    try expect(area(.left, 3, under: parabola), is: 5, given: ["rule": "left", "curve": "27z²"])
    try expect(area(.right, 3, under: parabola), is: 14, given: ["rule": "right", "curve": "27z²"])
    try expect(
      area(.midpoint, 3, under: parabola), is: 8.75, given: ["rule": "midpoint", "curve": "27z²"])
    try expect(
      area(.trapezoid, 3, under: parabola), is: 9.5, given: ["rule": "trapezoid", "curve": "27z²"])
  }

  @Test func `no strip at all is refused`() throws {
    for steps in [0, -3] {
      for rule in Rule.allCases {
        try expectThrows(TooFew("steps", steps), "TooFew(\"steps\", \(steps)) is thrown") {
          _ = try quadrature(rule, steps: steps)
        }
      }
    }
  }
}
