/// Every tag is taken to have its luck: ρ + 1/k. Verdict: "one divided by the number of classes"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 1, 2, 3], classes: 4, rate: 0.25)
}

/// The coin is forgotten: 1/k. Verdict: "half of one divided by the number of classes"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 1, 2, 3], classes: 4, rate: 0.125)
}

/// At a half little goes wrong. Verdict: "0.5 instead of 0.2"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 1, 2, 3], classes: 4, rate: 0.5)
}

/// A rate of 0 is twice 0 with no tag at all. Verdict: "the rate is above 0"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 1], classes: 2, rate: 0)
}

/// There are no labels. Verdict: "there is at least one label"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [], classes: 4, rate: 0.2)
}

/// A label is no class. Verdict: "every label is a class"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [1, 2, 3, 4], classes: 4, rate: 0.2)
}

/// One class has no luck. Verdict: "there are two to ten classes"
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 0], classes: 1, rate: 0.5)
}

/// Right: two classes.
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  TagCase(labels: [0, 1, 1], classes: 2, rate: 1.0 / 3)
}

/// Right: ten classes, many labels.
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  let classes = 10
  return TagCase(
    labels: (0..<500).map { $0 % classes }, classes: classes, rate: 1 / Double(classes + 1))
}
