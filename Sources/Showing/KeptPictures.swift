import Figures
import Foundation
import Tensors

/// The pictures of a lesson's text, as its demo draws them.
struct KeptPictures {
  private(set) var pictures: [(name: String, picture: Picture)] = []

  /// Adds a picture under the name of its file.
  mutating func keep(_ picture: Picture, as name: String) {
    precondition(
      name.hasSuffix(".png") && !name.contains("/"), "\(name) is no name for a picture: say x.png")
    precondition(!pictures.contains { $0.name == name }, "\(name) is kept twice")
    pictures.append((name, picture))
  }

  /// Writes them into a folder.
  func write(into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, picture) in pictures { try picture.write(to: "\(folder)/\(name)") }
  }

  /// How far a picture may be from the one that is kept, as the mean over all samples.
  ///
  /// Processors round differently in the last places, so pictures are not compared byte by byte.
  private static let largestMean = 2.0 / 255

  /// What speaks against these pictures, where a folder has the ones that are kept.
  func faults(comparedWith folder: String) -> [String] {
    let kept = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".png") }.sorted()
    let drawn = pictures.map(\.name)
    var faults = kept.filter { !drawn.contains($0) }.map {
      "figures/\($0) is not drawn by the demo"
    }
    for (name, picture) in pictures {
      guard kept.contains(name) else {
        faults.append("figures/\(name) is drawn, but not there; --record writes it")
        continue
      }
      do {
        let old = try Picture(contentsOf: "\(folder)/\(name)")
        let distance = KeptPictures.distance(picture, old)
        if !(distance <= KeptPictures.largestMean) {
          faults.append(
            "figures/\(name) is not what the demo draws: \(KeptPictures.text(distance)) apart")
        }
      } catch {
        faults.append("\(error)")
      }
    }
    return faults
  }

  /// The mean distance of two pictures' samples, of 1; infinite where their sizes differ.
  private static func distance(_ one: Picture, _ other: Picture) -> Double {
    guard one.width == other.width, one.height == other.height else { return .infinity }
    let (values, others) = (one.intensities, other.intensities)
    return Double((values - others).abs().mean().scalar)
  }

  private static func text(_ distance: Double) -> String {
    distance.isFinite
      ? "their samples are \((distance * 255 * 10).rounded() / 10) of 255" : "their sizes are"
  }
}
