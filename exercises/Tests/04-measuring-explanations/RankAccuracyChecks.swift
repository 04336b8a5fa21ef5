import Checking
import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// Which part of a map's highest pixels lies inside a mask.
@Suite(.exercise) struct `rankAccuracy(map:mask:)` {
  /// A rule for one map and one mask.
  private typealias Rule = (_ map: [Float], _ mask: [Float]) -> Float

  /// Maps without ties, and masks of two to five of their eight pixels.
  private static let clear: [(map: [Float], mask: [Float])] = [
    ([9, -8, 1, 7, 6, 2, 0, 4], [1, 1, 0, 0, 1, 0, 0, 1]),
    ([-1, -5, -2, -7, -3, -8, -4, -6], [1, 0, 0, 1, 1, 0, 1, 1]),
    ([3, 8, -9, 5, -7, 1, 2, 6], [0, 1, 1, 0, 0, 0, 0, 0]),
    ([5, 1, 4, 2, 8, 7, 3, 6], [1, 0, 0, 1, 0, 1, 0, 0]),
  ]

  /// The sum over the pixels that a rule picks by their place in the order.
  private static func hits(_ map: [Float], _ mask: [Float], _ places: Int) -> Float {
    map.indices.sorted { map[$0] > map[$1] }.prefix(places).reduce(0) { $0 + mask[$1] }
  }

  /// The part inside, where equals share what is left: each pixel of the mask has its chance of a place.
  private static func fair(_ map: [Float], _ mask: [Float]) -> Float {
    let places = count(mask)
    let chances = zip(map, mask).map { height, isInside -> Float in
      let higher = map.count { $0 > height }
      let equal = map.count { $0 == height }
      return isInside * min(max(Float(places - higher) / Float(equal), 0), 1)
    }
    return chances.reduce(0, +) / Float(places)
  }

  /// To be compared as people do.
  private func rounded(_ number: Float) -> Float { (number * 10_000).rounded() }

  private static func count(_ mask: [Float]) -> Int { mask.count { $0 == 1 } }

  private static func size(_ mask: [Float]) -> Float { Float(count(mask)) }

  @Test func `of as many of the highest pixels as the mask has, those inside`() throws {
    func values(_ rule: Rule) -> [Float] { Self.clear.map { rule($0.map, $0.mask) } }
    func part(_ map: [Float], _ mask: [Float], more: Int = 0) -> Float {
      Self.hits(map, mask, Self.count(mask) + more)
    }
    let truth = values { part($0, $1) / Self.size($1) }
    let inverted = values { map, mask in
      let outside = mask.map { 1 - $0 }
      return part(map, outside) / Self.size(outside)
    }
    let outside = values { 1 - part($0, $1) / Self.size($1) }
    let magnitudes = values { part($0.map(abs), $1) / Self.size($1) }
    let lowest = values { part($0.map { -$0 }, $1) / Self.size($1) }
    let union = values { part($0, $1) / (2 * Self.size($1) - part($0, $1)) }
    let half = values { Self.hits($0, $1, 4) / 4 }
    let fewer = values { part($0, $1, more: -1) / (Self.size($1) - 1) }
    let more = values { part($0, $1, more: 1) / (Self.size($1) + 1) }
    let first = values { Self.hits($0, $1, 1) }
    let clipped = values { map, mask in
      let positive = map.indices.filter { map[$0] > 0 }
      let top = positive.sorted { map[$0] > map[$1] }.prefix(Self.count(mask))
      return top.reduce(Float(0)) { $0 + mask[$1] } / Self.size(mask)
    }
    let mistakes: KeyValuePairs<String, [Float]> = [
      "the mask inverted": inverted,
      "those outside; those inside are asked for": outside,
      "the largest magnitudes; what speaks against ranks low": magnitudes,
      "the lowest pixels; the highest are asked for": lowest,
      "the number of hits, not divided by the number of places": values { part($0, $1) },
      "hits divided by the number of all pixels": values { part($0, $1) / 8 },
      "hits divided by the pixels of both together, as an IoU": union,
      "the highest half of the pixels; as many as the mask has are asked for": half,
      "one place too few": fewer,
      "one place too many": more,
      "the highest pixel alone, as in the pointing game": first,
      "pixels above zero alone; the highest count whatever their sign": clipped,
      "the positive part alone; below zero the order counts too":
        values { Self.fair($0.map { max($0, 0) }, $1) },
    ]
    let found = try Self.clear.map {
      try rankAccuracy(map: Tensor($0.map, shape: [2, 4]), mask: Tensor($0.mask, shape: [2, 4]))
    }
    try expect(
      found, is: truth, mistakes: mistakes,
      given: firstWrong(found.map(rounded), truth.map(rounded), among: Self.clear, columns: 4))
  }

  /// Maps in which equals compete for the last places, and their masks.
  private static let tied: [(map: [Float], mask: [Float])] = [
    // Three places: 9 has one, and the four 5s share the other two, half a place each.
    ([5, 9, 5, 0, 5, 5, 1, 2], [1, 1, 0, 1, 0, 0, 0, 0]),
    ([0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 1, 1, 1, 0, 0, 0]),
    ([4, 4, 6, 1, 4, 4, 4, 0], [1, 1, 0, 0, 1, 1, 0, 1]),
    ([1, 5, 0, 5, 0, 0, 5, 1], [0, 1, 0, 1, 0, 0, 0, 0]),
    ([8, 3, 3, 3, 3, 0, 0, 1], [0, 1, 1, 1, 0, 0, 0, 0]),
  ]

