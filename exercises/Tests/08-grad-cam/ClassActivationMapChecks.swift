import Expecting
import GradCAM
import Layers
import Tensors
import Testing

/// The weights of a class, laid over the feature maps.
@Suite(.exercise) struct `classActivationMap(features:weights:target:)` {
  /// Two feature maps of one picture with a single row of three pixels.
  private let features: Tensor = [[[[2, 2, 0]], [[0, 1, 3]]]]

  /// As many classes as channels, so that rows and columns can be mistaken for one another.
  private let weights: Tensor = [[2, -1], [4, 3]]

  @Test func `each channel counts as much as it weighs for the class`() throws {
    try expect(
      classActivationMap(features: features, weights: weights, target: 0), is: [[[4, 3, -3]]],
      mistakes: [
        "the weights of a column, by which all classes hear channel 0; those of a class are a row":
          [[[4, 8, 12]]],
        "the map for class 1; the target is class 0": [[[8, 11, 9]]],
        "the part above zero alone; here signs stay on": [[[4, 3, 0]]],
        "each channel clipped at zero before they are added; nothing is clipped here": [
          [[4, 4, 0]]
        ],
        "the channels added up without their weights": [[[2, 3, 3]]],
        "the channels added up with the magnitudes of their weights": [[[4, 5, 3]]],
        "the magnitude of the map; here signs stay on": [[[4, 3, 3]]],
        "the mean over the channels; they are added": [[[2, 1.5, -1.5]]],
        "the map divided by the number of pixels, which is Grad-CAM's": [[[1.3333333, 1, -1]]],
        "the map divided by its largest value": [[[1, 0.75, -0.75]]],
        "the map brought to 0…1 by its smallest and largest value": [[[1, 0.8571429, 0]]],
        "the channels times their weights, with the channels still to be added": [
          [[[4, 4, 0]], [[0, -1, -3]]]
        ],
        "the logit without its bias, one number; keep one for each pixel": [1.3333333],
        "the right numbers with the axis of the channels still there, of size 1": [
          [[[4, 3, -3]]]
        ],
        "the right numbers without the axis of the images": [[4, 3, -3]],
      ],
      given: ["features": features, "weights": weights, "target": 0])
  }

  @Test func `on a network that ends in a mean, the map's mean and the bias are the logit`()
    throws
  {
    try forEachSeed { generator in
      let network = pooledNetwork(height: 2, width: 4, using: &generator)
      let x = Tensor.normal(shape: [3, 2, 2, 4], using: &generator)
      var features = x
      let logits = network(x) { place, activation in
        if place == "relu" { features = activation }
        return activation
      }
      guard case .linear(let last) = network["logits"] else { return }
      for target in 0..<3 {
        let map = try classActivationMap(
          features: features, weights: last.weight, target: target)
        try expect(map.shape, is: [3, 2, 4], given: ["features": features.shape])
        let bias = last.bias?[target] ?? 0
        try expect(
          map.mean(along: 1, 2) + bias, is: logits[.all, target],
          given: ["features": features, "weights": last.weight, "target": target, "bias": bias])
      }
    }
  }

  @Test func `two channels and four pixels, counted out one by one`() throws {
    try forEachSeed { generator in
      let features = Tensor.normal(shape: [1, 2, 2, 2], using: &generator)
      let weights = Tensor.normal(shape: [2, 2], using: &generator)
      let (numbers, shares) = (features.scalars, weights.scalars)
      let truth = (0..<4).map { pixel in
        shares[2] * numbers[pixel] + shares[3] * numbers[4 + pixel]
      }
      try expect(
        classActivationMap(features: features, weights: weights, target: 1),
        is: Tensor(truth, shape: [1, 2, 2]),
        given: ["features": features, "weights": weights, "target": 1])
    }
  }

  @Test func `every picture of a batch has its own map`() throws {
    let batch: Tensor = [[[[2, 2, 0]], [[0, 1, 3]]], [[[0, 0, 1]], [[5, 0, 0]]]]
    try expect(
      classActivationMap(features: batch, weights: weights, target: 1),
      is: [[[8, 11, 9]], [[15, 0, 4]]],
      mistakes: [
        "the map of the first picture alone": [[[8, 11, 9]]],
        "the maps added up over the batch": [[[23, 11, 13]]],
        "the mean of the maps over the batch": [[[11.5, 5.5, 6.5]]],
        "the map for class 0; the target is class 1": [[[4, 3, -3]], [[-5, 0, 2]]],
      ],
      given: ["features": batch, "weights": weights, "target": 1])
  }
}
