import Expecting
import Explanations
import GradCAM
import Tensors
import Testing

/// The mean gradient of each channel, laid over what the channels gave.
@Suite(.exercise) struct `gradCAM(_:)` {
  /// Two channels of one row of three pixels; their mean gradients are 2 and −1.
  private let activation: Tensor = [[[[2, 2, 0]], [[0, 1, 3]]]]
  private let gradient: Tensor = [[[[6, 0, 0]], [[-4, 0, 1]]]]

  @Test func `each channel counts as much as its gradient is on average`() throws {
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)), is: [[[4, 3, -3]]],
      mistakes: [
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          [[[12, 9, -9]]],
        "weights from the magnitudes of the gradients; a channel may speak against a class": [
          [[4, 5.6666667, 5]]
        ],
        "the magnitudes of the weights; a channel may speak against a class": [[[4, 5, 3]]],
        "weights from the gradients above zero alone; a channel may speak against a class": [
          [[4, 4.3333333, 1]]
        ],
        "the weights above zero alone; a channel may speak against a class": [[[4, 4, 0]]],
        "the part above zero alone; here signs stay on, and heatmap(from:) drops them": [
          [[4, 3, 0]]
        ],
        "activation times gradient, pixel by pixel; the gradient is averaged over space first": [
          [[12, 0, 3]]
        ],
        "the gradients weighted by the mean activation; it is the other way round": [
          [[2.6666667, 0, 1.3333333]]
        ],
        "the largest gradient of each channel for its weight; the mean is asked for": [
          [[12, 13, 3]]
        ],
        "the mean of the gradients over the channels, at each pixel; the mean is over space": [
          [[2, 0, 1.5]]
        ],
        "one weight for all channels, the mean gradient over everything": [[[1, 1.5, 1.5]]],
        "the channels added up without weights": [[[2, 3, 3]]],
        "the mean over the channels; they are added": [[[2, 1.5, -1.5]]],
        "a map that begins with ones instead of zeros": [[[5, 4, -2]]],
        "the map divided by its largest value": [[[1, 0.75, -0.75]]],
        "the map brought to 0…1 by its smallest and largest value": [[[1, 0.8571429, 0]]],
        "the magnitude of the map; here signs stay on": [[[4, 3, 3]]],
        "minus the map": [[[-4, -3, 3]]],
        "the channels times their weights, with the channels still to be added": [
          [[[4, 4, 0]], [[0, -1, -3]]]
        ],
        "the right numbers with the axis of the channels still there, of size 1": [
          [[[4, 3, -3]]]
        ],
        "the right numbers without the axis of the images": [[4, 3, -3]],
      ],
      given: ["activation": activation, "gradient": gradient, "mean gradients": "[2, -1]"])
  }

  @Test func `each channel clipped before they are added shows what is not there`() throws {
    let activation: Tensor = [[[[1, 4]], [[3, 1]]]]
    let gradient: Tensor = [[[[1, 1]], [[-1, -1]]]]
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)), is: [[[-2, 3]]],
      mistakes: [
        "each channel clipped at zero before they are added; here nothing is clipped": [[[1, 4]]],
        "the part above zero alone; here signs stay on, and heatmap(from:) drops them": [[[0, 3]]],
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          [[[-4, 6]]],
      ],
      given: ["activation": activation, "gradient": gradient])
  }

  @Test func `at a convolution of four windows it is what the paper's formula gives by hand`()
    throws
  {
    // Windows of 3 × 3 ones on the numbers from 0 to 15, less 50 and less 75; a ReLU; then the first
    // five of the eight numbers count, and the last three count against.
    let activation: Tensor = [[[[-5, 4], [31, 40]], [[-30, -21], [6, 15]]]]
    let gradient: Tensor = [[[[0, 1], [1, 1]], [[0, 0], [-1, -1]]]]
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)),
      is: [[[11.25, 13.5], [20.25, 22.5]]],
      mistakes: [
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          [[[45, 54], [81, 90]]],
        "a map that begins with ones instead of zeros": [[[12.25, 14.5], [21.25, 23.5]]],
        "activation times gradient, pixel by pixel; the gradient is averaged over space first": [
          [[0, 4], [25, 25]]
        ],
      ],
      given: ["activation": activation, "gradient": gradient])
  }

  @Test func `behind a mean and a linear layer it is CAM, divided by the number of pixels`()
    throws
  {
    // The gradient of the logit is w / (H · W) at every pixel: what a linear layer does with a mean.
    try forEachSeed { generator in
      let weights = Tensor.normal(shape: [4, 1, 1], using: &generator)
      let activation = Tensor.uniform(in: 0..<2, shape: [2, 4, 3, 5], using: &generator)
      let gradient = (weights / 15).broadcast(to: [2, 4, 3, 5])
      try expect(
        gradCAM(Capture(activation: activation, gradient: gradient)),
        is: (weights * activation).sum(along: 1) / 15,
        given: ["weights": weights.reshaped(to: [4]), "pixels": "3 × 5"])
    }
  }

  @Test func `every picture of a batch has its own weights`() throws {
    let activation: Tensor = [[[[1, 2]]], [[[1, 2]]], [[[3, 0]]]]
    let gradient: Tensor = [[[[2, 0]]], [[[-6, 0]]], [[[1, 1]]]]
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)),
      is: [[[1, 2]], [[-3, -6]], [[3, 0]]],
      mistakes: [
        "weights averaged over the batch too; every picture has its own": [
          [[-0.3333333, -0.6666667]], [[-0.3333333, -0.6666667]], [[-1, 0]],
        ],
        "the map of the first picture alone": [[[1, 2]]],
        "the weights of the first picture for all of them": [[[1, 2]], [[1, 2]], [[3, 0]]],
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          [[[2, 4]], [[-6, -12]], [[6, 0]]],
      ],
      given: ["activation": activation, "gradient": gradient])
  }

  @Test func `two channels and four pixels, counted out one by one`() throws {
    try forEachSeed { generator in
      let activation = Tensor.normal(shape: [1, 2, 2, 2], using: &generator)
      let gradient = Tensor.normal(shape: [1, 2, 2, 2], using: &generator)
      let (values, slopes) = (activation.scalars, gradient.scalars)
      var truth: [Float] = [0, 0, 0, 0]
      for channel in 0..<2 {
        let weight = slopes[4 * channel..<4 * channel + 4].reduce(0, +) / 4
        for pixel in 0..<4 { truth[pixel] += weight * values[4 * channel + pixel] }
      }
      try expect(
        gradCAM(Capture(activation: activation, gradient: gradient)),
        is: Tensor(truth, shape: [1, 2, 2]),
        given: ["activation": activation, "gradient": gradient])
    }
  }

  @Test func `where in a channel the gradient sits does not matter, and twice is twice`() throws {
    try forEachSeed { generator in
      let activation = Tensor.normal(shape: [1, 3, 2, 3], using: &generator)
      let gradient = Tensor.normal(shape: [1, 3, 2, 3], using: &generator)
      let turned = gradient.reversed(along: 2, 3)
      let map = try gradCAM(Capture(activation: activation, gradient: gradient))
      try expect(map.shape, is: [1, 2, 3])
      try expect(
        gradCAM(Capture(activation: activation, gradient: -2 * turned)), is: -2 * map,
        given: ["activation": activation, "gradient": -2 * turned])
    }
  }
}
