import IntegratedGradients
import Models
import Subjects
import Tensors

extension Method {
  /// The methods of lesson 07.
  static let paths: [Method] = [
    Method(name: "integrated gradients", lesson: "07", isSigned: true) { compared in
      let subject = compared.subject
      // From what stands for nothing where pixels are painted over: paper, ground, a middling grey.
      let path = try quadrature(.midpoint, steps: 20)
      return try integratedGradients(
        of: subject.score, at: subject.input, from: subject.absent, along: path, chunk: 1
      ).sum(along: 1)[0]
    }
  ]
}
