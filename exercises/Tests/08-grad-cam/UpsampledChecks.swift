import Expecting
import GradCAM
import Tensors
import Testing

/// Maps in another size, with straight lines between the centres of pixels.
@Suite(.exercise) struct `upsampled(_:height:width:)` {
  @Test func `three pixels become six: a quarter and three quarters of two neighbours`() throws {
    let map: Tensor = [[[0, 4, 1], [8, 20, 2]]]
    let large: Tensor = [[[0, 1, 3, 3.25, 1.75, 1], [8, 11, 17, 15.5, 6.5, 2]]]
    try expect(
      upsampled(map, height: 2, width: 6), is: large,
      mistakes: [
        "each pixel repeated; there should be straight lines between them": [
          [[0, 0, 4, 4, 1, 1], [8, 8, 20, 20, 2, 2]]
        ],
        Self.corners: read(map, 2, 6) { $0 * ($1 - 1) / ($2 - 1) },
        Self.edges: read(map, 2, 6) { $0 * $1 / $2 },
        Self.tooFar: read(map, 2, 6) { ($0 + 0.5) * $1 / $2 },
        Self.turned: read(map, 2, 6) { ($0 + 0.5) * $2 / $1 - 0.5 },
        Self.mirrored: read(map, 2, 6) { abs(Self.centre($0, $1, $2)) },
        Self.mirrored: read(map, 2, 6, at: Self.mirroredAtBothEnds),
        Self.wholeNumbers: read(map, 2, 6) { ($0 + 0.5) * ($1 / $2).rounded(.down) - 0.5 },
        Self.before: read(map, 2, 6) { max((($0 + 0.5) * $1 / $2 - 0.5), 0).rounded(.down) },
        "the two neighbours' shares exchanged: the nearer one counts more": [
          [[0, 3, 1, 1.75, 3.25, 1], [8, 17, 11, 6.5, 15.5, 2]]
        ],
        "a map that goes on rising beyond the outermost centres; it goes on with their number": [
          [[-1, 1, 3, 3.25, 1.75, 0.25], [5, 11, 17, 15.5, 6.5, -2.5]]
        ],
        "a map that fades to zero beyond the outermost centres; it goes on with their number": [
          [[0, 1, 3, 3.25, 1.75, 0.75], [6, 11, 17, 15.5, 6.5, 1.5]]
        ],
        "zero in place of the last pixel: where there is no next one its share, 0, has been put over "
          + "the last one's own; add shares instead": [
            [[0, 1, 3, 3.25, 1.75, 0], [0, 0, 0, 0, 0, 0]]
          ],
        Self.exchanged: read(map, 6, 2, at: Self.centre),
        "the right numbers, with the picture's rows and columns exchanged": large.transposed(),
        "numbers divided so that their sum stays the same; they stay as they are": large / 2,
        "the map as it is, not in the size asked for": map,
        "the map divided by its largest value": large / 20,
        "the right numbers without the axis of the images": large[0],
      ],
      given: ["map": map, "height": 2, "width": 6])
  }

  @Test func `three rows become five, which is no whole multiple`() throws {
    let map: Tensor = [[[3], [5], [20]]]
    try expect(
      upsampled(map, height: 5, width: 1), is: [[[3], [3.8], [5], [14], [20]]],
      mistakes: [
        Self.corners: read(map, 5, 1) { $0 * ($1 - 1) / max($2 - 1, 1) },
        Self.edges: read(map, 5, 1) { $0 * $1 / $2 },
        Self.tooFar: read(map, 5, 1) { ($0 + 0.5) * $1 / $2 },
        Self.turned: read(map, 5, 1) { ($0 + 0.5) * $2 / $1 - 0.5 },
        Self.mirrored: read(map, 5, 1) { abs(Self.centre($0, $1, $2)) },
        Self.mirrored: read(map, 5, 1, at: Self.mirroredAtBothEnds),
        Self.wholeNumbers: read(map, 5, 1) { ($0 + 0.5) * ($1 / $2).rounded(.down) - 0.5 },
        Self.before: read(map, 5, 1) { max((($0 + 0.5) * $1 / $2 - 0.5), 0).rounded(.down) },
        "the two neighbours' shares exchanged: the nearer one counts more": [
          [[3], [4.2], [5], [11], [20]]
        ],
        Self.exchanged: read(map, 1, 5, at: Self.centre),
      ],
      given: ["map": map, "height": 5, "width": 1])
  }

