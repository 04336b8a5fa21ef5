import Foundation

/// The file of an exercise, read as text: its functions, and the stub that learners begin with.
///
/// An exercise function is a `public func` in column 0, and its body ends at the first `}` that
/// stands alone in column 0, which is where the formatter puts it. Outside of functions there are
/// only imports and comments: helpers stand inside the function that uses them, and types in
/// `Given.swift`. So nothing of a solution can be left in its stub.
public struct ExerciseSource: Equatable, Sendable {
  /// A function that a learner writes.
  public struct Function: Equatable, Sendable {
    /// The name with its labels, as Swift's `#function` has it: `heat(from:)`.
    public let name: String

    /// From `public func` to the result's type, on one line.
    public let signature: String

    /// The first line of the doc comment; empty where there is none.
    public let summary: String

    /// The line of `public func`, counted from 1.
    public let line: Int

    /// The line of the brace that ends the body, counted from 1.
    public let lastLine: Int

    /// The line that ends with the body's opening brace, counted from 1.
    let openingLine: Int
  }

  /// The whole file.
  public let text: String

  /// Its lines.
  private let lines: [String]

  /// The functions in the order of the file, which is that of the exercise.
  public let functions: [Function]

  /// Reads a file, complete or with holes; refuses what would not survive in a stub.
  public init(_ text: String) throws(ExerciseSourceError) {
    self.text = text
    lines = Self.lines(of: text)
    functions = try Self.functions(in: lines)
  }

  /// The same file with nothing but `throw Unfinished()` in its functions.
  public var stub: String {
    var lines = lines
    for function in functions.reversed() {
      // What lies between the line of the opening brace and that of the closing one.
      lines.replaceSubrange(function.openingLine..<function.lastLine - 1, with: [Self.hole])
    }
    Self.addImport(of: "Explanations", to: &lines)
    return lines.joined(separator: "\n")
  }

  /// What stands in a function that nobody has written yet.
  static let hole = "  throw Unfinished()"

  /// The lines of a text, whatever ends them.
  package static func lines(of text: String) -> [String] {
    // Bytes, since every lesson is read for its status, and characters take ten times as long.
    let text = text.utf8.contains(0x0D) ? text.replacing("\r\n", with: "\n") : text
    return text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
  }

  /// Puts an import at its place in the alphabet.
  package static func addImport(of module: String, to lines: inout [String]) {
    let line = "import \(module)"
    guard !lines.contains(line) else { return }
    let imports = lines.indices.filter { lines[$0].hasPrefix("import ") }
    if let last = imports.last {
      lines.insert(line, at: imports.first { lines[$0] > line } ?? last + 1)
    } else {
      let start = lines.firstIndex { !$0.hasPrefix("//") || $0.hasPrefix("///") } ?? 0
      let isSeparate = start < lines.count && lines[start].isEmpty
      lines.insert(contentsOf: isSeparate ? ["", line] : [line, ""], at: start)
    }
  }
}

/// What a file of exercise functions may not contain: no stub can be made of it, or it is no version
/// of a solution's function.
public struct ExerciseSourceError: Error, Equatable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int

  /// What is wrong there and what to do about it.
  public let problem: String

  /// Creates an error at a line.
  package init(line: Int, problem: String) {
    self.line = line
    self.problem = problem
  }

  /// One sentence: the line, what is wrong there and what to do about it.
  public var description: String { "line \(line): \(problem)" }
}

extension ExerciseSource {
  private static func functions(in lines: [String]) throws(ExerciseSourceError) -> [Function] {
    var functions: [Function] = []
    var index = 0
    while index < lines.count {
      if lines[index].hasPrefix("public func ") {
        let function = try function(at: index, in: lines)
        if functions.contains(where: { $0.name == function.name }) {
          throw ExerciseSourceError(
            line: index + 1, problem: "\(function.name) is there twice; give one another name.")
        }
        functions.append(function)
        index = function.lastLine
      } else {
        try checkOutside(lines[index], at: index)
        index += 1
      }
    }
    return functions
  }

  /// Refuses what stands between functions, unless it is an import, a comment or an attribute.
  private static func checkOutside(_ line: String, at index: Int) throws(ExerciseSourceError) {
    let isHarmless =
      line.allSatisfy(\.isWhitespace)
      || ["import ", "//", "@discardableResult"].contains { line.hasPrefix($0) }
    guard !isHarmless else { return }
    throw ExerciseSourceError(
      line: index + 1,
      problem: "\u{201C}\(line.prefix(60))\u{201D} stands outside of the public functions; "
        + "put a helper into the function that uses it, and a type into Given.swift.")
  }

  /// Reads the function that begins at a line, counted from 0.
  package static func function(
    at index: Int, in lines: [String]
  ) throws(ExerciseSourceError) -> Function {
    guard let closing = lines[index...].firstIndex(of: "}") else {
      throw ExerciseSourceError(
        line: index + 1, problem: "no } alone in column 0 ends this function; format the file.")
    }
    guard let opening = lines[index..<closing].firstIndex(where: { $0.hasSuffix("{") }),
      !lines[index + 1..<closing].contains(where: { $0.hasPrefix("public ") })
    else {
      throw ExerciseSourceError(
        line: index + 1,
        problem: "the body must begin on a line of its own and end with } alone in column 0.")
    }
    let signature = lines[index...opening].map { $0.trimmingCharacters(in: .whitespaces) }
      .joined(separator: " ").replacing("( ", with: "(").replacing(" )", with: ")")
      .dropLast().trimmingCharacters(in: .whitespaces)
    let parts = parts(of: signature)
    guard parts.afterwards.contains("throws") else {
      throw ExerciseSourceError(
        line: index + 1,
        problem: "\(parts.name) does not throw, so its stub cannot say that it is unfinished; "
          + "write throws before the result.")
    }
    return Function(
      name: parts.name, signature: signature, summary: summary(above: index, in: lines),
      line: index + 1, lastLine: closing + 1, openingLine: opening + 1)
  }

  private static func summary(above index: Int, in lines: [String]) -> String {
    let comment = lines[..<index].reversed().drop { $0.hasPrefix("@") }
      .prefix { $0.hasPrefix("///") }
    return (comment.last ?? "").dropFirst(3).trimmingCharacters(in: .whitespaces)
  }

  /// Takes a signature apart: the name with its labels, and what follows the parameters.
  private static func parts(of signature: String) -> (name: String, afterwards: String) {
    let declaration = signature.dropFirst("public func ".count)
    let base = declaration.prefix { $0 != "(" && $0 != "<" }
    var parameters: [String] = [""]
    var depth = 0
    var isText = false
    var rest = declaration.drop { $0 != "(" }
    while let character = rest.popFirst() {
      if character == "\"" { isText.toggle() }
      if !isText {
        if "([{".contains(character) {
          depth += 1
          if depth == 1 { continue }
        }
        if ")]}".contains(character) { depth -= 1 }
        if depth == 0 { break }
        if character == ",", depth == 1 {
          parameters.append("")
          continue
        }
      }
      parameters[parameters.count - 1].append(character)
    }
    let labels = parameters.map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
      .map { $0.prefix { $0 != " " && $0 != ":" } + ":" }
    return ("\(base)(\(labels.joined()))".replacing("`", with: ""), String(rest))
  }
}
