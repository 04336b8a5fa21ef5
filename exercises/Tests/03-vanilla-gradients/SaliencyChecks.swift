import Checking
import Expecting
import Foundation
import Tensors
import Testing
import VanillaGradients

/// The channels of each pixel become one number, in three ways.
@Suite(.exercise) struct `saliency(from:by:)` {
  private static let deviation =
    "the standard deviation of the channels: their mean was taken off; take the length as it is"

  /// Three pixels beside each other, with what their three channels do to the score.
  ///
  /// The middle one moves it down with every channel and the last one up; in the first one channels
  /// cancel.
  private let pixels: Tensor = [[[[1, -0.5, 4]], [[-7, -2, 1]], [[4, -0.5, 1]]]]

  @Test func `the largest: the channel that moves the score most speaks for the pixel`() throws {
    try expect(
      saliency(from: pixels, by: .largest), is: [[[7, 2, 4]]],
      mistakes: [
        "the largest value with its sign kept: -7 counted as less than 4": [[[4, -0.5, 4]]],
        "the magnitude of the largest value: take magnitudes first": [[[4, 0.5, 4]]],
        "the sum of the magnitudes, which is another reduction": [[[12, 3, 6]]],
        "the length of the three numbers, which is another reduction": [
          [[8.1240384, 2.1213203, 4.2426407]]
        ],
        "the magnitude of the sum of the channels, in which up and down cancel": [[[2, 3, 6]]],
        "the sum of the channels, in which up and down cancel": [[[-2, -3, 6]]],
        "the map divided by its largest value": [[[1, 0.2857143, 0.5714286]]],
        "the map scaled from its smallest to its largest value, min–max": [[[1, 0, 0.4]]],
        "the positive part of the gradient: what lowers the score counts as well": [[[4, 0, 4]]],
        "the first channel alone": [[[1, 0.5, 4]]],
        "the square of the largest magnitude": [[[49, 4, 16]]],
        "the smallest of the magnitudes, not the largest": [[[1, 0.5, 1]]],
        "the largest of minus the gradient; what raises the score counts as well": [[[7, 2, -1]]],
        "the channel that is strongest in the whole image, for every pixel; each pixel has its own":
          [[[7, 2, 1]]],
        "the right numbers with rows and columns exchanged": [[[7], [2], [4]]],
        "the right numbers with the axis of the channels still there, of size 1": [[[[7, 2, 4]]]],
        "the right numbers without the axis of the examples": [[7, 2, 4]],
        "the largest along axis 0, over the examples; channels are axis 1": [
          [[1, 0.5, 4]], [[7, 2, 1]], [[4, 0.5, 1]],
        ],
        "the largest along the last axis; channels are axis 1": [[[4], [7], [4]]],
        "the magnitudes of all channels, with the channels still to be put together": pixels.abs(),
      ],
      given: ["gradient": pixels])
  }

  @Test func `the sum: every channel counts with its magnitude`() throws {
    try expect(
      saliency(from: pixels, by: .sum), is: [[[12, 3, 6]]],
      mistakes: [
        "the magnitude of the sum of the channels, in which up and down cancel; take magnitudes "
          + "first": [[[2, 3, 6]]],
        "the sum of the channels, in which up and down cancel; take magnitudes first": [
          [[-2, -3, 6]]
        ],
        "the mean of the magnitudes, not their sum": [[[4, 1, 2]]],
        "the largest magnitude, which is another reduction": [[[7, 2, 4]]],
        "the sum of the squares": [[[66, 4.5, 18]]],
        "the length of the three numbers, which is another reduction": [
          [[8.1240384, 2.1213203, 4.2426407]]
        ],
        "the sum divided by its largest value": [[[1, 0.25, 0.5]]],
        "the sum scaled from its smallest to its largest value, min–max": [[[1, 0, 0.3333333]]],
        "the right numbers with the axis of the channels still there, of size 1": [[[[12, 3, 6]]]],
        "the right numbers without the axis of the examples": [[12, 3, 6]],
        "the positive part of the gradient, added up": [[[5, 0, 6]]],
        "the right numbers with rows and columns exchanged": [[[12], [3], [6]]],
      ],
      given: ["gradient": pixels])
  }

