import Datasets
import Explanations
import Figures
import GradCAM
import Layers
import Models
import Showing
import Subjects
import Tensors
import Texts

/// A report whose program has one wrong line, which is to be found by what the line does to the map.
///
/// Four shapes stand in one picture, and a network knows all four. The report shows a Grad-CAM at the
/// last layer for one of the four classes, with its signs; your own functions make the right one. In
/// the pictures, which are scaled each to its own largest number, several of the wrong lines cannot be
/// seen at all, and one of the suspected lines changes nothing at this layer.
struct ReportCase: PlantedCase {
  /// The right map with its signs, `[height, width]`, and the picture of it.
  typealias Evidence = (map: Tensor, squares: Picture)

  /// What may be wrong in a program for Grad-CAM, in the order of the options.
  fileprivate enum Slip: Int, CaseIterable {
    case sum, largest, stretched, early, preferred, probability, pixelByPixel

    var words: String {
      switch self {
      case .sum: "the gradient is added up over the pixels, not averaged"
      case .largest: "the map is divided by its largest number"
      case .stretched: "the map is scaled to 0…1 by its smallest and its largest number"
      case .early: "each channel is clipped at zero before the channels are added"
      case .preferred: "another class is explained, the one that the network prefers"
      case .probability: "the probability is explained, not the logit"
      case .pixelByPixel: "gradient and activation are multiplied pixel by pixel, without a mean"
      }
    }
  }

  fileprivate static let layer = "relu4"

  private let picture: Picture
  private let input: Tensor
  private let network: Network
  /// The kinds of shape in reading order.
  private let kinds: [Int]
  /// The class that the report says it explains, and the one that the network prefers.
  private let target: Int
  private let preferred: Int
  /// The map of the report, `[height, width]`.
  private let report: Tensor
  private let reportSquares: Picture
  private let planted: Slip

  let question = CaseQuestion(
    "Which line of the report's program is wrong?", options: Slip.allCases.map(\.words))

  init(seed: UInt64) throws {
    network = try ShapesNet.network()
    var generator = SplitMix64(seed: seed)
    // What changes nothing at the last layer cannot be found there.
    planted = generator.element(of: Slip.allCases.filter { $0 != .pixelByPixel })
    // Drawn until every slip would leave its trace in two decimals.
    while true {
      let shapes = Shapes.draw(4, using: &generator)
      let rows = (0..<2).map { row in
        Tensor.concatenated([shapes.images[2 * row], shapes.images[2 * row + 1]], along: 2)
      }
      let values = Tensor.concatenated(rows, along: 1)
      let found = Suspects(network, values.insertingAxis(at: 0), of: generator.index(below: 4))
      guard found.canBeTold(kinds: shapes.labels) else { continue }
      picture = Picture(values)
      input = values.insertingAxis(at: 0)
      kinds = shapes.labels
      (target, preferred) = (found.target, found.preferred)
      report = found.map(with: planted)
      reportSquares = try Self.squares(report)
      return
    }
  }
}

/// What every slip makes of a picture's map, without the exercise.
private struct Suspects {
  let target: Int
  let preferred: Int
  /// What each channel adds to the map of each class, `[channels, height, width]`.
  private let parts: [Tensor]
  private let probabilities: [Float]

  init(_ network: Network, _ input: Tensor, of target: Int) {
    var found = input
    let logits = network(input) { name, activation in
      guard name == ReportCase.layer else { return activation }
      found = activation.tracked()
      return found
    }
    parts = (0..<4).map { label in
      let slopes = gradient(of: logits[0, label], withRespectTo: found)
      return (slopes.mean(along: 2, 3, keepingAxes: true) * found.detached())[0]
    }
    probabilities = logits.softmax(along: 1).scalars
    self.target = target
    preferred = logits.argmax(along: 1)[0]
  }

  /// The right map.
  var right: Tensor { parts[target].sum(along: 0) }

