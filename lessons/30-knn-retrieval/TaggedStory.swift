import Datasets
import Figures
import KNNRetrieval
import Layers
import Models
import Showing
import Tensors
import Texts

/// Pictures of shapes with a mark in the corner, in a memory and as queries, and everything that can be
/// alike about them.
struct TaggedPictures {
  /// Pictures to search in; their tags say nothing about the shape.
  let memory: TaggedShapes
  /// Pictures to search with; the tag of each is that of another shape.
  let queries: TaggedShapes

  /// Draws them.
  init() {
    var generator = SplitMix64(seed: 30)
    memory = TaggedNet.pictures(2000, agreement: 0.25, seed: 31)
    queries = TaggedNet.pictures(400, agreement: 0.25, seed: 32).moved(using: &generator)
  }

  /// What can be alike about two pictures.
  enum Property: String, CaseIterable {
    case tag, shape, colour, size, texture

    /// The property of each picture, as a number.
    func labels(of pictures: TaggedShapes) -> [Int] {
      switch self {
      case .tag: pictures.tags
      case .shape: pictures.labels
      case .colour: pictures.shapes.objects.map(\.colour.rawValue)
      case .size: pictures.shapes.objects.map(\.size.rawValue)
      case .texture: pictures.shapes.objects.map(\.texture.rawValue)
      }
    }
  }

  /// The nearest pictures of the memory by a layer of a network, or by the pixels where it is nil.
  func found(by network: Network?, place: String = "gap") throws -> [[Int]] {
    guard let network else {
      return try neighbours(
        of: queries.images.flattened(from: 1), in: memory.images.flattened(from: 1))
    }
    return try neighbours(
      of: embeddings(of: network, images: queries.images, place: place),
      in: embeddings(of: network, images: memory.images, place: place))
  }

  /// How many neighbours are like their query.
  func likes(of query: Int, _ rows: [Int], _ property: Property) -> Int {
    let (known, asked) = (property.labels(of: memory), property.labels(of: queries))
    return rows.count { known[$0] == asked[query] }
  }

  /// The purity of neighbours by a property.
  func purity(of neighbours: [[Int]], by property: Property) throws -> Double {
    try KNNRetrieval.purity(
      of: neighbours, labels: property.labels(of: memory),
      queryLabels: property.labels(of: queries))
  }

  /// What chance gives to these neighbours.
  func chance(of neighbours: [[Int]], by property: Property) throws -> Showing.Spread {
    try shuffledPurity(
      of: neighbours, labels: property.labels(of: memory),
      queryLabels: property.labels(of: queries))
  }

  /// A query and its neighbours, each with its shape and tag under it.
  func plates(_ query: Int, _ rows: [Int], name: String) -> [Plate] {
    let asked = Self.words(queries, query)
    return [
      Plate(
        Picture(queries.images[query]), "query, \(name)",
        alternative: "The query of \(name): a \(asked).")
    ]
      + rows.map { row in
        let words = Self.words(memory, row)
        return Plate(
          Picture(memory.images[row]), "\(words)", alternative: "A neighbour: a \(words).")
      }
  }

  private static func words(_ pictures: TaggedShapes, _ index: Int) -> String {
    let names = Shapes.classNames
    return "\(names[pictures.labels[index]]), tag \(names[pictures.tags[index]])"
  }
}

