import Figures
import LRP
import Layers
import Subjects
import Tensors

/// A rule for each kind of layer, under the name that this lesson calls all of them together.
enum RuleSet: String, CaseIterable {
  /// In proportion, everywhere.
  case zero = "LRP-0"
  /// The same, and small sums pass little on.
  case epsilon = "LRP-ε"
  /// What speaks for made larger; pixels by the box.
  case gamma = "LRP-γ"
  /// Only what speaks for; pixels by the box.
  case zPlus = "LRP-z+"
  /// Twice what speaks for, less what speaks against; pixels by the box.
  case alphaBeta = "LRP-αβ"

  /// The rules, a layer each.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - box: The darkest and the brightest value of a pixel.
  /// - Returns: A rule for each layer with weights, in running order.
  func rules(for network: Network, box: (low: Float, high: Float)) -> [LRPRule] {
    let pixels = LRPRule.box(low: box.low, high: box.high)
    switch self {
    case .zero:
      return composite(
        for: network, first: .epsilon(0), convolutions: .epsilon(0), linear: .epsilon(0))
    case .epsilon:
      return composite(
        for: network, first: .epsilon(0.25), convolutions: .epsilon(0.25), linear: .epsilon(0.25))
    case .gamma:
      return composite(
        for: network, first: pixels, convolutions: .gamma(0.25), linear: .epsilon(0))
    case .zPlus:
      return composite(for: network, first: pixels, convolutions: .zPlus, linear: .epsilon(0))
    case .alphaBeta:
      return composite(
        for: network, first: pixels, convolutions: .alphaBeta(alpha: 2, beta: 1),
        linear: .epsilon(0))
    }
  }

  /// The relevance of every layer's input, for images whose pixels go from 0 to 1.
  func relevances(of network: Network, at x: Tensor, target: Int) throws -> [Tensor] {
    try LRP.relevances(
      of: network, at: x, target: target, rules: rules(for: network, box: (0, 1)))
  }

  /// A map of each image for a class of its own: the relevance of its pixels, colours added up.
  func maps(of network: Network, at images: Tensor, labels: [Int]) throws -> Tensor {
    var rows = [Tensor?](repeating: nil, count: labels.count)
    for label in Set(labels).sorted() {
      let places = labels.indices.filter { labels[$0] == label }
      let found = try relevances(
        of: network, at: images.selecting(places, along: 0), target: label)[0].sum(along: 1)
      for (row, place) in places.enumerated() { rows[place] = found[row] }
    }
    return .stacked(rows.compactMap { $0 }, along: 0)
  }
}

extension Subject {
  /// What the colours of a pixel of a photograph can be, as EfficientNet-Lite0 sees them.
  static let photographBox: (low: Float, high: Float) = (-1, 1)

  /// The relevance of a photograph's pixels, colours added up, `[height, width]`.
  func relevance(by rules: RuleSet, of target: Int? = nil) throws -> Tensor {
    try relevances(
      of: network, at: input, target: target ?? self.target,
      rules: rules.rules(for: network, box: Subject.photographBox))[0].sum(along: 1)[0]
  }

  /// Input times gradient of the target's logit, at the input or at what a layer gives.
  func inputTimesGradient(at place: String? = nil) -> Tensor {
    var found = input.tracked()
    let logits = network(found) { name, activation in
      guard name == place else { return activation }
      found = activation.tracked()
      return found
    }
    return found.detached() * gradient(of: logits[0, target], withRespectTo: found)
  }
}

extension Picture {
  /// Relevance in red and blue, its highest half per cent in full colour.
  static func relevance(_ map: Tensor) throws -> Picture {
    try Heat(map, .signed, scaledBy: .percentile(99.5)).picture
  }
}
