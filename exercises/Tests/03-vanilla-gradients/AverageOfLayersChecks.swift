import Expecting
import Tensors
import Testing
import VanillaGradients

/// Maps of several layers become one.
@Suite(.exercise) struct `averageOfLayers(_:skipping:height:width:)` {
  @Test func `channels are added with their signs, and layers averaged`() throws {
    // Two channels, four and one; on no pixel do the layers agree about the sign.
    let maps: [Tensor] = [
      [[[[1, -4, -1]], [[2, 2, -3]]]],
      [[[[4, 1, 2]], [[1, 5, -4]], [[2, -3, 1]], [[-1, 1, 0]]]],
      [[[[-3, 1, 2]]]],
    ]
    let (a, b, c): (Tensor, Tensor, Tensor) = ([3, -2, -4], [6, 4, -1], [-3, 1, 2])
    // The map of numbers for the three pixels, and what it would be if each layer was changed first.
    func map(_ pixels: Tensor) -> Tensor { pixels.reshaped(to: [1, 1, 3]) }
    func average(_ change: (Tensor) -> Tensor) -> Tensor {
      map((change(a) + change(b) + change(c)) / 3)
    }
    func scaled(_ pixels: Tensor) -> Tensor {
      (pixels - pixels.min()) / (pixels.max() - pixels.min())
    }
    let right: Tensor = [[[2, 1, -1]]]
    try expect(
      averageOfLayers(maps, skipping: 0, height: 1, width: 3), is: right,
      mistakes: [
        "the magnitudes of the channels, added; here signs stay on": [[[14, 17, 13]]] / 3,
        "the magnitude of the sum of the channels; here signs stay on": average { $0.abs() },
        "the magnitude of the average; here signs stay on": right.abs(),
        "the positive part of the average alone; here signs stay on": right.relu(),
        "the average of the positive part of each layer; here signs stay on": average {
          $0.relu()
        },
        "the mean of the channels; they are added": map((a / 2 + b / 4 + c) / 3),
        "the largest of the channels; they are added": [[[1, 8 / 3, 1]]],
        "the mean of all channels of all layers; every layer counts once": map((a + b + c) / 7),
        "the layers added up, not averaged": right * 3,
        "the layers added up and divided by one more than their number": right * 3 / 4,
        "the first layer alone": map(a),
        "the last layer alone": map(c),
        "the largest of the layers, not their mean": [[[6, 4, 2]]],
        "the middle one of the layers, their median and not their mean": [[[3, 1, -1]]],
        "the mean of two layers, averaged with the next one: the last layer counts half": map(
          ((a + b) / 2 + c) / 2),
        "each layer divided by its largest value before the average": average { $0 / $0.max() },
        "each layer divided by its largest magnitude before the average": average {
          $0 / $0.abs().max()
        },
        "each layer scaled from its smallest to its largest value, min–max, before the average":
          average(scaled),
        "the average scaled from its smallest to its largest value, min–max": scaled(right),
        "the average divided by its largest value": right / 2,
        "the product of the layers, not their mean": map(a * b * c),
        "zeros: 1 / count is 0 where both are whole numbers; write 1 / Float(count)": .zeros([
          1, 1, 3,
        ]),
        "averaged over the images, axis 1 of what was stacked; layers are axis 0": Tensor.stacked(
          [a, b, c], along: 0
        )
        .reshaped(to: [3, 1, 3]),
        "the right numbers with an axis of channels still there, of size 1": [right],
        "the right numbers without the axis of the examples": right[0],
      ],
      given: ["maps": maps])
  }

  @Test func `the first ones are left out, and do not count`() throws {
    // The sums over the channels are 1, 10, 30, 80, 220 and 460.
    let maps: [Tensor] = [
      [[[[1]]]], [[[[4]], [[6]]]], [[[[30]]]], [[[[50]], [[40]], [[-10]]]], [[[[220]]]],
      [[[[460]]]],
    ]
    let none = "the average of all layers, with none left out"
    try expect(
      averageOfLayers(maps, skipping: 2, height: 1, width: 1), is: [[[197.5]]],
      mistakes: [
        none: [[[133.5]]],
        "the sum of the layers left over, divided by the number of all": [[[131.66667]]],
        "the average without the last layers: the first ones are left out": [[[30.25]]],
        "the average of the layers left out; those are the others": [[[5.5]]],
        "the average with one layer too many left out": [[[253.33333]]],
        "the average with one layer too few left out": [[[160]]],
        "the average of the last ones, as many as should be left out": [[[340]]],
        "the last layer alone": [[[460]]],
        "the first layer alone": [[[1]]],
        "the first layer that is not left out, alone": [[[30]]],
        "the sum of the layers left over, not their average": [[[790]]],
        "zeros: 1 / count is 0 where both are whole numbers; write 1 / Float(count)": [[[0]]],
      ],
      given: ["maps": maps, "skipping": 2])
    try expect(
      averageOfLayers(maps, skipping: 5, height: 1, width: 1), is: [[[460]]],
      mistakes: [none: [[[133.5]]]], given: ["maps": maps, "skipping": 5])
    try expect(
      averageOfLayers([maps[3]], skipping: 0, height: 1, width: 1), is: [[[80]]],
      given: ["maps": [maps[3]], "skipping": 0])
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

  @Test func `a large map shrinks by the same rule`() throws {
    // Five rows become two: the new centres lie at ¾ and 3¼ of the old ones.
    let maps: [Tensor] = [[[[[0, 4], [8, 0], [4, -8], [12, 16], [20, 0]]]]]
    try expect(
      averageOfLayers(maps, skipping: 0, height: 2, width: 2), is: [[[6, 1], [14, 12]]],
      mistakes: [
        "a map that is cut to size where it is too large": [[[0, 4], [8, 0]]],
        "the map as it is where it is too large": maps[0][0],
        "the nearest pixel; there should be straight lines between them": [[[8, 0], [12, 16]]],
        "every so manieth pixel": [[[0, 4], [4, -8]]],
        "the numbers divided so that the sum stays the same; they stay as they are": [
          [[15, 2.5], [35, 30]]
        ],
        "the map stretched so that outermost centres meet; pixels are squares": [
          [[0, 4], [20, 0]]
        ],
        "the mean of all pixels below a new one": [[[4, -1.3333334], [12, 2.6666667]]],
        "the mean of all pixels below a new one, by how much of each lies there": [
          [[4, 0], [13.6, 4.8]]
        ],
      ],
      given: ["maps": maps, "height": 2, "width": 2])
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

  @Test func `four layers of three, two, one and four channels, counted out one by one`() throws {
    try forEachSeed { generator in
      let maps = [3, 2, 1, 4].map { channels in
        Tensor.uniform(in: -4..<4, shape: [2, channels, 1, 2], using: &generator)
      }
      var truth: [Float] = []
      for image in 0..<2 {
        for pixel in 0..<2 {
          var total: Float = 0
          for map in maps[1...] {
            for channel in 0..<map.shape[1] { total += map[image, channel, 0, pixel].scalar }
          }
          truth.append(total / 3)
        }
      }
      try expect(
        averageOfLayers(maps, skipping: 1, height: 1, width: 2),
        is: Tensor(truth, shape: [2, 1, 2]), given: ["maps": maps, "skipping": 1])
    }
  }
}
