import CourseFiles
import Datasets
import Layers
import Tensors

/// A network that learned to read the tag in the corner instead of the shape, and its honest twin.
///
/// Both are a `ShapesNet` trained on the same 4,000 faint and noisy shapes. In one's pictures the tag
/// agreed with the class 99 times of 100; in the twin's it was drawn at random. What an explanation
/// of the first should point at is therefore known.
public enum TaggedNet {
  /// Returns the network that follows the tag.
  ///
  /// - Returns: A network that takes images of the world TaggedShapes, `[N, 3, 32, 32]` from 0 to 1.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func network() throws -> Network {
    try ShapesNet.untrainedNetwork().loaded(from: CourseFile("taggednet.safetensors"))
  }

  /// Returns the network that looks at the shape, because its tags said nothing.
  ///
  /// - Returns: A network that takes images of the world TaggedShapes, `[N, 3, 32, 32]` from 0 to 1.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public static func twin() throws -> Network {
    try ShapesNet.untrainedNetwork().loaded(from: CourseFile("taggednet-twin.safetensors"))
  }

  /// Draws faint and noisy shapes with a mark in the corner, such as both networks were trained on.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - agreement: The part of the marks that agree with the class.
  ///   - seed: Equal seeds give equal pictures.
  /// - Returns: The pictures; `moved` and `twin` give them other marks.
  public static func pictures(_ count: Int, agreement: Double, seed: UInt64) -> TaggedShapes {
    var generator = SplitMix64(seed: seed)
    return .draw(count, cue: .corner, agreement: agreement, style: .faint, using: &generator)
  }
}
