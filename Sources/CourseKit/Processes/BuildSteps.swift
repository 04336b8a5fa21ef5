/// Reads from SwiftPM's output how far a build is: it counts its steps as `[12/345]`.
package struct BuildSteps {
  /// What is being built, in words.
  let title: String
  /// Is told the title with the count.
  let progress: (String) -> Void

  /// Begins to tell.
  package init(title: String, progress: @escaping (String) -> Void) {
    self.title = title
    self.progress = progress
    progress(title)
  }

  /// Takes in a piece of output.
  package func take(_ piece: ArraySlice<UInt8>) {
    let text = String(decoding: piece, as: UTF8.self)
    guard let open = text.lastIndex(of: "["), let close = text[open...].firstIndex(of: "]")
    else { return }
    let steps = text[text.index(after: open)..<close]
    if steps.contains("/"), steps.allSatisfy({ $0.isNumber || $0 == "/" }) {
      progress("\(title) (\(steps))")
    }
  }
}
