import Foundation

/// Puts what to write instead before what the compiler says of it.
struct Adviser {
  /// The path of the exercise's file; the others in its folder are part of the exercise.
  let file: String
  /// The folder of the course.
  let root: String
  /// What is known of mistakes.
  var table = Advice.all

  /// One text for each mistake: a sentence, where there is advice, and the compiler's words.
  ///
  /// The compiler often finds several errors in a line with one mistake. An error is left out if an
  /// earlier one in the same line got the same advice, or if it does not know a name that the line
  /// would have introduced had it been understood. So the first error of a line always stays, and so
  /// does any that comes from another mistake.
  func texts(of errors: [CompilerError]) -> [String] {
    var texts: [String] = []
    var given: [Int: Set<String>] = [:]
    var before: CompilerError?
    for error in errors {
      defer { before = error }
      guard let sentence = sentence(for: error) else {
        if given[error.line] != nil && lacksOwnName(error) { continue }
        // Behind a stray `@` the compiler waits for a declaration, which the next line is not.
        if let before, given[before.line] != nil, error.message == "expected declaration" {
          continue
        }
        texts.append(error.words)
        continue
      }
      if given[error.line, default: []].insert(sentence).inserted {
        texts.append(sentence + "\n" + error.words)
      }
    }
    return texts
  }

  private func sentence(for error: CompilerError) -> String? {
    for advice in table {
      if let sentence = advice.sentence(for: error) { return sentence }
    }
    return names.sentence(for: error) ?? cases.sentence(for: error)
  }

  private var names: TensorNames {
    TensorNames(page: WholeFile.read(root + "/docs/tensors.md") ?? "")
  }

  private var cases: EnumCases {
    let folder = (file as NSString).deletingLastPathComponent
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return EnumCases(
      in: files.filter { $0.hasSuffix(".swift") }
        .compactMap { WholeFile.read("\(folder)/\($0)") }.joined(separator: "\n"))
  }

  /// Whether the error is that a name is unknown which the line itself introduces, as
  /// `[v * v for v in values]` does.
  private func lacksOwnName(_ error: CompilerError) -> Bool {
    guard let name = error.message.firstMatch(of: /^cannot find '(\w+)' in scope/)?.1 else {
      return false
    }
    return error.code.matches(of: /\b(?:for|lambda)\b([^:{]*?)(?:\bin\b|:)/)
      .contains { $0.1.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains(name) }
  }
}
