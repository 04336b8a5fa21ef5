import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// A pattern put in place of a part of each image.
@Suite(.exercise) struct `stamp(_:patterns:on:row:column:)` {
  @Test func `each image gets its tag's pattern, in its place`() throws {
    // Two images of three rows and four columns, two patterns of one row and two columns.
    let images: Tensor = [
      [[[1, 2, 3, 4], [5, 6, 7, 8], [9, -1, -2, -3]]],
      [[[2, 2, 2, 2], [3, 3, 3, 3], [4, 4, 4, 4]]],
    ]
    let patterns: Tensor = [[[[0.5, 0]]], [[[10, 20]]]]
    try expect(
      stamp([1, 0], patterns: patterns, on: images, row: 1, column: 2),
      is: [
        [[[1, 2, 3, 4], [5, 6, 10, 20], [9, -1, -2, -3]]],
        [[[2, 2, 2, 2], [3, 3, 0.5, 0], [4, 4, 4, 4]]],
      ],
      mistakes: [
        "row and column exchanged": [
          [[[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 20, -3]]],
          [[[2, 2, 2, 2], [3, 3, 3, 3], [4, 0.5, 0, 4]]],
        ],
        "the pattern of the image's own number; it is that of the tag": [
          [[[1, 2, 3, 4], [5, 6, 0.5, 0], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 10, 20], [4, 4, 4, 4]]],
        ],
        "the first tag's pattern on every image": [
          [[[1, 2, 3, 4], [5, 6, 10, 20], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 10, 20], [4, 4, 4, 4]]],
        ],
        "the pattern added to the image; it takes the image's place": [
          [[[1, 2, 3, 4], [5, 6, 17, 28], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 3.5, 3], [4, 4, 4, 4]]],
        ],
        "the brighter of pattern and image; the pattern takes the image's place": [
          [[[1, 2, 3, 4], [5, 6, 10, 20], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 3, 3], [4, 4, 4, 4]]],
        ],
        "the zeros of the pattern left out as if one could see through them": [
          [[[1, 2, 3, 4], [5, 6, 10, 20], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 0.5, 3], [4, 4, 4, 4]]],
        ],
        "the pattern alone, with nothing of the image around it": [
          [[[0, 0, 0, 0], [0, 0, 10, 20], [0, 0, 0, 0]]],
          [[[0, 0, 0, 0], [0, 0, 0.5, 0], [0, 0, 0, 0]]],
        ],
        "the pattern in the upper left corner, wherever it was asked for": [
          [[[10, 20, 3, 4], [5, 6, 7, 8], [9, -1, -2, -3]]],
          [[[0.5, 0, 2, 2], [3, 3, 3, 3], [4, 4, 4, 4]]],
        ],
        "rows and columns counted from 1; they are counted from 0": [
          [[[1, 10, 20, 4], [5, 6, 7, 8], [9, -1, -2, -3]]],
          [[[2, 0.5, 0, 2], [3, 3, 3, 3], [4, 4, 4, 4]]],
        ],
        "the images without any pattern": images,
        "the mean of pattern and image; the pattern takes the image's place": [
          [[[1, 2, 3, 4], [5, 6, 8.5, 14], [9, -1, -2, -3]]],
          [[[2, 2, 2, 2], [3, 3, 1.75, 1.5], [4, 4, 4, 4]]],
        ],
      ],
      given: ["tags": [1, 0], "patterns": patterns, "images": images, "row": 1, "column": 2])
  }

  @Test func `every channel gets its own part of the pattern`() throws {
    try forEachSeed { generator in
      let images = Tensor.normal(shape: [3, 2, 4, 5], using: &generator)
      let patterns = Tensor.normal(shape: [4, 2, 2, 3], using: &generator)
      let tags = [2, 0, 3]
      // Pixel by pixel, as it is said.
      var right = images.scalars
      for (image, tag) in tags.enumerated() {
        for channel in 0..<2 {
          for row in 0..<2 {
            for column in 0..<3 {
              right[((image * 2 + channel) * 4 + row + 1) * 5 + column + 2] =
                patterns[tag, channel, row, column].scalar
            }
          }
        }
      }
      let first = patterns[.all, 0..<1].repeated(2, along: 1)
      try expect(
        stamp(tags, patterns: patterns, on: images, row: 1, column: 2),
        is: Tensor(right, shape: [3, 2, 4, 5]),
        mistakes: [
          "the first channel of the pattern in every channel": stampedByLoops(
            tags, first, images)
        ],
        given: ["tags": tags, "images": "[3, 2, 4, 5]", "patterns": "[4, 2, 2, 3]"])
    }
  }

  private func stampedByLoops(_ tags: [Int], _ patterns: Tensor, _ images: Tensor) -> Tensor {
    var numbers = images.scalars
    for (image, tag) in tags.enumerated() {
      for channel in 0..<2 {
        for row in 0..<2 {
          for column in 0..<3 {
            numbers[((image * 2 + channel) * 4 + row + 1) * 5 + column + 2] =
              patterns[tag, channel, row, column].scalar
          }
        }
      }
    }
    return Tensor(numbers, shape: images.shape)
  }

  @Test func `another tag covers the one before`() throws {
    try forEachSeed { generator in
      let images = Tensor.normal(shape: [2, 3, 5, 4], using: &generator)
      let patterns = Tensor.normal(shape: [3, 3, 2, 2], using: &generator)
      let once = try stamp([2, 1], patterns: patterns, on: images, row: 2, column: 1)
      let twice = try stamp(
        [2, 1], patterns: patterns,
        on: stamp([0, 0], patterns: patterns, on: images, row: 2, column: 1), row: 2, column: 1)
      try expect(twice, is: once, given: ["tags": "0, 0 and then 2, 1 in the same place"])
    }
  }

  @Test func `what lies under the pattern is gone, and nothing is cut off around it`() throws {
    let images = Tensor([.nan, 7, -3, 250], shape: [1, 1, 2, 2])
    try expect(
      stamp([0], patterns: [[[[0.25]]]], on: images, row: 0, column: 0),
      is: [[[[0.25, 7], [-3, 250]]]],
      mistakes: ["numbers cut off at 0 and 1; images may have any": [[[[0.25, 1], [0, 1]]]]],
      given: ["images": images, "pattern": 0.25, "row": 0, "column": 0])
  }

  @Test func `a pattern may reach up to the edge, and not beyond`() throws {
    let images = Tensor.zeros([1, 1, 3, 4])
    let patterns = Tensor.ones([1, 1, 2, 2])
    try expect(
      stamp([0], patterns: patterns, on: images, row: 1, column: 2),
      is: [[[[0, 0, 0, 0], [0, 0, 1, 1], [0, 0, 1, 1]]]], given: ["row": 1, "column": 2])
    for (row, column) in [(2, 2), (1, 3), (-1, 0), (0, -1)] {
      try expectRefusal(
        .outsideTheImage,
        given: ["row": row, "column": column, "image": "3 × 4", "pattern": "2 × 2"]
      ) {
        _ = try stamp([0], patterns: patterns, on: images, row: row, column: column)
      }
    }
  }

  @Test func `there has to be a tag for each image`() throws {
    for tags in [[0], [0, 0, 0]] {
      try expectRefusal(.countsDiffer([tags.count, 2]), given: ["tags": tags, "images": 2]) {
        _ = try stamp(
          tags, patterns: .ones([1, 1, 1, 1]), on: .zeros([2, 1, 2, 2]), row: 0, column: 0)
      }
    }
    let none = try stamp(
      [], patterns: .ones([1, 1, 1, 1]), on: .zeros([0, 1, 2, 2]), row: 0, column: 0)
    try expect(none.shape, is: [0, 1, 2, 2], given: ["images": "none"])
  }
}