  @Test func `a map may shrink: each new pixel still reads at its own centre`() throws {
    let map: Tensor = [[[1, 9, 3, 5, 12], [0, 4, 2, 10, 6], [7, 0, 6, 8, 2]]]
    try expect(
      upsampled(map, height: 1, width: 2), is: [[[3, 9]]],
      mistakes: [
        Self.corners: read(map, 1, 2) { $0 * ($1 - 1) / max($2 - 1, 1) },
        Self.edges: read(map, 1, 2) { $0 * $1 / $2 },
        Self.tooFar: read(map, 1, 2) { ($0 + 0.5) * $1 / $2 },
        Self.turned: read(map, 1, 2) { ($0 + 0.5) * $2 / $1 - 0.5 },
        Self.wholeNumbers: read(map, 1, 2) { ($0 + 0.5) * ($1 / $2).rounded(.down) - 0.5 },
        Self.before: read(map, 1, 2) { max((($0 + 0.5) * $1 / $2 - 0.5), 0).rounded(.down) },
        "the mean of all pixels that a new one covers; it reads at its centre alone": [
          [[32 / 9, 6]]
        ],
        "the map as it is; a map may shrink as well": map,
        Self.exchanged: read(map, 2, 1, at: Self.centre),
      ],
      given: ["map": map, "height": 1, "width": 2])
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

  @Test func `every number, counted out by its neighbours, in sizes of all kinds`() throws {
    let sizes = [
      ([2, 3, 2], 4, 5), ([2, 4, 3], 2, 7), ([3, 1, 2], 3, 1), ([1, 5, 4], 5, 3),
      ([1, 1, 7], 1, 224), ([1, 7, 1], 224, 1), ([1, 1, 300], 2, 3),
    ]
    for (shape, height, width) in sizes {
      try forEachSeed { generator in
        let map = Tensor.normal(shape: shape, using: &generator)
        try expect(
          upsampled(map, height: height, width: width),
          is: read(map, height, width, at: Self.centre),
          given: ["map": map, "height": height, "width": width])
      }
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

  private static let corners =
    "the map stretched until the outermost centres meet the edges (align_corners=True); pixels are "
    + "squares"
  private static let edges =
    "places counted from the edge of each pixel; its number holds at its centre, half a pixel on"
  private static let tooFar =
    "half a pixel too far: the old centres lie at ½, 1½, …, and the first of them is number 0"
  private static let turned =
    "the ratio the wrong way round: a new pixel is size / count old ones long, not count / size"
  private static let mirrored =
    "a map mirrored beyond the outermost centres; it goes on with their number"
  private static let wholeNumbers =
    "whole-number division: between two Ints, size / count drops its fraction; turn both into Float"
  private static let before =
    "the old pixel before each place alone, without its share of the next one"
  private static let exchanged = "height and width exchanged"

  /// Where the centre of a new pixel lies among the old ones, counted from the first centre.
  private static func centre(_ new: Double, _ size: Double, _ count: Double) -> Double {
    (new + 0.5) * size / count - 0.5
  }

  /// The same, turned back where it would lie beyond the first or the last centre.
  private static func mirroredAtBothEnds(
    _ new: Double, _ size: Double, _ count: Double
  ) -> Double {
    let place = abs(centre(new, size, count))
    return min(place, 2 * (size - 1) - place)
  }

  /// Maps of another size whose numbers are read at some place, from every old pixel that is nearer
  /// than one pixel; the places go from the first old centre to the last.
  private func read(
    _ map: Tensor, _ height: Int, _ width: Int,
    at place: (_ new: Double, _ size: Double, _ count: Double) -> Double
  ) -> Tensor {
    let (rows, columns) = (map.shape[1], map.shape[2])
    func shares(_ count: Int, of size: Int) -> [[Double]] {
      (0..<count).map { new in
        let at = min(
          max(place(Double(new), Double(size), Double(count)), 0), Double(size - 1))
        return (0..<size).map { max(0, 1 - abs(at - Double($0))) }
      }
    }
    let (down, across) = (shares(height, of: rows), shares(width, of: columns))
    let numbers = map.scalars.map(Double.init)
    var values: [Float] = []
    for image in 0..<map.shape[0] {
      for row in down {
        for column in across {
          var value = 0.0
          for y in row.indices where row[y] > 0 {
            for x in column.indices where column[x] > 0 {
              value += row[y] * column[x] * numbers[(image * rows + y) * columns + x]
            }
          }
          values.append(Float(value))
        }
      }
    }
    return Tensor(values, shape: [map.shape[0], height, width])
  }
}