  func map(with slip: ReportCase.Slip) -> Tensor {
    let map = right
    switch slip {
    case .sum: return Tensor(Float(map.count)) * map
    case .largest: return map / map.max()
    case .stretched: return (map - map.min()) / (map.max() - map.min())
    case .early: return parts[target].relu().sum(along: 0)
    case .preferred: return parts[preferred].sum(along: 0)
    case .probability:
      // ∂p[c] = p[c] · (∂s[c] − Σ over the classes of p · ∂s), and a map is linear in the gradient.
      let mean = parts.indices.reduce(Tensor(0)) { sum, label in
        sum + Tensor(probabilities[label]) * parts[label].sum(along: 0)
      }
      return Tensor(probabilities[target]) * (map - mean)
    case .pixelByPixel: return map
    }
  }

  /// Whether each slip leaves the trace that tells it from the others.
  func canBeTold(kinds: [Int]) -> Bool {
    guard target != preferred, probabilities[target] > 0.1 else { return false }
    // The sums of a map on the shape asked for, and on the one that the network prefers.
    let both = { (slip: ReportCase.Slip) -> (own: Float, other: Float) in
      let sums = ReportCase.sums(of: self.map(with: slip))
      return (
        sums[kinds.firstIndex(of: target) ?? 0], sums[kinds.firstIndex(of: preferred) ?? 0]
      )
    }
    let map = right
    let (own, other, fading) = (both(.pixelByPixel), both(.preferred), both(.probability))
    return (0.05..<0.9).contains(map.max().scalar) && map.min().scalar < -0.05
      && self.map(with: .early).max().scalar < 0.9
      && own.own > 0.5 && other.own < -0.5 && other.other > 0.5
      && fading.own > 0.05 && fading.own < own.own - 0.05 && fading.other < -0.05
  }
}

extension ReportCase {
  /// The sum of a map over each quarter, with signs.
  fileprivate static func sums(of map: Tensor) -> [Float] {
    let half = map.shape[0] / 2
    return (0..<4).map { quarter in
      let (row, column) = (quarter / 2 * half, quarter % 2 * half)
      return map[row..<row + half, column..<column + half].sum().scalar
    }
  }

  private static func squares(_ map: Tensor) throws -> Picture {
    try Heat(map, .signed).picture(width: 256, height: 256, by: .nearest)
  }

  func evidence() throws -> Evidence {
    let map = try gradCAM(capture(network, at: input, target: target, place: Self.layer))[0]
    return (map, try Self.squares(map))
  }

  /// The line that does to the right map what the report shows.
  ///
  /// A factor that is the same at every pixel: the number of pixels is that of a sum, any other that of
  /// a division, which makes the highest number 1. No factor, but the numbers go from exactly 0 to
  /// exactly 1: they were stretched. Nothing negative is left otherwise: channels were clipped. The
  /// shape asked for has become evidence against: another class was explained. It has not: the
  /// probability, for which what speaks for another class counts as well.
  func answer(from evidence: Evidence) -> Set<Int> {
    let map = evidence.map
    let factor = (report * map).sum().scalar / map.squared().sum().scalar
    let rest = (report - Tensor(factor) * map).abs().max().scalar
    let (lowest, highest) = (report.min().scalar, report.max().scalar)
    let slip: Slip
    if rest < 1e-3 * report.abs().max().scalar {
      slip = abs(factor / Float(map.count) - 1) < 0.01 ? .sum : .largest
    } else if lowest >= 0 {
      slip = abs(lowest) < 1e-6 && abs(highest - 1) < 1e-5 ? .stretched : .early
    } else {
      let own = Self.sums(of: report)[kinds.firstIndex(of: target) ?? 0]
      slip = own < 0 ? .preferred : .probability
    }
    return [slip.rawValue]
  }
}