  @Test func `pixels that are equally high share the last places`() throws {
    /// What each case is made of: places, pixels above the edge, equals at it, and hits among both.
    struct Edge {
      let places, above, equals, hitsAbove, hitsAmongEquals: Float
      var left: Float { places - above }
    }
    let edges = Self.tied.map { map, mask -> Edge in
      let places = Self.count(mask)
      let edge = map.sorted(by: >)[places - 1]
      let above = zip(map, mask).filter { $0.0 > edge }
      let equals = zip(map, mask).filter { $0.0 == edge }
      return Edge(
        places: Float(places), above: Float(above.count), equals: Float(equals.count),
        hitsAbove: above.reduce(0) { $0 + $1.1 }, hitsAmongEquals: equals.reduce(0) { $0 + $1.1 })
    }
    func inOrder(from end: (Int) -> Int) -> [Float] {
      Self.tied.map { map, mask in
        let order = map.indices.sorted { (-map[$0], Float(end($0))) < (-map[$1], Float(end($1))) }
        return order.prefix(Self.count(mask)).reduce(Float(0)) { $0 + mask[$1] } / Self.size(mask)
      }
    }
    let truth = edges.map { ($0.hitsAbove + $0.left / $0.equals * $0.hitsAmongEquals) / $0.places }
    let mistakes: KeyValuePairs<String, [Float]> = [
      "the places of equals given to the first ones in reading order": inOrder { $0 },
      "the places of equals given to the last ones in reading order": inOrder { -$0 },
      "all equals at the edge counted in full, though there are not places for all of them":
        edges.map { ($0.hitsAbove + $0.hitsAmongEquals) / $0.places },
      "no place for the equals at the edge": edges.map { $0.hitsAbove / $0.places },
      "hits divided by all pixels down to the edge; divide by the places":
        edges.map { ($0.hitsAbove + $0.hitsAmongEquals) / ($0.above + $0.equals) },
      "half a place for each of the equals, however many places are left":
        edges.map { ($0.hitsAbove + $0.hitsAmongEquals / 2) / $0.places },
      "the places of equals given to those inside first":
        edges.map { ($0.hitsAbove + min($0.left, $0.hitsAmongEquals)) / $0.places },
    ]
    let found = try Self.tied.map {
      try rankAccuracy(map: Tensor($0.map, shape: [2, 4]), mask: Tensor($0.mask, shape: [2, 4]))
    }
    try expect(
      found, is: truth, mistakes: mistakes,
      given: firstWrong(found.map(rounded), truth.map(rounded), among: Self.tied, columns: 4))
  }

  @Test func `the mask itself scores 1, the rest of the image 0`() throws {
    let mask: Tensor = [[0, 1], [1, 0], [0, 0]]
    try expect(rankAccuracy(map: mask, mask: mask), is: 1, given: ["map and mask": mask])
    try expect(
      rankAccuracy(map: 1 - mask, mask: mask), is: 0, given: ["map": 1 - mask, "mask": mask])
    try expect(
      rankAccuracy(map: mask - 1, mask: mask), is: 1, given: ["map": mask - 1, "mask": mask])
    try expect(
      rankAccuracy(map: -mask, mask: .ones([3, 2])), is: 1,
      given: ["map": -mask, "mask": "ones, so that everything lies inside"])
  }

  @Test func `numbers that are nearly equal are not equal, and a weak map has an order, too`()
    throws
  {
    let map: Tensor = [[4, 3], [2, 1]]
    for map in [map, 1e-30 * map] {
      try expect(
        rankAccuracy(map: map, mask: [[1, 0], [1, 0]]), is: 0.5,
        given: ["map": map, "mask": [[1, 0], [1, 0]]])
      try expect(
        rankAccuracy(map: map, mask: [[1, 1], [0, 0]]), is: 1,
        mistakes: ["numbers that are nearly equal taken for equals": 0.5],
        given: ["map": map, "mask": [[1, 1], [0, 0]]])
    }
  }

  @Test func `only the order counts, and every draw among equals is as good as another`() throws {
    try forEachSeed { generator in
      let pair = randomMapAndMask(3, 4, using: &generator)
      let given: KeyValuePairs<String, Any> = ["map": pair.map, "mask": pair.mask]
      let score = try rankAccuracy(map: pair.map, mask: pair.mask)
      let stretched = pair.map * pair.map * pair.map
      try expect(rankAccuracy(map: stretched, mask: pair.mask), is: score, given: given)
      try expect(rankAccuracy(map: pair.map - 50, mask: pair.mask), is: score, given: given)
      // Equals in another order: turned round, map and mask are the same pair.
      let steps = (pair.map * 1.5).sign()
      try expect(
        rankAccuracy(map: steps.reversed(along: 0, 1), mask: pair.mask.reversed(along: 0, 1)),
        is: rankAccuracy(map: steps, mask: pair.mask),
        given: ["map": steps, "mask": pair.mask])
    }
  }

  @Test func `random maps have as much of their top inside as the mask is large`() throws {
    // One of them has 0.25 ± 0.16, so that four standard errors over 200 are 0.045.
    let mean = try meanOverRandomMaps { try rankAccuracy(map: $0.map, mask: $0.mask) }
    try expect(
      mean, is: 0.25, within: Tolerance(absolute: 0.045, relative: 0),
      given: ["maps": "200, drawn at random", "mask": "a quarter of the pixels"])
  }

  @Test func `what no mask can judge is refused`() throws {
    try expectRefusals { try rankAccuracy(map: $0, mask: $1) }
  }
}
