import GradCAM
import Tensors
import VanillaGradients

extension Method {
  /// The methods of lesson 08.
  static let classMaps: [Method] = [
    Method(name: "Grad-CAM", lesson: "08", isSigned: true) { subject in
      try upsampled(coarse(subject), height: subject.height, width: subject.width)[0]
    },
    Method(name: "guided Grad-CAM", lesson: "08", isSigned: false) { subject in
      let fine = try gradientMap(of: subject.score, at: subject.input)
      return try saliency(from: guidedGradCAM(map: coarse(subject), fine: fine), by: .sum)[0]
    },
  ]

  private static func coarse(_ subject: Subject) throws -> Tensor {
    try gradCAM(
      capture(subject.network, at: subject.input, target: subject.target, place: subject.place))
  }
}
