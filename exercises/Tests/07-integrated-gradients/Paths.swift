import Checking
import Expecting
import Explanations
import IntegratedGradients
import Tensors
import Testing

extension Quadrature {
  /// The middles of strips of one width, for checks that need a good path and not the learner's rules.
  static func middles(_ count: Int) -> Quadrature {
    let width: Double = 1 / Double(count)
    let points: [Double] = (0..<count).map { (Double($0) + 0.5) * width }
    return Quadrature(points: points, weights: [Double](repeating: width, count: count))
  }
}

/// Scores whose integrated gradients are known in closed form, with the slope at any point.
///
///     score = Σ c x³ / 3     slope = c x²     average slope on the whole way = c (x² + x x′ + x′²) / 3
struct CubicScore {
  let factors: Tensor

  /// The score of each row, `[N]`.
  func callAsFunction(_ x: Tensor) -> Tensor {
    (factors * x * x * x / 3).flattened(from: 1).sum(along: 1)
  }

  /// The slope, by calculus.
  func slope(at x: Tensor) -> Tensor { factors * x * x }

  /// The sum over some points of weight · slope, by calculus.
  func slope(
    from start: Tensor, by way: Tensor, points: [Double], weights: [Double]
  ) -> Tensor {
    var sum = 0 * (start + way)
    for (point, weight) in zip(points, weights) {
      sum += Tensor(weight) * slope(at: start + Tensor(point) * way)
    }
    return sum
  }
}

/// An error that a score throws and a check waits for.
struct Refusal: Error, Equatable {}

/// Ends the check unless a call throws an error, the very one.
func expectThrows<Thrown: Error & Equatable>(
  _ error: Thrown, _ sentence: String, _ call: () throws -> Void
) throws {
  var thrown = "nothing"
  do {
    try call()
  } catch let found as Thrown where found == error {
    return
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch let failure as CheckFailure {
    throw failure
  } catch let other {
    thrown = "\(other)"
  }
  try expect(false, sentence, given: ["thrown": thrown])
}
