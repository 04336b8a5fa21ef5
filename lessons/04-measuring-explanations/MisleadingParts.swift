import Datasets
import Explanations
import Figures
import Layers
import MeasuringExplanations
import Models
import Showing
import Subjects
import Tensors
import Texts

/// Where the measures mislead, and what the next lesson is about.
extension Demo {
  /// A network that looks at a tag, and its twin that looks at the shape.
  static func tellOfTags(_ show: Demonstration) throws {
    show.page.section("A true map that loses")
    let pictures = TaggedNet.pictures(200, agreement: 1, seed: 21)
    let (shapes, tags) = (pictures.masks(of: .object), pictures.cueMasks)
    let networks = [
      ("the cheat", try TaggedNet.network()), ("its honest twin", try TaggedNet.twin()),
    ]
    var generator = SplitMix64(seed: 22)
    let moved = pictures.moved(using: &generator)
    var plates = [
      Plate(
        Picture(pictures.images[0]), "a \(Shapes.classNames[pictures.labels[0]]) and its tag",
        alternative: "A faint shape, and a small mark in the upper left corner.")
    ]
    let rows = try networks.map { name, network -> [PageTable.Cell] in
      let trace = Trace(
        network, pictures.images, classes: pictures.labels, places: smallPlaces)
      let maps = Method.inputTimesGradient.maps(trace)
      func masses(_ masks: Tensor) throws -> Spread {
        Spread(try (0..<200).map { Double(try massAccuracy(map: maps[$0], mask: masks[$0])) })
      }
      plates.append(
        Plate(
          try .signed(maps[0]), "input × gradient of \(name)",
          alternative: "The map of \(name)."))
      let guesses = network(moved.images).argmax(along: 1)
      return [
        .text(name), .text(try masses(shapes).text(decimals: 2)),
        .text(try masses(tags).text(decimals: 2)),
        .number(Double(zip(guesses, moved.tags).count { $0 == $1 })),
      ]
    }
    show.plates(
      plates, columns: 3, bar: .forAndAgainst,
      caption: "One picture, two networks that are right about it, two true maps.", as: "tags.png")
    show.page.table(
      PageTable(
        ["network", "mass on the shape", "mass on the tag", "follows a moved tag, of 200"],
        rows: rows),
      caption: """
        Mean ± standard deviation over 200 pictures. By chance: \
        \(shapes.mean().scalar.text(decimals: 2)) on the shape, \
        \(tags.mean().scalar.text(decimals: 3)) on the tag.
        """)
  }

  /// Random numbers pass the sanity check.
  static func tellOfNoise(_ show: Demonstration) throws {
    show.page.section("Noise passes")
    var generator = SplitMix64(seed: 6)
    let exam = try ShapesExam(20)
    let noise = exam.untrained.flatMap { _ in
      (0..<20).map { _ in
        (
          Tensor.uniform(in: 0..<1, shape: [32, 32], using: &generator),
          Tensor.uniform(in: 0..<1, shape: [32, 32], using: &generator)
        )
      }
    }
    let single = try noise.map { Double(try rankCorrelation($0, $1)) }
    let left = Spread(single)
    let means = exam.untrained.indices.map { draw in
      Spread(Array(single[20 * draw..<20 * (draw + 1)])).mean
    }
    show.page.text(
      """
      A method that draws its map at random has a rank correlation of \(left.text(decimals: 2)) with its \
      own map of a random network, and means over 20 shapes have \(Spread(means).text(decimals: 3)). It \
      passes the check. So ask twice with the same network, too: the gradient gives the same map both \
      times, and noise does not.
      """)
  }

  /// The gradient of a photograph, and of the same with a little noise.
  static func tellOfALittleNoise(_ network: Network, _ show: Demonstration) throws {
    show.page.section("A little noise on the photograph")
    var generator = SplitMix64(seed: 6)
    let cat = try Subject(.chelsea, by: network)
    let faint = Tensor.normal(shape: cat.input.shape, using: &generator) * 0.05
    let maps = [cat.input, cat.input + faint].map { input in
      Method.gradient.maps(Trace(network, input, classes: [cat.target], places: []))[0]
    }
    let alike = try rankCorrelation(maps[0], maps[1])
    let pictures = [cat.picture, Picture((cat.input[0] + faint[0]) * (64.0 / 127.5) + 0.5)]
    show.plates(
      try zip(pictures, ["Chelsea", "Chelsea and a little noise"]).map { picture, name in
        Plate(picture, Prose(verbatim: name), alternative: "\(name), the same cat.")
      }
        + zip(maps, ["its gradient", "its gradient: ρ = \(alike.text(decimals: 2))"]).map {
          Plate(
            try Heat($0, scaledBy: .percentile(99.5), in: .grey).picture, Prose(verbatim: $1),
            alternative: "Grey grain, brighter around the eyes.")
        }, columns: 2, caption: "Noise that can hardly be seen makes another map.", as: "next.png")
  }
}
