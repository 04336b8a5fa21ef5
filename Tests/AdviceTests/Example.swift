/// A line as somebody from Python would write it, and as it has to be.
struct Example: Sendable {
  /// What stands in the body of a function, with its mistake.
  let wrong: String
  /// The sentence that comes before the compiler's words.
  let says: String
  /// The same without the mistake, or what the sentence proposes.
  let right: String
  /// Whether it is the whole body, so that the results that are missing are its own.
  let isWholeBody: Bool

  init(_ wrong: String, says: String = "", right: String = "", isWholeBody: Bool = false) {
    self.wrong = wrong
    self.says = says
    self.right = right
    self.isWholeBody = isWholeBody
  }

  /// All of them.
  static let all =
    words + blocks + results + functions + lists + indices + arguments + tensors + names + numbers
    + changes

  /// A file with a body, whose modules are named at the top.
  func file(_ body: String) -> String {
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    let imports = lines.filter { $0 == "import Foundation" }
    return
      (imports + [Substring(Example.beginning)]
      + lines.filter { $0 != "import Foundation" }.map { "  " + $0 }
      + [isWholeBody ? "}\n" : "  return x\n}\n"]).joined(separator: "\n")
  }

  private static let beginning = """
    import Layers
    import Tensors

    private enum Reduction {
      case sum
      case largest
    }

    private func scaled(_ x: Tensor, by factor: Float) throws -> Tensor { Tensor(factor) * x }

    private func example(
      _ x: Tensor, y: Tensor, labels: [Int], values: [Tensor], n: Int, alpha: Float,
      reduction: Reduction, ages: [String: Int], missing: Int?, game: (Tensor) throws -> Tensor
    ) throws -> Tensor {
    """
}
