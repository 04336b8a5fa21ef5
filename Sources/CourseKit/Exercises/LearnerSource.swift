/// A learner's file, read as far as verdicts need it: what is written, and which function calls which.
///
/// Anything may stand in it, helpers and types and what does not compile, so nothing is refused.
package struct LearnerSource {
  /// A function at file scope, and all that stands between it and the next one.
  private struct Piece {
    /// The name without labels.
    let name: String
    /// The name with its labels: `heat(from:)`.
    let fullName: String
    /// The line of the name, counted from 1.
    let line: Int
    let tokens: [SwiftTokens.Token]
  }

  private let pieces: [Piece]

  /// The names of the exercise's functions, with labels, in its order.
  let functions: [String]

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - functions: The names of the exercise's functions, with labels, in its order.
  package init(_ text: String, functions: [String]) {
    self.functions = functions
    let tokens = SwiftTokens(text).tokens
    // A declaration begins in the first column, maybe with words like `public` before its `func`.
    var starts: [Int] = []
    var begin: Int?
    for (index, token) in tokens.enumerated() {
      if token.isFirstColumn { begin = index }
      if token.text == "func", let start = begin {
        starts.append(start)
        begin = nil
      } else if ["{", "="].contains(token.text) {
        begin = nil
      }
    }
    pieces = zip(starts, starts.dropFirst() + [tokens.count]).compactMap { start, end in
      let own = Array(tokens[start..<end])
      guard let word = own.firstIndex(where: { $0.text == "func" }), word + 1 < own.count else {
        return nil
      }
      let name = own[word + 1].text
      let labels = LearnerSource.labels(in: own[(word + 2)...].map(\.text))
      return Piece(
        name: name, fullName: "\(name)(\(labels.map { $0 + ":" }.joined()))",
        line: own[word].line, tokens: own)
    }
  }

  /// The labels of the parameters that the tokens behind a function's name begin with.
  private static func labels(in tokens: [String]) -> [String] {
    var labels: [String] = []
    var depth = 0
    var isStart = false
    for token in tokens.drop(while: { $0 != "(" }) {
      if ["(", "[", "{"].contains(token) { depth += 1 }
      if [")", "]", "}"].contains(token) { depth -= 1 }
      if depth == 0 { break }
      if isStart, depth == 1 { labels.append(token) }
      isStart = depth == 1 && ["(", ","].contains(token)
    }
    return labels
  }

  private static func base(_ name: String) -> String { String(name.prefix { $0 != "(" }) }

  private func piece(of function: String) -> Piece? {
    let name = LearnerSource.base(function)
    return pieces.first { $0.fullName == function } ?? pieces.first { $0.name == name }
  }

  /// The line of a function, counted from 1; nil where there is none of that name.
  package func line(of function: String) -> Int? { piece(of: function)?.line }

  /// What stands in a function that nobody has written yet.
  private static let hole = ["{", "throw", "Unfinished", "(", ")", "}"]

  /// Whether a function's body is still the stub's.
  package func isUnwritten(_ function: String) -> Bool {
    guard let piece = piece(of: function),
      let brace = LearnerSource.bodyStart(of: piece.tokens.map(\.text))
    else { return false }
    return piece.tokens[brace...].prefix(LearnerSource.hole.count).map(\.text)
      == LearnerSource.hole
  }

  /// Where the body's opening brace is; one in the parameters, of a closure, is none.
  private static func bodyStart(of tokens: [String]) -> Int? {
    var depth = 0
    for (index, token) in tokens.enumerated() {
      if token == "{", depth == 0 { return index }
      if ["(", "["].contains(token) { depth += 1 }
      if [")", "]"].contains(token) { depth -= 1 }
    }
    return nil
  }

  /// The line of the first `throw Unfinished` in a function, or in a helper that it calls.
  package func lineOfHole(in function: String) -> Int? {
    for piece in reached(from: function) {
      for (token, next) in zip(piece.tokens, piece.tokens.dropFirst())
      where token.text == "throw" && next.text == "Unfinished" {
        return token.line
      }
    }
    return nil
  }

  /// The functions of the exercise that a function calls, itself or through helpers, in order.
  package func calls(of function: String) -> [String] {
    let called = Set(reached(from: function).flatMap { LearnerSource.calls(in: $0.tokens) })
    return functions.filter { $0 != function && called.contains(LearnerSource.base($0)) }
  }

  /// The functions of the exercise that another text calls, in order.
  func functions(calledIn text: String) -> [String] {
    let called = LearnerSource.calls(in: SwiftTokens(text).tokens)
    return functions.filter { called.contains(LearnerSource.base($0)) }
  }

  /// A short name for the code of a function and its helpers; comments and white space are no code.
  package func fingerprint(of function: String) -> String? {
    let reached = reached(from: function)
    guard !reached.isEmpty else { return nil }
    var fingerprint = Fingerprint()
    for token in reached.flatMap(\.tokens) {
      fingerprint.combine(token.text.utf8)
      fingerprint.combine([0])
    }
    return fingerprint.description
  }

  /// A function, and the helpers that it calls, which are no functions of the exercise.
  private func reached(from function: String) -> [Piece] {
    guard let first = piece(of: function) else { return [] }
    let exercise = Set(functions.map(LearnerSource.base))
    var reached = [first]
    var next = 0
    while next < reached.count {
      let called = LearnerSource.calls(in: reached[next].tokens)
      let names = Set(reached.map(\.name))
      reached += pieces.filter {
        called.contains($0.name) && !exercise.contains($0.name) && !names.contains($0.name)
      }
      next += 1
    }
    return reached
  }

  /// Names that are called: before a parenthesis, and neither declared there nor a value's method.
  private static func calls(in tokens: [SwiftTokens.Token]) -> Set<String> {
    var names: Set<String> = []
    for index in tokens.indices.dropLast() where tokens[index + 1].text == "(" {
      let before = index > 0 ? tokens[index - 1].text : ""
      if before != ".", before != "func" { names.insert(tokens[index].text) }
    }
    return names
  }
}
