import Foundation

/// How to compile a lesson's module anew and link it to its checks: the compiler's own jobs, which
/// take two thirds of the time of its driver, and a third of SwiftPM's.
///
/// The checks are not compiled again: they know the exercise's functions by name and type, which
/// both are part of a symbol's name, so a declaration that was changed does not link.
struct BuildRecipe: Equatable {
  /// Names everything that goes into the build except the version of the lesson's file.
  var inputs: String
  /// Compiles the module, as lines for a shell.
  var compile: [String]
  /// Links the checks, likewise.
  var link: [String]

  /// The recipe as a document.
  var json: JSONValue {
    [
      "inputs": .string(inputs), "compile": .array(compile.map { .string($0) }),
      "link": .array(link.map { .string($0) }),
    ]
  }
}

extension BuildRecipe {
  /// Reads a recipe that was written earlier; nil where the document is none.
  init?(json: JSONValue) {
    guard let inputs = json["inputs"]?.string, let compile = json["compile"]?.elements,
      let link = json["link"]?.elements, !compile.isEmpty, !link.isEmpty
    else { return nil }
    self.init(
      inputs: inputs, compile: compile.compactMap(\.string), link: link.compactMap(\.string))
  }
}
