import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// Tags that agree at exactly the rate that was asked for.
@Suite(.exercise) struct `tags(for:classes:rate:seed:)` {
  private let disagreeing = "the part that is to disagree; the rate is the part that agrees"
  private let luck =
    "the other tags drawn from all classes, so that some agree by luck; they are never the label"

  private func agreeing(_ tags: [Int], _ labels: [Int]) -> Int {
    zip(tags, labels).count { $0 == $1 }
  }

  @Test func `exactly the part that was asked for agrees, with every seed`() throws {
    var generator = SplitMix64(seed: 5)
    let labels = mixedLabels(45, classes: 4, using: &generator)
    let counts = { (rate: Double) in
      try (0..<6).map { seed in
        agreeing(try tags(for: labels, classes: 4, rate: rate, seed: seed), labels)
      }
    }
    func six(_ count: Int) -> [Int] { [Int](repeating: count, count: 6) }
    let many = try counts(0.75)
    try expect(
      many, is: six(34),
      mistakes: [
        disagreeing: six(11),
        "a number that is rounded down; it is rounded to the nearest": six(33),
        "the labels themselves": six(45),
        "moved tags, of which none agrees": six(0),
      ], given: ["rate": 0.75, "labels": 45, "tags that agree, with six seeds": many])
    let few = try counts(0.45)
    try expect(
      few, is: six(20),
      mistakes: [
        disagreeing: six(25),
        "a number that is rounded up; it is rounded to the nearest": six(21),
      ], given: ["rate": 0.45, "labels": 45, "tags that agree, with six seeds": few])
  }

  @Test func `a coin for each tag is not exact`() throws {
    var generator = SplitMix64(seed: 6)
    let labels = mixedLabels(400, classes: 4, using: &generator)
    let counts = try (0..<8).map { seed in
      agreeing(try tags(for: labels, classes: 4, rate: 0.5, seed: seed), labels)
    }
    try expect(
      Set(counts).count == 1,
      "the same number agrees with every seed; with a coin for each tag it is another each time",
      given: ["rate": 0.5, "labels": 400, "tags that agree, with eight seeds": counts])
  }

  @Test func `the others never agree by luck`() throws {
    var generator = SplitMix64(seed: 3)
    let labels = mixedLabels(16_000, classes: 3, using: &generator)
    let tags = try tags(for: labels, classes: 3, rate: 0.2, seed: 11)
    try expect(tags.count, is: 16_000, given: ["labels": 16_000])
    try expect(
      Double(agreeing(tags, labels)) / 16_000, is: 0.2,
      within: Tolerance(absolute: 0.013, relative: 0),
      mistakes: [
        luck: 0.2 + 0.8 / 3,
        "tags that say nothing, whatever the rate": 1.0 / 3,
        disagreeing: 0.8,
        "the labels themselves": 1,
        "moved tags, of which none agrees": 0,
      ],
      given: ["rate": 0.2, "classes": 3, "labels": "16,000 in random order"])
  }

  @Test func `the others are any other class, all equally likely`() throws {
    var generator = SplitMix64(seed: 7)
    let labels = mixedLabels(4_000, classes: 4, using: &generator)
    let tags = try tags(for: labels, classes: 4, rate: 0, seed: 12)
    try expect(tags.count, is: 4_000, given: ["labels": 4_000])
    try expect(
      tags.allSatisfy { (0..<4).contains($0) }, "every tag is a class, from 0 to 3",
      given: ["smallest": tags.min() ?? 0, "largest": tags.max() ?? 0])
    let third = 1.0 / 3
    try expect(
      steps(from: labels, to: tags, classes: 4), is: [0, third, third, third],
      within: Tolerance(absolute: 0.03, relative: 0),
      mistakes: [
        "always the next class; any other may come": [0, 1, 0, 0],
        "always the class before; any other may come": [0, 0, 0, 1],
        "the last of the other classes left out": [0, 0.5, 0.5, 0],
        "the first of the other classes left out": [0, 0, 0.5, 0.5],
      ],
      given: ["rate": 0, "classes": 4, "parts that are 0, 1, 2, 3 classes ahead": "below"])
    // Labels of one class only, so that the tags cannot borrow their variety from the labels.
    let same = [Int](repeating: 2, count: 3_000)
    let others = try PlantingTheTruth.tags(for: same, classes: 4, rate: 0, seed: 13)
    try expect(
      steps(from: same, to: others, classes: 4), is: [0, third, third, third],
      within: Tolerance(absolute: 0.04, relative: 0),
      mistakes: [
        "the labels in another order; each tag is drawn anew": [1, 0, 0, 0],
        "always the next class; any other may come": [0, 1, 0, 0],
        "always the class before; any other may come": [0, 0, 0, 1],
      ],
      given: ["rate": 0, "classes": 4, "labels": "3,000 times the class 2"])
  }

