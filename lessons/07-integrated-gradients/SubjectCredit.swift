import Explanations
import Figures
import IntegratedGradients
import Models
import Subjects
import Tensors

extension Subject {
  /// What each pixel gives to the logit, against a baseline, colours added: `[1, height, width]`.
  func credit(from baseline: Tensor, along path: Quadrature) throws -> Tensor {
    // One point of a large picture fills the processor's cache; more at a time are not faster.
    try integratedGradients(of: score, at: input, from: baseline, along: path, chunk: 1)
      .sum(along: 1)
  }
}

extension Tensor {
  /// A black picture as the ImageNet network is given it, for a subject of any size.
  static func black(like subject: Subject) -> Tensor {
    EfficientNetLite0.input(from: .zeros([3, subject.height, subject.width]))
  }
}

extension Picture {
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

/// Returns images without anything that is smaller than a window: three times the mean over it.
///
/// - Parameters:
///   - images: `[N, channels, height, width]`.
///   - window: How many pixels the window is wide and high, an odd number.
/// - Returns: Images of the same shape; beyond the border nothing counts.
func blurred(_ images: Tensor, window: Int) -> Tensor {
  let (inside, border) = (Tensor.ones([1, 1] + images.shape.suffix(2)), window / 2)
  let counted = inside.avgPool2d(window, stride: 1, padding: border)
  return (0..<3).reduce(images) { image, _ in
    image.avgPool2d(window, stride: 1, padding: border) / counted
  }
}
