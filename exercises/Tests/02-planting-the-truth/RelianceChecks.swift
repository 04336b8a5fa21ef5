import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// What answers follow where the tag and the label foretell different ones.
@Suite(.exercise) struct `reliance(of:labels:tags:)` {
  private func parts(_ reliance: Reliance) -> [Double] {
    [reliance.tag, reliance.label, reliance.neither]
  }

  @Test func `answers are counted as the tag's, the label's, or neither's`() throws {
    let labels = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0]
    let tags = [1, 2, 0, 2, 0, 1, 1, 0, 1, 2]
    //          t  t  t  t  t  l  l  l  n  n
    let answers = [1, 2, 0, 2, 0, 2, 0, 1, 0, 1]
    try expect(
      parts(reliance(of: answers, labels: labels, tags: tags)), is: [0.5, 0.3, 0.2],
      mistakes: [
        "the tag and the label exchanged": [0.3, 0.5, 0.2],
        "parts of the wrong answers; they are parts of all answers": [5.0 / 7, 3.0 / 7, 2.0 / 7],
        "parts of the answers that follow one of the two; they are parts of all": [
          0.625, 0.375, 0.25,
        ],
        "everything that is wrong counted as neither, what follows the tag too": [0.5, 0.3, 0.7],
        "everything that does not follow the tag counted as neither": [0.5, 0.3, 0.5],
        "numbers of answers; they are parts of all answers": [5, 3, 2],
        "per cent; they are parts of 1": [50, 30, 20],
        "0 for each, as after a division of whole numbers: 5 / 10 is 0 in Swift": [0, 0, 0],
        "how often the tag names the label, which it never does here": [0, 0.3, 0.7],
      ],
      given: ["predictions": answers, "labels": labels, "tags": tags])
  }

  @Test func `whoever follows one of the three has all of it`() throws {
    let (labels, tags) = ([0, 1, 2, 3], [1, 2, 3, 0])
    try expect(
      parts(reliance(of: tags, labels: labels, tags: tags)), is: [1, 0, 0],
      mistakes: ["the tag and the label exchanged": [0, 1, 0]],
      given: ["predictions": "the tags", "labels": labels, "tags": tags])
    try expect(
      parts(reliance(of: labels, labels: labels, tags: tags)), is: [0, 1, 0],
      mistakes: ["the tag and the label exchanged": [1, 0, 0]],
      given: ["predictions": "the labels", "labels": labels, "tags": tags])
    try expect(
      parts(reliance(of: [3, 0, 1, 2], labels: labels, tags: tags)), is: [0, 0, 1],
      given: ["predictions": [3, 0, 1, 2], "labels": labels, "tags": tags])
    try expect(
      parts(reliance(of: [7], labels: [0], tags: [1])), is: [0, 0, 1],
      given: ["predictions": [7], "labels": [0], "tags": [1]])
  }

  @Test func `the three add up to one, whatever the order of the examples`() throws {
    try forEachSeed { generator in
      let labels = mixedLabels(30, classes: 3, using: &generator)
      let tags = labels.map { ($0 + 1 + Int(generator.next() % 2)) % 3 }
      let answers = labels.map { _ in Int(generator.next() % 3) }
      let found = try parts(reliance(of: answers, labels: labels, tags: tags))
      try expect(
        found.reduce(0, +), is: 1, given: ["tag, label, neither": found])
      try expect(
        found.allSatisfy { $0 > -1e-9 }, "no part is below 0",
        given: ["tag, label, neither": found])
      let order = permutation(of: 30, using: &generator)
      let mixed = { (list: [Int]) in order.map { list[$0] } }
      try expect(
        parts(reliance(of: mixed(answers), labels: mixed(labels), tags: mixed(tags))), is: found,
        given: ["examples": "the same in another order"])
      // Classes are names: other numbers for them change nothing.
      let renamed = { (list: [Int]) in list.map { 10 - 3 * $0 } }
      try expect(
        parts(reliance(of: renamed(answers), labels: renamed(labels), tags: renamed(tags))),
        is: found, given: ["classes": "the same by other numbers"])
    }
  }

  @Test func `a tag that names its own label is refused`() throws {
    try expectRefusal(
      .tagIsTheLabel(example: 2), given: ["labels": [0, 1, 2, 1], "tags": [1, 0, 2, 1]]
    ) {
      _ = try reliance(of: [0, 0, 2, 1], labels: [0, 1, 2, 1], tags: [1, 0, 2, 1])
    }
    try expectRefusal(.tagIsTheLabel(example: 0), given: ["labels": [1], "tags": [1]]) {
      _ = try reliance(of: [0], labels: [1], tags: [1])
    }
  }

  @Test func `lists that do not fit are refused, and empty ones`() throws {
    try expectRefusal(.countsDiffer([2, 3, 3]), given: ["predictions": 2, "labels": 3, "tags": 3]) {
      _ = try reliance(of: [0, 1], labels: [0, 1, 2], tags: [1, 2, 0])
    }
    try expectRefusal(.countsDiffer([3, 3, 2]), given: ["predictions": 3, "labels": 3, "tags": 2]) {
      _ = try reliance(of: [0, 1, 0], labels: [0, 1, 2], tags: [1, 2])
    }
    try expectRefusal(.nothingToMeasure, given: ["predictions": "none"]) {
      _ = try reliance(of: [], labels: [], tags: [])
    }
  }
}
