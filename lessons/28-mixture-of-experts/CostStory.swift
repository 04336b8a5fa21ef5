import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

/// A hidden layer of 4,000 units, whole and as ten experts of 400.
struct HiddenLayer {
  static let (inputs, hidden, experts, active) = (1000, 4000, 10, 2)

  private let whole: Tensor
  private let parts: [Tensor]
  private let router: Tensor
  private let examples: Tensor

  init(examples count: Int) {
    var generator = SplitMix64(seed: 4)
    func drawn(_ shape: [Int]) -> Tensor { .normal(shape: shape, using: &generator) }
    let width = Self.hidden / Self.experts
    let whole = drawn([Self.hidden, Self.inputs])
    self.whole = whole
    parts = (0..<Self.experts).map { whole[$0 * width..<($0 + 1) * width] }
    router = drawn([Self.experts, Self.inputs])
    examples = drawn([count, Self.inputs])
  }

  /// All hidden units of all examples.
  func dense() -> Tensor { examples.matmul(whole, transposing: .right) }

  /// The hidden units of the experts that are asked, expert by expert.
  func sparse() throws -> [Tensor] {
    let gate = try gate(examples.matmul(router, transposing: .right), top: Self.active)
    return try (0..<Self.active).flatMap { slot in
      let rows = try dispatch(
        gate.experts.map { $0[slot] }, experts: Self.experts, capacity: gate.experts.count
      ).kept
      return zip(rows, parts).filter { !$0.0.isEmpty }.map { own, weights in
        examples.selecting(own).matmul(weights, transposing: .right)
      }
    }
  }

  /// The median time of several calls, in milliseconds.
  static func milliseconds(_ repetitions: Int = 15, _ work: () throws -> Void) rethrows -> Double {
    let clock = ContinuousClock()
    let times = try (0..<repetitions).map { _ in try clock.measure { try work() } }.sorted()
    return times[repetitions / 2] / .milliseconds(1)
  }
}

extension Demo {
  /// The sum of the lecture, counted and timed.
  static func tellOfCost(_ show: Demonstration) throws {
    show.page.section("What it costs")
    let counted = try multiplyAdds(
      inputs: HiddenLayer.inputs, hidden: HiddenLayer.hidden, experts: HiddenLayer.experts,
      active: HiddenLayer.active)
    let whole = HiddenLayer.inputs * HiddenLayer.hidden
    let prediction = show.page.predict(
      "Two of ten experts are asked. How many times faster is one example, timed?",
      options: ["less than 2", "2 to 4", "4 to 6", "more than 6"])
    let timed = try [1, 256].map { count in
      let layer = HiddenLayer(examples: count)
      let dense = HiddenLayer.milliseconds { _ = layer.dense() }
      let sparse = try HiddenLayer.milliseconds { _ = try layer.sparse() }
      return (count: count, dense: dense, sparse: sparse)
    }
    show.page.table(
      PageTable(
        ["", "all 4,000 units", "two experts and the router", "quotient"],
        rows: [
          [
            "multiply-adds, one example", .text("\(whole)"), .text("\(counted)"),
            .number(Double(whole) / Double(counted)),
          ]
        ]
          + timed.map {
            [
              .text("milliseconds, \($0.count) \($0.count == 1 ? "example" : "examples")"),
              .number($0.dense), .number($0.sparse), .number($0.dense / $0.sparse),
            ]
          }, decimals: 2),
      caption: "\(HiddenLayer.inputs) inputs. Times are the median of 15, on this machine.")
    let quotient = timed[0].dense / timed[0].sparse
    show.page.outcome(
      of: prediction, "\(quotient, decimals: 1) times.",
      answer: quotient < 2
        ? "less than 2" : quotient < 4 ? "2 to 4" : quotient < 6 ? "4 to 6" : "more than 6")
  }
}
