import Expecting
import GradCAM
import Layers
import Tensors
import Testing

/// The weights of a class, laid over the feature maps.
@Suite(.exercise) struct `classActivationMap(features:weights:target:)` {
  /// Three feature maps of one picture of 2 × 3 pixels: as many channels as columns, so that the
  /// weights can be laid over either.
  private let features: Tensor = [
    [[[2, 0, 1], [0, 0, 3]], [[0, 1, 0], [4, 0, 1]], [[1, 0, 2], [0, 5, 0]]]
  ]

  /// As many classes as channels, so that rows and columns can be mistaken for one another.
  private let weights: Tensor = [[2, -1, 3], [1, 4, -2], [-3, 2, 0.5]]

  private static let pooled =
    "the logit without its bias, one number: the mean over the pixels came first; keep a number for "
    + "each pixel"

  @Test func `each channel counts as much as it weighs for the class`() throws {
    let map: Tensor = [[[7, -1, 8], [-4, 15, 5]]]
    let weighted = channels(2, -1, 3) * features
    try expect(
      classActivationMap(features: features, weights: weights, target: 0), is: map,
      mistakes: [
        "the weights of a column; those of a class are a row": (channels(2, 1, -3) * features)
          .sum(along: 1),
        "the weights laid over the columns of the picture; each belongs to a channel":
          (features
          * Tensor([2, -1, 3])).sum(along: 1),
        "the map for class 1; the target is class 0": (channels(1, 4, -2) * features)
          .sum(along: 1),
        "the part above zero alone; here signs stay on": map.relu(),
        "each channel clipped at zero before they are added, or the weights; nothing is clipped here":
          weighted.relu().sum(along: 1),
        "the channels added up without their weights": features.sum(along: 1),
        "the channels added up with the magnitudes of their weights": weighted.abs()
          .sum(along: 1),
        "the magnitude of the map; here signs stay on": map.abs(),
        "the mean over the channels; they are added": map / 3,
        "the largest of the channels; they are added": weighted.max(along: 1),
        "the map divided by the number of pixels, which is Grad-CAM's": map / 6,
        "the map divided by its largest value": map / 15,
        "the map brought to 0…1 by its smallest and largest value": (map + 4) / 19,
        "the channels times their weights, with the channels still to be added": weighted,
        Self.pooled: [5],
        Self.pooled: [[5]],
        Self.pooled: [[[5]]],
        Self.pooled: [[[[5]]]],
        "the right numbers with the axis of the channels still there, of size 1": [
          [[[7, -1, 8], [-4, 15, 5]]]
        ],
        "the right numbers without the axis of the images": [[7, -1, 8], [-4, 15, 5]],
      ],
      given: ["features": features, "weights": weights, "target": 0])
  }

  @Test func `every picture of a batch has its own map`() throws {
    // Two pictures of 1 × 3 pixels; the target is the last class.
    let batch: Tensor = [
      [[[2, 0, 1]], [[0, 1, 0]], [[4, 0, 2]]], [[[0, 3, 1]], [[1, 0, 5]], [[0, 2, 4]]],
    ]
    let weighted = channels(-3, 2, 0.5) * batch
    try expect(
      classActivationMap(features: batch, weights: weights, target: 2),
      is: [[[-4, 2, -2]], [[2, -8, 9]]],
      mistakes: [
        "the map of the first picture alone": [[[-4, 2, -2]]],
        "the maps added up over the batch": [[[-2, -6, 7]]],
        "the mean of the maps over the batch": [[[-1, -3, 3.5]]],
        "the map for class 0; the target is class 2": (channels(2, -1, 3) * batch)
          .sum(along: 1),
        "the weights of a column; those of a class are a row": (channels(3, -2, 0.5) * batch)
          .sum(along: 1),
        "the weights laid over the columns of the picture; each belongs to a channel":
          (batch
          * Tensor([-3, 2, 0.5])).sum(along: 1),
        "the part above zero alone; here signs stay on": [[[0, 2, 0]], [[2, 0, 9]]],
        "each channel clipped at zero before they are added, or the weights; nothing is clipped here":
          weighted.relu().sum(along: 1),
        "the channels added up without their weights": batch.sum(along: 1),
        "the channels added up with the magnitudes of their weights": weighted.abs()
          .sum(along: 1),
        "the mean over the channels; they are added": weighted.mean(along: 1),
        "the largest of the channels; they are added": weighted.max(along: 1),
      ],
      given: ["features": batch, "weights": weights, "target": 2])
  }

  @Test func `on a network that ends in a mean, the map's mean and the bias are the logit`()
    throws
  {
    try forEachSeed { generator in
      let network = pooledNetwork(height: 2, width: 5, using: &generator)
      let x = Tensor.normal(shape: [3, 2, 2, 5], using: &generator)
      var features = x
      let logits = network(x) { place, activation in
        if place == "relu" { features = activation }
        return activation
      }
      guard case .linear(let last) = network["logits"] else { return }
      for target in 0..<5 {
        let map = try classActivationMap(
          features: features, weights: last.weight, target: target)
        try expect(map.shape, is: [3, 2, 5], given: ["features": features.shape])
        let bias = last.bias?[target] ?? 0
        try expect(
          map.mean(along: 1, 2) + bias, is: logits[.all, target],
          given: ["features": features, "weights": last.weight, "target": target, "bias": bias])
      }
    }
  }

  @Test func `any number of channels and pixels, counted out one by one`() throws {
    // As many channels as classes, and as columns or a single column: what weights meet by mistake.
    for (channels, height, width) in [(1, 1, 1), (2, 5, 1), (3, 4, 3), (7, 1, 7)] {
      try forEachSeed { generator in
        let shape = [2, channels, height, width]
        let features = Tensor.normal(shape: shape, using: &generator)
        let weights = Tensor.normal(shape: [channels, channels], using: &generator)
        let (numbers, shares) = (features.scalars, weights.scalars)
        let (target, pixels) = (channels - 1, height * width)
        let truth = (0..<2 * pixels).map { index in
          let (image, pixel) = (index / pixels, index % pixels)
          return (0..<channels).reduce(Float(0)) { sum, channel in
            sum + shares[target * channels + channel]
              * numbers[(image * channels + channel) * pixels + pixel]
          }
        }
        try expect(
          classActivationMap(features: features, weights: weights, target: target),
          is: Tensor(truth, shape: [2, height, width]),
          given: ["features": features, "weights": weights, "target": target])
      }
    }
  }

  /// A number for each of three channels.
  private func channels(_ first: Float, _ second: Float, _ third: Float) -> Tensor {
    Tensor([first, second, third], shape: [3, 1, 1])
  }
}
