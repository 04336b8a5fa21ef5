import Layers
import MixtureOfExperts
import Tensors

/// A mixture that was trained on the planted regimes, and what it came to on other examples.
struct TrainedMixture {
  /// How a mixture is trained.
  struct Plan {
    var regimes = Regimes.Plan()
    var experts = 4
    /// How many of them answer for an example.
    var kept = 2
    /// How much the balance loss counts beside the error.
    var balance: Float = 0
    /// Whether the router's inputs have their mean taken off.
    var isCentred = false
  }

  private(set) var mixture: Mixture
  /// Examples that it has not learned from.
  let asked: Regimes
  /// How large a part of the examples the busiest expert had, before each step.
  private(set) var busiest: [Double] = []

  init(_ plan: Plan = Plan(), seed: UInt64, steps: Int = 500) throws {
    let learned = Regimes(400, plan.regimes, seed: seed)
    asked = Regimes(400, plan.regimes, seed: seed &+ 500)
    var generator = SplitMix64(seed: seed)
    mixture = Mixture(
      widths: [2, 1], experts: plan.experts, top: plan.kept,
      centre: plan.isCentred ? learned.inputs.mean(along: 0) : 0, using: &generator)
    var optimizer = Adam(learningRate: 0.05)
    for _ in 0..<steps {
      busiest.append(Self.largestPart(of: try mixture.choices(learned.inputs)))
      let (_, gradient) = try valueWithGradient(of: mixture) { mixture in
        let (answers, balance) = try mixture(learned.inputs)
        return (answers - learned.targets).squared().mean() + Tensor(plan.balance) * balance
      }
      optimizer.update(&mixture, along: gradient)
    }
  }

  /// How large a part the most frequent of the choices has.
  static func largestPart(of choices: [Int]) -> Double {
    var counts: [Int: Int] = [:]
    for choice in choices { counts[choice, default: 0] += 1 }
    return Double(counts.values.max() ?? 0) / Double(choices.count)
  }

  /// The expert that comes first for each of the examples that are asked about.
  func choices() throws -> [Int] { try mixture.choices(asked.inputs) }

  /// How much the first choice counts beside the second, on average.
  func firstWeight() throws -> Double {
    let gate = try gate(mixture.logits(asked.inputs), top: 2)
    return Double(gate.weights[.all, 0].mean().scalar)
  }

  /// The mean squared error on them.
  func error() throws -> Double {
    Double((try mixture(asked.inputs).answers - asked.targets).squared().mean().scalar)
  }
}
