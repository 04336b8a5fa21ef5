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

/// What is told of photographs.
extension Demo {
  /// The places of the ImageNet network at which maps are taken.
  private static let largePlaces = (0..<16).map { "blocks.\($0)" } + ["head"]

  private static func trace(_ network: Network, _ input: Tensor, _ target: Int) -> Trace {
    Trace(network, input, classes: [target], places: largePlaces)
  }

  /// Three maps of a cat, one of which has never seen the network.
  static func tellOfTheCat(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Three maps of a cat")
    let cat = try Subject(.chelsea, by: network)
    let trace = trace(network, cat.input, cat.target)
    let prediction = show.page.predict(
      "Two of these maps explain why a network says *tiger cat*. One never asked it. Which?",
      options: ["A", "B", "C"])
    let maps = [Method.gradient, .edges, .inputTimesGradient].map { $0.maps(trace).abs()[0] }
    let alternatives = [
      "Grain all over, brighter at the eyes.",
      "A crisp drawing of a cat: whiskers, eyes, the rims of her ears.",
      "Grain that is densest on the eyes and down the nose.",
    ]
    show.plates(
      [Plate(cat.picture, "Chelsea", alternative: Photograph.chelsea.caption)]
        + (try zip(maps, ["map A", "map B", "map C"]).enumerated().map { index, map in
          Plate(
            try Heat(map.0, scaledBy: .percentile(99.5), in: .grey).picture,
            Prose(verbatim: map.1), alternative: alternatives[index])
        }), columns: 2, as: "three-maps.png")
    show.page.outcome(
      of: prediction,
      """
      B: an edge detector, which draws where the brightness changes. A has the gradient's magnitudes, C \
      those of input × gradient.
      """, answer: "B")
  }

  /// Grad-CAM, and edges beside it, on photographs of one's own.
  static func tellOfOwnPhotographs(
    _ page: Page, _ photographs: [(name: String, picture: Picture)]
  ) throws {
    let game = try GridGame(photographs, by: EfficientNetLite0.network())
    for (name, method) in [
      ("the average of layers", Method.averageOfLayers), ("an edge detector", .edges),
    ] {
      try game.play(on: page, name) { subject in
        method.maps(trace(subject.network, subject.input, subject.target))
      }
    }
  }

  /// The cat among three other photographs, in all arrangements.
  static func tellOfFourPhotographs(_ network: Network, _ show: Demonstration) throws {
    show.page.section("Four photographs in one")
    var hits = Method.all.map { _ in [Double]() }
    var shares = hits
    var ofAll: [Double] = []
    var highest: [String: Int] = [:]
    _ = try show.progress("arranging", Mosaic.arrangements) { order in
      let mosaic = try Mosaic(order)
      let trace = trace(
        network, EfficientNetLite0.input(from: mosaic.values), ImageNet.tigerCat)
      let mask = mosaic.quarter(of: .chelsea).mask(height: 448, width: 448)
      for (index, method) in Method.all.enumerated() {
        let map = method.maps(trace)[0]
        hits[index].append(try pointingGame(map: map, mask: mask) ? 1 : 0)
        shares[index].append(Double(try massAccuracy(map: map, mask: mask)))
      }
      if order == Mosaic.readingOrder {
        let map = Method.edges.maps(trace)[0]
        ofAll = Quarter.allCases.map { share(of: map, inside: $0.mask(height: 448, width: 448)) }
      }
      let edges = Method.edges.maps(trace)[0]
      for photo in Mosaic.readingOrder
      where hasPeak(edges, inside: mosaic.quarter(of: photo).mask(height: 448, width: 448)) {
        highest[photo.rawValue, default: 0] += 1
      }
    }
    show.page.text(
      """
      The cat stands in each quarter six times, and each map is for *tiger cat*. The edge detector gives \
      the same map for every class. In reading order it has \
      \(ofAll.map { $0.text(decimals: 2) }.joined(separator: ", ")) on the four photographs: whatever \
      the class, over the four of them that is a mean of exactly 0.25. Its peak lies on \
      \(highest.sorted { $0.key < $1.key }.map { "\($0.key) in \($0.value)" }.joined(separator: ", ")) \
      arrangements.
      """)
    show.page.table(
      PageTable(
        ["map for tiger cat", "hits of 24", "mass on the cat’s quarter"],
        rows: zip(Method.all, zip(hits, shares)).map { method, measured in
          [
            .text(method.name), .number(measured.0.reduce(0, +)),
            .text(Spread(measured.1).text(decimals: 2)),
          ]
        }, decimals: 2),
      caption: """
        All 24 arrangements of four photographs; the mass is the mean ± standard deviation. By chance: 6 \
        ± 2.1 hits, and 0.25.
        """)
    let quarter = [Double](repeating: 0.25, count: 24)
    let bounds: [ClosedRange<Double>] = [0...0.13, 0...0.09, 0.9...1, 0.95...1, 0...0.01]
    for (index, method) in Method.all.enumerated() {
      show.score(
        method.name, hits[index], question: .peakOnTheCat, chance: quarter,
        within: bounds[index])
    }
    show.score(
      "edges, no network", shares[4], question: .shareOnTheCat, chance: quarter,
      within: 0.29...0.31)
    show.truth(
      "The cat was put into one quarter, so a map for *tiger cat* should be highest there.",
      question: .peakOnTheCat, measure: Axis("peaks in the cat’s quarter", including: 0...1))
  }