  @Test func `euclidean: the length of a pixel's channels`() throws {
    try expect(
      saliency(from: pixels, by: .euclidean), is: [[[8.1240384, 2.1213203, 4.2426407]]],
      mistakes: [
        "the sum of the squares, with its root still to be taken": [[[66, 4.5, 18]]],
        "the length divided by its largest value": [[[1, 0.2611165, 0.5222330]]],
        "the root of the mean of the squares, not of their sum": [
          [[4.6904158, 1.2247449, 2.4494897]]
        ],
        Self.deviation: [[[4.6427960, 0.7071068, 1.4142136]]],
        Self.deviation: [[[5.6862407, 0.8660254, 1.7320508]]],
        "the magnitude of the sum of the channels, in which up and down cancel": [[[2, 3, 6]]],
        "the sum of the magnitudes, which is another reduction": [[[12, 3, 6]]],
        "the largest magnitude, which is another reduction": [[[7, 2, 4]]],
        "the right numbers with the axis of the channels still there, of size 1": [
          [[[8.1240384, 2.1213203, 4.2426407]]]
        ],
        "the right numbers without the axis of the examples": [[8.1240384, 2.1213203, 4.2426407]],
      ],
      given: ["gradient": pixels])
  }

  @Test(arguments: Reduction.allCases)
  func `two images of two channels, counted out one by one`(_ reduction: Reduction) throws {
    try forEachSeed { generator in
      let gradient = Tensor.uniform(in: -4..<4, shape: [2, 2, 1, 3], using: &generator)
      let numbers = gradient.scalars
      var truth: [Float] = []
      for image in 0..<2 {
        for pixel in 0..<3 {
          let (a, b) = (numbers[6 * image + pixel], numbers[6 * image + 3 + pixel])
          switch reduction {
          case .largest: truth.append(max(abs(a), abs(b)))
          case .sum: truth.append(abs(a) + abs(b))
          case .euclidean: truth.append((a * a + b * b).squareRoot())
          }
        }
      }
      try expect(
        saliency(from: gradient, by: reduction), is: Tensor(truth, shape: [2, 1, 3]),
        given: ["reduction": reduction, "gradient": gradient])
    }
  }

  @Test(arguments: Reduction.allCases)
  func `no change that is allowed moves the score more, and one moves it as much`(
    _ reduction: Reduction
  ) throws {
    // Every way to change one channel by 1, or all of them by 1 each, up or down; and changes of
    // length 1 all around the circle.
    let steps: [[Float]] =
      switch reduction {
      case .largest: [[1, 0], [-1, 0], [0, 1], [0, -1]]
      case .sum: [[1, 1], [1, -1], [-1, 1], [-1, -1]]
      case .euclidean:
        (0..<2000).map { index in
          let angle = Float(index) / 2000 * 2 * .pi
          return [cos(angle), sin(angle)]
        }
      }
    try forEachSeed { generator in
      let gradient = Tensor.uniform(in: -4..<4, shape: [1, 2, 2, 2], using: &generator)
      let (a, b) = (gradient[0, 0].scalars, gradient[0, 1].scalars)
      let most = a.indices.map { pixel in
        steps.map { $0[0] * a[pixel] + $0[1] * b[pixel] }.max() ?? 0
      }
      try expect(
        saliency(from: gradient, by: reduction), is: Tensor(most, shape: [1, 2, 2]), within: 1e-4,
        given: ["reduction": reduction, "gradient": gradient])
    }
  }

  @Test(arguments: Reduction.allCases)
  func `tiny numbers count, and so does each of five channels`(_ reduction: Reduction) throws {
    // The last channel is the strongest, and the network is so sure that its slopes are tiny.
    let channels: Tensor = [3, -4, 2, 1, -6]
    let gradient = (1e-6 * channels).reshaped(to: [1, 5, 1, 1]).broadcast(to: [1, 5, 2, 3])
    let most: Float =
      switch reduction {
      case .largest: 6
      case .sum: 16
      case .euclidean: 8.1240384
      }
    let ofThree: Float =
      switch reduction {
      case .largest: 4
      case .sum: 9
      case .euclidean: 5.3851648
      }
    let (squares, root): (Float, String) =
      switch reduction {
      case .largest: (36, "the square of the largest magnitude")
      case .sum: (66, "the sum of the squares")
      case .euclidean: (66, "the sum of the squares, with its root still to be taken")
      }
    let (divided, mean): (Float, String) =
      switch reduction {
      case .largest: (3.2, "the mean of the magnitudes, not the largest of them")
      case .sum: (3.2, "the mean of the magnitudes, not their sum")
      case .euclidean: (1.6248077, "the length divided by the number of channels")
      }
    let (cancelling, name): (Float, String) =
      switch reduction {
      case .largest: (3, "the largest number above zero: what lowers the score counts as well")
      case .sum: (4, "the magnitude of the sum of the channels, in which up and down cancel")
      case .euclidean: (3.6331804, "the root of the mean of the squares, not of their sum")
      }
    try expect(
      saliency(from: gradient, by: reduction),
      is: Tensor(repeating: 1e-6 * most, shape: [1, 2, 3]),
      within: Tolerance(absolute: 1e-13, relative: 1e-4),
      mistakes: [
        "zeros: tiny numbers are taken for none": .zeros([1, 2, 3]),
        root: Tensor(repeating: 1e-12 * squares, shape: [1, 2, 3]),
        "three channels alone; there may be any number": Tensor(
          repeating: 1e-6 * ofThree, shape: [1, 2, 3]),
        name: Tensor(repeating: 1e-6 * cancelling, shape: [1, 2, 3]),
        mean: Tensor(repeating: 1e-6 * divided, shape: [1, 2, 3]),
        "the map divided by its largest value": .ones([1, 2, 3]),
      ],
      given: ["reduction": reduction, "gradient of every pixel": 1e-6 * channels])
  }

