import Datasets
import Tensors
import Testing

/// Shapes are what they say: labels, concepts, masks.
@Suite struct ShapesTests {
  @Test func `the mask is where the image differs from one without the object`() {
    let shapes = drawn(200, seed: 1, style: Shapes.Style(contrast: 0.2...1, noise: 0))
    let empty = shapes.redrawn { $0.contrast = 0 }
    let differs = (shapes.images .!= empty.images).max(along: 1)
    #expect(shapes.masks(of: .object) == differs)
    #expect(shapes.masks(of: .background) == 1 - differs)
  }

  @Test func `noise changes no pixel of the truth`() {
    let shapes = drawn(100, seed: 2, style: .faint)
    let empty = shapes.redrawn { $0.contrast = 0 }
    let outside = shapes.masks(of: .background).insertingAxis(at: 1)
    #expect(shapes.images * outside == empty.images * outside)
    #expect(shapes.redrawn { $0.noise = 0 }.masks(of: .object) == shapes.masks(of: .object))
  }

  @Test func `concepts of each sort share the object's mask among them`() {
    let shapes = drawn(300, seed: 3)
    let object = shapes.masks(of: .object)
    let sorts: [[Shapes.Concept]] = [
      Shapes.Kind.allCases.map { .kind($0) }, Shapes.Colour.allCases.map { .colour($0) },
      Shapes.Texture.allCases.map { .texture($0) }, Shapes.Size.allCases.map { .size($0) },
    ]
    for sort in sorts {
      let sum = sort.reduce(Tensor.zeros(object.shape)) { $0 + shapes.masks(of: $1) }
      #expect(sum == object)
    }
    #expect(sorts.flatMap { $0 } == Shapes.Concept.all)
  }

  @Test func `concepts are present where their masks are not empty`() {
    let shapes = drawn(150, seed: 4)
    let shown = Shapes.Concept.all.map { shapes.masks(of: $0).flattened(from: 1).max(along: 1) }
    #expect(shapes.presence() == .stacked(shown, along: 1))
    #expect(shapes.presence().sum(along: 1) == Tensor(repeating: 4, shape: [150]))
    #expect(shapes.presence().sum(along: 0).min().scalar > 0)
  }

  @Test func `a colour is the one that is seen`() {
    // Of a plain object without noise, the pixel in the middle.
    let style = Shapes.Style(contrast: 1...1, noise: 0, textures: [.plain])
    let shapes = drawn(60, seed: 5, style: style)
    for (index, object) in shapes.objects.enumerated() {
      let pixel = shapes.images[index, .all, Int(object.y), Int(object.x)]
      let intensities = object.colour.intensities
      #expect(
        pixel.isClose(
          to: [Tensor(intensities.x), Tensor(intensities.y), Tensor(intensities.z)], within: 1e-6))
    }
  }

  @Test func `areas and outlines are those of the kinds`() {
    let kinds = Shapes.Kind.allCases
    for kind in kinds {
      let radius: Float = 10
      let object = object(kind, radius: radius)
      let shapes = Shapes([object])
      // On a black ground without noise the painted red is the covered part of each pixel.
      let covered = shapes.images[0, 0] / Tensor(object.colour.intensities.x)
      let expected: Float =
        switch kind {
        case .square: (2 * 0.88 * radius) * (2 * 0.88 * radius)
        case .disk: .pi * radius * radius
        case .triangle: 1.732 * radius * radius
        case .cross: 4 * radius * 0.36 * radius * (2 - 0.36)
        }
      // Coverage is rounded down to eighths, which takes a sixteenth of a pixel of the outline.
      let area = covered.sum().scalar
      #expect(abs(area - expected) < 0.04 * expected + 8, "\(kind): \(area) for \(expected)")
    }
  }

  @Test func `textures differ on the object and nowhere else`() {
    for kind in Shapes.Kind.allCases {
      let images = Shapes.Texture.allCases.map { texture in
        var object = object(kind, radius: 10)
        object.texture = texture
        return Shapes([object])
      }
      for (index, a) in images.enumerated() {
        #expect(a.masks(of: .object) == images[0].masks(of: .object))
        for b in images[..<index] {
          let different = (a.images .!= b.images).sum().scalar
          #expect(different > 100)
        }
      }
    }
  }

  @Test func `each kind is there equally often, in random order`() {
    let labels = drawn(102, seed: 6).labels
    let counts = (0..<4).map { kind in labels.count { $0 == kind } }
    #expect(counts.sorted() == [25, 25, 26, 26])
    #expect(labels != labels.sorted())
    #expect(Shapes.classNames == ["square", "disk", "triangle", "cross"])
  }

  @Test func `objects are whole, and a pixel from the edge`() {
    let masks = drawn(500, seed: 7).masks(of: .object)
    let inner = masks[.all, 1..<31, 1..<31]
    #expect(masks.sum() == inner.sum())
    #expect(masks.sum(along: 1, 2).min().scalar > 40)
  }

  @Test func `intensities are from 0 to 1`() {
    for style in [Shapes.Style.clear, .faint, Shapes.Style(noise: 2)] {
      let images = drawn(20, seed: 8, style: style).images
      #expect(images.shape == [20, 3, 32, 32])
      #expect(images.min().scalar >= 0 && images.max().scalar <= 1)
    }
  }

  @Test func `noise has the deviation it is said to have`() {
    let style = Shapes.Style(contrast: 0...0, noise: 0.05, background: 0.5...0.5)
    let noise = drawn(30, seed: 9, style: style).images - 0.5
    #expect(abs(noise.mean().scalar) < 0.001)
    #expect(abs(noise.variance().scalar.squareRoot() - 0.05) < 0.0005)
  }

  @Test func `equal seeds give equal bytes and different ones do not`() {
    #expect(drawn(20, seed: 10).images.scalars == drawn(20, seed: 10).images.scalars)
    #expect(drawn(20, seed: 10).images != drawn(20, seed: 11).images)
  }

  @Test func `an image does not change with its neighbours`() {
    let shapes = drawn(12, seed: 12, style: .faint)
    #expect(Shapes([shapes.objects[7]]).images[0] == shapes.images[7])
    #expect(shapes[[7, 3]] == Shapes([shapes.objects[7], shapes.objects[3]]))
    #expect(shapes.redrawn { _ in } == shapes)
  }

  @Test func `a style is kept to`() {
    let style = Shapes.Style(
      contrast: 0.5...0.6, colours: [.blue], textures: [.dots, .checks], sizes: [.small])
    for object in drawn(100, seed: 13, style: style).objects {
      #expect(object.colour == .blue && object.size == .small)
      #expect(style.textures.contains(object.texture))
      #expect(style.contrast.contains(object.contrast))
      #expect(object.size.radii.contains(object.radius))
    }
  }

  func drawn(_ count: Int, seed: UInt64, style: Shapes.Style = .clear) -> Shapes {
    var generator = SplitMix64(seed: seed)
    return Shapes.draw(count, style: style, using: &generator)
  }

  func object(_ kind: Shapes.Kind, radius: Float) -> Shapes.Object {
    var object = drawn(1, seed: 1).objects[0]
    object.kind = kind
    object.radius = radius
    (object.x, object.y) = (16, 16)
    (object.colour, object.texture) = (.red, .plain)
    (object.contrast, object.noise, object.background) = (1, 0, [0, 0, 0])
    return object
  }
}
