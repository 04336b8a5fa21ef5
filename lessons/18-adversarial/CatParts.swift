import Adversarial
import Datasets
import Explanations
import Figures
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

extension Ball {
  /// A ball for photographs as EfficientNet-Lite0 gets them: so many of the 255 steps of grey, in a
  /// box from black to white.
  static func grey(_ steps: Float) -> Ball {
    Ball(epsilon: steps / 128, low: -127.0 / 128, high: 1)
  }
}

extension Picture {
  /// A picture of what EfficientNet-Lite0 gets, `[1, 3, height, width]`, rounded to 8 bits.
  init(input: Tensor) { self.init((input[0] * 128 + 127) / 255) }

  /// A difference of two inputs around a middling grey, enlarged twenty times: what is grey stayed.
  init(difference: Tensor) { self.init(0.5 + 20 * difference[0] * 128 / 255) }
}

extension Subject {
  /// Ten steps of a quarter of ε towards a class, by the learner's function.
  func attacked(towards label: Int, by steps: Float) throws -> Tensor {
    guard steps > 0 else { return input }
    let ball = Ball.grey(steps)
    return try pgd(
      loss: network.loss(of: [label]), at: input, from: input, in: ball, step: ball.epsilon / 4,
      steps: 10, aim: .towards)
  }

  /// The most probable classes at an input, with their probabilities.
  func top(_ count: Int, at input: Tensor) -> [(label: Int, probability: Double)] {
    let top = network(input).softmax().topK(count)
    return zip(top.indices[0], top.values.scalars).map { ($0, Double($1)) }
  }
}

/// The cat on her way to a cup of coffee: each attack is made once, and shown in several parts.
final class EspressoCat {
  let cat: Subject
  private var pictures: [Float: Tensor] = [:]

  init(_ cat: Subject) { self.cat = cat }

  /// Ten steps towards espresso, with an ε of so many of the 255 steps of grey.
  func attacked(by steps: Float) throws -> Tensor {
    if let picture = pictures[steps] { return picture }
    let picture = try cat.attacked(towards: ImageNet.espresso, by: steps)
    pictures[steps] = picture
    return picture
  }
}

/// The cat, one step and ten.
extension Demo {
  static func tellOfTheOtherCat(_ coffee: EspressoCat, _ show: Demonstration) throws {
    let cat = coffee.cat
    show.page.section("One step")
    let names = try EfficientNetLite0.classNames()
    let label = ImageNet.egyptianCat
    let prediction = show.page.predict(
      """
      Chelsea is taken for an Egyptian cat. One step of 2/255 leads away from that answer. What is \
      she taken for then?
      """, options: ["another cat", "something that is no cat", "still an Egyptian cat"])
    let away = try fgsm(
      loss: cat.network.loss(of: [label]), at: cat.input, in: .grey(2), aim: .away)
    let towards = try fgsm(
      loss: cat.network.loss(of: [ImageNet.espresso]), at: cat.input, in: .grey(2), aim: .towards)
    let signs = cat.input.randomSigns(seed: 1)
    let random = try projected(
      cat.input + Tensor(Ball.grey(2).epsilon) * signs, around: cat.input, in: .grey(2))
    let columns = [cat.input, random, away, towards].map { cat.top(5, at: $0) }
    let titles = ["as she is", "random signs", "away from Egyptian cat", "towards espresso"]
    show.page.table(
      PageTable(
        ["place"] + titles,
        rows: (0..<5).map { place in
          [.text("\(place + 1)")]
            + columns.map { column in
              .text(
                "\(names[column[place].label]) \(column[place].probability.text(decimals: 2))")
            }
        }), caption: "The five most probable classes; one step, ε = 2/255.")
    show.page.outcome(
      of: prediction, "Another cat: a tiger cat, and next a tabby.", answer: "another cat")
    // What the slope promises, and what one step and ten keep of it.
    let espresso: Score = { -(try cat.network.loss(of: [ImageNet.espresso])($0)) }
    let start = try espresso(cat.input)[0].scalar
    var rows: [[PageTable.Cell]] = []
    let slope = try slopes(of: espresso, at: cat.input).abs().sum().scalar
    for steps: Float in [0.25, 0.5, 1, 2, 4] {
      let one = try espresso(
        fgsm(
          loss: cat.network.loss(of: [ImageNet.espresso]), at: cat.input, in: .grey(steps),
          aim: .towards))[0].scalar
      let ten = try espresso(coffee.attacked(by: steps))[0].scalar
      rows.append([
        .text("\(steps.shortText)/255"), .number(Double(slope * Ball.grey(steps).epsilon)),
        .number(Double(one - start)), .number(Double(ten - start)),
      ])
    }
    show.page.table(
      PageTable(["ε", "the slope promises", "one step", "ten steps"], rows: rows, decimals: 2),
      caption: """
        How much log p(espresso) rises: ε‖slope‖₁, and what comes of it. It is \
        \(Double(start).text(decimals: 2)) at the photograph.
        """)
    let logits = cat.network(cat.input)
    show.page.text(
      """
      The logits: \([ImageNet.egyptianCat, ImageNet.tigerCat, 281, ImageNet.espresso].map {
        "\(names[$0]) \(Double(logits[0, $0].scalar).text(decimals: 2))"
      }.joined(separator: ", ")).
      """)
  }

