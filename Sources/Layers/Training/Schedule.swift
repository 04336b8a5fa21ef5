import Foundation

/// How the learning rate changes over a training, as a factor of the optimiser's own.
public enum Schedule: Sendable, Equatable, Codable {
  /// The same throughout.
  case constant
  /// From 1 down half a cosine: ½ (1 + cos(π · step / steps)).
  ///
  /// Loshchilov, Hutter 2016: arxiv.org/abs/1608.03983, equation 5, without restarts.
  case cosine
  /// From 1/25 up to 1 within the first part of the steps, then down to 1/250,000, both along half
  /// a cosine.
  ///
  /// Smith, Topin 2017: arxiv.org/abs/1708.07120, with the numbers of PyTorch's `OneCycleLR`, whose
  /// part for the way up is 0.3.
  case oneCycle(rising: Double = 0.3)

  /// Returns the factor for a step, the first being 0.
  ///
  /// - Parameters:
  ///   - step: How many steps have been taken.
  ///   - steps: How many the training has.
  /// - Returns: What the learning rate is multiplied by.
  public func factor(at step: Int, of steps: Int) -> Float {
    switch self {
    case .constant: return 1
    case .cosine: return Float(Self.between(1, 0, Double(step) / Double(max(steps, 1))))
    case .oneCycle(let rising):
      let (start, end) = (1.0 / 25, 1.0 / 250_000)
      let top = rising * Double(steps) - 1
      let last = Double(steps) - 1
      let step = Double(step)
      guard step > top else { return Float(Self.between(start, 1, step / max(top, 1e-9))) }
      return Float(Self.between(1, end, min(1, (step - top) / max(last - top, 1e-9))))
    }
  }

  /// Goes from one number to another along half a cosine.
  private static func between(_ start: Double, _ end: Double, _ part: Double) -> Double {
    end + (start - end) / 2 * (1 + cos(.pi * part))
  }
}
