import Datasets
import Tensors

/// Pictures of parts that an inspector passes or stops, by six signs of which each counts points.
///
///     stop  where  cross + red + striped + large + pale + 2 · light ground  ≥  4
///
/// Half of the parts have each sign, independently of the others. The pictures are faint, each sign has
/// a neighbour that looks like it, and the light has a tint, so that signs are hard to read.
struct Inspection {
  /// The pictures.
  let shapes: Shapes
  /// What each part has of the six signs, `[N, 6]`.
  let truth: Tensor
  /// 1 for the parts that the rule stops, and 0 for those that it passes.
  let labels: [Int]

  /// The signs, in the order of the columns.
  static let signs = ["cross", "red", "striped", "large", "pale", "light ground"]

  /// How many points each sign counts.
  static let points: [Float] = [1, 1, 1, 1, 1, 2]

  /// The pictures, `[N, 3, 32, 32]`.
  var images: Tensor { shapes.images }

  /// With so many points a part is stopped.
  static let limit: Float = 4

  /// The answers, by the number of the class.
  static let answers = ["pass", "stop"]

  /// Draws parts.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - generator: Where the randomness comes from; equal seeds give equal parts.
  init(_ count: Int, using generator: inout SplitMix64) {
    var signs: [[Float]] = []
    shapes = Shapes.draw(count, style: .faint, using: &generator).redrawn { object in
      let row = (0..<Inspection.signs.count).map { _ in Float(generator.index(below: 2)) }
      signs.append(row)
      object = Inspection.part(row, like: object, using: &generator)
    }
    truth = Tensor(Array(signs.joined()), shape: [count, Inspection.signs.count])
    labels = signs.map(Inspection.label)
  }

  /// What the rule says of a part.
  static func label(of signs: [Float]) -> Int {
    zip(signs, points).reduce(0) { $0 + $1.0 * $1.1 } >= limit ? 1 : 0
  }

  /// The signs of a part in words.
  static func words(for signs: [Float]) -> String {
    let there = zip(Inspection.signs, signs).filter { $1 == 1 }.map(\.0)
    return there.isEmpty ? "no sign" : there.joined(separator: ", ")
  }

  /// A part with these signs; what it is not is a square, orange, dotted, medium, not pale, on dark ground.
  private static func part(
    _ signs: [Float], like object: Shapes.Object, using generator: inout SplitMix64
  ) -> Shapes.Object {
    func has(_ sign: Int) -> Bool { signs[sign] == 1 }
    var part = object
    part.kind = has(0) ? .cross : .square
    part.colour = has(1) ? .red : .orange
    part.texture = has(2) ? .stripes : .dots
    part.size = has(3) ? .large : .medium
    part.radius = generator.number(in: has(3) ? 9.4...11 : 6.4...7.8)
    part.contrast = generator.number(in: has(4) ? 0.31...0.42 : 0.43...0.60)
    let ground = generator.number(in: has(5) ? 0.35...0.46 : 0.23...0.34)
    part.background = SIMD3(
      ground + generator.number(in: -0.175...0.175), ground + generator.number(in: -0.175...0.175),
      ground + generator.number(in: -0.175...0.175))
    let places = part.radius + 1.5...Float(Shapes.side) - part.radius - 1.5
    part.x = generator.number(in: places)
    part.y = generator.number(in: places)
    part.noise = 0.035
    return part
  }
}
