import Datasets
import Explanations
import Figures
import MeasuringExplanations
import Showing
import Subjects
import Tensors
import Texts

/// What the maps of two hundred shapes are worth, by four measures.
extension Demo {
  /// The parts of a map's maximum at which boxes are drawn.
  private static let thresholds: [Float] = [0.15, 0.3, 0.5]

  static func tellOfShapes(_ exam: ShapesExam, _ trace: Trace, _ show: Demonstration) throws {
    show.page.section("Two hundred shapes")
    show.page.chart(show.keep(Diagrams.measures, as: "measures.svg"))
    show.page.text(
      """
      Where each shape is we know, because we drew it. One of the five methods never asks the network: \
      an edge detector, which draws where the brightness changes.
      """)
    let prediction = show.page.predict(
      """
      The gradient is highest on the shape in 143 of 200 images. In how many is the edge detector, \
      which does not know that there is a network?
      """, options: ["about 40", "about 140", "about 190"])
    var generator = SplitMix64(seed: 4)
    let methods = Method.all.map { (name: $0.name, maps: $0.maps(trace)) }
    let others: [(name: String, maps: Tensor)] = [
      ("the image itself, no network", exam.images.mean(along: 1)),
      ("random numbers", .uniform(in: 0..<1, shape: exam.masks.shape, using: &generator)),
      ("the mask itself", exam.masks),
    ]
    show.plates(
      [
        Plate(
          Picture(exam.images[0]), "a \(Shapes.classNames[exam.shapes.labels[0]])",
          alternative: "A shape on a dark ground.")
      ]
        + (try methods.map { name, maps in
          Plate(
            try .signed(maps[0]),
            "\(name): \(try massAccuracy(map: maps[0], mask: exam.masks[0]), decimals: 2)",
            alternative: "The map of \(name) for the shape.")
        }), columns: 3, bar: .forAndAgainst,
      caption: "One shape, five maps, and the part of each that lies on the shape.",
      as: "shapes.png")
    let truths = try exam.shapes.labels.indices.map { try Self.box(around: exam.masks[$0]) }
    var (hits, largestError) = ([Double](), 0.0)
    let rows = try (methods + others).map { name, maps -> [PageTable.Cell] in
      let measured = try exam.shapes.labels.indices.map { index -> [Double] in
        let (map, mask) = (maps[index], exam.masks[index])
        return [
          try pointingGame(map: map, mask: mask) ? 1 : 0,
          Double(try massAccuracy(map: map, mask: mask)),
          Double(try rankAccuracy(map: map, mask: mask)),
        ]
          + (try thresholds.map {
            Double(try boxOverlap(map: map, truth: truths[index], threshold: $0))
          })
      }
      let columns = measured[0].indices.map { column in measured.map { $0[column] } }
      largestError = max(largestError, columns.dropFirst().map { Spread($0).error }.max() ?? 0)
      hits.append(columns[0].reduce(0, +))
      score(name, hits: columns[0], masses: columns[1], exam, show)
      return [.text(name), .number(hits[hits.count - 1])]
        + columns.dropFirst().map { .number(Spread($0).mean) }
    }
    show.page.outcome(
      of: prediction,
      """
      In \(hits[4].text(decimals: 0)). It explains nothing, and nearly \
      every peak is in the right place.
      """, answer: "about 190")
    let area = exam.areas.reduce(0, +) / 200
    let band = exam.areas.reduce(0) { $0 + $1 * (1 - $1) }.squareRoot()
    show.page.table(
      PageTable(
        ["map", "hits", "mass", "rank accuracy", "box at 15 %", "at 30 %", "at 50 %"], rows: rows,
        decimals: 2),
      caption: """
        Hits of 200, and means over the 200 images; boxes by their IoU. No mean has a standard error \
        above \(largestError.text(decimals: 3)). By chance: \
        \((200 * area).text(decimals: 1)) ± \(band.text(decimals: 1)) hits, and \
        \(area.text(decimals: 3)) of the mass and of the ranks.
        """)
    show.page.text(
      "The threshold decides who wins: at 15 % the gradient is ahead of Grad-CAM, at 50 % far behind."
    )
    show.truth(
      "Nothing but the shape tells its class, so a map should be highest on it.",
      question: .peakOnTheShape, measure: Axis("peaks on the shape", including: 0...1))
  }

  /// Keeps what a method is worth in the exams of the shapes; what other lessons kept is left to them.
  private static func score(
    _ name: String, hits: [Double], masses: [Double], _ exam: ShapesExam, _ show: Demonstration
  ) {
    let bounds: [String: ClosedRange<Double>] = [
      "gradient": 0.68...0.75, "input × gradient": 0.98...1, "average of layers": 0.85...0.92,
      "Grad-CAM": 0.84...0.91, "edges, no network": 0.95...0.99,
      "the image itself, no network": 0.98...1,
    ]
    if let within = bounds[name] {
      show.score(
        name, hits, question: .peakOnTheShape, chance: exam.areas, within: within)
    }
    let shares: [String: ClosedRange<Double>] = [
      "average of layers": 0.43...0.48, "edges, no network": 0.62...0.66,
    ]
    if let within = shares[name] {
      show.score(name, masses, question: .shareOnTheShape, chance: exam.areas, within: within)
    }
  }

  /// The smallest box that holds all of a mask.
  static func box(around mask: Tensor) throws -> Box {
    func extent(_ filled: Tensor) -> Range<Int> {
      let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
      return (places.first ?? 0)..<(places.last ?? -1) + 1
    }
    return Box(rows: extent(mask.max(along: 1)), columns: extent(mask.max(along: 0)))
  }
}

extension Picture {
  /// A map with signs, zero in the middle of the colours; its highest half per cent in full colour.
  static func signed(_ map: Tensor) throws -> Picture {
    try Heat(map, .signed, scaledBy: .percentile(99.5)).picture
  }
}

extension ColourBar {
  /// The colours of maps with signs, each on a scale of its own.
  static let forAndAgainst = ColourBar(
    .diverging, numbers: ["against", "0", "for"], measure: "each map on a scale of its own")
}
