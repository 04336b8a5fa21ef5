/// The cases of enums that are declared in some files.
struct EnumCases {
  private let names: Set<Substring>

  /// Finds the cases in the files' text.
  init(in text: String) {
    names = Set(
      text.matches(of: /(?m)^\s*case (\w+(?:, \w+)*)\s*(?:\/\/.*)?$/)
        .flatMap { $0.1.split(separator: ", ") })
  }

  /// A sentence about a case that is written without its dot.
  func sentence(for error: CompilerError) -> String? {
    guard let name = error.message.firstMatch(of: /^cannot find '(\w+)' in scope/)?.1,
      names.contains(name), !error.markedCode.contains("▸\(name)(")
    else { return nil }
    return "A case of an enum has a dot before it: `.\(name)`."
  }
}
