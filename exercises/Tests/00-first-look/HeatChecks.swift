import Checking
import Expecting
import FirstLook
import Tensors
import Testing

/// The first function of the course: three numbers a pixel become one.
@Suite(.exercise) struct `heat(from:)` {
  /// Three pixels beside each other, with what red, green and blue do to the score.
  ///
  /// The middle one moves it down with every colour, so that a sign that is dropped too late, or
  /// never, gives itself away.
  private let pixels: Tensor = [[[1, -0.5, 4]], [[-7, -2, -1]], [[4, -0.5, 1]]]

  @Test func `a pixel is as hot as the largest magnitude of its channels`() throws {
    try expect(
      heat(from: pixels), is: [[7, 2, 4]],
      mistakes: [
        "the largest value with its sign kept: -7 counted as less than 4": [[4, -0.5, 4]],
        "the magnitude of the largest value: take magnitudes first": [[4, 0.5, 4]],
        "the magnitude of the smallest value: take magnitudes first": [[7, 2, 1]],
        "the largest magnitude with its sign still on": [[-7, -2, 4]],
        "the smallest of the magnitudes, not the largest": [[1, 0.5, 1]],
        "the sum of the magnitudes, not the largest of them": [[12, 3, 6]],
        "the mean of the magnitudes, not the largest of them": [[4, 1, 2]],
        "the sum of the channels, in which up and down cancel": [[-2, -3, 4]],
        "the magnitude of the sum, in which up and down cancel": [[2, 3, 4]],
        "the length of the three numbers as a vector": [[8.1240384, 2.1213203, 4.2426407]],
        "the square of the largest magnitude": [[49, 4, 16]],
        "the first channel alone, which is red": [[1, 0.5, 4]],
        "the heat divided by its largest value": [[1, 0.2857143, 0.5714286]],
        "the heat scaled from its smallest to its largest value, min–max": [[1, 0, 0.4]],
        "the largest positive part alone; what lowers the score counts as well": [[4, 0, 4]],
        "the right numbers with the axis of the channels still there, of size 1": [[[7, 2, 4]]],
        "the right numbers with rows and columns exchanged": [[7], [2], [4]],
        "the largest along axis 2, over the columns of each channel; channels are axis 0": [
          [4], [7], [4],
        ],
        "one number for the whole image; it should be one for each pixel": 7,
        "the magnitudes of all channels, with the largest still to be taken": [
          [[1, 0.5, 4]], [[7, 2, 1]], [[4, 0.5, 1]],
        ],
      ],
      given: ["gradient": pixels])
  }

  @Test func `the heat has a row for each row of the image, and a column for each column`()
    throws
  {
    let gradient: Tensor = [
      [[1, -2, 3], [0, 5, -6]],
      [[-4, 1, 2], [8, 1, 0]],
      [[2, 2, -9], [-3, 4, 1]],
    ]
    try expect(
      heat(from: gradient), is: [[4, 2, 9], [8, 5, 6]],
      mistakes: [
        "the right numbers with the axis of the channels still there, of size 1": [
          [[4, 2, 9], [8, 5, 6]]
        ],
        "the right numbers with rows and columns exchanged": [[4, 8], [2, 5], [9, 6]],
        "the largest along axis 1, over the rows of each channel; channels are axis 0": [
          [1, 5, 6], [8, 1, 2], [3, 4, 9],
        ],
        "the largest along axis 2, over the columns of each channel; channels are axis 0": [
          [3, 6], [4, 8], [9, 4],
        ],
        "the magnitudes of all channels, with the largest still to be taken": [
          [[1, 2, 3], [0, 5, 6]], [[4, 1, 2], [8, 1, 0]], [[2, 2, 9], [3, 4, 1]],
        ],
        "one number for the whole image; it should be one for each pixel": 9,
        "the magnitude of the smallest value: take magnitudes first": [[4, 2, 9], [3, 1, 6]],
        "the largest of minus the gradient; what raises the score counts as well": [
          [4, 2, 9], [3, -1, 6],
        ],
      ],
      given: ["gradient": gradient])
  }

  @Test func `three channels and four pixels, counted out one by one`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.uniform(in: -4..<4, shape: [3, 2, 2], using: &generator)
      let numbers = gradient.scalars
      var largest: [Float] = [0, 0, 0, 0]
      for pixel in 0..<4 {
        for channel in 0..<3 {
          let magnitude = abs(numbers[4 * channel + pixel])
          if magnitude > largest[pixel] { largest[pixel] = magnitude }
        }
      }
      try expect(
        heat(from: gradient), is: Tensor(largest, shape: [2, 2]), given: ["gradient": gradient])
    }
  }

  @Test func `no channel is stronger than its pixel is hot`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.normal(shape: [3, 3, 5], using: &generator)
      let heat = try heat(from: gradient)
      try expect(heat.shape, is: [3, 5])
      for channel in 0..<3 {
        let holds = (gradient[channel] .<= heat) * (-gradient[channel] .<= heat)
        try expect(
          holds, is: .ones([3, 5]), given: ["gradient of channel \(channel)": gradient[channel]])
      }
    }
  }

  @Test func `a score that falls is as hot as one that rises`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.normal(shape: [3, 4, 2], using: &generator)
      try expect(
        heat(from: -gradient), is: heat(from: gradient), given: ["gradient": -gradient])
    }
  }

  @Test func `the order of the colours does not matter`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.normal(shape: [3, 2, 3], using: &generator)
      let other = gradient.selecting([2, 0, 1], along: 0)
      try expect(heat(from: other), is: heat(from: gradient), given: ["gradient": other])
    }
  }

  @Test func `a gradient a thousand times as large is a thousand times as hot`() throws {
    try expect(
      heat(from: 1000 * pixels), is: [[7000, 2000, 4000]],
      mistakes: [
        "the heat divided by its largest value, so that nobody can tell large from small": [
          [1, 0.2857143, 0.5714286]
        ],
        "the heat cut off at 1": [[1, 1, 1]],
      ],
      given: ["gradient": 1000 * pixels])
  }

  @Test func `tiny numbers count`() throws {
    try expect(
      heat(from: 1e-6 * pixels), is: 1e-6 * [[7, 2, 4]],
      within: Tolerance(absolute: 1e-11, relative: 1e-4),
      mistakes: [
        "zeros: tiny numbers are taken for none": [[0, 0, 0]],
        "the heat divided by its largest value": [[1, 0.2857143, 0.5714286]],
      ],
      given: ["gradient": 1e-6 * pixels])
  }

  @Test func `a pixel on which the score does not depend is cold, and ties are harmless`() throws {
    let gradient: Tensor = [[[0, 5], [-2, 0]], [[0, -5], [2, 0]], [[0, 5], [-2, 0]]]
    try expect(
      heat(from: gradient), is: [[0, 5], [2, 0]],
      mistakes: [
        "the sum of magnitudes, in which equal channels count again": [[0, 15], [6, 0]]
      ],
      given: ["gradient": gradient])
    try expect(heat(from: .zeros([3, 2, 1])), is: [[0], [0]], given: ["gradient": "all zeros"])
  }
}
