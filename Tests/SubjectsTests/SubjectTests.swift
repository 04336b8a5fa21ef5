import Datasets
import Explanations
import Figures
import Layers
import Models
import Subjects
import Tensors
import Testing

@Suite struct `A subject under explanation` {
  /// A drawn shape, on a ground that is not black.
  private static func shape() throws -> Subject {
    var generator = SplitMix64(seed: 3)
    let shapes = Shapes.draw(1, using: &generator)
    return Subject(
      Picture(shapes.images[0]), input: shapes.images, target: shapes.labels[0],
      by: try ShapesNet.network(), absent: shapes.backgrounds)
  }

  @Test func `what the network says of it is there, by class`() throws {
    let shape = try Self.shape()
    #expect(shape.logits == shape.network(shape.input))
    #expect(shape.logit == shape.logits[0, shape.target].scalar)
    #expect(shape.probability(of: 2) == Double(shape.probabilities[0, 2].scalar))
    #expect(shape.probability(at: shape.input) == shape.probability)
    #expect(try shape.score(shape.input).scalars == [shape.logit])
    let best = shape.mostProbable(4)
    #expect(best[0].label == shape.logits.argmax(along: 1)[0])
    #expect(best.map(\.probability) == best.map(\.probability).sorted(by: >))
  }

  @Test func `a photograph is explained by its class`() throws {
    let cat = try Subject(.chelsea, by: EfficientNetLite0.network())
    #expect(cat.target == ImageNet.tigerCat)
    #expect(cat.mostProbable(1)[0].label == ImageNet.egyptianCat)
    #expect(cat.input.shape == [1, 3, 224, 224])
    let colours = try Photograph.chelsea.picture().values
    let same = Subject(values: colours, target: ImageNet.tigerCat, by: cat.network)
    #expect(same.logits == cat.logits)
    #expect(same.picture == cat.picture)
  }

  @Test func `painting over changes those pixels and no bit of the others`() throws {
    let shape = try Self.shape()
    let pixels = [0, 33, 528, 1023]
    let painted = shape.painted(over: pixels)
    for channel in 0..<3 {
      let (before, after) = (shape.input[0, channel].scalars, painted[0, channel].scalars)
      for pixel in before.indices {
        let expected = pixels.contains(pixel) ? shape.absent.scalar : before[pixel]
        #expect(after[pixel].bitPattern == expected.bitPattern)
      }
    }
    #expect(shape.painted(over: []) == shape.input)
    var kept = [Float](repeating: 1, count: 1024)
    for pixel in pixels { kept[pixel] = 0 }
    #expect(shape.painted(keeping: Tensor(kept, shape: [1, 1, 32, 32])) == painted)
  }

  @Test func `several masks give several inputs`() throws {
    let shape = try Self.shape()
    let masks = Tensor.concatenated([.ones([1, 1, 32, 32]), .zeros([1, 1, 32, 32])], along: 0)
    let painted = shape.painted(keeping: masks)
    #expect(painted.shape == [2, 3, 32, 32])
    #expect(painted[0...0] == shape.input)
    #expect(painted[1] == Tensor(repeating: shape.absent.scalar, shape: [3, 32, 32]))
  }

  @Test(arguments: [(0, 0), (0.1, 102), (0.0303, 31), (1, 1024)])
  func `the top share of a map is counted in whole pixels`(share: Double, count: Int) throws {
    let shape = try Self.shape()
    // The last pixels in reading order are ranked first.
    let map = Tensor((0..<1024).map(Float.init), shape: [1, 32, 32])
    let painted = shape.painted(overTopOf: map, share: share)
    #expect(painted == shape.painted(over: (1024 - count)..<1024))
    var generator = SplitMix64(seed: 1)
    let random = shape.paintedAtRandom(share: share, using: &generator)
    let ground = { (input: Tensor) in input[0, 0].scalars.count { $0 == shape.absent.scalar } }
    #expect(ground(random) >= count)
    #expect(ground(random) <= count + ground(shape.input))
  }

  @Test func `each image of a batch is painted by its own map`() throws {
    let images = Tensor((0..<12).map(Float.init), shape: [2, 1, 2, 3])
    let maps = Tensor([9, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0], shape: [2, 2, 3])
    let absent = Tensor([-1, -2], shape: [2, 1, 1, 1])
    #expect(
      painted(images, overTopOf: maps, share: 1 / 6.0, with: absent).scalars
        == [-1, 1, 2, 3, 4, 5, 6, 7, 8, 9, -2, 11])
  }

  @Test func `a map has its share inside a region`() {
    let region = Tensor([0, 1, 1, 0, 0, 1], shape: [2, 3])
    #expect(share(of: region, inside: region) == 1)
    #expect(share(of: 7 * .ones([1, 2, 3]), inside: region) == 0.5)
    #expect(share(of: .zeros([2, 3]), inside: region) == 0)
    // What speaks against is no part of it.
    let signed = Tensor([1, 3, -8, -8, 0, 0], shape: [2, 3])
    #expect(share(of: signed, inside: region) == 0.75)
    #expect(share(of: signed, inside: Box(rows: 0..<2, columns: 0..<1)) == 0.25)
    #expect(share(of: signed, inside: Box(rows: 1..<2, columns: 0..<3)) == 0)
  }

  @Test func `what does not fit is said`() async {
    await #expect(processExitsWith: .failure) {
      _ = share(of: .ones([2, 2]), inside: Tensor.ones([4, 4]))
    }
    await #expect(processExitsWith: .failure) {
      _ = painted(.ones([2, 1, 2, 2]), overTopOf: .ones([1, 2, 2]), with: .zeros([1, 1, 1, 1]))
    }
  }
}
