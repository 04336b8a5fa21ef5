extension Example {
  /// Numbers of different types, and numbers beside tensors.
  static let numbers = [
    Example(
      "return (x * y).sum(along: 1) / Float(x.shape[0] * 2)",
      says: "A tensor is combined with tensors only: put the number into `Tensor(…)`.",
      right: "return (x * y).sum(along: 1) / Tensor(Float(x.shape[0] * 2))"),
    Example(
      "let value = x * alpha",
      says: "A tensor is combined with tensors only: write `Tensor(alpha)`.",
      right: "let value = x * Tensor(alpha)"),
    Example(
      "let value = alpha * x",
      says: "A tensor is combined with tensors only: write `Tensor(alpha)`.",
      right: "let value = Tensor(alpha) * x"),
    Example(
      "let value = x / n",
      says: "A tensor is combined with tensors only: write `Tensor(n)`.",
      right: "let value = x / Tensor(n)"),
    Example(
      "let value = x / Float(labels.count)",
      says: "A tensor is combined with tensors only: write `Tensor(labels.count)`.",
      right: "let value = x / Tensor(labels.count)"),
    Example(
      "let value = 2.0 * alpha * x",
      says: "A tensor is combined with tensors only: write `Tensor(alpha)`.",
      right: "let value = 2.0 * Tensor(alpha) * x"),
    Example(
      "var value = x; value += alpha",
      says: "A tensor is combined with tensors only: write `Tensor(alpha)`.",
      right: """
        var value = x
        value += Tensor(alpha)
        """),
    Example(
      "var value = x; value *= n",
      says: "A tensor is combined with tensors only: write `Tensor(n)`.",
      right: """
        var value = x
        value *= Tensor(n)
        """),
    Example(
      "let value = x + labels",
      says: "A tensor is combined with tensors only: make the list one, `Tensor(list)`.",
      right: "let value = x + Tensor(labels)"),
    Example(
      "let value = x * x.sum().scalar",
      says: "A tensor is combined with tensors only: put the number into `Tensor(…)`.",
      right: "let value = x * Tensor(x.sum().scalar)"),
    Example(
      "let value: Float = x.sum()",
      says: "The number in a tensor of one element is its `scalar`, as in `x.sum().scalar`.",
      right: "let value: Float = x.sum().scalar"),
    Example(
      "let value = Float(x.sum())",
      says: "The number in a tensor of one element is its `scalar`, as in `x.sum().scalar`.",
      right: "let value = x.sum().scalar"),
    Example(
      "let all: [Float] = x",
      says: "The numbers of a tensor, as a list, are its `scalars`.",
      right: "let all: [Float] = x.scalars"),
    Example(
      "return x.sum().scalar",
      says: "A tensor is wanted here, not its number: leave out `.scalar`.",
      right: "return x.sum()"),
    Example(
      "return alpha",
      says: "A number is made a tensor by `Tensor(alpha)`.",
      right: "return Tensor(alpha)"),
    Example(
      "return labels",
      says: "A list is made a tensor by `Tensor(list)`, or `Tensor(list, shape: [2, 3])`.",
      right: """
        let list: [Float] = [1, 2, 3, 4, 5, 6]
        return Tensor(list) + Tensor(list, shape: [2, 3])
        """),
    Example(
      "return [alpha, 1]",
      says: "A list that contains variables is made a tensor by `Tensor`: `Tensor([a, 1])`.",
      right: "return Tensor([alpha, 1])"),
    Example(
      "let value = n * alpha",
      says: "Whole numbers do not mix with others: write `Float(n)`.",
      right: "let value = Float(n) * alpha"),
    Example(
      "let value = alpha / labels.count",
      says: "Whole numbers do not mix with others: write `Float(labels.count)`.",
      right: "let value = alpha / Float(labels.count)"),
    Example(
      "let value = -n * alpha",
      says: "Whole numbers do not mix with others: write `Float(n)`.",
      right: "let value = Float(-n) * alpha"),
    Example(
      "let all = labels.map { $0 * 0.5 }",
      says: "Whole numbers do not mix with others: write `Float($0)`.",
      right: "let all = labels.map { Float($0) * 0.5 }"),
    Example(
      "let value = x.shape[0] * alpha",
      says: "Whole numbers do not mix with others: put the whole one into `Float(…)`.",
      right: "let value = Float(x.shape[0]) * alpha"),
    Example(
      "let rate = 0.5; let value = rate * alpha",
      says: "A `Double` and a `Float` do not mix, and a number without a type is a "
        + "`Double`: declare it as `let rate: Float = 0.5`, or write `Float(rate)`.",
      right: """
        let rate: Float = 0.5
        let value = rate * alpha + Float(rate)
        """),
    Example(
      "var sum = 0; for label in labels { sum += Float(label) }",
      says: "`sum` got its type from the number it began with; declare it as `var sum: "
        + "Float = 0`.",
      right: """
        var sum: Float = 0
        for label in labels { sum += Float(label) }
        """),
    Example(
      "var sum = 0; for value in values { sum += value }",
      says: "`sum` was declared as a number; a sum of tensors begins with `var sum = Tensor(0)`.",
      right: """
        var sum = Tensor(0)
        for value in values { sum += value }
        """),
    Example(
      "let value: Float = 1 / n",
      says: "Whole numbers divide to a whole number, 1 by 2 to 0: make both `Float` first, "
        + "`Float(a) / Float(b)`.",
      right: "let value: Float = 1 / Float(n)"),
    Example(
      "let value: Float = n",
      says: "Whole numbers do not mix with others: write `Float(n)`.",
      right: "let value: Float = Float(n)"),
    Example(
      "let value = Tensor([[alpha, 1], [2, alpha]])",
      says: "Rows that hold variables are written as one list with a shape: "
        + "`Tensor([a, b, c, d], shape: [2, 2])`.",
      right: "let value = Tensor([alpha, 1, 2, alpha], shape: [2, 2])"),
    Example(
      "let value: Tensor = [[alpha, 1], [2, 3]]",
      says: "Rows that hold variables are written as one list with a shape: "
        + "`Tensor([a, b, c, d], shape: [2, 2])`.",
      right: "let value = Tensor([alpha, 1, 2, 3], shape: [2, 2])"),
    Example(
      "let rows = [[alpha, 1], [2, 3]]\nlet value = Tensor(rows)",
      says: "A list of rows becomes one list with a shape: "
        + "`Tensor(rows.flatMap { $0 }, shape: [rows.count, rows[0].count])`.",
      right: """
        let rows = [[alpha, 1], [2, 3]]
        let value = Tensor(rows.flatMap { $0 }, shape: [rows.count, rows[0].count])
        """),
    Example(
      "let value = x * 0.5 * n",
      says: "A tensor is combined with tensors only: write `Tensor(n)`.",
      right: "let value = x * 0.5 * Tensor(n)"),
    Example(
      "let value = alpha * 2.0 * n",
      says: "Whole numbers do not mix with others: write `Float(n)`.",
      right: "let value = alpha * 2.0 * Float(n)"),
    Example(
      "let rest = alpha % 2",
      says: "`%` is for whole numbers; of others it is `a.truncatingRemainder(dividingBy: 2)`.",
      right: "let rest = alpha.truncatingRemainder(dividingBy: 2)"),
    Example(
      "let value = x ^ 2",
      says: "`^` works on bits; the square of a number is `a * a`, of a tensor also `a.squared()`.",
      right: "let (value, other) = (x.squared(), alpha * alpha)"),
    Example(
      "if alpha == NaN { return x }",
      says: "They are called `Float.nan` and `Float.infinity`; whether a number is one is asked "
        + "with `a.isNaN`.",
      right: "if alpha.isNaN || alpha == Float.infinity { return x }"),
    Example(
      "let whole = Int(x.sum())",
      says: "The number in a tensor of one element is its `scalar`, as in `x.sum().scalar`.",
      right: "let whole = Int(x.sum().scalar)"),
  ]
}
