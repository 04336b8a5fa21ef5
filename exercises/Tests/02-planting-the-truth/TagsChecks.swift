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

  /// How many agree, with twelve seeds.
  private func counts(_ labels: [Int], classes: Int, rate: Double) throws -> [Int] {
    try (0..<12).map { seed in
      agreeing(try tags(for: labels, classes: classes, rate: rate, seed: seed), labels)
    }
  }

  private func twelve(_ count: Int) -> [Int] { [Int](repeating: count, count: 12) }

  @Test func `the same number agrees with every seed`() throws {
    var generator = SplitMix64(seed: 6)
    let labels = mixedLabels(52, classes: 4, using: &generator)
    let found = try counts(labels, classes: 4, rate: 0.65)
    let input: KeyValuePairs<String, Any> = [
      "rate": 0.65, "labels": 52, "tags that agree, with twelve seeds": found,
    ]
    let varies = "another number with each seed"
    let said = Set(found).count == 1 ? "the same number with every seed" : varies
    let right = "the same number with every seed"
    let (least, most) = (found.min() ?? 0, found.max() ?? 0)
    if least < 34, most > 34 {
      try expect(
        said, is: right,
        mistakes: ["a coin for each tag; the number of tags that agree is exact": varies],
        given: input)
    } else if most > 34 {
      try expect(said, is: right, mistakes: [luck: varies], given: input)
    } else {
      try expect(
        said, is: right,
        mistakes: ["places that may be drawn twice; each agrees once": varies], given: input)
    }
  }

  @Test func `exactly the part that was asked for agrees`() throws {
    var generator = SplitMix64(seed: 5)
    // Thirteen of each class, so that rounding class by class comes to something else.
    let labels = mixedLabels(52, classes: 4, using: &generator)
    let each = "a number for each class, rounded class by class; it is rounded once, for all labels"
    let many = try counts(labels, classes: 4, rate: 0.65)
    try expect(
      many, is: twelve(34),
      mistakes: [
        disagreeing: twelve(18),
        "a number that is rounded down; it is rounded to the nearest": twelve(33),
        each: twelve(32),
        "the labels themselves": twelve(52),
        "moved tags, of which none agrees": twelve(0),
      ], given: ["rate": 0.65, "labels": 52, "tags that agree, with twelve seeds": many])
    let few = try counts(labels, classes: 4, rate: 0.35)
    try expect(
      few, is: twelve(18),
      mistakes: [
        disagreeing: twelve(34),
        "a number that is rounded up; it is rounded to the nearest": twelve(19),
        each: twelve(20),
      ], given: ["rate": 0.35, "labels": 52, "tags that agree, with twelve seeds": few])
    let half = try counts([0, 1, 1, 0, 1], classes: 2, rate: 0.5)
    try expect(
      half, is: twelve(3),
      mistakes: [
        "a half that is rounded to the even number, or down; a half is rounded up": twelve(2)
      ], given: ["rate": 0.5, "labels": 5, "tags that agree, with twelve seeds": half])
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
        "always the next class; each label has a draw of its own": [0, 1, 0, 0],
        "always the class before; each label has a draw of its own": [0, 0, 0, 1],
        "always two classes on; each label has a draw of its own": [0, 0, 1, 0],
        "the last of the other classes left out": [0, 0.5, 0.5, 0],
        "the first of the other classes left out": [0, 0, 0.5, 0.5],
      ],
      given: [
        "rate": 0, "classes": 4,
        "compared are": "the parts of the tags that are 0, 1, 2 and 3 classes ahead of the label",
      ])
    // Labels of one class only, so that the tags cannot borrow their variety from the labels.
    let same = [Int](repeating: 2, count: 3_000)
    let others = try PlantingTheTruth.tags(for: same, classes: 4, rate: 0, seed: 13)
    try expect(
      steps(from: same, to: others, classes: 4), is: [0, third, third, third],
      within: Tolerance(absolute: 0.04, relative: 0),
      mistakes: [
        "the labels in another order; each tag is drawn anew": [1, 0, 0, 0],
        "always the next class; each label has a draw of its own": [0, 1, 0, 0],
        "always the class before; each label has a draw of its own": [0, 0, 0, 1],
        "always two classes on; each label has a draw of its own": [0, 0, 1, 0],
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
