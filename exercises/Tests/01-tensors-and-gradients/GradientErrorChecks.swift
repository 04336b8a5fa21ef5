import Checking
import Expecting
import Explanations
import Tensors
import TensorsAndGradients
import Testing

/// The judge of all gradients: finite differences.
@Suite(.exercise) struct `largestGradientError(of:at:claimed:step:)` {
  // All numbers of these cases are exact in 32 bits, so nothing has to be rounded.
  private let x: Tensor = [[1, -2, 3]]
  private let squares: Score = { x in (x * x).sum(along: 1) }

  @Test func `of x³, a step of ¼ makes an error of 1⁄16, and no other`() throws {
    // ((x + h)³ − (x − h)³) / 2h = 3x² + h²
    let cubes: Score = { x in (x * x * x).sum(along: 1) }
    try expect(
      largestGradientError(of: cubes, at: x, claimed: 3 * x * x, step: 0.25), is: 0.0625,
      mistakes: [
        "a difference in one direction, (f(x + h) − f(x)) / h": 2.3125,
        "a difference in one direction, (f(x) − f(x − h)) / h": 2.1875,
        "a difference divided by h: from x − h to x + h it is 2h": 27.125,
        "a difference that is not divided by 2h": 13.46875,
        "the derivative itself; wanted are differences, which know nothing of rules": 0,
        "the sum of the errors, not the largest": 0.1875,
        "the square of the error": 0.00390625,
        "numbers that stay moved: put each back before the next one moves": 15.1875,
        "the error with its sign kept": -0.0625,
      ],
      given: ["function": "the sum of x³", "x": x, "claimed": 3 * x * x, "step": 0.25])
  }

  @Test func `one number moves at a time, and the others stay where they were`() throws {
    // Linear in each factor, so that a right gradient has no error at all.
    let product: Score = { x in x[.all, 0] * x[.all, 1] * x[.all, 2] }
    let claimed: Tensor = [[-6, 3, -2]]
    try expect(
      largestGradientError(of: product, at: x, claimed: claimed, step: 0.25), is: 0,
      mistakes: [
        "numbers that are not put back before the next one moves": 0.75,
        "all numbers moved at once": 7.9375,
        "a difference divided by h: from x − h to x + h it is 2h": 6,
        "a difference that is not divided by 2h": 3,
      ],
      given: ["function": "x₀ · x₁ · x₂", "x": x, "claimed": claimed, "step": 0.25])
  }

  @Test func `the worst element counts, whichever way it is wrong`() throws {
    // The claim is off by −¾, ⅛, −1, ½, −⅝ and −¼, so that no other error is the first, the last, the
    // smallest, the middle one or the largest with its sign.
    let x: Tensor = [[1, -2, 3, 2, -1, 0.5]]
    let claimed: Tensor = [[1.25, -3.875, 5, 4.5, -2.625, 0.75]]
    try expect(
      largestGradientError(of: squares, at: x, claimed: claimed, step: 0.5), is: 1,
      mistakes: [
        "the largest error with its sign kept: -1 counted as less than 0.5": 0.5,
        "the mean of the errors, not the largest": 0.5416667,
        "the sum of the errors, not the largest": 3.25,
        "the smallest of the errors, not the largest": 0.125,
        "the middle one of the errors, their median": 0.5625,
        "the middle one of the errors, their median": 0.625,
        "the error of the first number alone": 0.75,
        "the error of the last number alone": 0.25,
        "the errors divided by the slopes": 0.375,
        "the root of the mean of the squared errors": 0.6166104,
        "the length of the errors as a vector": 1.5103807,
      ],
      given: ["function": "the sum of x²", "x": x, "claimed": claimed, "step": 0.5])
  }

  @Test func `zeros are a claim like any other`() throws {
    try expect(
      largestGradientError(of: squares, at: x, claimed: .zeros([1, 3]), step: 0.5), is: 6,
      given: ["function": "the sum of x²", "x": x, "claimed": "zeros", "step": 0.5])
  }

  @Test func `every row of a batch is looked at, and the function gets x in its own shape`() throws
  {
    let batch: Tensor = [[[1, 2]], [[-4, 0.5]], [[0, -1]]]
    let function: Score = { x in
      try expect(x.shape, is: [3, 1, 2], given: ["function": "gets x in another shape"])
      return (x * x).sum(along: 1, 2)
    }
    try expect(
      largestGradientError(of: function, at: batch, claimed: 2 * batch, step: 0.5), is: 0,
      mistakes: [
        "the slopes of the mean over the rows: add the rows’ scores up": 5.3333335,
        "the slopes of the first row’s score alone": 8,
      ],
      given: ["function": "the sum of x², for each row", "x": batch, "step": 0.5])
    let claimed = 2 * batch + [[[0.125, 0.5]], [[0.125, 0.25]], [[0.25, -3]]]
    try expect(
      largestGradientError(of: function, at: batch, claimed: claimed, step: 0.5), is: 3,
      mistakes: ["an error that the last row has no part in": 0.5],
      given: ["function": "the sum of x², for each row", "claimed": claimed, "step": 0.5])
  }

  @Test(arguments: [[0], [1], [2], [0, 1, 2]])
  func `a claim that is not a number does not pass, wherever it stands`(places: [Int]) throws {
    // The others are right, or off by a lot.
    for others: [Float] in [[2, -4, 6], [2, -40, 60]] {
      var numbers = others
      for place in places { numbers[place] = .nan }
      let claimed = Tensor(numbers, shape: [1, 3])
      let found = try largestGradientError(of: squares, at: x, claimed: claimed, step: 0.5)
      try expect(
        found.isNaN,
        "where a claim is NaN, so is the error: NaN is neither larger nor smaller than anything, so "
          + "it slips through max and >",
        given: ["function": "the sum of x²", "claimed": claimed, "yours": found])
    }
  }

  @Test func `a claim of infinity is infinitely wrong, and one number is enough`() throws {
    let claimed: Tensor = [[2, -4, Tensor(-Float.infinity)]]
    let found = try largestGradientError(of: squares, at: x, claimed: claimed, step: 0.5)
    try expect(
      found == .infinity, "where a claim is infinite, so is the error",
      given: ["function": "the sum of x²", "claimed": claimed, "yours": found])
    try expect(
      largestGradientError(of: squares, at: [[-3]], claimed: [[-5]], step: 0.5), is: 1,
      given: ["function": "x²", "x": -3, "claimed": -5, "step": 0.5])
  }

  @Test func `of a linear function, the error is the claim's own`() throws {
    try forEachSeed { generator in
      let weights = Tensor.uniform(in: -2..<2, shape: [1, 4], using: &generator)
      let fault = Tensor.uniform(in: -3..<3, shape: [1, 4], using: &generator)
      let x = Tensor.uniform(in: -1..<1, shape: [1, 4], using: &generator)
      try expect(
        largestGradientError(
          of: { x in (weights * x).sum(along: 1) }, at: x, claimed: weights + fault, step: 0.5),
        is: fault.scalars.map(\.magnitude).max() ?? 0, within: 1e-4,
        given: ["weights": weights, "x": x, "claimed": weights + fault, "step": 0.5])
    }
  }
}
