import Expecting
import Tensors
import Testing
import VanillaGradients

/// Maps of several layers become one.
@Suite(.exercise) struct `averageOfLayers(_:skipping:height:width:)` {
  @Test func `channels are added with their signs, and layers averaged`() throws {
    // Sums over the channels: (3, −2, −3), then (5, 0, −1).
    let maps: [Tensor] = [
      [[[[1, -4, -1]], [[2, 2, -2]]]],
      [[[[4, 1, 2]], [[1, 1, -4]], [[0, -2, 1]]]],
    ]
    try expect(
      averageOfLayers(maps, skipping: 0, height: 1, width: 3), is: [[[4, -1, -2]]],
      mistakes: [
        "the magnitudes of the channels, added; here signs stay on": [[[4, 5, 5]]],
        "the magnitude of the sum of the channels; here signs stay on": [[[4, 1, 2]]],
        "the positive part alone; here signs stay on": [[[4, 0, 0]]],
        "the mean of the channels; they are added": [[[1.5833333, -0.5, -0.9166667]]],
        "the largest of the channels; they are added": [[[3, 1.5, 0.5]]],
        "the layers added up, not averaged": [[[8, -2, -4]]],
        "the first layer alone": [[[3, -2, -3]]],
        "the last layer alone": [[[5, 0, -1]]],
        "each layer divided by its largest value before the average": [
          [[1, -0.3333333, -0.6]]
        ],
        "the product of the layers, not their mean": [[[15, 0, 3]]],
        "the right numbers with an axis of channels still there, of size 1": [[[[4, -1, -2]]]],
        "the right numbers without the axis of the examples": [[4, -1, -2]],
      ],
      given: ["maps": maps])
  }

  @Test func `the first ones are left out, and do not count`() throws {
    // The sums over the channels are 1, 10 and 30.
    let maps: [Tensor] = [[[[[1]]]], [[[[4]], [[6]]]], [[[[30]]]]]
    try expect(
      averageOfLayers(maps, skipping: 1, height: 1, width: 1), is: [[[20]]],
      mistakes: [
        "the average of all layers, with none left out": [[[13.666667]]],
        "the sum of the layers left over, divided by the number of all": [[[13.333333]]],
        "the average without the last layer: the first ones are left out": [[[5.5]]],
        "the average of the layers left out; those are the others": [[[1]]],
        "the last layer alone": [[[30]]],
        "the sum of the layers left over, not their average": [[[40]]],
      ],
      given: ["maps": maps, "skipping": 1])
    try expect(
      averageOfLayers(maps, skipping: 2, height: 1, width: 1), is: [[[30]]],
      given: ["maps": maps, "skipping": 2])
  }

  @Test func `a small map is drawn large with straight lines between its pixels`() throws {
    let maps: [Tensor] = [[[[[0, 4], [8, 12]]]]]
    try expect(
      averageOfLayers(maps, skipping: 0, height: 2, width: 4),
      is: [[[0, 1, 3, 4], [8, 9, 11, 12]]],
      mistakes: [
        "each pixel repeated; there should be straight lines between them": [
          [[0, 0, 4, 4], [8, 8, 12, 12]]
        ],
        "the map stretched so that outermost centres meet; pixels are squares": [
          [[0, 1.333333, 2.666667, 4], [8, 9.333333, 10.66667, 12]]
        ],
        "the map as it is, not of the size asked for": [[[0, 4], [8, 12]]],
        "height and width exchanged": [[[0, 4], [2, 6], [6, 10], [8, 12]]],
        "the numbers divided so that the sum stays the same; they stay as they are": [
          [[0, 0.5, 1.5, 2], [4, 4.5, 5.5, 6]]
        ],
      ],
      given: ["maps": maps, "height": 2, "width": 4])
  }

  @Test func `layers of different sizes meet, each image on its own`() throws {
    // Maps that are the same all over, so that it does not matter how they are resized.
    try forEachSeed { generator in
      let numbers = Tensor.uniform(in: -2..<2, shape: [2, 3, 1, 1], using: &generator)
      let maps = [
        numbers[.all, 0...0].broadcast(to: [2, 1, 1, 2]),
        numbers[.all, 1...1].broadcast(to: [2, 1, 4, 3]),
        numbers[.all, 2...2].broadcast(to: [2, 1, 2, 7]),
      ]
      try expect(
        averageOfLayers(maps, skipping: 0, height: 5, width: 2),
        is: numbers.mean(along: 1).broadcast(to: [2, 5, 2]),
        given: ["maps of 1 × 2, 4 × 3 and 2 × 7, everywhere": numbers])
    }
  }

  @Test func `four numbers in two layers, counted out one by one`() throws {
    try forEachSeed { generator in
      let maps = (0..<3).map { _ in
        Tensor.uniform(in: -4..<4, shape: [1, 2, 1, 2], using: &generator)
      }
      let (a, b) = (maps[1].scalars, maps[2].scalars)
      let truth = (0..<2).map { pixel -> Float in
        let (first, second) = (a[pixel] + a[2 + pixel], b[pixel] + b[2 + pixel])
        return (first + second) / 2
      }
      try expect(
        averageOfLayers(maps, skipping: 1, height: 1, width: 2),
        is: Tensor(truth, shape: [1, 1, 2]), given: ["maps": maps, "skipping": 1])
    }
  }
}
