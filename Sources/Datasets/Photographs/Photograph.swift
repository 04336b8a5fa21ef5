import CourseFiles
import Figures
import Tensors

/// A photograph that comes with the course, 224 × 224 pixels.
///
///     let cat = try Photograph.chelsea.picture()
public enum Photograph: String, CaseIterable, Sendable {
  case chelsea, coffee, camera, rocket, astronaut

  /// Reads the picture.
  ///
  /// - Returns: Red, green and blue of eight bits; those of `camera` are equal.
  /// - Throws: A `CourseFileError` or `PictureError` if the file is missing or damaged.
  public func picture() throws -> Picture {
    let file = CourseFile("photos/\(rawValue).png")
    let picture = try Picture(contentsOf: file.path())
    guard picture.width == Photograph.side, picture.height == Photograph.side else {
      throw file.damaged(
        "a picture of \(picture.width) × \(picture.height) pixels instead of 224 × 224")
    }
    return picture
  }

  /// How many rows, and columns, a photograph has.
  public static let side = 224

  /// What is to be seen, for those who cannot see it.
  public var caption: String {
    switch self {
    case .chelsea: "A tabby cat's face, close up, its eyes turned to the right."
    case .coffee: "A cup of espresso on a red saucer with a spoon, on a wooden table."
    case .camera: "A man in a coat looks through a camera on a tripod, in black and white."
    case .rocket: "A rocket stands on its pad at dusk between two towers, lamps at its foot."
    case .astronaut: "An astronaut in an orange suit smiles before a flag and a model shuttle."
    }
  }

  /// Who took it.
  public var author: String {
    switch self {
    case .chelsea: "Stéfan van der Walt"
    case .coffee: "Rachel Michetti"
    case .camera: "Lav Varshney"
    case .rocket: "SpaceX"
    case .astronaut: "NASA"
    }
  }
}
