import Expecting
import Foundation
import MixtureOfExperts
import Tensors
import Testing

/// How much two lists of labels say about each other.
@Suite(.exercise) struct `normalisedMutualInformation(_:_:)` {
  @Test func `six examples, worked out with logarithms`() throws {
    let (a, b) = ([0, 0, 0, 1, 1, 2], [5, 5, 9, 9, 9, 9])
    // Regimes of three, two and one; experts of two and four; pairs of two, one, two and one.
    let ofA: Double = log(2.0) / 2 + log(3.0) / 3 + log(6.0) / 6
    let ofB: Double = log(3.0) / 3 + 2 * log(1.5) / 3
    let pairs: Double = 2 * log(3.0) / 3 + log(6.0) / 3
    let shared: Double = ofA + ofB - pairs
    let truth: Double = 2 * shared / (ofA + ofB)
    let mistakes: KeyValuePairs<String, Double> = [
      "divided by the root of the product of the entropies; it is their mean":
        shared / (ofA * ofB).squareRoot(),
      "divided by the larger entropy; it is the mean of the two": shared / ofA,
      "divided by the smaller entropy; it is the mean of the two": shared / ofB,
      "divided by the sum of the entropies; the mean is half of that": truth / 2,
      "divided by the entropy of the pairs": shared / pairs,
      "not divided at all: the information in nats": shared,
      "not divided at all: the information in bits": shared / log(2.0),
      "the entropy of the pairs, divided": 2 * pairs / (ofA + ofB),
      "the labels that agree, counted; labels are names": 0,
      "one minus the information": 1 - truth,
      "the part of the examples that have the most frequent regime of their expert": 4 / 6.0,
    ]
    try expect(
      normalisedMutualInformation(a, b), is: truth, mistakes: mistakes, given: ["a": a, "b": b])
  }

  @Test func `it is 1 under other names`() throws {
    let a = [0, 1, 2, 3, 0, 1, 2, 3]
    try expect(
      normalisedMutualInformation(a, a.map { 7 - 3 * $0 }), is: 1,
      mistakes: [
        "not divided at all: the information in nats": log(4.0),
        "not divided at all: the information in bits": 2,
        "divided by the sum of the entropies; the mean is half of that": 0.5,
      ], given: ["a": a, "b": a.map { 7 - 3 * $0 }])
  }

  @Test func `it is 0 where nothing is in common`() throws {
    let (two, three) = ([0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 2])
    let mean: Double = (log(2.0) + log(3.0)) / 2
    // Sums are 0, 1, 1, 2, 2 and 3; as a set, only (0, 1) and (1, 0) are alike.
    let sums: Double = 2 * log(3.0) / 3 + log(6.0) / 3
    let sets: Double = log(3.0) / 3 + 2 * log(6.0) / 3
    // Behind each other, the labels 0, 1 and 2 come 5, 5 and 2 times; products are four zeros, 1 and 2.
    let behind: Double = 10 * log(12 / 5.0) / 12 + 2 * log(6.0) / 12
    let products: Double = 2 * log(1.5) / 3 + log(6.0) / 3
    try expect(
      normalisedMutualInformation(two, three), is: 0,
      mistakes: [
        "the labels that agree, counted; labels are names": 2 / 6.0,
        "the labels of a pair added up: different pairs have the same sum":
          (log(6.0) - sums) / mean,
        "a pair taken for a set: (0, 1) and (1, 0) are two pairs": (log(6.0) - sets) / mean,
        "one list put behind the other; pairs are asked for":
          (log(6.0) - behind) / mean,
        "the labels of a pair multiplied: different pairs have the same product":
          (log(6.0) - products) / mean,
        "what the second list says beyond the first; it is what they have in common":
          log(3.0) / mean,
        "what the first list says beyond the second; it is what they have in common":
          log(2.0) / mean,
      ], given: ["a": two, "b": three])
    try expect(
      normalisedMutualInformation([0, 1, 2], [4, 4, 4]), is: 0,
      given: ["a": [0, 1, 2], "b": [4, 4, 4]])
  }

