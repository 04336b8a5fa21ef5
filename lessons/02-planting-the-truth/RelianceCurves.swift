import Datasets
import Foundation
import PlantingTheTruth
import Showing
import Tensors

/// What networks followed on moved tags, epoch by epoch, for each way to plant and each of five seeds.
///
/// Training all of them takes a quarter of an hour, so they are kept in `figures/reliance-curve.csv`;
/// `./course run 02 --train` makes them again.
struct RelianceCurves {
  /// A way to plant a tag.
  struct Planting: Hashable {
    let difficulty: Difficulty
    let rate: Double
  }

  /// The rates that were tried; at 0.25 a tag of four classes says nothing.
  static let rates = [0.25, 0.6, 0.8, 0.9, 0.95, 0.97, 0.99]

  /// The seeds that were tried with each.
  static let seeds: ClosedRange<UInt64> = 1...5

  /// The name of the file among the figures of the lesson.
  static let file = "reliance-curve.csv"

  private var curves: [Planting: [[Reliance]]] = [:]

  /// Reads the curves that are kept.
  init(contentsOf path: String) throws {
    let table = try Table(contentsOf: path)
    let (rates, epochs) = (try table.numbers("rate"), try table.numbers("epoch"))
    let (tags, labels) = (try table.numbers("tag"), try table.numbers("label"))
    for (row, name) in try table.categories("shapes").enumerated() {
      guard let difficulty = Difficulty(rawValue: name) else { continue }
      let planting = Planting(difficulty: difficulty, rate: rates[row])
      if epochs[row] == 1 { curves[planting, default: []].append([]) }
      let last = curves[planting, default: [[]]].count - 1
      curves[planting, default: [[]]][last].append(
        Reliance(tag: tags[row], label: labels[row], neither: max(0, 1 - tags[row] - labels[row])))
    }
  }

  /// Trains a network for each way to plant and each seed, and keeps what it followed.
  static func measure(into path: String, _ show: ProgressReport) throws {
    let plantings = Difficulty.allCases.flatMap { difficulty in
      rates.map { Planting(difficulty: difficulty, rate: $0) }
    }
    let runs = plantings.flatMap { planting in seeds.map { (planting, $0) } }
    var rows = ["shapes,rate,seed,epoch,tag,label"]
    for (index, (planting, seed)) in runs.enumerated() {
      show("Training a network, \(index + 1) of \(runs.count)")
      let pictures = try PlantedPictures(
        style: planting.difficulty.style, rate: planting.rate, seed: seed)
      let trained = try TrainedNetwork(
        on: pictures.training, measuredBy: pictures, seed: seed)
      for (epoch, reliance) in trained.curve.enumerated() {
        rows.append(
          "\(planting.difficulty),\(planting.rate),\(seed),\(epoch + 1),"
            + "\(reliance.tag),\(reliance.label)")
      }
    }
    try Data(rows.map { "\($0)\n" }.joined().utf8)
      .write(to: URL(filePath: path), options: .atomic)
  }

  /// The curves of all seeds, for one way to plant.
  func curves(_ difficulty: Difficulty, rate: Double) -> [[Reliance]] {
    curves[Planting(difficulty: difficulty, rate: rate), default: []]
  }

  /// What was followed at the end, by each seed.
  func ends(_ difficulty: Difficulty, rate: Double) -> [Reliance] {
    curves(difficulty, rate: rate).compactMap(\.last)
  }
}

typealias ProgressReport = (String) -> Void
