import Datasets
import Layers
import MixtureOfExperts
import Tensors

/// A mixture that reads digits, and nobody said which expert is for which digit.
struct DigitMixture {
  static let experts = 6

  private(set) var mixture: Mixture
  private let test: Digits
  private let pixels: Tensor

  init(_ training: Digits, _ test: Digits, balance: Float = 0.1, seed: UInt64) throws {
    let inputs = training.images.flattened(from: 1)
    self.test = test
    pixels = test.images.flattened(from: 1)
    var generator = SplitMix64(seed: seed)
    mixture = Mixture(
      widths: [inputs.shape[1], 16, 10], experts: Self.experts, centre: inputs.mean(along: 0),
      using: &generator)
    var optimizer = Adam(learningRate: 0.003)
    for _ in 0..<6 {
      let order = permutation(of: training.count, using: &generator)
      for start in stride(from: 0, to: order.count, by: 100) {
        let batch = order[start..<min(start + 100, order.count)]
        let (images, labels) = (inputs.selecting(batch), batch.map { training.labels[$0] })
        let (_, gradient) = try valueWithGradient(of: mixture) { mixture in
          let (answers, loss) = try mixture(images)
          return answers.crossEntropy(with: labels) + Tensor(balance) * loss
        }
        optimizer.update(&mixture, along: gradient)
      }
    }
  }

  /// The expert that comes first for each test digit.
  func choices() throws -> [Int] { try mixture.choices(pixels) }

  /// For each digit, how many percent of it are read rightly when some experts are closed.
  func accuracies(without missing: Set<Int> = []) throws -> [Double] {
    let found = try mixture.answers(pixels, without: missing).argmax(along: 1)
    return (0..<10).map { digit in
      let own = test.labels.indices.filter { test.labels[$0] == digit }
      return 100 * Double(own.count { found[$0] == digit }) / Double(own.count)
    }
  }

  /// For each digit, how many percent of it go to each expert first.
  func routing() throws -> [[Double]] {
    let choices = try choices()
    return (0..<10).map { digit in
      let own = test.labels.indices.filter { test.labels[$0] == digit }
      return (0..<Self.experts).map { expert in
        100 * Double(own.count { choices[$0] == expert }) / Double(own.count)
      }
    }
  }

  /// The mean of the digits that an expert answers for first, `[28, 28]`.
  func meanDigit(of expert: Int) throws -> Tensor {
    let choices = try choices()
    let own = choices.indices.filter { choices[$0] == expert }
    guard !own.isEmpty else { return .zeros([Digits.side, Digits.side]) }
    return test.images.selecting(own).mean(along: 0).reshaped(to: [Digits.side, Digits.side])
  }

  /// The mean of all digits, `[28, 28]`.
  static func meanDigit(_ digits: Digits) -> Tensor {
    digits.images.mean(along: 0).reshaped(to: [Digits.side, Digits.side])
  }
}
