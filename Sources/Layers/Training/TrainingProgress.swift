import Foundation
import Texts

/// How far a training has come, after a step.
public struct TrainingProgress: Sendable, Equatable {
  /// The epoch, counted from 1.
  public let epoch: Int
  /// How many epochs there will be.
  public let epochs: Int
  /// How many steps are done.
  public let step: Int
  /// How many steps there will be.
  public let steps: Int
  /// The mean loss of the epoch so far.
  public let loss: Float
  /// The part of the validation's examples that are right, when last measured.
  public let accuracy: Float?
  /// How long the rest will take if it goes on like this.
  public let secondsLeft: Double
  /// Whether this step is the last of its epoch.
  public let endsEpoch: Bool
}

extension TrainingProgress: CustomStringConvertible {
  /// One line: `epoch 3 of 10 · loss 0.2134 · accuracy 94.1 % · 0:42 left`.
  public var description: String {
    let seconds = Int(secondsLeft.rounded(.up))
    var parts = ["epoch \(epoch) of \(epochs)", "loss \(loss.text(decimals: 4))"]
    if let accuracy { parts.append("accuracy \((100 * accuracy).text(decimals: 1)) %") }
    if step < steps {
      parts.append("\(seconds / 60):\(seconds % 60 < 10 ? "0" : "")\(seconds % 60) left")
    }
    return parts.joined(separator: " · ")
  }

  /// Returns what writes progress to standard error: one line that is written over ten times a
  /// second, where somebody looks at it, and nothing where standard error is no terminal.
  public static func terminal() -> (TrainingProgress) -> Void {
    guard Terminal.isTerminal(STDERR_FILENO) else { return { _ in } }
    let clock = ContinuousClock()
    var next = clock.now
    return { progress in
      guard progress.endsEpoch || clock.now >= next else { return }
      next = clock.now.advanced(by: .milliseconds(100))
      let end = progress.endsEpoch ? "\n" : ""
      // Back to the line's start, and what was longer before wiped away.
      Terminal.write("\r\(progress)\u{1B}[K\(end)", to: STDERR_FILENO)
    }
  }
}
