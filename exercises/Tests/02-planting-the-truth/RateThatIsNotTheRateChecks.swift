import Checking
import Expecting
import PlantingTheTruth
import Tensors
import Testing

/// A coin for each tag, and a case in which twice as many agree as were asked for.
@Suite(.exercise) struct `caseWhereTheRateIsNotTheRate()` {
  /// The learner's case, if it is one at all.
  private func validCase() throws -> TagCase {
    let found = try caseWhereTheRateIsNotTheRate()
    try expect(
      (2...10).contains(found.classes), "there are two to ten classes",
      given: ["classes": found.classes])
    try expect(
      !found.labels.isEmpty && found.labels.count <= 10_000,
      "there is at least one label, and at most 10,000", given: ["labels": found.labels.count])
    try expect(
      found.labels.allSatisfy { $0 >= 0 && $0 < found.classes },
      "every label is a class, from 0 to one less than there are",
      given: ["labels": found.labels, "classes": found.classes])
    try expect(
      found.rate > 0 && found.rate <= 1, "the rate is above 0, and at most 1",
      given: ["rate": found.rate])
    return found
  }

  @Test func `it is a case`() throws { _ = try validCase() }

  @Test func `twice as many agree as were asked for, on average`() throws {
    let found = try validCase()
    let classes = Double(found.classes)
    try expect(
      found.rate, is: 1 / (classes + 1), within: Tolerance(absolute: 5e-4, relative: 0),
      mistakes: [
        "one divided by the number of classes: then not every tag can be lucky, only those whose coin said no":
          1 / classes,
        "half of one divided by the number of classes: then luck alone would do, but the coin counts too":
          1 / (2 * classes),
      ],
      given: ["classes": found.classes, "rate": found.rate])
  }

  @Test func `and so it comes out`() throws {
    let found = try validCase()
    let draws = max(1, 6_000 / found.labels.count)
    var agreeing = 0
    for seed in 0..<UInt64(draws) {
      let tags = carelessTags(
        for: found.labels, classes: found.classes, rate: found.rate, seed: seed)
      agreeing += zip(tags, found.labels).count { $0 == $1 }
    }
    let count = Double(draws * found.labels.count)
    let measured = Double(agreeing) / count
    // Four standard deviations of so many coins.
    let band = 4 * (0.25 / count).squareRoot()
    try expect(
      abs(measured - 2 * found.rate) < band,
      "carelessTags agree twice as often as the rate says",
      given: [
        "rate": found.rate, "agree": measured, "wanted": 2 * found.rate, "classes": found.classes,
      ])
  }
}
