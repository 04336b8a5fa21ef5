import CourseFiles
import Datasets
import Layers
import Tensors

/// A network that tells benign from malignant cells by ten numbers, the worst values of each kind.
///
///     fc1  10 → 16   relu1
///     fc2  16 →  8   relu2
///     fc3   8 →  2
public enum TableNet {
  /// The columns it looks at, in the order of its inputs.
  public static let columns = [
    "radius_worst", "texture_worst", "perimeter_worst", "area_worst", "smoothness_worst",
    "compactness_worst", "concavity_worst", "concave_points_worst", "symmetry_worst",
    "fractal_dimension_worst",
  ]

  /// Returns the network with the weights that come with the course.
  ///
  /// - Returns: A network that takes standardised rows `[N, 10]`, as `rows()` gives them, and gives a
  ///   logit for each of `rows().classes`.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func network() throws -> Network {
    try untrainedNetwork().loaded(from: CourseFile("tablenet.safetensors"))
  }

  /// Returns the network with all weights zero, to be drawn or loaded.
  public static func untrainedNetwork() -> Network {
    Network(
      input: [10],
      layers: [
        "fc1": .linear(inFeatures: 10, outFeatures: 16), "relu1": .relu,
        "fc2": .linear(inFeatures: 16, outFeatures: 8), "relu2": .relu,
        "fc3": .linear(inFeatures: 8, outFeatures: 2),
      ])
  }

  /// Returns the biopsies as the network sees them, split as in its training.
  ///
  /// - Parameter fold: Which of five parts is held back; the network was trained without part 0.
  /// - Returns: Rows to learn from and rows held back.
  /// - Throws: A `CourseFileError` or `CSVError` if the table is missing or damaged.
  public static func rows(holdingBack fold: Int = 0) throws -> TableRows {
    try TableRows(
      of: .breastCancer(), columns: columns, label: "diagnosis", holdingBack: fold)
  }
}
