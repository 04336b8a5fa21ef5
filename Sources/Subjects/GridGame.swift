import Datasets
import Figures
import Layers
import Models
import Tensors

/// The grid pointing game on anybody's own four photographs: one network sees them in a square, the
/// class of each is explained, and of a map that tells the truth most lies on that one's quarter.
///
/// Böhle, Fritz, Schiele 2021: arxiv.org/abs/2104.00032
public struct GridGame: Sendable {
  /// A photograph, and what the network takes it for when it is alone.
  public struct Entry: Sendable {
    /// What its file is called.
    public let name: String
    /// The middle of it, as the network sees it.
    public let picture: Picture
    /// The most probable class.
    public let label: Int
    /// The probability of that class.
    public let probability: Double
  }

  /// The four photographs, in reading order.
  public let entries: [Entry]

  /// How many rows and columns the network sees of one photograph.
  private static let side = 224

  private let network: Network
  private let values: Tensor

  /// Asks the ImageNet network about four photographs.
  ///
  /// - Parameters:
  ///   - photographs: Four of them with their names, of any size; the middle square is taken.
  ///   - network: An `EfficientNetLite0`.
  /// - Throws: A `GridGameError` where two are taken for the same.
  public init(
    _ photographs: [(name: String, picture: Picture)], by network: Network
  ) throws(GridGameError) {
    precondition(photographs.count == 4, "a grid has four photographs, not \(photographs.count)")
    let entries = photographs.map { name, picture in
      let picture = picture.fitted(toSquare: GridGame.side)
      let best = Subject(values: picture.values, target: 0, by: network).mostProbable(1)[0]
      return Entry(name: name, picture: picture, label: best.label, probability: best.probability)
    }
    for (index, entry) in entries.enumerated() {
      guard let other = entries[..<index].first(where: { $0.label == entry.label }) else {
        continue
      }
      throw GridGameError(names: [other.name, entry.name], label: entry.label)
    }
    self.entries = entries
    self.network = network
    values = Quarter.grid(of: entries.map(\.picture.values))
  }

  /// Plays the game with a method, and shows it.
  ///
  /// - Parameters:
  ///   - page: Where it is shown.
  ///   - method: What the method is called.
  ///   - map: The method: the map of a subject's class, `[height, width]`; axes of size 1 may stand in
  ///     front.
  /// - Returns: The share of each map that lies on its own quarter, in reading order.
  /// - Throws: What the method throws.
  @discardableResult
  public func play(
    on page: Page, _ method: String, map: (Subject) throws -> Tensor
  ) throws -> [Double] {
    let names = try EfficientNetLite0.classNames()
    page.text("What the network takes each photograph for, when it sees that one alone:")
    page.plates(
      entries.map { entry in
        Plate(
          entry.picture, "\(entry.name): \(names[entry.label]), \(entry.probability, decimals: 2)",
          alternative: "Your photograph \(entry.name).")
      })
    var shares: [Double] = []
    var plates: [Plate] = []
    for (entry, quarter) in zip(entries, Quarter.allCases) {
      let subject = Subject(values: values, target: entry.label, by: network)
      let map = try map(subject)
      shares.append(Double(quarter.share(of: map.reshaped(to: Array(map.shape.suffix(2))))))
      plates.append(
        Plate(
          try subject.picture.greys.overlaid(with: Heat(map.relu(), scaledBy: .percentile(99.5))),
          "\(names[entry.label]): \(shares[shares.count - 1], decimals: 2) on its quarter",
          alternative: "The four photographs in grey, with what speaks for \(names[entry.label])."))
    }
    page.text("Now it sees all four, and \(method) explains one class after the other:")
    page.plates(plates)
    page.table(
      PageTable(
        ["photograph", "taken for", "share on its quarter"],
        rows: zip(entries, shares).map { entry, share in
          [.text(entry.name), .text(names[entry.label]), .number(share)]
        } + [["mean", "", .number(shares.reduce(0, +) / 4)], ["by chance", "", .number(0.25)]],
        decimals: 2),
      caption: "What part of each map lies on the photograph whose class it explains.")
    return shares
  }
}

/// Why the game cannot be played with four photographs: two of them are taken for the same.
public struct GridGameError: Error, Equatable, CustomStringConvertible {
  /// The names of the two.
  public let names: [String]

  /// The class that both are taken for.
  public let label: Int

  /// One sentence that says what to do.
  public var description: String {
    let name = (try? EfficientNetLite0.classNames())?[label] ?? "class \(label)"
    return
      "\(names[0]) and \(names[1]) are both taken for “\(name)”, so no quarter would be the only "
      + "right one. Take another photograph for one of them."
  }
}
