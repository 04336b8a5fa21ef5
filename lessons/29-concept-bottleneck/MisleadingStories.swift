import ConceptBottleneck
import Figures
import Showing
import Tensors
import Texts

extension Demo {
  /// A true correction may spoil a right answer.
  static func tellOfSpoiling(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("A true correction may spoil a right answer")
    var bars: [BarChart.Bar] = []
    for (scheme, name) in schemeNames.enumerated() {
      var spoiled: [Double] = []
      var repaired: [Double] = []
      for trial in trials {
        let model = trial.full.schemes[scheme]
        let before = try trial.full.isRight(model, correcting: [])
        let after = try (0..<trial.full.count).map {
          try trial.full.isRight(model, correcting: [$0])
        }
        func rate(from: Bool, to: Bool) -> Double {
          let turned = after.reduce(0) { sum, after in
            sum + zip(before, after).count { $0 == from && $1 == to }
          }
          return 100 * Double(turned) / Double(before.count { $0 == from } * after.count)
        }
        spoiled.append(rate(from: true, to: false))
        repaired.append(rate(from: false, to: true))
      }
      bars.append(
        .init(
          "\(name), repaired", Spread(repaired).mean, spread: Spread(repaired).deviation))
      bars.append(
        .init("\(name), spoiled", Spread(spoiled).mean, spread: Spread(spoiled).deviation))
    }
    let chart = BarChart(
      "One sign is corrected", axis: Axis("answers turned, of 100"), bars: bars, decimals: 1)
    show.keep(chart, as: "spoiled.svg")
    show.page.chart(
      chart, caption: "Of 100 wrong answers so many are repaired; of 100 right ones, spoiled.")
  }

  /// The best set of corrections, chosen by the answers themselves.
  static func tellOfOrders(_ trials: [Trial], _ show: Demonstration) throws {
    show.page.section("The best of many orders")
    let count = Inspection.signs.count
    // [training][corrections]: the mean, the best and the worst over all sets of so many signs.
    let found = try trials.map { trial in
      var rates = [[Double]](repeating: [], count: count + 1)
      for set in 0..<1 << count {
        let concepts = (0..<count).filter { set >> $0 & 1 == 1 }
        rates[concepts.count].append(
          try trial.full.isRight(trial.full.independent, correcting: concepts).rate)
      }
      return rates
    }
    let chart = LineChart(
      "It matters which signs are corrected", x: Axis("signs corrected"),
      y: Axis("part of the answers that is right"),
      lines: [
        line("the best signs", found.map { $0.map { $0.max() ?? 0 } }),
        line("all sets, mean", found.map { $0.map { $0.reduce(0, +) / Double($0.count) } }),
        line("the worst signs", found.map { $0.map { $0.min() ?? 0 } }),
      ])
    show.keep(chart, as: "orders.svg")
    show.page.chart(chart, caption: "Independent training, full list; every set of signs tried.")
    show.page.table(
      PageTable(
        ["independent"] + (0...count).map { "\($0)" },
        rows: [
          row("best", found.map { $0.map { $0.max() ?? 0 } }),
          row("mean", found.map { $0.map { $0.reduce(0, +) / Double($0.count) } }),
          row("worst", found.map { $0.map { $0.min() ?? 0 } }),
        ]))
  }

  /// What lesson 30 begins with: parts that the frozen eye sees as alike.
  static func tellOfNeighbours(_ trial: Trial, _ show: Demonstration) {
    show.page.section("What comes next")
    let features = trial.full.rows.features
    let norms = features.squared().sum(along: 1).sqrt()
    let asked = repairedPart(in: trial)?.row ?? 0
    let likeness = features.matmul(features[asked]) / norms
    let nearest = likeness.topK(4).indices[0]
    let plates = nearest.enumerated().map { place, row in
      let signs = Inspection.words(for: trial.held.truth[row].scalars)
      return Plate(
        Picture(trial.held.images[row]).fitted(toSquare: 448),
        place == 0 ? "the part itself: \(signs)" : "nearest, \(place): \(signs)",
        alternative: "\(place == 0 ? "The part" : "A part that is alike"): \(signs).")
    }
    show.plates(
      plates, columns: 2,
      caption: "The part of the story, and the three that the frozen network sees as most alike.",
      as: "next.png")
  }
}
