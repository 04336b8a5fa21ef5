import Explanations
import Figures
import GradCAM
import Shapley
import Tensors
import VanillaGradients

/// A way of explaining, as its lesson teaches it: a map for a subject, `[height, width]`.
struct Method: Sendable {
  let name: String
  let lesson: String
  /// Whether the map tells for from against.
  let isSigned: Bool
  let map: @Sendable (Subject) throws -> Tensor

  /// The methods of the course that make maps, in its order.
  static let all: [Method] = [
    Method(name: "gradient", lesson: "03", isSigned: false) { subject in
      try saliency(from: gradientMap(of: subject.score, at: subject.input), by: .sum)[0]
    },
    Method(name: "input × gradient", lesson: "03", isSigned: true) { subject in
      try inputTimesGradient(of: subject.score, at: subject.input).sum(along: 1)[0]
    },
    Method(name: "average of layers", lesson: "03", isSigned: true) { subject in
      let products = try layerInputTimesGradient(
        of: subject.network, at: subject.input, target: subject.target, places: subject.places)
      return try averageOfLayers(
        products, skipping: 0, height: subject.height, width: subject.width)[0]
    },
    Method(name: "Grad-CAM", lesson: "08", isSigned: true) { subject in
      try upsampled(coarse(subject), height: subject.height, width: subject.width)[0]
    },
    Method(name: "guided Grad-CAM", lesson: "08", isSigned: false) { subject in
      let fine = try gradientMap(of: subject.score, at: subject.input)
      return try saliency(from: guidedGradCAM(map: coarse(subject), fine: fine), by: .sum)[0]
    },
    Method(name: "Shapley values of patches", lesson: "13", isSigned: true, map: patchShares),
  ]

  private static func coarse(_ subject: Subject) throws -> Tensor {
    try gradCAM(
      capture(subject.network, at: subject.input, target: subject.target, place: subject.place))
  }

  /// Each patch of the picture is a player; who is absent is painted over.
  @Sendable private static func patchShares(of subject: Subject) throws -> Tensor {
    let side = subject.patches
    let game: Game = { masks in
      let scores = try stride(from: 0, to: masks.shape[0], by: 16).map { start in
        let some = masks[start..<min(start + 16, masks.shape[0])]
        let pixels = some.reshaped(to: [-1, 1, side, side])
          .resized(height: subject.height, width: subject.width, by: .nearest)
        return try subject.score(subject.kept(pixels))
      }
      return Tensor.concatenated(scores, along: 0)
    }
    var generator = SplitMix64(seed: 0)
    let orders = (0..<4).map { _ in permutation(of: side * side, using: &generator) }
    let shares = try sampledShapley(of: game, orders: antithetic(orders))
    return Tensor(shares.map(Float.init), shape: [side, side])
      .resized(height: subject.height, width: subject.width, by: .nearest)
  }

  /// The map in the colours that fit it, as large as a subject's picture is shown.
  func picture(of map: Tensor) throws -> Picture {
    try isSigned
      ? Heat(map, .signed, scaledBy: .percentile(99.5)).picture
      : Heat(map, scaledBy: .percentile(99.5), in: .grey).picture
  }
}
