import LRP
import Layers
import Subjects
import Tensors

extension Method {
  /// The methods of lesson 10: relevance, with the box at the pixels where a rule has one.
  static let relevance: [Method] = [
    relevance("LRP-ε") { _ in (.epsilon(0.25), .epsilon(0.25), .epsilon(0.25)) },
    relevance("LRP-z+") { (.box(low: $0, high: 1), .zPlus, .epsilon(0)) },
  ]

  /// Rules for the first layer, the convolutions and the linear layers, given the darkest pixel.
  private static func relevance(
    _ name: String, by rules: @escaping @Sendable (Float) -> (LRPRule, LRPRule, LRPRule)
  ) -> Method {
    Method(name: name, lesson: "10", isSigned: true) { compared in
      let subject = compared.subject
      // Photographs are from −1 to 1 to the ImageNet network; digits and shapes from 0.
      let (first, convolutions, linear) = rules(subject.input.min().scalar < 0 ? -1 : 0)
      return try relevances(
        of: subject.network, at: subject.input, target: subject.target,
        rules: composite(
          for: subject.network, first: first, convolutions: convolutions, linear: linear)
      )[0].sum(along: 1)[0]
    }
  }
}
