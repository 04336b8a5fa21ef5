import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// Tags of which none is its label's own.
@Suite(.exercise) struct `movedTags(for:classes:seed:)` {
  private let next = "always the next class; each label has a draw of its own"
  private let before = "always the class before; each label has a draw of its own"
  private let luck = "tags drawn from all classes, so that some agree by luck; none may"

  @Test func `with two classes there is only one other`() throws {
    let labels = [0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 1]
    try expect(
      movedTags(for: labels, classes: 2, seed: 9), is: labels.map { 1 - $0 },
      mistakes: ["the labels themselves": labels], given: ["labels": labels, "classes": 2])
    try expect(movedTags(for: [], classes: 2, seed: 9), is: [], given: ["labels": "none"])
  }

  @Test func `none agrees, and every other class is equally likely`() throws {
    var generator = SplitMix64(seed: 17)
    let labels = mixedLabels(4_000, classes: 4, using: &generator)
    let tags = try movedTags(for: labels, classes: 4, seed: 31)
    try expect(tags.count, is: 4_000, given: ["labels": 4_000])
    try expect(
      tags.allSatisfy { (0..<4).contains($0) }, "every tag is a class, from 0 to 3",
      given: ["smallest": tags.min() ?? 0, "largest": tags.max() ?? 0])
    let (quarter, third) = (0.25, 1.0 / 3)
    try expect(
      steps(from: labels, to: tags, classes: 4), is: [0, third, third, third],
      within: Tolerance(absolute: 0.024, relative: 0),
      mistakes: [
        luck: [quarter, quarter, quarter, quarter],
        next: [0, 1, 0, 0],
        before: [0, 0, 0, 1],
        "always two classes on; each label has a draw of its own": [0, 0, 1, 0],
        "the labels themselves": [1, 0, 0, 0],
        "the last of the other classes left out": [0, 0.5, 0.5, 0],
        "the first of the other classes left out": [0, 0, 0.5, 0.5],
        "a step of 0 to 2 classes, and a step of 0 is none at all": [third, third, third, 0],
      ],
      given: [
        "classes": 4, "labels": "4,000 in random order",
        "compared are": "the parts of the tags that are 0, 1, 2 and 3 classes ahead of the label",
      ])
  }

  @Test func `labels of one class get tags of all others`() throws {
    let labels = [Int](repeating: 1, count: 3_000)
    let tags = try movedTags(for: labels, classes: 3, seed: 5)
    try expect(tags.count, is: 3_000, given: ["labels": 3_000])
    try expect(
      steps(from: labels, to: tags, classes: 3), is: [0, 0.5, 0.5],
      within: Tolerance(absolute: 0.03, relative: 0),
      mistakes: [
        "the labels in another order; each tag is drawn anew": [1, 0, 0],
        next: [0, 1, 0],
        before: [0, 0, 1],
        luck: [1.0 / 3, 1.0 / 3, 1.0 / 3],
      ],
      given: ["classes": 3, "labels": "3,000 times the class 1"])
  }

  @Test func `each label is moved on its own`() throws {
    // One draw for all of them would move equal labels alike.
    let labels = [Int](repeating: 0, count: 40)
    let tags = try movedTags(for: labels, classes: 5, seed: 8)
    try expect(
      Set(tags).count > 1, "equal labels do not all get the same tag", given: ["your tags": tags])
    try expect(
      !tags.contains(0) && tags.allSatisfy { $0 > 0 && $0 < 5 },
      "every tag is another class than 0, from 1 to 4", given: ["your tags": tags])
  }

  @Test func `equal seeds give equal tags, and others others`() throws {
    try forEachSeed { generator in
      let labels = mixedLabels(40, classes: 4, using: &generator)
      let seed = generator.next()
      let first = try movedTags(for: labels, classes: 4, seed: seed)
      try expect(
        movedTags(for: labels, classes: 4, seed: seed) == first,
        "the same seed gives the same tags", given: ["seed": seed])
      try expect(
        movedTags(for: labels, classes: 4, seed: seed &+ 1) != first,
        "another seed gives other tags", given: ["seed": seed])
    }
  }

  @Test func `a single class is refused`() throws {
    for classes in [1, 0] {
      try expectRefusal(.tooFewClasses(classes), given: ["classes": classes]) {
        _ = try movedTags(for: [0, 0, 0], classes: classes, seed: 1)
      }
    }
  }
}
