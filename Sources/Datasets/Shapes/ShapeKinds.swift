extension Shapes {
  /// What an object is: the class that a network is to tell.
  public enum Kind: Int, CaseIterable, Sendable {
    case square, disk, triangle, cross
  }

  /// What an object is painted with.
  public enum Colour: Int, CaseIterable, Sendable {
    case red, orange, yellow, green, blue, violet

    /// Red, green and blue, from 0 to 1.
    public var intensities: SIMD3<Float> {
      switch self {
      case .red: [0.91, 0.20, 0.22]
      case .orange: [0.98, 0.55, 0.12]
      case .yellow: [0.99, 0.84, 0.20]
      case .green: [0.22, 0.74, 0.38]
      case .blue: [0.20, 0.50, 0.95]
      case .violet: [0.66, 0.36, 0.90]
      }
    }
  }

  /// How the paint is laid on: with parts of it darker, or plain.
  public enum Texture: Int, CaseIterable, Sendable {
    case plain, stripes, dots, checks
  }

  /// How large an object is; neighbouring sizes are a pixel apart.
  public enum Size: Int, CaseIterable, Sendable {
    case small, medium, large

    /// From the centre to the farthest edge, in pixels.
    public var radii: ClosedRange<Float> {
      switch self {
      case .small: 5.5...6.5
      case .medium: 7.5...9
      case .large: 10...12
      }
    }
  }

  /// Everything an image is drawn from: equal objects give equal images, noise included.
  public struct Object: Equatable, Sendable {
    /// What it is.
    public var kind: Kind
    /// What it is painted with.
    public var colour: Colour
    /// How the paint is laid on.
    public var texture: Texture
    /// How large it is.
    public var size: Size
    /// From the centre to the farthest edge, in pixels; within the size's `radii`.
    public var radius: Float
    /// How far the centre is from the left edge of the image, in pixels.
    public var x: Float
    /// How far the centre is from the upper edge of the image, in pixels.
    public var y: Float
    /// How much of the colour's difference from the background is left: 0 is invisible, 1 all.
    public var contrast: Float
    /// What is around the object: red, green and blue, from 0 to 1.
    public var background: SIMD3<Float>
    /// The standard deviation of the noise on every number of the image.
    public var noise: Float
    /// Decides the noise.
    public var seed: UInt64
  }

  /// From what the images of a set are drawn.
  public struct Style: Equatable, Sendable {
    /// How much of a colour's difference from the background is left, from 0 to 1.
    public var contrast: ClosedRange<Float>
    /// The standard deviation of the noise on every number of an image.
    public var noise: Float
    /// How bright the grey behind the objects is, from 0 to 1.
    public var background: ClosedRange<Float>
    /// What objects are painted with.
    public var colours: [Colour]
    /// How the paint is laid on.
    public var textures: [Texture]
    /// How large objects are.
    public var sizes: [Size]

    /// Creates a style; what is left out varies freely, on clear images.
    ///
    /// - Parameters:
    ///   - contrast: How much of a colour's difference from the background is left, from 0 to 1.
    ///   - noise: The standard deviation of the noise on every number of an image.
    ///   - background: How bright the grey behind the objects is, from 0 to 1.
    ///   - colours: What objects are painted with.
    ///   - textures: How the paint is laid on.
    ///   - sizes: How large objects are.
    public init(
      contrast: ClosedRange<Float> = 0.85...1, noise: Float = 0.02,
      background: ClosedRange<Float> = 0.10...0.22, colours: [Colour] = Colour.allCases,
      textures: [Texture] = Texture.allCases, sizes: [Size] = Size.allCases
    ) {
      precondition(
        contrast.lowerBound >= 0 && contrast.upperBound <= 1 && noise >= 0,
        "shapes: a contrast of \(contrast) with noise of \(noise) cannot be drawn")
      precondition(
        !colours.isEmpty && !textures.isEmpty && !sizes.isEmpty,
        "shapes: there must be a colour, a texture and a size to choose from")
      self.contrast = contrast
      self.noise = noise
      self.background = background
      self.colours = colours
      self.textures = textures
      self.sizes = sizes
    }

    /// Bright colours and hardly any noise.
    public static let clear = Style()

    /// Objects that can just be told apart, so that a network would rather rely on anything else.
    public static let faint = Style(contrast: 0.5...0.7, noise: 0.05, background: 0.25...0.35)
  }
}
