import CourseFiles
import Datasets
import Layers
import Tensors

/// A network that names the species of a penguin by four measurements.
///
///     fc1   4 → 16   relu1
///     fc2  16 →  3
public enum PenguinNet {
  /// The columns it looks at, in the order of its inputs.
  public static let columns = [
    "bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g",
  ]

  /// Returns the network with the weights that come with the course.
  ///
  /// - Returns: A network that takes standardised rows `[N, 4]`, as `rows()` gives them, and gives a
  ///   logit for each of `rows().classes`.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func network() throws -> Network {
    try untrainedNetwork().loaded(from: CourseFile("penguinnet.safetensors"))
  }

  /// Returns the network with all weights zero, to be drawn or loaded.
  public static func untrainedNetwork() -> Network {
    Network(
      input: [4],
      layers: [
        "fc1": .linear(inFeatures: 4, outFeatures: 16), "relu1": .relu,
        "fc2": .linear(inFeatures: 16, outFeatures: 3),
      ])
  }

  /// Returns the penguins as the network sees them, split as in its training; two that were not
  /// measured are left out.
  ///
  /// - Parameter fold: Which of five parts is held back; the network was trained without part 0.
  /// - Returns: Rows to learn from and rows held back.
  /// - Throws: A `CourseFileError` or `CSVError` if the table is missing or damaged.
  public static func rows(holdingBack fold: Int = 0) throws -> TableRows {
    try TableRows(
      of: .penguins().droppingMissing(in: columns), columns: columns, label: "species",
      holdingBack: fold)
  }
}
