import Explanations
import Figures
import Subjects
import Tensors
import VanillaGradients

extension Subject {
  /// The places that are averaged over: what every block gives, and the head.
  static let places = (0..<16).map { "blocks.\($0)" } + ["head"]

  /// The gradient of the logit, by the learner's function.
  func gradient() throws -> Tensor { try gradientMap(of: score, at: input) }

  /// The products of input and gradient, channels added.
  func product() throws -> Tensor { try inputTimesGradient(of: score, at: input).sum(along: 1) }

  /// The average over all layers, of this class or another.
  func layerAverage(of label: Int? = nil) throws -> Tensor {
    let maps = try layerInputTimesGradient(
      of: network, at: input, target: label ?? target, places: Subject.places)
    return try averageOfLayers(maps, skipping: 0, height: height, width: width)
  }
}

extension Picture {
  /// A map without signs on black, its highest half per cent white.
  static func heat(_ map: Tensor) throws -> Picture {
    try Heat(map, scaledBy: .percentile(99.5), in: .grey).picture
  }

  /// A map with signs, zero in the middle of the colours.
  static func signed(_ map: Tensor) throws -> Picture {
    try Heat(map, .signed, scaledBy: .percentile(99.5)).picture
  }
}

extension ColourBar {
  /// The colours of maps with signs, each on a scale of its own.
  static let forAndAgainst = ColourBar(
    .diverging, numbers: ["against", "0", "for"], measure: "part of the logit")
}
