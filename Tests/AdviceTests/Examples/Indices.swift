extension Example {
  /// Parts of lists and tensors.
  static let indices = [
    Example(
      "let value = x[:, 1]",
      says: "In Swift `x[:, 1]` is `x[.all, 1]`.",
      right: "let value = x[.all, 1]"),
    Example(
      "let value = x[1, :]",
      says: "In Swift `x[1, :]` is `x[1, .all]`.",
      right: "let value = x[1, .all]"),
    Example(
      "let all = labels[:-1]",
      says: "In Swift `labels[:-1]` is `labels.dropLast(1)`, of a tensor "
        + "`labels[..<(labels.shape[0] - 1)]`.",
      right: """
        let all = labels.dropLast(1)
        let other = x[..<(x.shape[0] - 1)]
        """),
    Example(
      "let all = labels[-2:]",
      says: "In Swift `labels[-2:]` is `labels.suffix(2)`, of a tensor "
        + "`labels[(labels.shape[0] - 2)...]`.",
      right: """
        let all = labels.suffix(2)
        let other = x[(x.shape[0] - 2)...]
        """),
    Example(
      "let all = labels[n:]",
      says: "In Swift `labels[n:]` is `labels[n...]`.",
      right: "let all = labels[n...]"),
    Example(
      "let value = x[:n]",
      says: "In Swift `x[:n]` is `x[..<n]`.",
      right: "let value = x[..<n]"),
    Example(
      "let value = x[1:3]",
      says: "In Swift `x[1:3]` is `x[1..<3]`.",
      right: "let value = x[1..<3]"),
    Example(
      "let all = labels[::-1]",
      says: "Backwards is `labels.reversed()`, of a tensor `labels.reversed(along: 0)`.",
      right: """
        let all = Array(labels.reversed())
        let other = x.reversed(along: 0)
        """),
    Example(
      "let all = labels[::2]",
      says: "With steps it is `stride(from: 0, to: labels.count, by: 2).map { labels[$0] }`.",
      right: "let all = stride(from: 0, to: labels.count, by: 2).map { labels[$0] }"),
    Example(
      "let value = x[0, 1:2]",
      says: "In brackets `:` is `.all`, `1:` is `1...`, `:2` is `..<2`, and `1:2` is `1..<2`.",
      right: "let value = x[.all, 1...] + x[..<2, 1..<2]"),
    Example(
      "let value = x[..., 1]",
      says: "Every axis that stays whole has its own `.all`: `x[.all, .all, 1]`.",
      right: "let value = x[.all, .all, 1]"),
    Example(
      "let value = x[labels]",
      says: "Several places are taken with `x.selecting(labels, along: 0)`.",
      right: "let value = x.selecting(labels, along: 0)"),
    Example(
      "let value = x[x > 0]",
      says: "A mask is no index: multiply by it, `x * (x .> 0)`, or give other values "
        + "there, `x.replacing(with: y, where: x .> 0)`.",
      right: "let value = x * (x .> 0) + x.replacing(with: y, where: x .> 0)"),
    Example(
      "let value = x[alpha]",
      says: "A place is a whole number: `Int(alpha)`.",
      right: "let value = x[Int(alpha)]"),
    Example(
      "let label = labels[alpha]",
      says: "A place in a list is a whole number, such as `Int(alpha)`; in a dictionary it is a "
        + "key of the keys’ type.",
      right: "let label = labels[Int(alpha)]"),
    Example(
      "let label = labels[alpha * 2]",
      says: "A place is a whole number: put the other one into `Int(…)`.",
      right: "let label = labels[Int(alpha * 2)]"),
    Example(
      "let value = x[[0, 1]]",
      says: "Several places are taken with `x.selecting([0, 1], along: 0)`.",
      right: "let value = x.selecting([0, 1], along: 0)"),
  ]
}
