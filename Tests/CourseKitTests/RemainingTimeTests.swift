import Testing

@testable import CourseKit

/// The estimate of what a build still takes.
@Suite struct RemainingTimeTests {
  @Test(arguments: [20.0, 60, 61, 100, 300])
  func `it never grows, never jumps, and is near the truth where the steps are`(
    truth: Double
  ) {
    var remaining = RemainingTime(expected: 60)
    var before = remaining.seconds
    for second in stride(from: 1, through: truth, by: 1) {
      remaining.advance(to: second, done: second / truth)
      #expect(remaining.seconds <= before && remaining.seconds >= 0)
      #expect(before - remaining.seconds <= 1.0001)
      before = remaining.seconds
    }
    // Whoever is slower than expected still has something left at half of the way.
    remaining = RemainingTime(expected: 60)
    for second in 1...Int(truth / 2) {
      remaining.advance(to: Double(second), done: Double(second) / truth)
    }
    #expect(remaining.seconds >= min(truth / 2, 60 / 2.1))
  }

  @Test func `its words change in steps`() {
    #expect(RemainingTime(expected: 130).words == "about 120 s left")
    #expect(RemainingTime(expected: 43).words == "about 45 s left")
    #expect(RemainingTime(expected: 7).words == "a few seconds left")
  }
}
