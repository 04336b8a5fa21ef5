import Datasets
import Figures
import Layers
import Models
import PlantingTheTruth
import Showing
import Tensors

/// A tag is planted on pictures of shapes. What will a network follow when the tag is moved?
@main struct Demo {
  static func main() {
    Demonstration.run(
      "Planting the truth", lesson: "02-planting-the-truth", case: ArchiveCase.self,
      training: { folder, note in
        try RelianceCurves.measure(into: "\(folder)/\(RelianceCurves.file)", note)
      }
    ) { show in
      let kept = try RelianceCurves(contentsOf: "\(show.figures)/\(RelianceCurves.file)")
      var isScored = false
      try show.part { try tellOfOneMove(show) }
      try show.part {
        try tellOfReaders(show)
        isScored = true
      }
      try show.part { try tellOfForgetting(kept, show) }
      try show.part { try tellOfRates(kept, show) }
      try show.part { try tellOfTwoCues(show) }
      try show.part { try tellOfBytes(show) }
      // Without scores there is nothing to compare.
      guard isScored else { return }
      show.league(
        caption:
          "A dot is the mean of three pairs of networks, and the line one standard deviation.",
        as: "league.svg")
    }
  }

  /// The same shapes with their own tags and with others', and what a cheat answers.
  private static func tellOfOneMove(_ show: Demonstration) throws {
    show.keep(Diagrams.planting, as: "planting.svg")
    show.keep(Diagrams.split, as: "split.svg")
    let network = try TaggedNet.network()
    var generator = SplitMix64(seed: 3)
    let shapes = TaggedShapes.draw(
      8, cue: .corner, agreement: 1, style: .faint, using: &generator
    ).shapes
    let four = Shapes.Kind.allCases.compactMap { kind in
      shapes.labels.firstIndex(of: kind.rawValue)
    }
    let chosen = shapes[four]
    let moved = try movedTags(for: chosen.labels, classes: Cue.tagCount, seed: 5)
    let rows = [("own tag", chosen.labels), ("moved tag", moved)]
    let plates = try rows.flatMap { name, tags in
      let pictures = try chosen.stamped(tags, .corner)
      let answers = network.predictions(for: pictures.inputs)
      return answers.indices.map { index in
        let (kind, answer) = (
          Shapes.classNames[chosen.labels[index]], Shapes.classNames[answers[index]]
        )
        return Plate(
          Picture(pictures.inputs[index]), "\(name), answer: \(answer)",
          alternative: "A \(kind), \(name); the network answers \(answer).")
      }
    }
    show.page.text(
      """
      In the corner of each picture is a tag, one for each class. This network learned from pictures \
      on which 99 tags of 100 named the class. Below, nothing changes but the tag.
      """)
    show.plates(
      plates, columns: 4, panelWidth: 300,
      caption:
        "Above, each shape has the tag of its own class; below, of another. Under each stands what the network answers.",
      as: "moved.png")
  }

  /// Networks whose teacher is known, to try instruments on.
  private static func tellOfReaders(_ show: Demonstration) throws {
    show.page.section("Who reads the tag?")
    show.page.text(
      """
      Three networks were taught to call a picture by its tag, and three by its shape, on the same \
      pictures. So it is known what each of them reads. How far apart does an instrument put the two \
      groups? At 1 it is right about all of them; at 0 it cannot tell them apart.
      """)
    let pairs = try show.progress("Training two readers", Readers.seeds) { seed in
      try Readers.measured(seed: seed)
    }
    let chance = Spread(Readers.chance(repetitions: 200, pictures: 500))
    let bounds = [0.9...1, 0.5...1, -0.15...0.05]
    for (index, instrument) in Readers.Instrument.allCases.enumerated() {
      let distance = Spread(pairs.map { $0.distances[index] })
      show.score(
        instrument.rawValue, distance.mean, spread: distance.deviation, question: .readersApart,
        chance: 0, chanceSpread: chance.deviation, within: bounds[index])
    }
    let chart = MatrixChart(
      "Three instruments on two groups",
      subtitle: "means of three networks, on 500 pictures",
      rows: Readers.Instrument.allCases.map(\.rawValue),
      columns: ["read the tag", "read the shape", "apart"],
      values: Readers.Instrument.allCases.indices.map { index in
        let tag = Spread(pairs.map { $0.ofTag[index] }).mean
        let shape = Spread(pairs.map { $0.ofShape[index] }).mean
        return [tag, shape, tag - shape]
      })
    show.keep(chart, as: "readers.svg")
    show.page.chart(chart)
    show.truth(
      "Both teachers are known, so a perfect instrument puts their pupils 1 apart.",
      question: .readersApart,
      measure: Axis("how far apart the two groups are put", including: 0...1))
  }
}
