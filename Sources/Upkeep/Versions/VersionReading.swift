import CourseKit

extension ExerciseSource {
  /// Reads the versions of a function of this file, which is the solution.
  ///
  /// - Parameters:
  ///   - text: The file that holds them.
  ///   - name: The function's name without labels, which is that of the file.
  /// - Returns: The versions in the order of the file, at least one.
  /// - Throws: An `ExerciseSourceError` at the first that has no claim, that is not a version of a
  ///   function of this name, or that is there already.
  public func versions(
    in text: String, named name: String
  ) throws(ExerciseSourceError) -> [FunctionVersion] {
    let lines = ExerciseSource.lines(of: text)
    let starts = lines.indices.filter { lines[$0].hasPrefix("public func ") }
    guard let first = starts.first else {
      throw ExerciseSourceError(
        line: 1, problem: "no version of \(name) is here; write one, or delete the file.")
    }
    let imports = try ExerciseSource.imports(in: lines[..<max(0, first - 1)])
    var versions: [FunctionVersion] = []
    // Where each text was met first, to tell one that is there again.
    var places: [String: String] = [:]
    for function in functions {
      places[substance(of: function)] = "the solution’s"
    }
    for (start, next) in zip(starts, starts.dropFirst() + [lines.count + 1]) {
      let (claim, sentence) = try ExerciseSource.claim(above: start, in: lines)
      let function = try ExerciseSource.function(at: start, in: lines)
      try check(function, named: name)
      let text = lines[start..<next - 1]
      let substance = ExerciseSource.substance(of: text)
      if let place = places[substance] {
        throw ExerciseSourceError(
          line: start + 1,
          problem: "this version of \(function.name) is \(place), but for comments and white "
            + "space; change it, or delete it.")
      }
      places[substance] = "that of line \(start + 1)"
      versions.append(
        FunctionVersion(
          claim: claim, sentence: sentence, function: function.name, line: start,
          lines: Array(text.prefix(text.trimmedCount)), imports: imports))
    }
    return versions
  }

  /// The whole file with a version in the place of its function.
  ///
  /// - Parameter version: A version that was read for this file.
  /// - Returns: The text to compile.
  public func replacing(with version: FunctionVersion) -> String {
    var lines = ExerciseSource.lines(of: text)
    for function in functions where function.name == version.function {
      lines.replaceSubrange(function.line - 1..<function.lastLine, with: version.lines)
    }
    for module in version.imports { ExerciseSource.addImport(of: module, to: &lines) }
    return lines.joined(separator: "\n")
  }

  private static func claim(
    above start: Int, in lines: [String]
  ) throws(ExerciseSourceError) -> (FunctionVersion.Claim, String) {
    guard start > 0, let claim = FunctionVersion.Claim.reading(lines[start - 1]),
      start < 2 || !lines[start - 2].hasPrefix("///")
    else {
      throw ExerciseSourceError(
        line: start + 1,
        problem: "above a version stands one line with its claim, \(FunctionVersion.Claim.forms)")
    }
    return claim
  }

  private static func imports(in lines: ArraySlice<String>) throws(ExerciseSourceError) -> [String]
  {
    let imports = lines.filter { $0.hasPrefix("import ") }
    for (index, line) in lines.enumerated()
    where !line.isEmpty && !line.hasPrefix("import ") && !line.hasPrefix("///") {
      throw ExerciseSourceError(
        line: index + 1,
        problem: "only imports stand above the first version; a helper stands below the function "
          + "that uses it.")
    }
    return imports.map { String($0.dropFirst("import ".count)) }
  }

  /// Refuses a version that could not take the place of a function of the solution.
  private func check(_ version: Function, named name: String) throws(ExerciseSourceError) {
    guard version.name.prefix(while: { $0 != "(" }) == name else {
      throw ExerciseSourceError(
        line: version.line,
        problem: "\(version.name) is not a version of \(name); it belongs into a file of its name.")
    }
    guard let function = functions.first(where: { $0.name == version.name }) else {
      throw ExerciseSourceError(
        line: version.line,
        problem: "\(version.name) is no function of the exercise, which has "
          + functions.map(\.name).joined(separator: ", ") + ".")
    }
    guard version.signature == function.signature else {
      throw ExerciseSourceError(
        line: version.line, problem: "the signature is not the solution’s: \(function.signature)")
    }
  }

  private func substance(of function: Function) -> String {
    ExerciseSource.substance(
      of: ExerciseSource.lines(of: text)[function.line - 1..<function.lastLine])
  }

  /// What is left of a text without comments and white space.
  private static func substance(of lines: ArraySlice<String>) -> String {
    lines.map { line in
      var isText = false
      var kept = ""
      var rest = line[...]
      while let character = rest.popFirst() {
        if character == "\"" { isText.toggle() }
        if !isText, character == "/", rest.first == "/" { break }
        if isText || !character.isWhitespace { kept.append(character) }
        if isText, character == "\\", let escaped = rest.popFirst() { kept.append(escaped) }
      }
      return kept
    }.joined()
  }
}

extension ArraySlice<String> {
  /// How many elements there are up to the last that is not empty.
  fileprivate var trimmedCount: Int {
    (lastIndex { !$0.isEmpty } ?? startIndex - 1) - startIndex + 1
  }
}