extension Demo {
  static func tellOfTaggedNetworks(_ show: Demonstration) throws {
    show.keep(Diagrams.mechanism, as: "mechanism.svg")
    show.keep(Diagrams.angles, as: "angles.svg")
    show.page.section("What is alike?")
    show.page.text(
      """
      Two networks learned to tell faint shapes apart. In one's training the mark in the corner gave the \
      class away 99 times of 100; in its twin's the mark was drawn at random. A memory holds 2,000 other \
      pictures, and 400 more are queries: each has the mark of another class. What does each network \
      find nearest?
      """)
    let pictures = TaggedPictures()
    let networks = [
      ("TaggedNet", try TaggedNet.network()), ("its twin", try TaggedNet.twin()),
    ]
    let prediction = show.page.predict(
      "Which part of the five nearest pictures has the query’s shape, by TaggedNet’s last layer?",
      options: ["nearly all", "half", "a quarter"])
    let found = try networks.map { try pictures.found(by: $0.1) }
    // The first picture whose shape the pixels miss altogether, and the twin never.
    let byPixels = try pictures.found(by: nil)
    let query =
      (0..<pictures.queries.count).first { query in
        pictures.likes(of: query, byPixels[query], .shape) == 0
          && pictures.likes(of: query, found[1][query], .shape) == k
      } ?? 0
    show.plates(
      zip(networks, found).flatMap { network, found in
        pictures.plates(
          query, found[query], name: network.0 == "TaggedNet" ? "tagged network" : network.0)
      }, columns: k + 1, panelWidth: 224,
      caption: "The first picture of each row is the query; then its five nearest of 2,000.",
      as: "alike.png")

    let properties = TaggedPictures.Property.allCases
    let purities = try found.map { found in
      try properties.map { try pictures.purity(of: found, by: $0) }
    }
    let chance = try found.map { found in
      try properties.map { try pictures.chance(of: found, by: $0) }
    }
    let matrix = MatrixChart(
      "Which part of the five nearest is alike", subtitle: "mean over 400 queries",
      rows: properties.map(\.rawValue), columns: ["chance"] + networks.map(\.0),
      values: properties.indices.map { index in
        [chance[1][index].mean] + purities.map { $0[index] }
      }, decimals: 2)
    show.keep(matrix, as: "profile.svg")
    show.page.chart(matrix)
    show.page.table(
      PageTable(
        ["property", "TaggedNet", "chance", "its twin", "chance"],
        rows: properties.indices.map { index in
          [.text(properties[index].rawValue)]
            + [0, 1].flatMap { which in
              [
                .text(purities[which][index].text(decimals: 3)),
                .text(chance[which][index].text(decimals: 3)),
              ]
            }
        }),
      caption: "Purity of the five nearest; chance with its deviation over 200 shuffles.")
    show.page.outcome(
      of: prediction,
      """
      \(purities[0][1], decimals: 2), where chance gives \(chance[0][1].text(decimals: 2)): hardly more \
      than a quarter. Its twin has \(purities[1][1], decimals: 2).
      """, answer: "a quarter")
    try tellOfLayers(pictures, networks, byPixels, query, show)
    try tellOfReaders(show)
  }

  /// The same query, from the pixels to the last layer of the honest twin.
  private static func tellOfLayers(
    _ pictures: TaggedPictures, _ networks: [(String, Network)], _ byPixels: [[Int]],
    _ query: Int, _ show: Demonstration
  ) throws {
    show.page.section("From layer to layer")
    let places = ["pixels", "pool1", "pool2", "relu3", "relu4", "gap"]
    let found = try show.progress("Searching a layer", places) { place -> [[[Int]]] in
      if place == "pixels" { return [byPixels, byPixels] }
      return try networks.map { try pictures.found(by: $0.1, place: place) }
    }
    show.frames(
      Frames(
        "the layer of the twin",
        zip(places, found).map { place, found in
          let rows = found[1][query]
          let tags = pictures.likes(of: query, rows, .tag)
          let shapes = pictures.likes(of: query, rows, .shape)
          return Plate(
            Picture(
              strip([pictures.queries.images[query]] + rows.map { pictures.memory.images[$0] })),
            "\(place): tag \(tags) of 5, shape \(shapes) of 5",
            alternative:
              "The query and its five nearest by \(place): \(tags) with its tag, \(shapes) with its shape."
          )
        }),
      caption: "Upper left the query; the others are its five nearest.", as: "layers.png")
    let matrix = MatrixChart(
      "Tag and shape, from layer to layer", subtitle: "purity of the five nearest, 400 queries",
      rows: places, columns: ["TaggedNet: tag", "shape", "its twin: tag", "shape"],
      values: try found.map { found in
        try found.flatMap { found in
          try [.tag, .shape].map { try pictures.purity(of: found, by: $0) }
        }
      }, decimals: 2)
    show.keep(matrix, as: "places.svg")
    show.page.chart(matrix)
  }

  /// Six pictures in two rows of three, with white between them.
  private static func strip(_ images: [Tensor]) -> Tensor {
    let framed = images.map { $0.padded([(0, 0), (1, 1), (1, 1)], with: 1) }
    let rows = [0, 3].map { Tensor.concatenated(Array(framed[$0..<$0 + 3]), along: 2) }
    return .concatenated(rows, along: 1)
  }
}
