import Explanations
import Tensors

/// Where an attack wants to go.
public enum Aim: String, Codable, Equatable, Sendable {
  /// Away from the right answer: the loss of the label shall rise.
  case away
  /// Towards an answer of one's choice: the loss of that answer shall fall.
  case towards
}

/// How far an attack may go.
public struct Ball: Codable, Equatable, Sendable {
  /// The largest change of any number of the input, in the units of the input.
  public var epsilon: Float

  /// The smallest number that an input may hold, such as 0 for black.
  public var low: Float

  /// The largest number that an input may hold, such as 1 for white.
  public var high: Float

  /// A ball with a box around all inputs.
  public init(epsilon: Float, low: Float, high: Float) {
    self.epsilon = epsilon
    self.low = low
    self.high = high
  }

  /// Refuses a ball without inside.
  ///
  /// - Throws: `UnusableAttack.ball` where ε is negative or no number, or `low` is not below
  ///   `high`.
  public func check() throws(UnusableAttack) {
    guard epsilon >= 0, low < high else { throw .ball(self) }
  }
}

/// Why there is no attack.
public enum UnusableAttack: Error, Codable, Equatable, CustomStringConvertible {
  /// A negative ε, or a box without inside.
  case ball(Ball)
  /// Two tensors that should have one shape.
  case shape([Int], around: [Int])
  /// The loss has a slope that is no number.
  case slope
  /// A step that leads nowhere, or no number of steps.
  case step(Float, times: Int)
  /// A margin that is below 0 or no number: that answer is wrong already.
  case margin(Float)
  /// Weights that are all 0, or no numbers: no change of the input flips the answer.
  case weights
  /// A search without end: from 0 to there, as closely as that.
  case search(below: Float, tolerance: Float)
  /// Nothing up to there fools the network.
  case nothingFools(below: Float)

  /// One sentence: what is wrong, and what would be right.
  public var description: String {
    switch self {
    case .ball(let ball):
      "a ball of ε = \(ball.epsilon) in a box from \(ball.low) to \(ball.high): ε is 0 or more, "
        + "and the box goes up"
    case .shape(let found, let shape):
      "a tensor of shape \(found) around an input of shape \(shape): both have one shape"
    case .slope:
      "the loss has a slope that is no number: it takes logits, and no logarithm of 0"
    case .step(let step, let times):
      "\(times) steps of \(step): a step is more than 0, and there are 0 or more of them"
    case .margin(let margin):
      "a margin of \(margin): it is 0 or more where the answer is right"
    case .weights: "weights that are all 0, or no numbers: no change of the input flips the answer"
    case .search(let below, let tolerance):
      "a search below \(below) to within \(tolerance): both are more than 0"
    case .nothingFools(let below): "nothing fools the network, up to an ε of \(below)"
    }
  }
}

/// Returns how each number of the input changes the loss of its own example.
///
/// - Parameters:
///   - loss: A number for each example, `[N]`.
///   - x: The examples, `[N, …]`.
/// - Returns: ∂loss/∂x, in the shape of x.
/// - Throws: `UnusableAttack.slope` where one of them is no number, and what the loss throws.
public func slopes(of loss: Score, at x: Tensor) throws -> Tensor {
  let inputs = x.detached().tracked()
  let found = gradient(of: try loss(inputs).sum(), withRespectTo: inputs)
  // No number is equal to itself if it is none; a sum of finite numbers shows it in one pass.
  guard found.sum().scalar.isFinite || found.scalars.allSatisfy({ !$0.isNaN }) else {
    throw UnusableAttack.slope
  }
  return found
}

/// What `driftingPGD` is tried on: an input of one number, a loss that rises with it, a ball and a
/// step.
public enum Drift {
  /// The middle of the ball, `[1, 1]`.
  public static let x: Tensor = [[0.5]]

  /// From 0.4 to 0.6, in a box from 0 to 1.
  public static let ball = Ball(epsilon: 0.1, low: 0, high: 1)

  /// How far a step goes.
  public static let step: Float = 0.03

  /// The loss: three times the number.
  public static func loss(_ x: Tensor) -> Tensor { (3 * x).sum(along: 1) }
}

/// Returns what `pgd` would, but wrongly: the ball goes along with the picture.
///
///     x ← projected(x + step · sign(∂loss/∂x), around: x itself)      right: around the first x
///
/// No single step leaves the ball around the last picture. `stepsThatLeaveTheBall()` says after how
/// many the picture has left the ball that was meant.
///
/// - Parameters:
///   - loss: A number for each example.
///   - x: The examples, `[N, …]`.
///   - ball: How far it should go.
///   - step: How far a step goes.
///   - steps: How many steps.
/// - Returns: The changed examples.
/// - Throws: What `slopes(of:at:)` throws.
public func driftingPGD(
  loss: Score, at x: Tensor, in ball: Ball, step: Float, steps: Int
) throws -> Tensor {
  var picture = x
  for _ in 0..<steps {
    let candidate = picture + Tensor(step) * (try slopes(of: loss, at: picture)).sign()
    let size = Tensor(ball.epsilon)
    let near = Tensor.minimum(Tensor.maximum(candidate, picture - size), picture + size)
    picture = near.clamped(to: ball.low...ball.high)
  }
  return picture
}
