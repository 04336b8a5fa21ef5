import Tensors

/// Shapes with a cue that agrees with the class at a known rate: what a network may cheat with.
///
///     let tagged = TaggedShapes.draw(
///       4_000, cue: .corner, agreement: 0.99, style: .faint, using: &generator)
///     tagged.images                      // [4_000, 3, 32, 32]
///     tagged.cueMasks                    // where the cue is
///     tagged.moved(using: &generator)    // the same shapes, none with the tag of its own class
///     tagged.twin(using: &generator)     // the same shapes, tags that say nothing
///
/// A network that follows the cue is right on `tagged` and wrong on `moved`; one that looks at the
/// shapes is right on both. Objects never touch a mark or ruler, so that nothing is both.
public struct TaggedShapes: Sendable, Equatable {
  /// The images without their cue.
  public let shapes: Shapes

  /// What betrays the class.
  public let cue: Cue

  /// Which variant of the cue each image has.
  public let tags: [Int]

  /// The images with their cue, `[N, 3, 32, 32]`, from 0 to 1.
  public let images: Tensor

  /// Puts a cue on images.
  ///
  /// - Parameters:
  ///   - shapes: The images.
  ///   - cue: What betrays the class.
  ///   - tags: Which variant each image gets.
  public init(_ shapes: Shapes, cue: Cue, tags: [Int]) {
    precondition(
      tags.count == shapes.count, "tagged shapes: \(tags.count) tags for \(shapes.count) images")
    precondition(
      tags.allSatisfy { $0 >= 0 && $0 < Cue.tagCount },
      "tagged shapes: tags are below \(Cue.tagCount), not \(tags)")
    self.shapes = shapes
    self.cue = cue
    self.tags = tags
    if let patterns = cue.patterns {
      images = stamped(tags, patterns, on: shapes.images, row: cue.row, column: cue.column)
    } else {
      let painted = zip(shapes.objects, tags).map { object, tag in
        var object = object
        object.background = Cue.tints[tag]
        return object
      }
      images = Shapes(painted).images
    }
  }

  /// Draws shapes at random and tags of which a part agrees with the class.
  ///
  /// Exactly `agreement · count` tags, rounded, are their class's own; each of the others is one of
  /// the remaining classes', all equally likely. So a rate of ¼ tells nothing, of four classes.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - cue: What betrays the class.
  ///   - agreement: The part of the tags that agree, from 0 to 1.
  ///   - style: What the shapes may look like.
  ///   - generator: Where the randomness comes from; equal seeds give equal bytes.
  /// - Returns: The shapes, their tags and the images of both.
  public static func draw(
    _ count: Int, cue: Cue, agreement: Double, style: Shapes.Style = .clear,
    using generator: inout SplitMix64
  ) -> TaggedShapes {
    precondition(
      agreement >= 0 && agreement <= 1, "tagged shapes: no part of \(agreement) can agree")
    let shapes = Shapes.draw(count, style: style, clearOf: cue.region, using: &generator)
    var tags = otherTags(than: shapes.labels, using: &generator)
    let agreeing = Int((agreement * Double(count)).rounded())
    for index in permutation(of: count, using: &generator).prefix(agreeing) {
      tags[index] = shapes.labels[index]
    }
    return TaggedShapes(shapes, cue: cue, tags: tags)
  }

  /// How many images there are.
  public var count: Int { shapes.count }

  /// The class of each image.
  public var labels: [Int] { shapes.labels }

  /// The part of the tags that agree with the class.
  public var agreement: Double {
    Double(zip(labels, tags).count { $0 == $1 }) / Double(max(count, 1))
  }

  /// Returns the same shapes, each with the tag of another class, all others equally likely.
  public func moved(using generator: inout SplitMix64) -> TaggedShapes {
    retagged(TaggedShapes.otherTags(than: labels, using: &generator))
  }

  /// Returns the same shapes with tags drawn at random: what an honest training set looks like.
  public func twin(using generator: inout SplitMix64) -> TaggedShapes {
    retagged(labels.map { _ in generator.index(below: Cue.tagCount) })
  }

  /// Returns the same shapes with other tags.
  public func retagged(_ tags: [Int]) -> TaggedShapes {
    TaggedShapes(shapes, cue: cue, tags: tags)
  }

  /// Where the cue is in each image, `[N, 32, 32]`: 1 on those pixels and 0 elsewhere.
  ///
  /// Of a tinted background this is everything but the object, though an object of contrast c lets
  /// a part of 1 − c of the tint through.
  public var cueMasks: Tensor {
    guard let region = cue.region else { return shapes.masks(of: .background) }
    let side = Shapes.side
    let mask = Tensor.ones([1, region.rows.count, region.columns.count]).padded([
      (0, 0), (region.rows.lowerBound, side - region.rows.upperBound),
      (region.columns.lowerBound, side - region.columns.upperBound),
    ])
    return mask.broadcast(to: [count, side, side])
  }

  /// Where each image shows a concept; see `Shapes.masks(of:)`.
  public func masks(of concept: Shapes.Concept) -> Tensor { shapes.masks(of: concept) }

  /// Tags none of which is its label's own, the others equally likely.
  private static func otherTags(
    than labels: [Int], using generator: inout SplitMix64
  ) -> [Int] {
    labels.map { ($0 + 1 + generator.index(below: Cue.tagCount - 1)) % Cue.tagCount }
  }
}

/// Returns images with a pattern put in place of a part of each.
private func stamped(
  _ tags: [Int], _ patterns: Tensor, on images: Tensor, row: Int, column: Int
) -> Tensor {
  let (channels, height, width) = (images.shape[1], images.shape[2], images.shape[3])
  let (rows, columns) = (patterns.shape[2], patterns.shape[3])
  let pattern = patterns.scalars
  var numbers = images.scalars
  for (index, tag) in tags.enumerated() {
    for channel in 0..<channels {
      for y in 0..<rows {
        let target = ((index * channels + channel) * height + row + y) * width + column
        let source = ((tag * channels + channel) * rows + y) * columns
        for x in 0..<columns { numbers[target + x] = pattern[source + x] }
      }
    }
  }
  return Tensor(numbers, shape: images.shape)
}
