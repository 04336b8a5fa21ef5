import Layers
import MeasuringExplanations
import Subjects
import Tensors
import Testing

/// The exams that all lessons take measure as lesson 04 teaches it.
@Suite struct MeasuresTests {
  /// Maps with signs and ties, and masks.
  private func pairs() -> [MapAndMask] {
    var generator = SplitMix64(seed: 4)
    return (0..<50).map { _ in
      let numbers = Tensor.normal(shape: [5, 7], using: &generator) * 3
      let steps = Tensor(numbers.scalars.map { $0.rounded() }, shape: [5, 7])
      let mask = Tensor.uniform(in: 0..<1, shape: [5, 7], using: &generator) .> 0.7
      return MapAndMask(map: steps, mask: mask)
    }
  }

  @Test func `peaks, shares and resemblance are those of the lesson`() throws {
    let pairs = pairs()
    for (pair, other) in zip(pairs, pairs.dropFirst()) {
      let mass = try massAccuracy(map: pair.map, mask: pair.mask)
      #expect(abs(share(of: pair.map, inside: pair.mask) - Double(mass)) < 1e-6)
      #expect(
        try hasPeak(pair.map, inside: pair.mask) == pointingGame(map: pair.map, mask: pair.mask))
      let correlation = try rankCorrelation(pair.map, other.map)
      #expect(abs(resemblance(of: pair.map, to: other.map) - Double(correlation)) < 1e-5)
    }
  }

  @Test func `what is left on random weights is what the cascade ends with`() throws {
    let exam = try ShapesExam(4)
    func maps(by network: Network) throws -> Tensor {
      let tracked = exam.images.tracked()
      let score = try exam.score(of: network)(tracked).sum()
      return gradient(of: score, withRespectTo: tracked).abs().sum(along: 1)
    }
    let left = try exam.resemblances(of: maps)
    let order = ["classifier", "conv4", "conv3", "conv2", "conv1"]
    for (untrained, expected) in zip(exam.untrained, left) {
      let last = try cascade(of: exam.network, replacedBy: untrained, order: order)[4]
      let (before, after) = (try maps(by: exam.network), try maps(by: last))
      let sum = try (0..<4).reduce(0.0) { sum, image in
        sum + Double(try rankCorrelation(before[image], after[image]))
      }
      #expect(abs(sum / 4 - expected) < 1e-4)
    }
  }
}
