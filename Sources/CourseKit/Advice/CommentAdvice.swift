/// What no compiler says: `n // 2` divides in Python, and is `n` with a comment here.
enum CommentAdvice {
  /// A sentence about the first line of code that ends in a comment which looks like a divisor.
  ///
  /// - Parameter text: The learner's file.
  /// - Returns: What to write instead; nil where no line looks like that.
  static func sentence(for text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      guard
        let parts = line.firstMatch(of: /^([^"\/]*[\w)\]]) ?\/\/ ?(\d+)(?:\)|\s*[-+*%].*)?\s*$/),
        let operand = parts.1.split(separator: " ").last
      else { continue }
      return
        "Line \(index + 1): in Swift `//` begins a comment, so that `// \(parts.2)` does nothing. Whole "
        + "numbers are divided by one `/`, and drop what is behind the point: `\(operand) / \(parts.2)`."
    }
    return nil
  }
}
