/// How long a build will still take, as an estimate that neither grows nor jumps.
///
/// Two things are known: how long it takes by experience, and what share of its steps is done. Where
/// it falls behind, the estimate runs slower instead of being taken back.
struct RemainingTime {
  private let expected: Double
  private var elapsed = 0.0

  /// The seconds that are left, as far as is known.
  private(set) var seconds: Double

  /// Begins an estimate.
  ///
  /// - Parameter expected: How many seconds it all takes by experience.
  init(expected: Double) {
    self.expected = max(5, expected)
    seconds = self.expected
  }

  /// Goes on.
  ///
  /// - Parameters:
  ///   - elapsed: How many seconds have passed since the beginning.
  ///   - done: What share of the steps is done, from 0 to 1.
  mutating func advance(to elapsed: Double, done: Double) {
    // At the pace of the steps so far; nothing is known before the first.
    let bySteps = done > 0 ? elapsed * (1 - done) / done : 0
    let rest = max(expected - self.elapsed, bySteps, 2)
    seconds -= seconds * min(1, max(0, elapsed - self.elapsed) / rest)
    self.elapsed = max(self.elapsed, elapsed)
  }

  /// The estimate in words, in steps that do not flicker.
  var words: String {
    switch seconds {
    case 90...: "about \(Int((seconds / 30).rounded()) * 30) s left"
    case 12...: "about \(Int((seconds / 5).rounded()) * 5) s left"
    default: "a few seconds left"
    }
  }
}
