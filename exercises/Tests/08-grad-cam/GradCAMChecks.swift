import Checking
import Expecting
import Explanations
import GradCAM
import Tensors
import Testing

/// The mean gradient of each channel, laid over the channels' maps.
@Suite(.exercise) struct `gradCAM(_:)` {
  @Test func `each channel counts as much as its gradient is on average`() throws {
    // Three channels of 2 × 4 pixels; their mean gradients are 2, −1 and ½.
    let activation: Tensor = [
      [
        [[2, 2, 0, 1], [0, 3, 1, -1]], [[-1, 1, 3, 0], [2, 0, 0, 4]],
        [[1, 0, -2, 2], [0, 0, 6, 0]],
      ]
    ]
    let gradient: Tensor = [
      [
        [[6, 0, 0, 2], [5, 0, 3, 0]], [[-4, 0, 1, 0], [0, -6, 0, 1]],
        [[0, 3, 0, -1], [2, 0, 0, 0]],
      ]
    ]
    let map: Tensor = [[[5.5, 3, -4, 3], [-2, 6, 5, -6]]]
    let means = Tensor([2, -1, 0.5], shape: [1, 3, 1, 1])
    /// The channels with these weights, added up.
    func weighted(_ weights: Tensor) -> Tensor { (weights * activation).sum(along: 1) }
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)), is: map,
      mistakes: [
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          8 * map,
        "weights from the magnitudes of the gradients; a channel may speak against a class":
          weighted(gradient.abs().mean(along: 2, 3, keepingAxes: true)),
        "the magnitudes of the weights; a channel may speak against a class": weighted(means.abs()),
        "weights from the gradients above zero alone; a channel may speak against a class":
          weighted(gradient.relu().mean(along: 2, 3, keepingAxes: true)),
        "the weights above zero alone; a channel may speak against a class": weighted(means.relu()),
        "the part above zero alone; here signs stay on, and heatmap(from:) drops them": map.relu(),
        "each channel clipped at zero before they are added; here nothing is clipped":
          (means * activation).relu().sum(along: 1),
        "activation times gradient, pixel by pixel; the gradient is averaged over space first":
          weighted(gradient),
        "the mean over each column alone; a channel has one weight, the mean over rows and columns":
          weighted(gradient.mean(along: 2, keepingAxes: true)),
        "the mean over each row alone; a channel has one weight, the mean over rows and columns":
          weighted(gradient.mean(along: 3, keepingAxes: true)),
        "the gradients weighted by the mean activation; it is the other way round":
          (activation.mean(along: 2, 3, keepingAxes: true) * gradient).sum(along: 1),
        "the largest gradient of each channel for its weight; the mean is asked for": weighted(
          Tensor([6, 1, 3], shape: [1, 3, 1, 1])),
        "the mean of the gradients over the channels, at each pixel; the mean is over space":
          weighted(gradient.mean(along: 1, keepingAxes: true)),
        "one weight for all channels, the mean gradient over everything": weighted(0.5),
        "the channels added up without weights": activation.sum(along: 1),
        "the mean over the channels; they are added": map / 3,
        "a map that begins with ones instead of zeros": map + 1,
        "the gradient divided by its own strength (root mean square), as old programs do; leave it "
          + "as it is": map / ((gradient * gradient).mean().sqrt() + 1e-5),
        "the map divided by its largest value": map / 6,
        "the map brought to 0…1 by its smallest and largest value": (map + 6) / 12,
        "the magnitude of the map; here signs stay on": map.abs(),
        "minus the map": -map,
        "the channels times their weights, with the channels still to be added": means * activation,
        "the right numbers with the axis of the channels still there, of size 1":
          map.insertingAxis(at: 1),
        "the right numbers without the axis of the images": map[0],
      ],
      given: ["activation": activation, "gradient": gradient, "mean gradients": "[2, -1, 0.5]"])
  }

  @Test func `every picture of a batch has its own weights`() throws {
    // Two channels of 1 × 2 pixels. The mean gradients are (1, 2), (−3, 1) and (1, −1).
    let activation: Tensor = [
      [[[1, 2]], [[0, 1]]], [[[1, 2]], [[0, 1]]], [[[3, 0]], [[1, 1]]],
    ]
    let gradient: Tensor = [
      [[[2, 0]], [[4, 0]]], [[[-6, 0]], [[0, 2]]], [[[1, 1]], [[0, -2]]],
    ]
    func weighted(_ weights: Tensor) -> Tensor { (weights * activation).sum(along: 1) }
    try expect(
      gradCAM(Capture(activation: activation, gradient: gradient)),
      is: [[[1, 4]], [[-3, -5]], [[2, -1]]],
      mistakes: [
        "weights averaged over the batch too; every picture has its own": weighted(
          gradient.mean(along: 0, 2, 3, keepingAxes: true)),
        "the map of the first picture alone": [[[1, 4]]],
        "the weights of the first picture for all of them": weighted(
          Tensor([1, 2], shape: [2, 1, 1])),
        "the sum of the gradients for the weights; the mean is asked for, whatever the map's size":
          [[[2, 8]], [[-6, -10]], [[4, -2]]],
        "activation times gradient, pixel by pixel; the gradient is averaged over space first":
          weighted(gradient),
        "each channel clipped at zero before they are added; here nothing is clipped": [
          [[1, 4]], [[0, 1]], [[3, 0]],
        ],
        "the part above zero alone; here signs stay on, and heatmap(from:) drops them": [
          [[1, 4]], [[0, 0]], [[2, 0]],
        ],
        "a map that begins with ones instead of zeros": [[[2, 5]], [[-2, -4]], [[3, 0]]],
        "the channels added up without weights": activation.sum(along: 1),
        "the mean over the channels; they are added": [[[0.5, 2]], [[-1.5, -2.5]], [[1, -0.5]]],
        "the activation divided by its largest value; it counts as it is": [
          [[0.33333334, 1.3333334]], [[-1, -1.6666666]], [[0.6666667, -0.33333334]],
        ],
        // By the largest of all, or each by its own.
        "the map divided by its largest value": [
          [[0.25, 1]], [[-0.75, -1.25]], [[0.5, -0.25]],
        ],
        "the map divided by its largest value": [[[0.25, 1]], [[1, 1.6666666]], [[1, -0.5]]],
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

  @Test func `any number of channels and pixels, counted out one by one`() throws {
    for (channels, height, width) in [(1, 1, 1), (2, 2, 2), (5, 3, 1), (3, 1, 4)] {
      try forEachSeed { generator in
        let shape = [2, channels, height, width]
        let activation = Tensor.normal(shape: shape, using: &generator)
        let gradient = Tensor.normal(shape: shape, using: &generator)
        let (values, slopes) = (activation.scalars, gradient.scalars)
        let pixels = height * width
        var truth = [Float](repeating: 0, count: 2 * pixels)
        for image in 0..<2 {
          for channel in 0..<channels {
            let first = (image * channels + channel) * pixels
            let weight = slopes[first..<first + pixels].reduce(0, +) / Float(pixels)
            for pixel in 0..<pixels {
              truth[image * pixels + pixel] += weight * values[first + pixel]
            }
          }
        }
        try expect(
          gradCAM(Capture(activation: activation, gradient: gradient)),
          is: Tensor(truth, shape: [2, height, width]),
          given: ["activation": activation, "gradient": gradient])
      }
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

  @Test func `a faint gradient has a faint map, and none has a map of zeros`() throws {
    try forEachSeed { generator in
      let activation = Tensor.uniform(in: 0.5..<2, shape: [1, 2, 2, 3], using: &generator)
      let gradient = Tensor.uniform(in: 0.5..<2, shape: [1, 2, 2, 3], using: &generator)
      let map = try gradCAM(Capture(activation: activation, gradient: gradient))
      try expect(map.shape, is: [1, 2, 3])
      try expect(
        gradCAM(Capture(activation: activation, gradient: 1e-20 * gradient)), is: 1e-20 * map,
        within: Tolerance(absolute: 0, relative: 1e-5),
        given: ["activation": activation, "gradient": 1e-20 * gradient])
      try expect(
        gradCAM(Capture(activation: activation, gradient: .zeros([1, 2, 2, 3]))),
        is: .zeros([1, 2, 3]),
        given: ["activation": activation, "gradient": "zero everywhere"])
    }
  }
}
