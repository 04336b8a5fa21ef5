import Foundation

/// Says how long a build will still take: SwiftPM counts its steps as `[12/345]`, and each is as
/// long as it is.
package final class BuildSteps {
  private let title: String
  private let progress: (String) -> Void
  private let start = Date()
  private var remaining: RemainingTime?
  private var done = 0.0
  private var said = ""

  /// Begins to tell.
  ///
  /// - Parameters:
  ///   - title: What is being built, in words.
  ///   - expected: How many seconds it takes by experience; nil where a build is short, or nothing
  ///     is known.
  ///   - progress: Is told the title with what is known.
  package init(title: String, expected: Double? = nil, progress: @escaping (String) -> Void) {
    self.title = title
    self.progress = progress
    remaining = expected.map { RemainingTime(expected: $0) }
    progress(title)
  }

  /// Takes in a piece of output.
  package func take(_ piece: ArraySlice<UInt8>) {
    let text = String(decoding: piece, as: UTF8.self)
    guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]")
    else { return }
    let steps = text[text.index(after: open)..<close]
    let numbers = steps.split(separator: "/").compactMap { Double($0) }
    guard numbers.count == 2, numbers[1] > 0 else { return }
    done = min(1, numbers[0] / numbers[1])
    if remaining == nil { progress("\(title) (\(steps))") }
  }

  /// Tells what is left, whenever that has become something else.
  package func tick() {
    remaining?.advance(to: Date().timeIntervalSince(start), done: done)
    guard let words = remaining?.words, words != said else { return }
    said = words
    progress("\(title) (\(words))")
  }
}
