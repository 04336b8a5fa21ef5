import Expecting
import IntegratedGradients
import Tensors
import Testing

/// An image that exposes an account from black.
@Suite(.exercise) struct `imageThatABlackBaselineCannotSee()` {
  private static let otherShapes: KeyValuePairs = [
    "an image without the axes of examples and channels": [5, 5],
    "an image without the axis of the examples": [1, 5, 5],
    "a list of 25 numbers": [25],
    "two images; one is asked for": [2, 1, 5, 5],
  ]

  /// The learner's image, which the detector takes.
  private func image() throws -> Tensor {
    let image = try imageThatABlackBaselineCannotSee()
    try expect(image.shape, is: [1, 1, 5, 5], mistakes: Self.otherShapes)
    return image
  }

  /// The same image with its middle painted white.
  private func painted(_ image: Tensor) -> Tensor {
    let middle = Tensor.ones([1, 1, 3, 3]).padded([(0, 0), (0, 0), (1, 1), (1, 1)])
    return image.replacing(with: 1, where: middle)
  }

  @Test func `it is one image of numbers from 0 to 1`() throws {
    let image = try image()
    try expect(
      image.scalars.allSatisfy { $0 >= 0 && $0 <= 1 }, "all 25 numbers lie between 0 and 1",
      given: ["your image": image])
  }

  @Test func `the detector sees a dark square in it`() throws {
    let image = try image()
    let score = darkSquareScore(image)[0].scalar
    let middle = image[0, 0, 1..<4, 1..<4].mean().scalar
    try expect(
      25 * image.mean().scalar - 9 * middle >= 16 * middle,
      "the middle is not brighter than the frame; turn it round: the square is dark",
      given: ["your image": image, "mean of the middle": middle])
    try expect(
      score >= 0.5, "its score is at least ½: the middle is much darker than the frame",
      given: ["your image": image, "its score": score])
  }

  @Test func `the middle decides: painted white, nothing is left of the score`() throws {
    let image = try image()
    let scores = (darkSquareScore(image)[0].scalar, darkSquareScore(painted(image))[0].scalar)
    try expect(
      scores.0 > 0 && scores.1 == 0, "the score is above 0, and 0 with a white middle",
      given: ["your image": image, "score": scores.0, "with a white middle": scores.1])
  }

  @Test func `and the account from black gives the middle nothing`() throws {
    let image = try image()
    let credit = creditFromBlack(image)
    let middle = credit[0, 0, 1..<4, 1..<4]
    try expect(
      middle.abs().max().scalar == 0,
      "each of the nine pixels in the middle gets 0, though the middle decides",
      given: ["your image": image, "what each pixel gets": credit[0, 0]])
    try expect(
      credit.sum().scalar > 0, "the frame gets something, because the score is above 0",
      given: ["your image": image, "what each pixel gets": credit[0, 0]])
  }
}
