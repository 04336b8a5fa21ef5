/// Measures how long one call of a function takes.
///
/// A sample is the mean of as many calls as last 5 ms together; the median of the samples counts.
enum Stopwatch {
  /// Returns the median time of a call, in milliseconds.
  static func medianMilliseconds(_ body: () -> Void) -> Double {
    body()
    var calls = 0
    let start = ContinuousClock.now
    while calls < 1 || (seconds(since: start) < 0.15 && calls < 2000) {
      body()
      calls += 1
    }
    let estimate = seconds(since: start) / Double(calls)
    let inner = max(1, Int((0.005 / estimate).rounded(.up)))
    let samples = estimate > 0.4 ? 5 : min(25, max(9, Int(1.5 / (estimate * Double(inner)))))
    let times = (0..<samples).map { _ in
      let start = ContinuousClock.now
      for _ in 0..<inner { body() }
      return seconds(since: start) / Double(inner) * 1000
    }.sorted()
    return samples % 2 == 1
      ? times[samples / 2] : (times[samples / 2 - 1] + times[samples / 2]) / 2
  }

  private static func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
  }
}
