import Checking
import Expecting
import IntegratedGradients
import Testing

/// The zeros of Legendre's polynomials: few points, by hand; many, by what they integrate.
@Suite(.exercise) struct `gaussLegendre(_:)` {
  private func found(_ count: Int) throws -> [[Double]] {
    let found = try gaussLegendre(count)
    return [found.points, found.weights]
  }

  @Test func `one point is the middle`() throws {
    try expect(
      found(1), is: [[0.5], [1]], within: 1e-9,
      mistakes: [
        "the zero on −1…1, where it was found; the path is 0…1": [[0], [2]],
        "the zero on −1…1 with a weight for 0…1": [[0], [1]],
        "a weight for −1…1: it has to be halved as the points are": [[0.5], [2]],
      ])
  }

  @Test func `two points, by hand: 3z² = 1`() throws {
    let z: Double = 0.5773502691896258
    let points: [Double] = [(1 - z) / 2, (1 + z) / 2]
    // The first guesses, cos(3π/10) and its mirror.
    let guess: Double = 0.5877852522924731
    let guesses = "the first guesses, which Newton's method has not moved"
    // P₂ is (3z² − 1) / 2, and its slope 3z.
    let once: Double = guess - (3 * guess * guess - 1) / (6 * guess)
    func weight(_ z: Double) -> Double { 1 / ((1 - z * z) * 9 * z * z) }
    let known: KeyValuePairs<String, [[Double]]> = [
      "the zeros on −1…1, where they were found; the path is 0…1": [[-z, z], [1, 1]],
      "the zeros on −1…1 with weights for 0…1": [[-z, z], [0.5, 0.5]],
      "weights for −1…1: they have to be halved as the points are": [points, [1, 1]],
      "the largest point first; the smallest comes first": [
        [points[1], points[0]], [0.5, 0.5],
      ],
      guesses: [[(1 - guess) / 2, (1 + guess) / 2], [0.5, 0.5]],
      guesses: [[(1 - guess) / 2, (1 + guess) / 2], [weight(guess), weight(guess)]],
      "one step of Newton's method; it takes several": [
        [(1 - once) / 2, (1 + once) / 2], [weight(once), weight(once)],
      ],
      "middles of two strips": [[0.25, 0.75], [0.5, 0.5]],
      "both ends": [[0, 1], [0.5, 0.5]],
    ]
    try expect(found(2), is: [points, [0.5, 0.5]], within: 1e-9, mistakes: known)
  }

  @Test func `three points, by hand: 5z³ = 3z`() throws {
    let z: Double = 0.7745966692414834
    let points: [Double] = [(1 - z) / 2, 0.5, (1 + z) / 2]
    let weights: [Double] = [5.0 / 18, 8.0 / 18, 5.0 / 18]
    let third: Double = 1.0 / 3
    // Slopes of P₃ at its zeros: 3 at the outer ones, −1.5 in the middle.
    let plain: [Double] = [0.8333333333333334, -0.6666666666666666, 0.8333333333333334]
    let bare: [Double] = [0.1111111111111111, 0.4444444444444444, 0.1111111111111111]
    let unmapped: [Double] = [5.0 / 9, 8.0 / 9, 5.0 / 9]
    let known: KeyValuePairs<String, [[Double]]> = [
      "the zeros on −1…1, where they were found; the path is 0…1": [[-z, 0, z], unmapped],
      "the zeros on −1…1 with weights for 0…1": [[-z, 0, z], weights],
      "weights for −1…1: they have to be halved as the points are": [points, unmapped],
      "the largest point first; the smallest comes first": [
        [points[2], points[1], points[0]], weights,
      ],
      "all points counted equally": [points, [third, third, third]],
      "the slope in the weights is not squared": [points, plain],
      "the weights without 1 − z²": [points, bare],
    ]
    try expect(found(3), is: [points, weights], within: 1e-9, mistakes: known)
  }

  @Test func `exact for every power up to 2n − 1`() throws {
    for count in [1, 2, 3, 4, 5, 8, 13] {
      let found = try gaussLegendre(count)
      try expect(found.points.count, is: count, given: ["count": count])
      for power in 0...(2 * count - 1) {
        var area: Double = 0
        for (point, weight) in zip(found.points, found.weights) {
          var height: Double = 1
          for _ in 0..<power { height *= point }
          area += weight * height
        }
        try expect(
          area, is: 1 / Double(power + 1), within: 1e-12,
          given: ["count": count, "area under": "z to the power of \(power), from 0 to 1"])
      }
    }
  }

  @Test func `many points: in order, inside, mirrored, and with weights that add up to 1`() throws {
    for count in [2, 7, 20, 51, 200] {
      let found = try gaussLegendre(count)
      let (points, weights) = (found.points, found.weights)
      let given: KeyValuePairs<String, Any> = ["count": count]
      try expect(points.count, is: count, given: given)
      try expect(
        zip(points, points.dropFirst()).allSatisfy { $0 < $1 },
        "the points rise, and none is there twice", given: given)
      try expect(
        points.allSatisfy { $0 > 0 && $0 < 1 }, "all points lie inside 0…1", given: given)
      try expect(weights.allSatisfy { $0 > 0 }, "all weights are above 0", given: given)
      try expect(weights.reduce(0, +), is: 1, within: 1e-12, given: given)
      let mirrored: [Double] = points.reversed().map { 1 - $0 }
      try expect(points, is: mirrored, within: 1e-12, given: given)
      let turned: [Double] = weights.reversed()
      try expect(weights, is: turned, within: 1e-12, given: given)
    }
  }

  @Test func `no point at all is refused`() throws {
    for count in [0, -1] {
      try expectThrows(TooFew("count", count), "TooFew(\"count\", \(count)) is thrown") {
        _ = try gaussLegendre(count)
      }
    }
  }
}
