import GradCAM
import Subjects
import Tensors
import VanillaGradients

extension Method {
  /// The methods of lesson 08.
  static let classMaps: [Method] = [
    Method(name: "Grad-CAM", lesson: "08", isSigned: true) { compared in
      let subject = compared.subject
      return try upsampled(coarse(compared), height: subject.height, width: subject.width)[0]
    },
    Method(name: "guided Grad-CAM", lesson: "08", isSigned: false) { compared in
      let fine = try gradientMap(of: compared.subject.score, at: compared.subject.input)
      return try saliency(from: guidedGradCAM(map: coarse(compared), fine: fine), by: .sum)[0]
    },
  ]

  private static func coarse(_ compared: ComparedSubject) throws -> Tensor {
    let subject = compared.subject
    return try gradCAM(
      capture(subject.network, at: subject.input, target: subject.target, place: compared.place))
  }
}
