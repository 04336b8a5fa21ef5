/// The compiler's words, of which only those about one file are of use to its author.
enum CompilerErrors {
  /// The errors in a file, each with its lines of source, in the compiler's words; above them what
  /// to write instead, where that is known.
  ///
  /// - Parameters:
  ///   - output: Whatever the compiler wrote.
  ///   - file: The file's path.
  ///   - root: What is left out at the beginning of paths.
  /// - Returns: One text for each error.
  static func errors(in output: String, file: String, root: String) -> [String] {
    let errors = parsed(from: output, file: file, root: root)
    return errors.isEmpty ? [] : Adviser(file: file, root: root).texts(of: errors)
  }

  /// The errors in a file, each once.
  ///
  /// - Parameters:
  ///   - output: Whatever the compiler wrote.
  ///   - file: The file's path.
  ///   - root: What is left out at the beginning of paths.
  /// - Returns: The errors in the compiler's order: first those of grammar, then those of types.
  static func parsed(from output: String, file: String, root: String) -> [CompilerError] {
    var blocks: [Block] = []
    var lastError: Int?
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if isHeading(line) {
        let isError = line.contains(": error: ")
        if isError {
          lastError = blocks.count
        } else if let lastError, let note = line.firstMatch(of: /: note: (.*)/)?.1 {
          blocks[lastError].notes.append(String(note))
        }
        blocks.append(Block(isWanted: isError && line.hasPrefix(file + ":")))
      } else if line.isEmpty || line.hasPrefix("[") || line.hasPrefix("error: ") {
        // An empty line, or one of the build's own, ends what belongs to an error.
        blocks.append(Block())
        continue
      }
      if !blocks.isEmpty { blocks[blocks.count - 1].lines.append(String(line)) }
    }
    var errors: [CompilerError] = []
    for block in blocks where block.isWanted {
      let lines = block.lines.map { $0.replacing(root + "/", with: "") }
      guard let error = CompilerError(block: lines, notes: block.notes), !errors.contains(error)
      else { continue }
      errors.append(error)
    }
    return errors
  }

  /// What the compiler says at one place.
  private struct Block {
    /// Whether it is an error in the file that is asked about.
    var isWanted = false
    var lines: [String] = []
    /// What it notes on this error at other places.
    var notes: [String] = []
  }

  /// Whether a line begins a diagnostic: path, line, column, kind.
  private static func isHeading(_ line: Substring) -> Bool {
    // A note may be on a library's declaration, which has a name instead of a path.
    line.hasPrefix("/") && (line.contains(": error: ") || line.contains(": warning: "))
      || line.wholeMatch(of: /\S+:\d+:\d+: note: .*/) != nil
  }
}
