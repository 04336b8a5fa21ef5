import Tensors

/// Images of one object each, of which everything is known.
///
///     var generator = SplitMix64(seed: 1)
///     let shapes = Shapes.draw(10_000, using: &generator)
///     shapes.images                      // [10_000, 3, 32, 32], from 0 to 1
///     shapes.labels                      // 0 square, 1 disk, 2 triangle, 3 cross
///     shapes.masks(of: .object)          // [10_000, 32, 32], of 0 and 1
///
/// An image is drawn from its `Object` alone, so that it can be drawn again with one thing changed
/// and everything else, noise included, the same.
public struct Shapes: Sendable, Equatable {
  /// How many rows, and columns, an image has.
  public static let side = 32

  /// What each image is drawn from.
  public let objects: [Object]

  /// The images, `[N, 3, 32, 32]`, from 0 to 1.
  public let images: Tensor

  /// Draws the image of each object.
  public init(_ objects: [Object]) {
    let size = 3 * Shapes.side * Shapes.side
    var numbers = [Float](repeating: 0, count: objects.count * size)
    for (index, object) in objects.enumerated() {
      object.paint(into: &numbers, at: index * size)
    }
    self.objects = objects
    images = Tensor(numbers, shape: [objects.count, 3, Shapes.side, Shapes.side])
  }

  /// Draws objects at random, equally many of each kind, in random order.
  ///
  /// - Parameters:
  ///   - count: How many; where it is no multiple of four, kinds differ by one.
  ///   - style: What they may look like.
  ///   - generator: Where the randomness comes from; equal seeds give equal bytes.
  /// - Returns: The objects and their images.
  public static func draw(
    _ count: Int, style: Style = .clear, using generator: inout SplitMix64
  ) -> Shapes {
    draw(count, style: style, clearOf: nil, using: &generator)
  }

  /// Draws objects that stay clear of a part of the image.
  static func draw(
    _ count: Int, style: Style, clearOf region: Region?, using generator: inout SplitMix64
  ) -> Shapes {
    precondition(count >= 0, "shapes: \(count) images cannot be drawn")
    let order = permutation(of: count, using: &generator)
    return Shapes(
      order.map { place in
        let kind = Kind.allCases[place % Kind.allCases.count]
        return Object.drawn(kind, style: style, clearOf: region, using: &generator)
      })
  }

  /// How many images there are.
  public var count: Int { objects.count }

  /// The class of each image: the number of its object's kind.
  public var labels: [Int] { objects.map(\.kind.rawValue) }

  /// How bright the grey behind each object is, `[N, 1, 1, 1]`.
  public var backgrounds: Tensor {
    Tensor(objects.map(\.background.x), shape: [count, 1, 1, 1])
  }

  /// The names of the classes: `square`, `disk`, `triangle`, `cross`.
  public static var classNames: [String] { Kind.allCases.map { "\($0)" } }

  /// Some of the images, in the order of their indices.
  public subscript(indices: some Collection<Int>) -> Shapes {
    Shapes(objects: indices.map { objects[$0] }, images: images.selecting(indices, along: 0))
  }

  private init(objects: [Object], images: Tensor) {
    self.objects = objects
    self.images = images
  }

  /// Returns the same images with something changed about each object.
  ///
  ///     let red = shapes.redrawn { $0.colour = .red }
  public func redrawn(_ change: (inout Object) throws -> Void) rethrows -> Shapes {
    Shapes(
      try objects.map { object in
        var object = object
        try change(&object)
        return object
      })
  }
}

/// Some rows and columns of an image.
struct Region: Sendable, Equatable {
  var rows: Range<Int>
  var columns: Range<Int>
}

extension Shapes.Object {
  /// Draws an object that lies wholly within the image, with at least a pixel around it.
  fileprivate static func drawn(
    _ kind: Shapes.Kind, style: Shapes.Style, clearOf region: Region?,
    using generator: inout SplitMix64
  ) -> Shapes.Object {
    let size = generator.element(of: style.sizes)
    let radius = generator.number(in: size.radii)
    // Half a pixel more, because a triangle's tip covers a little of the pixel above it.
    let places = radius + 1.5...Float(Shapes.side) - radius - 1.5
    var x = generator.number(in: places)
    var y = generator.number(in: places)
    if let region {
      // Drawn again instead of moved, so that all places that are left stay equally likely.
      while Float(region.columns.lowerBound) < x + radius + 1
        && x - radius - 1 < Float(region.columns.upperBound)
        && Float(region.rows.lowerBound) < y + radius + 1
        && y - radius - 1 < Float(region.rows.upperBound)
      {
        x = generator.number(in: places)
        y = generator.number(in: places)
      }
    }
    return Shapes.Object(
      kind: kind, colour: generator.element(of: style.colours),
      texture: generator.element(of: style.textures), size: size, radius: radius, x: x, y: y,
      contrast: generator.number(in: style.contrast),
      background: SIMD3(repeating: generator.number(in: style.background)), noise: style.noise,
      seed: generator.next())
  }
}
