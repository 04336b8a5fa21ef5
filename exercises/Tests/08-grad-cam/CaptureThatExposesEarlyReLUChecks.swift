import Expecting
import Explanations
import GradCAM
import Tensors
import Testing

/// A capture that exposes the map whose channels are clipped one by one.
@Suite(.exercise) struct `captureThatExposesEarlyReLU()` {
  @Test func `it is one image of at least two channels`() throws {
    _ = try checkedCapture()
  }

  @Test func `its channels together speak against the class where the wrong map lights up`()
    throws
  {
    let capture = try checkedCapture()
    let shape = capture.activation.shape
    let pixels = shape[2] * shape[3]
    let (values, slopes) = (capture.activation.scalars, capture.gradient.scalars)
    var right = [Double](repeating: 0, count: pixels)
    for channel in 0..<shape[1] {
      let place = channel * pixels
      let sum = slopes[place..<place + pixels].reduce(0) { $0 + Double($1) }
      for pixel in 0..<pixels {
        right[pixel] += sum / Double(pixels) * Double(values[place + pixel])
      }
    }
    let wrong = earlyReLU(capture)
    let given: KeyValuePairs<String, Any> = [
      "your capture": "\(capture.activation), gradient \(capture.gradient)",
      "α · A, added up over the channels": Tensor(
        right.map { Float($0) }, shape: [1, shape[2], shape[3]]),
      "what the wrong map shows": wrong,
    ]
    let against = right.map { $0 < 0 }
    let least = right.min() ?? 0
    let yours = least == 0 ? "0, neither for nor against" : "\(Float(least)), which speaks for it"
    try expect(
      against.contains(true),
      "somewhere the channels together speak against the class; yours add up to at least \(yours)",
      given: given)
    try expect(
      zip(against, wrong.scalars).contains { $0 && $1 > 0 },
      "the wrong map is above zero where the channels together speak against the class",
      given: given)
  }

  /// The learner's capture, which has the shape that `earlyReLU` takes.
  private func checkedCapture() throws -> Capture {
    let capture = try captureThatExposesEarlyReLU()
    let shape = capture.activation.shape
    try expect(
      shape.count == 4, "the activation has four axes, [1, channels, height, width]",
      given: ["shape": shape])
    try expect(
      capture.gradient.shape, is: shape, given: ["shape of your activation": shape])
    try expect(shape[0] == 1, "there is one image", given: ["shape": shape])
    try expect(
      shape[1] > 1, "there are at least two channels, since one is clipped early or late alike",
      given: ["shape": shape])
    try expect(
      capture.activation.scalars.allSatisfy(\.isFinite)
        && capture.gradient.scalars.allSatisfy(\.isFinite), "all numbers are finite",
      given: ["your capture": "\(capture.activation), gradient \(capture.gradient)"])
    return capture
  }
}
