import Checking
import Expecting
import Explanations
import KNNRetrieval
import Layers
import Tensors
import Testing

/// What a layer outputs, as rows.
@Suite(.exercise) struct `embeddings(of:images:place:)` {
  /// Two feature maps of a picture, x and 1 − x, a block with a name inside a name, and two classes.
  ///
  ///     conv = (x, 1 − x)      relu = max(conv, 0)      block = relu + 2 relu + 1
  ///     gap = mean over space of block      logits = (3 g₁, g₁ − g₂)
  private let network = Network(
    input: [1, 2, 3],
    layers: [
      "conv": .conv2d(Conv2d(weight: [[[[1]]], [[[-1]]]], bias: [0, 1])), "relu": .relu,
      "block": .residual([
        "conv": .conv2d(
          Conv2d(weight: [[[[2]], [[0]]], [[[0]], [[2]]]], bias: [1, 1]))
      ]),
      "gap": .globalAvgPool2d,
      "logits": .linear(Linear(weight: [[3, 0], [1, -1]], bias: [0, 0])),
    ])

  private let images: Rows = [
    [1, -2, 3, 0, 4, -1], [2, 0.5, -3, 5, 0, 0.25], [0, 0, 0, 7, 1, 6],
  ]

  private var batch: Tensor { Tensor(images).reshaped(to: [3, 1, 2, 3]) }

  /// A row for each image, of a number for each map and pixel.
  private func rows(_ first: (Float) -> Float, _ second: (Float) -> Float) -> Tensor {
    Tensor(images.map { image in image.map(first) + image.map(second) })
  }

  @Test func `all numbers that a layer outputs, a row for each image`() throws {
    let relu = rows({ max($0, 0) }, { max(1 - $0, 0) })
    let maps = relu.reshaped(to: [3, 2, 2, 3])
    let lengths = relu.squared().sum(along: 1, keepingAxes: true).sqrt()
    let mistakes: KeyValuePairs<String, Tensor> = [
      "what goes into the layer; it is what comes out": rows({ $0 }, { 1 - $0 }),
      "the mean over space of each map; all numbers of a layer make the row": maps.mean(
        along: 2, 3),
      "the network’s logits, whatever the place": network(batch),
      "the layer behind the place": rows({ 3 * max($0, 0) + 1 }, { 3 * max(1 - $0, 0) + 1 }),
      "numbers pixel by pixel; the maps come one after the other, as the layer outputs them":
        maps.permuted(to: [0, 2, 3, 1]).reshaped(to: [3, 12]),
      "rows brought to length 1; that is the cosine’s work": relu / lengths,
      "maps that are still maps; each image is a row": maps,
      "the first image alone": relu[0..<1],
      "all images in one row": relu.reshaped(to: [1, 36]),
    ]
    try expect(
      embeddings(of: network, images: batch, place: "relu"), is: relu, mistakes: mistakes,
      given: ["images": images, "place": "relu"])
  }

  @Test func `any layer, by its full name`() throws {
    try expect(
      embeddings(of: network, images: batch, place: "conv"), is: rows({ $0 }, { 1 - $0 }),
      mistakes: [
        "the layer whose name ends so, block.conv":
          rows({ 2 * max($0, 0) + 1 }, { 2 * max(1 - $0, 0) + 1 })
      ], given: ["images": images, "place": "conv"])
    try expect(
      embeddings(of: network, images: batch, place: "block.conv"),
      is: rows({ 2 * max($0, 0) + 1 }, { 2 * max(1 - $0, 0) + 1 }),
      given: ["images": images, "place": "block.conv"])
    try expect(
      embeddings(of: network, images: batch, place: "logits"), is: network(batch),
      given: ["images": images, "place": "logits"])
  }

  @Test func `hundreds of images, none forgotten`() throws {
    let numbers = Tensor.counting(0..<6 * 521).reshaped(to: [521, 6]) / 1000
    let found = try embeddings(
      of: network, images: numbers.reshaped(to: [521, 1, 2, 3]), place: "conv")
    try expect(
      found, is: .concatenated([numbers, 1 - numbers], along: 1),
      given: ["images": "521 of one channel and 2 × 3 pixels", "place": "conv"])
  }

  @Test func `a place that is not there is named, and no image is refused`() throws {
    for place in ["features", "con", "block.relu"] {
      do {
        _ = try embeddings(of: network, images: batch, place: place)
      } catch let error as UnknownPlace {
        try expect(error.place, is: place)
        continue
      }
      try expect(false, "UnknownPlace is thrown: the network has no \u{201C}\(place)\u{201D}")
    }
    try expectRetrievalError("there is no image") {
      _ = try embeddings(of: network, images: .zeros([0, 1, 2, 3]), place: "relu")
    }
  }
}
