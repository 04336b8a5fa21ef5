/// The compiler's words, of which only those about one file are of use to its author.
enum CompilerErrors {
  /// The errors in a file, each with its lines of source, in the compiler's words.
  ///
  /// - Parameters:
  ///   - output: Whatever the compiler wrote.
  ///   - file: The file's path.
  ///   - root: What is left out at the beginning of paths.
  /// - Returns: One text for each error.
  static func errors(in output: String, file: String, root: String) -> [String] {
    var blocks: [(isWanted: Bool, lines: [String])] = []
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if isHeading(line) {
        let isError = line.contains(": error: ")
        blocks.append((isError && line.hasPrefix(file + ":"), []))
      } else if line.isEmpty || line.hasPrefix("[") || line.hasPrefix("error: ") {
        // An empty line, or one of the build's own, ends what belongs to an error.
        blocks.append((false, []))
        continue
      }
      if !blocks.isEmpty { blocks[blocks.count - 1].lines.append(String(line)) }
    }
    var texts: [String] = []
    for block in blocks where block.isWanted {
      let text = block.lines.joined(separator: "\n").replacing(root + "/", with: "")
      if !texts.contains(text) { texts.append(text) }
    }
    return texts
  }

  /// Whether a line begins a diagnostic: path, line, column, kind.
  private static func isHeading(_ line: Substring) -> Bool {
    guard line.hasPrefix("/"),
      line.contains(": error: ") || line.contains(": warning: ")
        || line.contains(": note: ")
    else { return false }
    return true
  }
}