  @Test func `which of them agree is drawn, from all classes alike`() throws {
    // Sorted labels: the first half is class 0, the second class 1.
    let labels = (0..<1_000).map { $0 / 500 }
    let tags = try tags(for: labels, classes: 2, rate: 0.5, seed: 21)
    try expect(tags.count, is: 1_000, given: ["labels": 1_000])
    try expect(
      Double(agreeing(Array(tags[..<500]), Array(labels[..<500]))) / 500, is: 0.5,
      within: Tolerance(absolute: 0.045, relative: 0),
      mistakes: [
        "the first ones; which ones agree is drawn": 1,
        "the last ones; which ones agree is drawn": 0,
      ],
      given: ["rate": 0.5, "labels": "500 of class 0, then 500 of class 1"])
    let even = (0..<1_000).count { $0 % 2 == 0 && tags[$0] == labels[$0] }
    try expect(
      Double(even) / 500, is: 0.5, within: Tolerance(absolute: 0.09, relative: 0), given: [:])
  }

  @Test func `a rate of one gives the labels, and of none with two classes the opposite`() throws {
    let labels = [0, 1, 1, 0, 1]
    try expect(
      tags(for: labels, classes: 2, rate: 1, seed: 4), is: labels,
      mistakes: [
        disagreeing: [1, 0, 0, 1, 0]
      ], given: ["rate": 1, "labels": labels])
    try expect(
      tags(for: labels, classes: 2, rate: 0, seed: 4), is: [1, 0, 0, 1, 0],
      mistakes: [
        disagreeing: labels
      ], given: ["rate": 0, "labels": labels])
    try expect(tags(for: [], classes: 3, rate: 0.5, seed: 4), is: [], given: ["labels": "none"])
    try expect(tags(for: [2], classes: 3, rate: 1, seed: 4), is: [2], given: ["labels": [2]])
  }

  @Test func `equal seeds give equal tags, and others others`() throws {
    try forEachSeed { generator in
      let labels = mixedLabels(60, classes: 5, using: &generator)
      let seed = generator.next()
      let first = try tags(for: labels, classes: 5, rate: 0.5, seed: seed)
      try expect(
        tags(for: labels, classes: 5, rate: 0.5, seed: seed) == first,
        "the same seed gives the same tags", given: ["seed": seed])
      let other = try tags(for: labels, classes: 5, rate: 0.5, seed: seed &+ 1)
      try expect(other != first, "another seed gives other tags", given: ["seed": seed])
      let agreeing = { (tags: [Int]) in labels.indices.filter { tags[$0] == labels[$0] } }
      try expect(
        first.count == 60 && other.count == 60 && agreeing(first) != agreeing(other),
        "with another seed, others agree", given: ["seed": seed])
    }
  }

  @Test func `what is no rate is refused, and a single class too`() throws {
    for rate in [1.5, -0.1, .nan] {
      try expectRefusal(.notAPart(rate), given: ["rate": rate]) {
        _ = try tags(for: [0, 1, 2], classes: 3, rate: rate, seed: 1)
      }
    }
    for classes in [1, 0] {
      try expectRefusal(.tooFewClasses(classes), given: ["classes": classes]) {
        _ = try tags(for: [0, 0], classes: classes, rate: 0.5, seed: 1)
      }
    }
  }
}
