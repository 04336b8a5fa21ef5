import Explanations
import Shapley
import Subjects
import Tensors

extension Method {
  /// The methods of lesson 13.
  static let shapleyValues: [Method] = [
    Method(name: "Shapley values of patches", lesson: "13", isSigned: true, map: patchShares)
  ]

  /// Each patch of the picture is a player; who is absent is painted over.
  @Sendable private static func patchShares(of compared: ComparedSubject) throws -> Tensor {
    let (subject, side) = (compared.subject, compared.patches)
    let game: Game = { masks in
      let scores = try stride(from: 0, to: masks.shape[0], by: 16).map { start in
        let some = masks[start..<min(start + 16, masks.shape[0])]
        let pixels = some.reshaped(to: [-1, 1, side, side])
          .resized(height: subject.height, width: subject.width, by: .nearest)
        return try subject.score(subject.painted(keeping: pixels))
      }
      return Tensor.concatenated(scores, along: 0)
    }
    var generator = SplitMix64(seed: 0)
    let orders = (0..<4).map { _ in permutation(of: side * side, using: &generator) }
    let shares = try sampledShapley(of: game, orders: antithetic(orders))
    return Tensor(shares.map(Float.init), shape: [side, side])
      .resized(height: subject.height, width: subject.width, by: .nearest)
  }
}
