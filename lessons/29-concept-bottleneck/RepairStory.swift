import ConceptBottleneck
import Datasets
import Figures
import Showing
import Tensors
import Texts

extension Demo {
  /// What parts look like, and how well their signs are read.
  static func tellOfParts(_ trial: Trial, _ show: Demonstration) throws {
    show.page.section("Parts, six signs, and a rule")
    let repaired = repairedPart(in: trial)?.row ?? 0
    let chosen =
      [repaired]
      + [0, 1].flatMap { label in
        trial.held.labels.indices.filter { $0 != repaired && trial.held.labels[$0] == label }
          .prefix(label == 0 ? 1 : 2)
      }
    let plates = chosen.map { row in
      let signs = trial.held.truth[row].scalars
      let answer = Inspection.answers[trial.held.labels[row]]
      return Plate(
        Picture(trial.held.images[row]).fitted(toSquare: 448),
        "\(answer): \(Inspection.words(for: signs))",
        alternative: "A faint part: \(Inspection.words(for: signs)); by the rule, \(answer).")
    }
    show.plates(
      plates, columns: 2,
      caption: "Each part with its signs, and what the rule says: stop at four points or more.",
      as: "parts.png")
    let accuracies = trial.full.conceptAccuracies(of: trial.full.independent)
    show.page.table(
      PageTable(
        ["sign", "points", "read rightly"],
        rows: Inspection.signs.indices.map { sign in
          [
            .text(Inspection.signs[sign]), .number(Double(Inspection.points[sign])),
            .number(accuracies[sign]),
          ]
        }, decimals: 2),
      caption: "On \(trial.held.labels.count) parts that were held back, first training.")
  }

  /// A part that is answered wrongly because exactly one sign is misread.
  struct RepairedPart {
    let row: Int
    let misread: Int
  }

  static func repairedPart(in trial: Trial) -> RepairedPart? {
    let model = trial.full.independent
    let reading = model.reading(of: trial.full.rows.features)
    let stops = model.stop(reading)
    let misreads = (reading .> 0.5) .!= trial.full.rows.truth
    for row in trial.held.labels.indices {
      let odd = misreads[row].scalars.indices.filter { misreads[row].scalars[$0] == 1 }
      guard odd.count == 1, (stops[row].scalar > 0.5) != (trial.held.labels[row] == 1) else {
        continue
      }
      return RepairedPart(row: row, misread: odd[0])
    }
    return nil
  }

  /// The story of a part that is stopped or passed wrongly, and of one word that puts it right.
  static func tellOfRepair(_ trial: Trial, _ show: Demonstration) throws {
    show.page.section("One word puts it right")
    guard let part = repairedPart(in: trial) else { return }
    let model = trial.full.independent
    let reading = model.reading(of: trial.full.rows.features)[part.row..<part.row + 1]
    let truth = trial.full.rows.truth[part.row..<part.row + 1]
    let other = part.misread == 0 ? 1 : 0
    let steps: [(name: String, concepts: [Int])] = [
      ("as read", []), ("\(Inspection.signs[other]) confirmed", [other]),
      ("\(Inspection.signs[part.misread]) corrected", [other, part.misread]),
    ]
    let frames = try steps.map { name, concepts in
      let handed = try intervened(
        reading, truth: truth, concepts: concepts, low: model.low, high: model.high)
      let stop = Double(model.stop(handed)[0].scalar)
      let answer = Inspection.answers[stop > 0.5 ? 1 : 0]
      return (
        label: Prose("\(name): \(answer), \(stop, decimals: 2) for stop"),
        chart: BarChart(
          "What the head is handed", axis: Axis("probability of each sign", including: 0...1),
          bars: zip(Inspection.signs, handed[0].scalars).map { .init($0, Double($1)) }
            + [.init("→ stop", stop, isQuiet: true)],
          decimals: 2) as any Chart
      )
    }
    let right = Inspection.answers[trial.held.labels[part.row]]
    show.page.text(
      """
      The first part of the figure above has these signs: \
      \(Inspection.words(for: truth[0].scalars)). By the rule the answer is \(right). The model \
      misreads one sign, \(Inspection.signs[part.misread]), and answers wrongly. Somebody who looks at \
      the part says so.
      """)
    show.frames(
      Frames("the corrections", frames),
      caption: "The bars are all that the head sees; the last one is what it makes of them.",
      as: "repair.svg")
  }
}
