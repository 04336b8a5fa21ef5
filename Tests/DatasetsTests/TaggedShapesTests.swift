import Datasets
import Tensors
import Testing

/// Cues agree as often as they say, lie where they say, and are all that tells a set from its twin.
@Suite struct TaggedShapesTests {
  @Test(arguments: [0, 0.25, 0.5, 0.95, 0.99, 1]) func `tags agree at exactly the rate`(
    rate: Double
  ) {
    for count in [100, 337] {
      let tagged = drawn(count, agreement: rate)
      let agreeing = zip(tagged.labels, tagged.tags).count { $0 == $1 }
      #expect(agreeing == Int((rate * Double(count)).rounded()))
      #expect(tagged.agreement == Double(agreeing) / Double(count))
    }
  }

  @Test func `tags that disagree are each of the others'`() {
    let tagged = drawn(2_000, agreement: 0)
    for label in 0..<4 {
      let tags = zip(tagged.labels, tagged.tags).filter { $0.0 == label }.map(\.1)
      for tag in 0..<4 {
        let count = tags.count { $0 == tag }
        #expect(tag == label ? count == 0 : (120...215).contains(count))
      }
    }
  }

  @Test func `moved tags are never the label's own and shapes stay`() {
    let tagged = drawn(400, agreement: 0.99)
    var generator = SplitMix64(seed: 20)
    let moved = tagged.moved(using: &generator)
    #expect(moved.agreement == 0)
    #expect(moved.shapes == tagged.shapes)
    #expect(Set(moved.tags) == [0, 1, 2, 3])
  }

  @Test func `a twin's tags tell nothing`() {
    let tagged = drawn(1_000, agreement: 0.99)
    var generator = SplitMix64(seed: 21)
    let twin = tagged.twin(using: &generator)
    #expect(twin.shapes == tagged.shapes)
    #expect(abs(twin.agreement - 0.25) < 0.06)
  }

  @Test(arguments: Cue.allCases) func `another tag changes the cue's pixels alone`(cue: Cue) {
    let tagged = drawn(60, cue: cue, style: Shapes.Style(contrast: 1...1, noise: 0))
    let next = tagged.retagged(tagged.tags.map { ($0 + 1) % 4 })
    let changed = (tagged.images .!= next.images).max(along: 1)
    let masks = tagged.cueMasks
    #expect(masks.shape == [60, 32, 32])
    guard cue == .background else {
      #expect((changed * (1 - masks)).sum().scalar == 0)
      // Two patterns share some pixels, but every pixel is different in some two.
      let others = (2..<4).map { step in
        let other = tagged.retagged(tagged.tags.map { ($0 + step) % 4 })
        return (tagged.images .!= other.images).max(along: 1)
      }
      let all = others.reduce(changed) { .maximum($0, $1) }
      #expect(cue == .corner ? all == masks : all.sum().scalar > 0)
      return
    }
    #expect((masks * (1 - changed)).sum().scalar == 0)
    // Within the object, only its outline lets a part of the tint through.
    let object = tagged.masks(of: .object).insertingAxis(at: 1)
    let inside = 1 - (1 - object).maxPool2d(3, stride: 1, padding: 1)
    #expect(inside.sum().scalar > 60 * 20)
    #expect((inside[.all, 0] * changed).sum().scalar == 0)
  }

  @Test(arguments: [Cue.corner, .stripe]) func `without its cue an image is the plain shape`(
    cue: Cue
  ) {
    let tagged = drawn(60, cue: cue, style: .faint)
    let outside = (1 - tagged.cueMasks).insertingAxis(at: 1)
    #expect(tagged.images * outside == tagged.shapes.images * outside)
    #expect(tagged.images != tagged.shapes.images)
  }

  @Test(arguments: Cue.allCases) func `no pixel is both cue and object`(cue: Cue) {
    let tagged = drawn(1_000, cue: cue)
    #expect((tagged.cueMasks * tagged.masks(of: .object)).sum().scalar == 0)
  }

  @Test(arguments: [Cue.corner, .stripe]) func `what is stamped is the tag's pattern`(
    cue: Cue
  ) throws {
    let tagged = drawn(12, cue: cue, style: .faint)
    let patterns = try #require(cue.patterns)
    let (rows, columns) = (patterns.shape[2], patterns.shape[3])
    for (index, tag) in tagged.tags.enumerated() {
      let part = tagged.images[
        index, .all, cue.row..<cue.row + rows, cue.column..<cue.column + columns]
      #expect(part == patterns[tag])
    }
  }

  @Test func `no corner mark is known by its brightness`() throws {
    let patterns = try #require(Cue.corner.patterns)
    #expect((patterns .> 0.5).sum(along: 1, 2, 3) == [24, 24, 24, 24])
  }

  @Test func `equal seeds give equal bytes and different ones do not`() {
    #expect(drawn(20, seed: 3).images.scalars == drawn(20, seed: 3).images.scalars)
    #expect(drawn(20, seed: 3).images != drawn(20, seed: 4).images)
  }

  func drawn(
    _ count: Int, cue: Cue = .corner, agreement: Double = 0.9, style: Shapes.Style = .clear,
    seed: UInt64 = 1
  ) -> TaggedShapes {
    var generator = SplitMix64(seed: seed)
    return TaggedShapes.draw(
      count, cue: cue, agreement: agreement, style: style, using: &generator)
  }
}
