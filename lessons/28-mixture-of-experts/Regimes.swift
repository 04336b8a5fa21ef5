import Datasets
import Tensors

/// Examples of four regimes, each with a rule of its own, and it is known which is which.
///
///     x = centre of the regime + spread        y = the regime's rule of x + noise
///
/// The centres are the corners of a square, and each rule is a plane. The regime is no input.
struct Regimes {
  /// Where the examples lie.
  let inputs: Tensor
  /// What is to be said about each, `[N, 1]`.
  let targets: Tensor
  /// The regime of each.
  let regimes: [Int]

  /// How the examples are made.
  struct Plan {
    /// How often each of the four regimes comes.
    var frequencies = [0.25, 0.25, 0.25, 0.25]
    /// What is added to both inputs of every example.
    var shift: Float = 0
    /// How far the examples of a regime lie from its centre: the standard deviation.
    var spread: Float = 0.35
  }

  static let names = ["A", "B", "C", "D"]
  static let centres: Tensor = [[-1, 1], [1, 1], [-1, -1], [1, -1]]
  private static let slopes: Tensor = [[-1, 2], [-2, -1], [2, 1], [1, -2]]
  private static let heights: Tensor = [-1, 1, 1, -1]

  init(_ count: Int = 400, _ plan: Plan = Plan(), seed: UInt64) {
    var generator = SplitMix64(seed: seed &+ 1000)
    var regimes: [Int] = []
    for (regime, frequency) in plan.frequencies.enumerated() {
      regimes += Array(repeating: regime, count: Int((Double(count) * frequency).rounded()))
    }
    let order = permutation(of: regimes.count, using: &generator)
    self.regimes = order.map { regimes[$0] }
    let away = Tensor.normal(
      deviation: plan.spread, shape: [regimes.count, 2], using: &generator)
    inputs = Self.centres.selecting(self.regimes) + away + Tensor(plan.shift)
    let noise = Tensor.normal(deviation: 0.1, shape: [regimes.count], using: &generator)
    let targets =
      (Self.slopes.selecting(self.regimes) * away).sum(along: 1)
      + Self.heights.selecting(self.regimes) + noise
    self.targets = targets.insertingAxis(at: 1)
  }
}
