import Tensors

extension Shapes {
  /// Something that an image shows, and of which it is known where.
  public enum Concept: Hashable, Sendable, CustomStringConvertible {
    /// The object, whatever it is.
    case object
    /// What is around the object.
    case background
    /// The object, where it is of a kind.
    case kind(Kind)
    /// The object, where it is painted with a colour.
    case colour(Colour)
    /// The object, where its paint is laid on in a way.
    case texture(Texture)
    /// The object, where it is of a size.
    case size(Size)

    /// The seventeen concepts that some objects have and others do not.
    public static let all: [Concept] =
      Kind.allCases.map { .kind($0) } + Colour.allCases.map { .colour($0) }
      + Texture.allCases.map { .texture($0) } + Size.allCases.map { .size($0) }

    /// The concept's name: `disk`, `red`, `stripes`, `small`.
    public var description: String {
      switch self {
      case .object: "object"
      case .background: "background"
      case .kind(let kind): "\(kind)"
      case .colour(let colour): "\(colour)"
      case .texture(let texture): "\(texture)"
      case .size(let size): "\(size)"
      }
    }

    /// Whether an image of an object shows the concept.
    public func isShown(by object: Object) -> Bool {
      switch self {
      case .object, .background: true
      case .kind(let kind): object.kind == kind
      case .colour(let colour): object.colour == colour
      case .texture(let texture): object.texture == texture
      case .size(let size): object.size == size
      }
    }
  }

  /// Where each image shows a concept: 1 on those pixels and 0 elsewhere.
  ///
  /// A pixel belongs to the object if the object covers at least an eighth of it: the mask is where
  /// the image differs from one of the background alone.
  ///
  /// - Parameter concept: What is looked for.
  /// - Returns: `[N, 32, 32]`.
  public func masks(of concept: Concept) -> Tensor {
    let plane = Shapes.side * Shapes.side
    var numbers = [Float](repeating: 0, count: count * plane)
    for (index, object) in objects.enumerated() where concept.isShown(by: object) {
      object.mask(into: &numbers, at: index * plane)
    }
    let masks = Tensor(numbers, shape: [count, Shapes.side, Shapes.side])
    return concept == .background ? 1 - masks : masks
  }

  /// Which concepts each image shows: 1 for those it does and 0 for the others.
  ///
  /// - Parameter concepts: What is looked for, in the order of the columns.
  /// - Returns: `[N, concepts]`.
  public func presence(of concepts: [Concept] = Concept.all) -> Tensor {
    Tensor(
      objects.flatMap { object in concepts.map { $0.isShown(by: object) ? 1 : 0 } },
      shape: [count, concepts.count])
  }
}
