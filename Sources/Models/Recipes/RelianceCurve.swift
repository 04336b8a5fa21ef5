import CourseFiles
import Datasets
import Layers
import Tensors

/// How far a network follows a tag that agrees with the class 95 times of 100, as training goes on.
///
/// On clear shapes it takes the tag first, because the tag is easier, and gives it up when it has
/// learned the shapes: what it is wrong about then are the pictures whose tag lies.
public struct RelianceCurve: Sendable, Equatable {
  /// After each epoch, the part of 2,000 pictures with moved tags on which it says the tag's class.
  public let following: [Float]

  /// Reads the curve that comes with the course.
  ///
  /// - Returns: A number for each epoch.
  /// - Throws: A `CourseFileError` or `CSVError` if the file is missing or damaged.
  public static func shipped() throws -> RelianceCurve {
    let table = try Table(contentsOf: CourseFile("reliance-curve.csv").path())
    return RelianceCurve(following: try table.numbers("following").map { Float($0) })
  }

  /// Trains a network and measures it after each epoch.
  ///
  /// - Parameters:
  ///   - seed: Decides the pictures, the first weights and the order.
  ///   - report: Is called after each step.
  /// - Returns: A number for each of sixteen epochs.
  /// - Throws: A `TrainingError` if the training diverges.
  public static func measured(
    seed: UInt64, report: (TrainingProgress) -> Void
  ) throws -> RelianceCurve {
    var generator = SplitMix64(seed: seed)
    let tagged = TaggedShapes.draw(4000, cue: .corner, agreement: 0.95, using: &generator)
    let moved = TaggedShapes.draw(2000, cue: .corner, agreement: 0.95, using: &generator)
      .moved(using: &generator)
    var network = ShapesNet.untrainedNetwork().drawnForReLU(using: &generator)
    let records = try train(
      &network, on: Examples(inputs: tagged.images, labels: tagged.labels),
      validatedOn: Examples(inputs: moved.images, labels: moved.tags),
      with: Adam(learningRate: 4e-3),
      by: TrainingPlan(epochs: 16, batchSize: 32, schedule: .oneCycle(), seed: seed),
      report: report)
    return RelianceCurve(following: records.compactMap(\.accuracy))
  }

  /// The curve as a table: a row for each epoch.
  public var csv: String {
    let rows = following.enumerated().map { "\($0.offset + 1),\($0.element)" }
    return (["epoch,following"] + rows).joined(separator: "\n") + "\n"
  }
}
