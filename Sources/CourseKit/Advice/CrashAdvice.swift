/// What people from Python need to hear when Swift stops their program: it stops where Python counts
/// from the end, or does nothing.
struct CrashAdvice {
  /// What Swift says.
  private let message: Regex<Substring>
  /// What the line of source looks like, where that matters.
  private let source: Regex<Substring>?
  private let sentence: String

  private static var all: [CrashAdvice] {
    [
      CrashAdvice(
        message: /[Ii]ndex (?:is )?out of (?:range|bounds)/, source: /\w\[\s*-\s*[\w.(]/,
        sentence: "A negative place does not count from the end: the last element of `a` is "
          + "`a[a.count - 1]`, or `a.last`, which is nil where there is none."),
      CrashAdvice(
        message: /^Index out of range/, source: nil,
        sentence: "Places begin at 0, so the last one is `count - 1`, and an empty list has none."),
      CrashAdvice(
        message: /^Range requires lowerBound <= upperBound/, source: nil,
        sentence: "A range that ends before it begins is not empty, as in Python, but stops the "
          + "program; `stride(from: a, to: b, by: 1)` is empty then."),
    ]
  }

  /// The sentence on a crash.
  ///
  /// - Parameters:
  ///   - message: Swift's words.
  ///   - line: The line of source at which it happened, as far as it is known.
  /// - Returns: What else is to be said; nil where Swift's words say it all.
  static func sentence(for message: String, line: String?) -> String? {
    all.first {
      message.contains($0.message) && ($0.source.map { (line ?? "").contains($0) } ?? true)
    }?.sentence
  }
}