  static func tellOfEspresso(_ coffee: EspressoCat, _ show: Demonstration) throws {
    let cat = coffee.cat
    show.page.section("Ten steps to a cup of coffee")
    let names = try EfficientNetLite0.classNames()
    let attacked = try coffee.attacked(by: 2)
    // As a file would hold it: whole numbers from 0 to 255.
    let kept = Picture(input: attacked)
    let read = EfficientNetLite0.input(from: kept.values)
    let columns = [cat.input, attacked, read].map { cat.top(5, at: $0) }
    func label(_ input: Tensor, _ name: String) -> Prose {
      let (label, probability) = cat.top(1, at: input)[0]
      return "\(name): \(names[label]), \(probability, decimals: 2)"
    }
    show.plates(
      [
        Plate(
          cat.picture, label(cat.input, "Chelsea"), alternative: Photograph.chelsea.caption),
        Plate(
          kept, label(read, "after ten steps"),
          alternative: "The same cat; no difference can be seen."),
        Plate(
          Picture(difference: read - cat.input), "their difference × 20",
          alternative: "Fine coloured grain all over, on a middling grey."),
      ], columns: 3,
      caption: """
        At most 2 of 255 steps of grey between the first two, rounded to 8 bits.
        """, as: "espresso.png")
    show.page.table(
      PageTable(
        ["place", "before", "after", "after rounding to 8 bits"],
        rows: (0..<5).map { place in
          [.text("\(place + 1)")]
            + columns.map { column in
              .text(
                "\(names[column[place].label]) \(column[place].probability.text(decimals: 2))")
            }
        }), caption: "The five most probable classes before and after, ε = 2/255.")
    let change = (read - cat.input) * 128
    show.page.text(
      """
      After rounding the largest change is \(change.abs().max().scalar.shortText) steps of grey, \
      its root mean square \(Double(change.squared().mean().sqrt().scalar).text(decimals: 2)).
      """)
    try tellOfSizes(coffee, names, show)
  }

  /// The attack under a slider, from no change to one that everybody sees.
  private static func tellOfSizes(
    _ coffee: EspressoCat, _ names: [String], _ show: Demonstration
  ) throws {
    let sizes: [Float] = [0, 0.5, 1, 2, 4, 8, 26]
    let plates = try show.progress("attacking the cat", sizes) { steps in
      let picture = Picture(input: try coffee.attacked(by: steps))
      let (label, probability) = coffee.cat.top(
        1, at: EfficientNetLite0.input(from: picture.values))[0]
      return Plate(
        picture, "ε = \(steps.shortText)/255: \(names[label]), \(probability, decimals: 2)",
        alternative: steps < 16
          ? "The cat, as she was." : "The cat under coloured grain that everybody sees.")
    }
    show.frames(
      Frames("ε", plates),
      caption: """
        Ten steps towards espresso for several ε. The last, 26/255, is the ε = 0.1 that one \
        tutorial calls imperceptible.
        """, as: "sizes.png")
  }

  /// All photographs of the course, and three answers for each.
  static func tellOfAllPairs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Five photographs")
    let subjects = try Photograph.allCases.map { photograph in
      let subject = try Subject(photograph, by: network)
      return (subject: subject, answer: subject.mostProbable(1)[0].label)
    }
    let pairs = subjects.flatMap { subject, answer in
      [ImageNet.espresso, ImageNet.limousine].filter { $0 != answer }.map { (subject, $0) }
    }
    func answer(_ input: Tensor) -> Int { network(input).argmax() }
    let reached = try show.progress("attacking photographs", pairs) { subject, target in
      let attacked = try subject.attacked(towards: target, by: 2)
      let read = EfficientNetLite0.input(from: Picture(input: attacked).values)
      let stepped = try fgsm(
        loss: network.loss(of: [target]), at: subject.input, in: .grey(2), aim: .towards)
      return [attacked, read, stepped].map { answer($0) == target }
    }
    let random = try subjects.map { subject, before in
      try (0..<5).count { seed in
        let signs = subject.input.randomSigns(seed: UInt64(seed))
        let moved = try projected(
          subject.input + Tensor(Ball.grey(2).epsilon) * signs, around: subject.input,
          in: .grey(2))
        return answer(moved) != before
      }
    }
    let counts = (0..<3).map { kind in reached.count { $0[kind] } }
    show.page.text(
      """
      Ten steps at ε = 2/255 reach the wished-for class on \(counts[0]) of \(pairs.count) pairs of \
      a photograph and a class, and on \(counts[1]) after rounding to 8 bits. One step reaches it \
      on \(counts[2]). Random signs of that size change the answer in \(random.reduce(0, +)) of \
      \(5 * subjects.count) draws, on \(random.count { $0 > 0 }) of the photographs.
      """)
  }

  /// The reader's own photographs, attacked.
  static func tellOfOwnPhotographs(
    _ photographs: [(name: String, picture: Picture)], _ page: Page
  ) throws {
    let network = try EfficientNetLite0.network()
    let names = try EfficientNetLite0.classNames()
    for (name, picture) in photographs {
      let square = picture.fitted(toSquare: Photograph.side)
      let subject = Subject(values: square.values, target: ImageNet.espresso, by: network)
      let attacked = Picture(input: try subject.attacked(towards: ImageNet.espresso, by: 2))
      let read = EfficientNetLite0.input(from: attacked.values)
      let (before, after) = (subject.top(1, at: subject.input)[0], subject.top(1, at: read)[0])
      page.plates([
        Plate(
          square, "\(name): \(names[before.label]), \(before.probability, decimals: 2)",
          alternative: "Your photograph."),
        Plate(
          attacked, "2/255 later: \(names[after.label]), \(after.probability, decimals: 2)",
          alternative: "Your photograph, attacked."),
        Plate(
          Picture(difference: read - subject.input), "difference × 20",
          alternative: "Coloured grain on grey."),
      ])
    }
  }
}
