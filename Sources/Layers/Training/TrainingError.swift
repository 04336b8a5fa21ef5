import Tensors

/// Why a training was given up, in a sentence that says what to do.
public enum TrainingError: Error, Equatable {
  /// There is nothing to learn from.
  case noExamples
  /// The loss is not a finite number.
  case lossNotFinite(loss: Float, step: Int, epoch: Int, learningRate: Float)
  /// A step left a parameter with an element that is not a finite number.
  case parameterNotFinite(name: String, step: Int, epoch: Int, learningRate: Float)
  /// The mean loss of an epoch is a hundred times what the first batch had.
  case diverged(loss: Float, first: Float, epoch: Int, learningRate: Float)
}

extension TrainingError: CustomStringConvertible {
  /// One sentence: what happened when, and what to do.
  public var description: String {
    let remedy = "try a learning rate ten times smaller, and look for wrong numbers in the inputs"
    func large(_ rate: Float) -> String {
      "the learning rate \(rate) is probably too large; \(remedy)"
    }
    return switch self {
    case .noExamples: "The training has no examples; give it at least one."
    case .lossNotFinite(let loss, let step, let epoch, let rate):
      "The training diverged: the loss is \(loss) at step \(step), in epoch \(epoch); \(large(rate))."
    case .parameterNotFinite(let name, let step, let epoch, let rate):
      "The training diverged: after step \(step), in epoch \(epoch), the parameter \(quoted(name)) is "
        + "not finite any more; \(large(rate))."
    case .diverged(let loss, let first, let epoch, let rate):
      "The training diverged: the mean loss of epoch \(epoch) is \(loss), that of the first batch "
        + "was \(first); \(large(rate))."
    }
  }
}
