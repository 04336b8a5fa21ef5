import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Tensors
import Texts

/// Where an attack says less than it seems.
extension Demo {
  /// A network that stands every attack because it hides its slopes.
  static func tellOfHiddenSlopes(_ show: Demonstration) throws {
    show.page.section("A network that cannot be attacked")
    let network = try DigitNet.network()
    let digits = try Digits.test()[0..<100]
    // The same answers; the probabilities are so near to 0 and 1 that the loss is flat.
    var loud = network
    loud.forEachParameter { name, value in
      if name.hasPrefix("classifier") { value = 1_000 * value }
    }
    let ball = Ball(epsilon: 0.15, low: 0, high: 1)
    func tried(_ loss: @escaping Score) throws -> (accuracy: Double, flat: Double) {
      let found = try pgd(
        loss: loss, at: digits.images, from: digits.images, in: ball, step: ball.epsilon / 4,
        steps: 10, aim: .away)
      let slope = try slopes(of: loss, at: digits.images).abs().flattened(from: 1).max(along: 1)
      return (
        100 * loud.accuracy(at: found, labels: digits.labels), Double((slope .== 0).sum().scalar)
      )
    }
    // By how much another logit is ahead; it has slopes however large the logits are.
    let margin: Score = { x in
      let logits = loud(x)
      let own = logits.picking(digits.labels, along: 1)
      let marks = Tensor(
        digits.labels.flatMap { label in (0..<10).map { $0 == label ? Float(1e6) : 0 } },
        shape: [digits.count, 10])
      return (logits - marks).max(along: 1) - own
    }
    let (blind, seeing) = (try tried(loud.loss(of: digits.labels)), try tried(margin))
    show.page.text(
      """
      DigitNet with logits a thousand times as large gives the same answers. Ten steps at ε = 0.15 \
      on its cross-entropy leave \(blind.accuracy.text(decimals: 1)) % read rightly, since the \
      slopes are all 0 at \(blind.flat.text(decimals: 0)) of 100 digits. The same ten steps on the \
      margin of the logits leave \(seeing.accuracy.text(decimals: 1)) %.
      """)
    try tellOfTheBox(network, digits, show)
  }

  /// What a change is worth that no picture can hold.
  private static func tellOfTheBox(
    _ network: Network, _ digits: Digits, _ show: Demonstration
  ) throws {
    let loss = network.loss(of: digits.labels)
    let open = try fgsm(
      loss: loss, at: digits.images,
      in: Ball(epsilon: 0.1, low: -.infinity, high: .infinity), aim: .away)
    let outside = Double((Tensor.maximum(open .< 0, open .> 1)).mean().scalar)
    func percent(_ x: Tensor) -> String {
      (100 * network.accuracy(at: x, labels: digits.labels)).text(decimals: 1)
    }
    show.page.text(
      """
      Without a box, one step of ε = 0.1 leaves \((100 * outside).text(decimals: 0)) % of all \
      numbers outside 0…1: ink blacker than black. DigitNet reads \(percent(open)) % of these, and \
      \(percent(open.clamped(to: 0...1))) % once they are saved as pictures.
      """)
  }

  /// Two small networks, one of them trained on attacked digits.
  static func tellOfTraining(_ show: Demonstration) throws {
    show.page.section("Trained on attacked pictures")
    let networks = try show.progress("training", [TrainingCase.Training.plain, .noisy, .attacked]) {
      try TrainingCase.trained($0, on: Digits.training()[0..<2_000], seed: 1)
    }
    let test = try Digits.test()[0..<500]
    let pictures = TrainingCase.small(test.images)
    let blurred = TrainingCase.small(
      test.images.padded([(0, 0), (0, 0), (2, 2), (2, 2)]).avgPool2d(5, stride: 1))
    let moved = TrainingCase.small(
      test.images.padded([(0, 0), (0, 0), (3, 0), (3, 0)])[.all, .all, ..<28, ..<28])
    let lender = try TrainingCase.trained(.plain, on: Digits.training()[2_000..<4_000], seed: 2)
    let borrowed = try pgd(
      loss: lender.loss(of: test.labels), at: pictures, from: pictures, in: TrainingCase.ball,
      step: TrainingCase.epsilon / 4, steps: 10, aim: .away)
    let rows = try zip(["as they are", "noisy", "attacked"], networks).map { name, network in
      let attack = try pgd(
        loss: network.loss(of: test.labels), at: pictures, from: pictures,
        in: TrainingCase.ball, step: TrainingCase.epsilon / 4, steps: 10, aim: .away)
      let cells: [PageTable.Cell] = [pictures, attack, borrowed, blurred, moved].map {
        .text((100 * network.accuracy(at: $0, labels: test.labels)).text(decimals: 0))
      }
      return [.text(name)] + cells
    }
    show.page.table(
      PageTable(
        [
          "trained on digits", "as they are", "ten steps, ε = 0.1", "ten steps, borrowed",
          "blurred",
          "moved by 3 pixels",
        ],
        rows: rows),
      caption: "Per cent of 500 test digits of 14 × 14 pixels that each small network reads.")
  }
}