  @Test func `pairs are told apart, however large the labels are`() throws {
    let (a, b) = ([0, 0, 0, 1, 1, 1], [10, 100, 1000, 0, 0, 0])
    let ofB: Double = log(2.0) / 2 + log(6.0) / 2
    let collided: Double = 2 * log(1.5) / 3 + log(6.0) / 3
    let mean: Double = (log(2.0) + ofB) / 2
    try expect(
      normalisedMutualInformation(a, b), is: log(2.0) / mean,
      mistakes: [
        "one number made of each pair, and equal for different pairs: a list of the two is safe":
          (log(2.0) + ofB - collided) / mean
      ], given: ["a": a, "b": b])
  }

  @Test func `where neither list has more than one label, they agree`() throws {
    try expect(
      try !normalisedMutualInformation([3, 3], [8, 8]).isNaN,
      "two lists of one label each give a number, and not 0 / 0",
      given: ["a": [3, 3], "b": [8, 8]])
    try expect(
      normalisedMutualInformation([3, 3], [8, 8]), is: 1,
      mistakes: ["0 where both lists have one label only; they agree": 0],
      given: ["a": [3, 3], "b": [8, 8]])
  }

  @Test func `ten experts that share four regimes as evenly as they can`() throws {
    // Each regime has five twentieths; an expert has two. Eight are pure, two have a half of each.
    let regimes = (0..<20).map { $0 / 5 }
    let experts = [0, 0, 1, 1, 8, 2, 2, 3, 3, 8, 4, 4, 5, 5, 9, 6, 6, 7, 7, 9]
    let shared: Double = log(4.0) - 0.2 * log(2.0)
    let mean: Double = (log(4.0) + log(10.0)) / 2
    try expect(
      normalisedMutualInformation(regimes, experts), is: shared / mean,
      mistakes: [
        "divided by the root of the product of the entropies; it is their mean":
          shared / (log(4.0) * log(10.0)).squareRoot(),
        "divided by the larger entropy; it is the mean of the two": shared / log(10.0),
        "divided by the smaller entropy; it is the mean of the two": shared / log(4.0),
        "divided by the sum of the entropies; the mean is half of that": shared / mean / 2,
        "not divided at all: the information in nats": shared,
        "not divided at all: the information in bits": shared / log(2.0),
      ], given: ["a": regimes, "b": experts])
  }

  @Test func `it does not matter which list comes first, or in which order the examples come`()
    throws
  {
    try forEachSeed { generator in
      let a = (0..<30).map { _ in Int(generator.next() % UInt64(3)) - 1 }
      let b = a.map { $0 * 2 + Int(generator.next() % UInt64(3)) }
      // The definition: Σ p(a, b) ln(p(a, b) / (p(a) p(b))), over the mean entropy.
      var (information, ofA, ofB) = (0.0, 0.0, 0.0)
      for one in Set(a) {
        let part = Double(a.count { $0 == one }) / 30
        ofA -= part * log(part)
        for other in Set(b) {
          let otherPart = Double(b.count { $0 == other }) / 30
          let both = Double(zip(a, b).count { $0 == one && $1 == other }) / 30
          if both > 0 { information += both * log(both / (part * otherPart)) }
        }
      }
      for other in Set(b) {
        let part = Double(b.count { $0 == other }) / 30
        ofB -= part * log(part)
      }
      let truth: Double = 2 * information / (ofA + ofB)
      try expect(normalisedMutualInformation(a, b), is: truth, given: ["a": a, "b": b])
      try expect(normalisedMutualInformation(b, a), is: truth, given: ["a": b, "b": a])
      try expect(
        normalisedMutualInformation(a.reversed(), b.reversed()), is: truth,
        given: ["a": Array(a.reversed()), "b": Array(b.reversed())])
    }
  }

  @Test func `lists that do not fit are refused`() throws {
    try expectRefusal("there are two regimes and three experts") {
      _ = try normalisedMutualInformation([0, 1], [0, 1, 1])
    }
    try expectRefusal("empty lists say nothing") { _ = try normalisedMutualInformation([], []) }
  }
}