extension ReportCase {
  func tell(_ evidence: Evidence, on page: Page) {
    let names = Shapes.classNames
    let size = "\(evidence.map.shape[0]) × \(evidence.map.shape[1])"
    page.text(
      """
      Four shapes stand in one picture. A report shows a Grad-CAM for the *\(names[target])*, made at \
      `\(Self.layer)`, the last layer before the mean, with its signs. One line of the report's program \
      is wrong. Your own `capture` and `gradCAM` made the map beside it.
      """)
    page.plates(
      [
        Plate(
          picture.scaled(by: 4), "the picture", alternative: "Four shapes, one in each quarter."),
        Plate(
          evidence.squares, "your map", alternative: "\(size) squares in red and blue."),
        Plate(
          reportSquares, "the report's map", alternative: "\(size) squares in red and blue."),
      ],
      caption: """
        Red for, blue against. Each map is drawn on a scale of its own, from its largest number to \
        minus that.
        """)
    let places = ["top left", "top right", "bottom left", "bottom right"]
    let quarters = zip(kinds, places).map { "the \(names[$0]), \($1)" }
    page.table(
      PageTable(
        ["map of \(size)", "lowest", "highest"] + quarters.map { "sum on \($0)" },
        rows: [("yours", evidence.map), ("the report's", report)].map { name, map in
          let numbers = [map.min().scalar, map.max().scalar] + Self.sums(of: map)
          return [.text(name)] + numbers.map { .text($0.text(decimals: 2)) }
        }),
      caption: "The sums are over the pixels of a quarter, with signs.")
    let logits = network(input)
    let probabilities = logits.softmax(along: 1)
    page.table(
      PageTable(
        ["what the network says", "logit", "probability"],
        rows: names.indices.map { label in
          [
            .text(names[label]), .text(logits[0, label].scalar.text(decimals: 2)),
            .text(probabilities[0, label].scalar.text(decimals: 2)),
          ]
        }))
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let slip = Slip(rawValue: answer.first ?? 0) ?? .sum
    let shape = Shapes.classNames[target]
    let other = Shapes.classNames[preferred]
    if slip == planted { return .right("\(trace(of: slip)) That is what the table shows.") }
    let asked =
      planted == .preferred || planted == .probability
      ? "Compare the sums on the \(shape) and on the \(other)."
      : "Compare the lowest and the highest numbers of the two maps."
    return .wrong("\(trace(of: slip)) The table shows something else. \(asked)")
  }

  /// What a slip does to a map, whatever the picture.
  private func trace(of slip: Slip) -> String {
    let shape = Shapes.classNames[target]
    let other = Shapes.classNames[preferred]
    switch slip {
    case .sum:
      return """
        A sum is the mean times the number of pixels, \(report.count) here, so every number of the \
        report would be \(report.count) times yours.
        """
    case .largest:
      return """
        After a division by the largest number the highest is 1, zero stays zero, and every number of \
        the report is the same number of times yours.
        """
    case .stretched:
      return """
        After scaling by the smallest and the largest number the map goes from exactly 0 to exactly 1, \
        and what spoke most against the class has become the zero.
        """
    case .early:
      return """
        If what speaks against the class is clipped in every channel, nothing negative is left, no \
        number lies below yours, and nothing makes the highest number exactly 1.
        """
    case .preferred:
      return """
        The network prefers the \(other). A map for the \(other) would be positive on the \(other), \
        and would say that the \(shape) speaks against.
        """
    case .probability:
      return """
        A probability asks why the \(shape) rather than the others. The \(shape) would still speak for \
        it, though less, and the \(other), which the network prefers, against it.
        """
    case .pixelByPixel:
      return """
        Behind `\(Self.layer)` come only a mean and one linear layer, so the gradient is the same at \
        all pixels of a channel. With or without a mean, the map would be yours, number for number.
        """
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    Slip.allCases.filter { $0 != planted }.map { ("not: \($0.words)", [$0.rawValue]) }
  }
}