  /// Photographs half as large at nine places: the box is known, and the network may err.
  static func tellOfBoxes(_ network: Network, _ show: Demonstration) throws {
    show.page.section("The localisation error")
    let names = Method.all.map(\.name)
    let sites = [0, 56, 112].flatMap { row in [0, 56, 112].map { (row: row, column: $0) } }
    let images = Mosaic.readingOrder.flatMap { photo in sites.map { (photo, $0) } }
    var isKnown: [(first: Bool, fifth: Bool)] = []
    var overlaps = names.map { _ in [Double]() }
    _ = try show.progress("placing", images) { photo, site in
      let input = EfficientNetLite0.input(from: try photo.picture().values)
        .avgPool2d(2).padded([
          (0, 0), (0, 0), (site.row, 112 - site.row), (site.column, 112 - site.column),
        ])
      let truth = Box(rows: site.row..<site.row + 112, columns: site.column..<site.column + 112)
      let target = photo.imageNetClass
      let best = network(input).topK(5).indices[0]
      isKnown.append((best[0] == target, best.contains(target)))
      let trace = trace(network, input, target)
      for (index, method) in Method.all.enumerated() {
        overlaps[index].append(
          Double(try boxOverlap(map: method.maps(trace)[0], truth: truth, threshold: 0.15)))
      }
    }
    let rows = names.indices.map { index -> [PageTable.Cell] in
      let fits = overlaps[index].map { $0 >= 0.5 }
      let errors = [
        fits.count { !$0 }, zip(fits, isKnown).count { !($0 && $1.fifth) },
        zip(fits, isKnown).count { !($0 && $1.first) },
      ]
      return [.text(names[index]), .number(Spread(overlaps[index]).mean)]
        + errors.map { .number(Double($0)) }
    }
    show.page.text(
      """
      Four photographs, half as large, stand at nine places of a grey picture each. In \
      \(isKnown.count { $0.first }) of 36 pictures the network's first guess is the photograph's class, \
      and in \(isKnown.count { $0.fifth }) one of its first five. An explanation makes an error unless \
      the class is among the guesses and the box at 15 % has an IoU of 0.5 or more.
      """)
    show.page.table(
      PageTable(
        ["map", "IoU at 15 %", "boxes below 0.5", "top-5 errors", "top-1 errors"], rows: rows,
        decimals: 2), caption: "Errors of 36.")
  }
}
