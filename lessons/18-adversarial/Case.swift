import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Showing
import Tensors
import Texts

/// Two networks that read digits: one of them was trained on attacked pictures, or neither was.
///
/// What makes it a case: a network whose logits are large hides its slopes, so that every attack
/// that follows them comes to nothing; and a network that was trained on noisy pictures stands
/// noise, and no attack. A third network, trained on the pictures as they are, lends its attacks.
struct TrainingCase: PlantedCase {
  /// What the learner's functions say about each of the two.
  struct Evidence {
    /// The part of the digits that are read rightly as they are, with random signs, after one step,
    /// after ten, and with the third network's ten.
    var accuracies: [[Double]]
    /// The part of the digits at which every slope is 0.
    var flat: [Double]
  }

  /// How a network was trained.
  enum Training { case plain, noisy, attacked }

  /// A network of the case.
  private struct Reader {
    let training: Training
    /// Whether its logits are large, which changes no answer.
    let isLoud: Bool
    let network: Network
  }

  private let readers: [Reader]
  private let lender: Network
  private let test: Digits
  private let pictures: Tensor

  private static let letters = ["A", "B"]
  static let epsilon: Float = 0.1
  static let ball = Ball(epsilon: epsilon, low: 0, high: 1)
  private static let columns = [
    "as they are", "random signs", "one step", "ten steps", "ten steps, borrowed",
  ]

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    // Which two, and whether their logits are large.
    let pairs: [[(Training, Bool)]] = [
      [(.plain, false), (.attacked, false)],
      [(.noisy, false), (.attacked, false)],
      [(.plain, true), (.attacked, false)],
      [(.plain, false), (.attacked, true)],
      [(.noisy, true), (.attacked, true)],
      [(.plain, true), (.noisy, false)],
      [(.noisy, true), (.plain, false)],
    ]
    let drawn = generator.element(of: pairs)
    let pair = generator.index(below: 2) == 0 ? drawn : drawn.reversed()
    let training = try Digits.training()
    let examples = training[(0..<1_200).map { _ in generator.index(below: training.count) }]
    let test = try Digits.test()
    let asked = test[permutation(of: test.count, using: &generator).prefix(200)]
    readers = try pair.map { training, isLoud in
      let network = try Self.trained(training, on: examples, seed: generator.next())
      return Reader(
        training: training, isLoud: isLoud, network: isLoud ? Self.loud(network) : network)
    }
    lender = try Self.trained(.plain, on: examples, seed: generator.next())
    self.test = asked
    pictures = Self.small(asked.images)
  }

  /// Digits of 14 × 14, in a row.
  static func small(_ images: Tensor) -> Tensor {
    images.avgPool2d(2).flattened(from: 1)
  }

  static func trained(
    _ training: Training, on digits: Digits, seed: UInt64
  ) throws -> Network {
    var generator = SplitMix64(seed: seed)
    var network = Network(
      input: [196],
      layers: [
        "linear1": .linear(inFeatures: 196, outFeatures: 48), "relu": .relu,
        "linear2": .linear(inFeatures: 48, outFeatures: 10),
      ])
    network.initialize(using: &generator)
    let pictures = small(digits.images)
    try train(
      &network, examples: digits.count, with: Adam(learningRate: 5e-3),
      by: TrainingPlan(epochs: 14, batchSize: 40, seed: seed), report: { _ in }
    ) { network, batch, generator in
      let labels = batch.map { digits.labels[$0] }
      var inputs = pictures.selecting(batch, along: 0)
      switch training {
      case .plain: break
      case .noisy:
        inputs =
          (inputs + .normal(deviation: 0.12, shape: inputs.shape, using: &generator))
          .clamped(to: 0...1)
      case .attacked:
        // Written out, so that the case does not depend on the learner's functions.
        let still = network.detached()
        let tracked = inputs.tracked()
        let slopes = gradient(of: still(tracked).crossEntropy(with: labels), withRespectTo: tracked)
        let changed = (inputs + Tensor(epsilon) * slopes.sign()).clamped(to: 0...1)
        return
          (network(inputs).crossEntropy(with: labels)
          + network(changed).crossEntropy(with: labels)) / 2
      }
      return network(inputs).crossEntropy(with: labels)
    }
    return network
  }

  /// The same answers with logits a thousand times as large: the probabilities are 0 and 1, and the
  /// slopes of their logarithms 0.
  private static func loud(_ network: Network) -> Network {
    var loud = network
    loud.forEachParameter { name, value in
      if name.hasPrefix("linear2") { value = 1_000 * value }
    }
    return loud
  }

  let question = CaseQuestion(
    "Which of the two networks was trained on attacked pictures?", options: ["A", "B", "neither"])

  func evidence() throws -> Evidence {
    var evidence = Evidence(accuracies: [], flat: [])
    let borrowed = try attacked(lender)
    let noisy =
      (pictures + Tensor(Self.epsilon) * pictures.randomSigns(seed: 3)).clamped(to: 0...1)
    for reader in readers {
      let network = reader.network
      let one = try fgsm(
        loss: network.loss(of: test.labels), at: pictures, in: Self.ball, aim: .away)
      let inputs = [pictures, noisy, one, try attacked(network), borrowed]
      evidence.accuracies.append(inputs.map { network.accuracy(at: $0, labels: test.labels) })
      let still = (one - pictures).abs().max(along: 1)
      evidence.flat.append(Double((still .== 0).mean().scalar))
    }
    return evidence
  }

  /// Ten steps away from the labels, by the learner's `pgd`.
  private func attacked(_ network: Network) throws -> Tensor {
    try pgd(
      loss: network.loss(of: test.labels), at: pictures, from: pictures, in: Self.ball,
      step: Self.epsilon / 4, steps: 10, aim: .away)
  }

  /// A network's own attack counts where its slopes are there, and the borrowed one elsewhere; who
  /// still reads nearly half of what it read before was trained for it.
  func answer(from evidence: Evidence) -> Set<Int> {
    let stands = Self.letters.indices.map { index in
      let column = evidence.flat[index] < 0.2 ? 3 : 4
      return evidence.accuracies[index][column] > 0.45 * evidence.accuracies[index][0]
    }
    guard let first = stands.firstIndex(of: true) else { return [2] }
    return [first]
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      Two networks read digits of 14 × 14 pixels. Each was trained on the digits as they are, on \
      digits with noise, or on digits that were attacked at every step of training. The logits of \
      some were made a thousand times as large afterwards. All attacks go away from the label, \
      with ε = \(Self.epsilon.shortText).
      """)
    page.text(
      """
      *Borrowed* are pictures that were attacked with the slopes of a third network, trained on \
      the digits as they are. Of these, networks like it read about a tenth, and those that were \
      trained with noise about a quarter.
      """)
    page.table(
      PageTable(
        ["network"] + Self.columns + ["slopes all 0"],
        rows: Self.letters.indices.map { index in
          [.text(Self.letters[index])]
            + evidence.accuracies[index].map { .text($0.text(decimals: 2)) }
            + [.text(evidence.flat[index].text(decimals: 2))]
        }),
      caption: """
        The part of 200 digits that each reads rightly, and the part at which your `fgsm` finds no \
        slope at all.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let attacked = readers.firstIndex { $0.training == .attacked }
    if answer == [attacked ?? 2] {
      guard let attacked else {
        return .right("Neither was. \(readers.indices.map(story).joined(separator: " "))")
      }
      return .right(
        "\(Self.letters[attacked]) was. \(readers.indices.map(story).joined(separator: " "))")
    }
    guard let chosen = answer.first(where: { $0 < 2 }) else {
      return .wrong(
        """
        One of them was. Where a network has slopes, its own ten steps are the test. Where it has \
        none, what does the borrowed attack \
        leave, and what does it leave of networks that were not trained for it?
        """)
    }
    let (reader, letter) = (readers[chosen], Self.letters[chosen])
    if reader.isLoud {
      return .wrong(
        """
        At most digits \(letter) has no slopes at all, so its own attack did not move a single \
        pixel, and could not fail. What does it say to pictures that were attacked with another \
        network's slopes?
        """)
    }
    return .wrong(
      reader.training == .noisy
        ? """
        \(letter) stands random signs, which have no aim. What is left of it after ten steps \
        along its own slopes?
        """
        : """
        \(letter) reads the digits as they are. What is left of that after ten steps along its own \
        slopes?
        """)
  }

  /// What one of the networks is, in a sentence.
  private func story(_ index: Int) -> String {
    let (reader, letter) = (readers[index], Self.letters[index])
    let how =
      switch reader.training {
      case .plain: "\(letter) learned from the digits as they are"
      case .noisy: "\(letter) learned from digits with noise"
      case .attacked: "\(letter) learned from attacked digits"
      }
    return reader.isLoud
      ? "\(how), and its logits were made a thousand times as large, which hides its slopes."
      : "\(how)."
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let attacked = readers.firstIndex { $0.training == .attacked }
    return [("A", 0), ("B", 1), ("neither", 2)].filter { $0.1 != attacked ?? 2 }
      .map { ($0.0, [$0.1]) }
  }
}
