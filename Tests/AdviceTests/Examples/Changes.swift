extension Example {
  /// Changing what keeps its value.
  static let changes = [
    Example(
      "let sum = 0; sum += n",
      says: "`sum` was declared with `let` and keeps its value; declared with `var` it can "
        + "change.",
      right: """
        var sum = 0
        sum += n
        """),
    Example(
      "x = x.relu()",
      says: "`x` keeps its value here; change a copy of it, `var x = x`.",
      right: """
        var x = x
        x = x.relu()
        """),
    Example(
      "labels.append(3)",
      says: "`labels` keeps its value here; change a copy of it, `var labels = labels`.",
      right: """
        var labels = labels
        labels.append(3)
        """),
    Example(
      "x[0] = 1",
      says: "A tensor never changes: change a list of its numbers, `var list = x.scalars`, "
        + "and make a tensor of it, `Tensor(list, shape: x.shape)`.",
      right: """
        var list = x.scalars
        list[0] = 1
        let value = Tensor(list, shape: x.shape)
        """),
    Example(
      "x.scalars[0] = 1",
      says: "A tensor never changes: change a list of its numbers, `var list = x.scalars`, "
        + "and make a tensor of it, `Tensor(list, shape: x.shape)`.",
      right: """
        var list = x.scalars
        list[0] = 1
        let value = Tensor(list, shape: x.shape)
        """),
  ]
}
