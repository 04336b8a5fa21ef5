import Expecting
import GradCAM
import Tensors
import Testing

/// Maps in another size, with straight lines between the centres of pixels.
@Suite(.exercise) struct `upsampled(_:height:width:)` {
  @Test func `two pixels become four: ends stay, a quarter and three quarters lie between`()
    throws
  {
    let map: Tensor = [[[0, 4], [8, 12]]]
    try expect(
      upsampled(map, height: 2, width: 4), is: [[[0, 1, 3, 4], [8, 9, 11, 12]]],
      mistakes: [
        "each pixel repeated; there should be straight lines between them": [
          [[0, 0, 4, 4], [8, 8, 12, 12]]
        ],
        "the map stretched until the outermost centres meet the edges (align_corners=True); pixels "
          + "are squares": [[[0, 1.3333333, 2.6666667, 4], [8, 9.333333, 10.666667, 12]]],
        "places counted from the corners of pixels, i · size / n; their centres are half a pixel on":
          [[[0, 2, 4, 4], [8, 10, 12, 12]]],
        "half a pixel too far: after scaling, the ½ of the centre has to be taken off again": [
          [[5, 7, 8, 8], [9, 11, 12, 12]]
        ],
        "a map that goes on rising beyond the outermost centres; it goes on with their value": [
          [[-1, 1, 3, 5], [7, 9, 11, 13]]
        ],
        "a map that fades to zero beyond the outermost centres; it goes on with their value": [
          [[0, 1, 3, 3], [6, 9, 11, 9]]
        ],
        "zero in place of the last pixel: where there is no next one its share, 0, has been put over "
          + "the last one's own; add shares instead": [[[0, 1, 3, 0], [0, 0, 0, 0]]],
        "height and width exchanged": [[[0, 4], [2, 6], [6, 10], [8, 12]]],
        "the right numbers, with the picture's rows and columns exchanged": [
          [[0, 8], [1, 9], [3, 11], [4, 12]]
        ],
        "numbers divided so that their sum stays the same; they stay as they are": [
          [[0, 0.5, 1.5, 2], [4, 4.5, 5.5, 6]]
        ],
        "the map as it is, not in the size asked for": map,
        "the map divided by its largest value": [
          [
            [0, 0.083333336, 0.25, 0.33333334], [0.6666667, 0.75, 0.9166667, 1],
          ]
        ],
        "the right numbers without the axis of the images": [[0, 1, 3, 4], [8, 9, 11, 12]],
      ],
      given: ["map": map, "height": 2, "width": 4])
  }

  @Test func `three rows become five, which is no whole multiple`() throws {
    let map: Tensor = [[[0], [5], [20]]]
    try expect(
      upsampled(map, height: 5, width: 1), is: [[[0], [2], [5], [14], [20]]],
      mistakes: [
        "each pixel repeated; there should be straight lines between them": [
          [[0], [0], [5], [20], [20]]
        ],
        "the pixel before each place, without the fraction that lies behind it": [
          [[0], [0], [5], [5], [20]]
        ],
        "the map stretched until the outermost centres meet the edges (align_corners=True); pixels "
          + "are squares": [[[0], [2.5], [5], [12.5], [20]]],
        "places counted from the corners of pixels, i · size / n; their centres are half a pixel on":
          [[[0], [3], [8], [17], [20]]],
        "the two neighbours' shares exchanged: the nearer one counts more": [
          [[0], [3], [5], [11], [20]]
        ],
        "height and width exchanged": [[[0, 0, 0, 0, 0]]],
      ],
      given: ["map": map, "height": 5, "width": 1, "places": "[-0.2, 0.4, 1, 1.6, 2.2]"])
  }

  @Test func `along both axes at once, negative numbers included`() throws {
    let map: Tensor = [[[0, 4], [28, 32.5]]]
    let large: Tensor = [
      [
        [0, 1, 3, 4], [7, 8.03125, 10.09375, 11.125],
        [21, 22.09375, 24.28125, 25.375], [28, 29.125, 31.375, 32.5],
      ]
    ]
    try expect(upsampled(map, height: 4, width: 4), is: large, given: ["map": map])
    try expect(
      upsampled(-map, height: 4, width: 4), is: -large,
      mistakes: ["zero where the map is negative; signs stay on": .zeros([1, 4, 4])],
      given: ["map": -map])
  }

  @Test func `every number, counted out by its four neighbours`() throws {
    try forEachSeed { generator in
      let map = Tensor.normal(shape: [1, 3, 2], using: &generator)
      let numbers = map.scalars
      // Each new pixel by itself: where it lies, and what is above, below, left and right of it.
      var truth: [Float] = []
      for row in 0..<4 {
        let y = min(max((Float(row) + 0.5) * 3 / 4 - 0.5, 0), 2)
        for column in 0..<5 {
          let x = min(max((Float(column) + 0.5) * 2 / 5 - 0.5, 0), 1)
          var value: Float = 0
          for above in 0..<3 {
            for left in 0..<2 {
              let share = max(0, 1 - abs(y - Float(above))) * max(0, 1 - abs(x - Float(left)))
              value += share * numbers[2 * above + left]
            }
          }
          truth.append(value)
        }
      }
      try expect(
        upsampled(map, height: 4, width: 5), is: Tensor(truth, shape: [1, 4, 5]),
        given: ["map": map, "height": 4, "width": 5])
    }
  }

  @Test func `the same size is the same map, and one pixel is the same all over`() throws {
    try forEachSeed { generator in
      let map = Tensor.normal(shape: [2, 3, 4], using: &generator)
      try expect(upsampled(map, height: 3, width: 4), is: map, given: ["map": map])
      let pixel = map[0...1, 0...0, 0...0]
      try expect(
        upsampled(pixel, height: 2, width: 3), is: pixel.broadcast(to: [2, 2, 3]),
        given: ["map": pixel, "height": 2, "width": 3])
    }
  }

  @Test func `a picture a whole number of times as large has the same mean`() throws {
    try forEachSeed { generator in
      let map = Tensor.normal(shape: [3, 2, 3], using: &generator)
      let large = try upsampled(map, height: 8, width: 9)
      try expect(large.shape, is: [3, 8, 9], given: ["map": map.shape])
      try expect(
        large.mean(along: 1, 2), is: map.mean(along: 1, 2), given: ["map": map])
    }
  }

  @Test func `a mirrored map gives the mirrored picture`() throws {
    try forEachSeed { generator in
      let map = Tensor.normal(shape: [1, 3, 4], using: &generator)
      let large = try upsampled(map, height: 7, width: 6)
      try expect(large.shape, is: [1, 7, 6], given: ["map": map.shape])
      try expect(
        upsampled(map.reversed(along: 1, 2), height: 7, width: 6),
        is: large.reversed(along: 1, 2), given: ["map": map.reversed(along: 1, 2)])
    }
  }
}