  @Test func `euclidean: nothing is added under the root, however small`() throws {
    let gradient = (1e-6 * ([3, -4, 2, 0, -5] as Tensor)).reshaped(to: [1, 5, 1, 1])
    func root(adding small: Float) -> Tensor {
      Tensor((54e-12 + small).squareRoot()).reshaped(to: [1, 1, 1])
    }
    let added = "a small number added under the root, which outweighs a faint gradient"
    try expect(
      saliency(from: gradient, by: .euclidean), is: root(adding: 0),
      within: Tolerance(absolute: 1e-10, relative: 1e-4),
      mistakes: [
        added: root(adding: 1e-12), added: root(adding: 1e-10), added: root(adding: 1e-8),
        added: root(adding: 1e-7), added: root(adding: 1e-6),
        "zeros: tiny numbers are taken for none": [[[0]]],
        "the root of the mean of the squares, not of their sum": [[[3.2863353e-6]]],
      ],
      given: ["gradient of the pixel": gradient.reshaped(to: [5])])
  }

  @Test(arguments: Reduction.allCases)
  func `images do not share a scale, and a cold one stays cold`(_ reduction: Reduction) throws {
    // Pixels with one channel at work, for which the three reductions agree.
    let gradient: Tensor = [
      [[[0, -3]], [[2, 0]]], [[[0, 0]], [[0, 0]]], [[[0, 300]], [[-200, 0]]],
    ]
    try expect(
      saliency(from: gradient, by: reduction), is: [[[2, 3]], [[0, 0]], [[200, 300]]],
      mistakes: [
        "maps divided by the largest value of all images": [
          [[0.006666667, 0.01]], [[0, 0]], [[0.6666667, 1]],
        ],
        "maps cut off at 1": [[[1, 1]], [[0, 0]], [[1, 1]]],
      ],
      given: ["reduction": reduction, "gradient": gradient])
  }

  @Test(arguments: Reduction.allCases)
  func `of a single channel it is the magnitude, and its sign does not matter`(
    _ reduction: Reduction
  ) throws {
    try forEachSeed { generator in
      let gradient = Tensor.normal(shape: [1, 1, 3, 2], using: &generator)
      let truth = gradient.abs().removingAxis(at: 1)
      try expect(
        saliency(from: gradient, by: reduction), is: truth,
        given: ["reduction": reduction, "gradient": gradient])
      try expect(
        saliency(from: -gradient, by: reduction), is: truth,
        given: ["reduction": reduction, "gradient": -gradient])
    }
  }

  @Test func `the largest is at most the length, and that at most the sum`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.normal(shape: [2, 3, 2, 4], using: &generator)
      let largest = try saliency(from: gradient, by: .largest)
      let length = try saliency(from: gradient, by: .euclidean)
      let sum = try saliency(from: gradient, by: .sum)
      let slack: Tensor = 1.0001
      for map in [largest, length, sum] { try expect(map.shape, is: [2, 2, 4]) }
      try expect(
        (largest .<= slack * length) == .ones([2, 2, 4]),
        "the largest magnitude is at most the length of a pixel's channels",
        given: ["largest": largest, "euclidean": length])
      try expect(
        (length .<= slack * sum) == .ones([2, 2, 4]),
        "the length of a pixel's channels is at most the sum of their magnitudes",
        given: ["euclidean": length, "sum": sum])
      try expect(
        (sum .<= slack * 3 * largest) == .ones([2, 2, 4]),
        "the sum of three magnitudes is at most three times the largest",
        given: ["sum": sum, "largest": largest])
    }
  }
}
