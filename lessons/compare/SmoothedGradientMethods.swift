import SmoothGrad
import Subjects
import Tensors

extension Method {
  /// The methods of lesson 05, each over sixteen noisy copies.
  static let smoothedGradients: [Method] = [
    Method(name: "SmoothGrad", lesson: "05", isSigned: false) { compared in
      let subject = compared.subject
      return try smoothGrad(
        of: subject.score, at: subject.input, noise: samples(for: subject), chunk: 4
      ).abs().sum(along: 1)[0]
    },
    Method(name: "SmoothGrad squared", lesson: "05", isSigned: false) { compared in
      let subject = compared.subject
      return try smoothGradSquared(
        of: subject.score, at: subject.input, noise: samples(for: subject)
      ).sum(along: 1)[0]
    },
  ]

  private static func samples(for subject: Subject) throws -> Tensor {
    try noise(like: subject.input, samples: 16, relativeTo: 0.15, seed: 1)
  }
}
