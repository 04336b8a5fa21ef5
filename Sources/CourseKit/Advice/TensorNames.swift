import Texts

/// What PyTorch's names are called here, by the page that has both.
struct TensorNames {
  /// A row of the page: PyTorch's line and ours.
  private struct Row {
    let theirs: String
    let ours: String
  }

  private let rows: [Row]

  /// Reads the page of tensors.
  ///
  /// - Parameter page: Its text, with tables of which the first cell is PyTorch's line and the second
  ///   ours.
  init(page: String) {
    rows = page.split(separator: "\n").compactMap { line in
      line.wholeMatch(of: /\| `([^`|]+)` \| `([^`|]+)` \|.*/)
        .map { Row(theirs: String($0.1), ours: String($0.2)) }
    }
  }

  /// Names that the page does not have, or only in the company of others.
  static let others = [
    "T": "x.transposed()", "amax": "x.max(along: 1)", "bmm": "x.matmul(y)",
    "clip": "x.clamped(to: 0...1)", "concat": "Tensor.concatenated([x, y], along: 0)",
    "detach": "x.detached()", "dim": "x.rank", "dot": "x.matmul(y)", "flatten": "x.flattened()",
    "index_select": "x.selecting([0, 1], along: 0)", "item": "x.scalar",
    "map": "Tensor(x.scalars.map { 2 * $0 }, shape: x.shape)",
    "length": "x.count", "masked_fill": "x.replacing(with: 0, where: x .< 0)", "mm": "x.matmul(y)",
    "ndim": "x.rank",
    "norm": "x.squared().sum().sqrt()", "numel": "x.count", "numpy": "x.scalars",
    "ones_like": "Tensor.ones(x.shape)", "pow": "x.power(2)", "size": "x.shape",
    "square": "x.squared()", "std": "x.variance(correction: 1).sqrt()", "t": "x.transposed()",
    "tolist": "x.scalars", "transpose": "x.transposed()", "view": "x.reshaped(to: [2, -1])",
    "zeros_like": "Tensor.zeros(x.shape)",
  ]

  /// A sentence about the name that an error is about, if it is one of PyTorch's or nearly one of
  /// ours.
  func sentence(for error: CompilerError) -> String? {
    let ownMember = error.message.firstMatch(
      of: /^(?:value of )?type 'Tensor' has no member '(\w+)'/)?.1
    let member = ownMember ?? TensorNames.memberOfModule(in: error)
    guard let name = member.map(String.init) else { return nil }
    if let other = TensorNames.others[name] { return "PyTorch’s `\(name)` is `\(other)` here." }
    // The row that keeps most of the name, and of those the shortest, is most like what was meant.
    let meant = rows.filter { TensorNames.calls(name, in: $0.theirs) }
      .min { TensorNames.distance(of: $0, from: name) < TensorNames.distance(of: $1, from: name) }
    if let meant {
      return meant.theirs == meant.ours
        ? "`\(name)` is a method of the tensor, `\(meant.ours)`."
        : "PyTorch’s `\(meant.theirs)` is `\(meant.ours)` here."
    }
    guard ownMember != nil else {
      return error.markedCode.contains("▸nn.")
        ? "There is no `nn` here; layers come with `import Layers`."
        : "There is no `\(name)` here; what there is stands in docs/tensors.md."
    }
    guard name.count > 3 else { return nil }
    return Suggestion.nearest(to: name, among: ownNames).map { "Did you mean `\($0)`?" }
  }

  /// What follows `torch.` and the like.
  private static func memberOfModule(in error: CompilerError) -> Substring? {
    guard error.message.contains(/^cannot find '(?:torch|np|numpy|nn|F)' in scope/) else {
      return nil
    }
    return error.markedCode.firstMatch(of: /▸\w+\.(?:\w+\.)*(\w+)/)?.1
  }

  /// The names of our methods and properties, each once.
  private var ownNames: [String] {
    Set(rows.flatMap { $0.ours.matches(of: /[a-z\])]\.(\w+)/).map { String($0.1) } }).sorted()
  }

  private static func calls(_ name: String, in line: String) -> Bool {
    line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }
      .contains { $0.hasSuffix(".\(name)") || $0.contains(".\(name).") }
  }

  private static func distance(of row: Row, from name: String) -> Int {
    row.theirs.count + (calls(name, in: row.ours) ? 0 : 100)
  }
}
