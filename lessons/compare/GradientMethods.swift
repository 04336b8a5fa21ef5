import Subjects
import Tensors
import VanillaGradients

extension Method {
  /// The methods of lesson 03.
  static let gradients: [Method] = [
    Method(name: "gradient", lesson: "03", isSigned: false) { compared in
      try saliency(
        from: gradientMap(of: compared.subject.score, at: compared.subject.input), by: .sum)[0]
    },
    Method(name: "input × gradient", lesson: "03", isSigned: true) { compared in
      try inputTimesGradient(of: compared.subject.score, at: compared.subject.input).sum(along: 1)[
        0]
    },
    Method(name: "average of layers", lesson: "03", isSigned: true) { compared in
      let subject = compared.subject
      let products = try layerInputTimesGradient(
        of: subject.network, at: subject.input, target: subject.target, places: compared.places)
      return try averageOfLayers(
        products, skipping: 0, height: subject.height, width: subject.width)[0]
    },
  ]
}
