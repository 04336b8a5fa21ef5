import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// The same part of every class held back.
@Suite(.exercise) struct `stratifiedSplit(of:heldBack:seed:)` {
  /// Ten of class 5, seven of class 2 and three of class 9, mixed.
  private let labels = [5, 2, 5, 9, 2, 5, 5, 2, 9, 5, 2, 5, 2, 5, 5, 9, 2, 5, 5, 2]

  private func counts(_ places: [Int], _ labels: [Int]) -> [Int] {
    [5, 2, 9].map { label in places.count { labels.indices.contains($0) && labels[$0] == label } }
  }

  @Test func `of every class the same part is held back, with every seed`() throws {
    func six(_ counts: [Int]) -> [[Int]] { [[Int]](repeating: counts, count: 6) }
    let found = try (1...6).map { seed in
      counts(try stratifiedSplit(of: labels, heldBack: 0.3, seed: UInt64(seed)).heldBack, labels)
    }
    let same = "the same numbers with every seed"
    try expect(
      Set(found).count == 1 ? same : "other numbers with each seed", is: same,
      mistakes: [
        "a draw from all examples, whatever their class; each class has a part of its own":
          "other numbers with each seed"
      ],
      given: [
        "labels": labels, "heldBack": 0.3, "held back of the classes 5, 2 and 9, by seed": found,
      ])
    try expect(
      found, is: six([3, 2, 1]),
      mistakes: [
        "numbers that are rounded down; they are rounded to the nearest": six([3, 2, 0]),
        "numbers that are rounded up; they are rounded to the nearest": six([3, 3, 1]),
        "the part to learn from; the rest is held back": six([7, 5, 2]),
        "as many of every class; it is the same part of each": six([2, 2, 2]),
        "nothing held back": six([0, 0, 0]),
        "everything held back": six([10, 7, 3]),
      ],
      given: [
        "labels": labels, "heldBack": 0.3,
        "held back of the classes 5, 2 and 9 (which are 10, 7 and 3), with six seeds": found,
      ])
  }

  @Test func `a half is rounded up`() throws {
    let split = try stratifiedSplit(of: [4, 4, 4, 4, 4], heldBack: 0.5, seed: 2)
    try expect(
      split.heldBack.count, is: 3,
      mistakes: ["a half that is rounded to the even number, or down; a half is rounded up": 2],
      given: ["labels": "five times 4", "heldBack": 0.5])
  }

  @Test func `every example is in one of the two lists, once and in order`() throws {
    try forEachSeed { generator in
      let labels = mixedLabels(61, classes: 4, using: &generator)
      let split = try stratifiedSplit(of: labels, heldBack: 0.4, seed: generator.next())
      try expect(
        (split.training + split.heldBack).sorted() == Array(0..<61),
        "every place from 0 to 60 is in one of the lists, and in one only",
        given: ["training": split.training, "held back": split.heldBack])
      try expect(
        split.training == split.training.sorted() && split.heldBack == split.heldBack.sorted(),
        "both lists ascend", given: ["training": split.training, "held back": split.heldBack])
    }
  }

  @Test func `which ones are held back is drawn`() throws {
    let labels = [Int](repeating: 0, count: 10) + [Int](repeating: 1, count: 10)
    var counts = [0.0, 0.0]
    for seed: UInt64 in 0..<200 {
      let held = try stratifiedSplit(of: labels, heldBack: 0.5, seed: seed).heldBack
      counts[0] += Double(held.count { $0 < 5 })
      counts[1] += Double(held.count { $0 >= 10 && $0 < 15 })
    }
    try expect(
      counts.map { $0 / 1000 }, is: [0.5, 0.5], within: Tolerance(absolute: 0.049, relative: 0),
      mistakes: [
        "the first ones of each class; which ones is drawn": [1, 1],
        "the last ones of each class; which ones is drawn": [0, 0],
      ],
      given: [
        "labels": "ten times 0, ten times 1", "heldBack": 0.5,
        "held back of the first five of each class, over 200 seeds": counts.map { $0 / 1000 },
      ])
  }

  @Test func `classes are drawn apart, not by the same places`() throws {
    let labels = [Int](repeating: 0, count: 12) + [Int](repeating: 1, count: 12)
    let alike = try (0..<20).count { seed in
      let held = try stratifiedSplit(of: labels, heldBack: 0.5, seed: UInt64(seed)).heldBack
      return held.filter { $0 < 12 } == held.filter { $0 >= 12 }.map { $0 - 12 }
    }
    try expect(
      alike < 5, "each class is drawn on its own, not all of them by the same numbers",
      given: ["seeds with the same choice in both classes": alike, "of": 20])
  }

  @Test func `all or nothing can be held back`() throws {
    let none = try stratifiedSplit(of: labels, heldBack: 0, seed: 3)
    try expect(
      [none.training.count, none.heldBack.count], is: [20, 0],
      mistakes: ["the part to learn from; the rest is held back": [0, 20]],
      given: ["heldBack": 0])
    let all = try stratifiedSplit(of: labels, heldBack: 1, seed: 3)
    try expect(
      [all.training.count, all.heldBack.count], is: [0, 20],
      mistakes: ["the part to learn from; the rest is held back": [20, 0]],
      given: ["heldBack": 1])
    let empty = try stratifiedSplit(of: [], heldBack: 0.5, seed: 3)
    try expect([empty.training, empty.heldBack], is: [[], []], given: ["labels": "none"])
  }

  @Test func `equal seeds give equal splits, and others others`() throws {
    try forEachSeed { generator in
      let labels = mixedLabels(60, classes: 3, using: &generator)
      let seed = generator.next()
      let first = try stratifiedSplit(of: labels, heldBack: 0.5, seed: seed)
      try expect(
        stratifiedSplit(of: labels, heldBack: 0.5, seed: seed) == first,
        "the same seed gives the same split", given: ["seed": seed])
      try expect(
        stratifiedSplit(of: labels, heldBack: 0.5, seed: seed &+ 1) != first,
        "another seed gives another split", given: ["seed": seed])
    }
  }

  @Test func `what is no part is refused`() throws {
    for part in [1.01, -0.2, .nan] {
      try expectRefusal(.notAPart(part), given: ["heldBack": part]) {
        _ = try stratifiedSplit(of: labels, heldBack: part, seed: 1)
      }
    }
  }
}
