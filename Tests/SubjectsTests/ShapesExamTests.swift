import Datasets
import Layers
import Subjects
import Tensors
import Testing

@Suite struct `The exam of the planted shapes` {
  @Test func `its images are those of lesson 03, and the network knows them`() throws {
    let exam = try ShapesExam()
    var generator = SplitMix64(seed: 3)
    #expect(exam.shapes == Shapes.draw(200, using: &generator))
    #expect(exam.network(exam.images).argmax(along: 1) == exam.shapes.labels)
    #expect(try ShapesExam(20).images == exam.images[..<20])
  }

  @Test func `the score is the logit of the own class, in every round of a batch`() throws {
    let exam = try ShapesExam(3)
    let logits = exam.network(exam.images)
    let own = exam.shapes.labels.enumerated().map { logits[$0, $1].scalar }
    let score = exam.score(of: exam.network)
    #expect(try score(exam.images).isClose(to: Tensor(own)))
    let twice = Tensor.concatenated([exam.images, exam.images], along: 0)
    #expect(try score(twice).isClose(to: Tensor(own + own)))
  }

  @Test func `masks themselves pass, what lies elsewhere fails, and flat maps get chance`() throws {
    let exam = try ShapesExam(5)
    #expect(exam.shares(of: exam.masks) == [1, 1, 1, 1, 1])
    #expect(exam.peaks(of: exam.masks) == [1, 1, 1, 1, 1])
    #expect(exam.shares(of: 1 - exam.masks) == [0, 0, 0, 0, 0])
    #expect(exam.peaks(of: 1 - exam.masks) == [0, 0, 0, 0, 0])
    let flat = exam.shares(of: .ones([5, 32, 32]))
    #expect(zip(flat, exam.areas).allSatisfy { abs($0 - $1) < 1e-6 })
  }

  @Test func `a map that ignores the network is the same when the weights are random`() throws {
    let exam = try ShapesExam(4)
    let left = exam.resemblances { _ in exam.images.sum(along: 1) }
    #expect(left.count == exam.untrained.count)
    #expect(left.allSatisfy { abs($0 - 1) < 1e-9 })
  }

  @Test func `every untrained network is another, and none is the trained one`() throws {
    let exam = try ShapesExam(2)
    let networks = exam.untrained + [exam.network]
    for (index, network) in networks.enumerated() {
      #expect(!networks[..<index].contains(network))
    }
  }
}

@Suite struct `Peaks and resemblance` {
  @Test func `a peak is inside if any of the highest pixels is`() {
    let region: Tensor = [[0, 1, 0], [0, 0, 0]]
    #expect(hasPeak([[1, 5, 2], [0, 5, -9]], inside: region))
    #expect(!hasPeak([[1, 5, 2], [0, 6, -9]], inside: region))
    #expect(hasPeak([[[-3, -1, -2], [-9, -9, -9]]], inside: region))
  }

  @Test func `resemblance is the correlation of ranks, in which equals share theirs`() {
    // Ranks 1, 2½, 2½, 4 beside 1, 2, 3, 4: products add up to 4.5, squares to 4.5 and 5.
    let value = resemblance(of: [[1, 2], [2, 4]], to: [[10, 20], [30, 40]])
    #expect(abs(value - 4.5 / 22.5.squareRoot()) < 1e-12)
    #expect(resemblance(of: [3, 1, 2], to: [-30, -10, -20]) == -1)
    #expect(resemblance(of: [3, 3, 3], to: [1, 2, 3]) == 0)
  }
}
