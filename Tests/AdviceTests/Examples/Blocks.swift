extension Example {
  /// Statements and blocks.
  static let blocks = [
    Example(
      """
      if n == 1 {
        return x
      } elif n == 2 {
        return y
      }
      """,
      says: "In Swift `elif` is `else if`, behind the brace that ends the block before: `} "
        + "else if n > 1 {`.",
      right: """
        if n == 1 {
          return x
        } else if n > 1 {
          return y
        }
        """),
    Example(
      """
      if n == 1:
        return x
      """,
      says: "A block stands in braces, not behind a colon: `if n == 1 { … }`.",
      right: "if n == 1 { return x }"),
    Example(
      """
      if n == 1 {
        return x
      } else:
        return y
      """,
      says: "A block stands in braces, not behind a colon: `} else {`.",
      right: """
        if n == 1 {
          return x
        } else {
          return y
        }
        """),
    Example(
      """
      for label in labels:
        print(label)
      """,
      says: "A block stands in braces, not behind a colon: `for label in labels { … }`.",
      right: "for label in labels { print(label) }"),
    Example(
      """
      while n > 1:
        return x
      """,
      says: "A block stands in braces, not behind a colon: `while n > 1 { … }`.",
      right: "while n > 1 { return x }"),
    Example(
      "switch reduction:",
      says: "A block stands in braces, not behind a colon: `switch reduction { … }`.",
      right: "switch reduction { default: break }"),
    Example(
      "try:",
      says: "`try:` and `except:` are `do { … } catch { … }`, with `try` before what can throw.",
      right: "do { print(try game(x)) } catch { print(n) }"),
    Example(
      "with torch.no_grad():",
      says: "There is no `no_grad`: nothing is recorded unless it is computed from "
        + "`x.tracked()`.",
      right: "let value = x.detached()"),
    Example(
      "for i, label in labels.enumerated() { print(i, label) }",
      says: "Several names stand in parentheses: `for (i, label) in … { … }`.",
      right: "for (i, label) in labels.enumerated() { print(i, label) }"),
    Example(
      """
      if (n == 1)
        return x
      """,
      says: "A block stands in braces, even if it is a single line: `if (n == 1) { … }`.",
      right: "if (n == 1) { return x }"),
    Example(
      "if n == 1 return x",
      says: "A block stands in braces, even if it is a single line: `if n == 1 { … }`.",
      right: "if n == 1 { return x }"),
    Example(
      "if n == 1 { return x } else return y",
      says: "A block stands in braces, even if it is a single line: `else { … }`.",
      right: "if n == 1 { return x } else { return y }"),
    Example(
      "if n = 1 { return x }",
      says: "`==` compares; `=` gives a name its value.",
      right: "if n == 1 { return x }"),
    Example(
      "if labels { return x }",
      says: "A condition is true or false, and a list is neither: `!labels.isEmpty`.",
      right: "if !labels.isEmpty { return x }"),
    Example(
      #"raise ValueError("n")"#,
      says: "In Swift `raise` is `throw`, and what is thrown has a type that is an `Error`.",
      right: "throw CancellationError()"),
    Example(
      "assert n > 1",
      says: "`assert` is a function: `assert(n > 1)`.",
      right: "assert(n > 1)"),
    Example(
      "if n > 1 { pass }",
      says: "There is no `pass`; an empty block is `{}`.",
      right: "if n > 1 {}"),
    Example(
      "for (i = 0; i < n; i += 1) { return x }",
      says: "To count, loop over a range: `for i in 0..<n { … }`.",
      right: "for i in 0..<n { print(i) }"),
    Example(
      "let a, b = labels",
      says: "Several names stand in parentheses, as their values do: `let (a, b) = (1, 2)`.",
      right: "let (a, b) = (1, 2)"),
    Example(
      "a, b = 1, 2",
      says: "New names are declared, and several stand in parentheses: `let (a, b) = (1, 2)`.",
      right: "let (a, b) = (1, 2)"),
    Example(
      "let (rows, columns) = x.shape",
      says: "A list is taken apart by its places: `let (a, b) = (x.shape[0], x.shape[1])`.",
      right: "let (rows, columns) = (x.shape[0], x.shape[1])"),
    Example(
      "total = 0",
      says: "A new name is declared: `let total = …`, or `var total = …` if its value will "
        + "change.",
      right: """
        var total = 0
        total += 1
        """),
    Example(
      "total: int = 0",
      says: "A new name is declared: `let total = …`, or `var total = …` if its value will "
        + "change.",
      right: "let total = 0"),
    Example(
      "let value = game(x)",
      says: "What can throw is called with `try`: `let value = try game(x)`.",
      right: "let value = try game(x)"),
    Example(
      "return game(x) + y",
      says: "What can throw is called with `try`: `return try game(x) + y`.",
      right: "return try game(x) + y"),
    Example(
      "print(game(x))",
      says: "What can throw is called with `try`, in front of the expression.",
      right: "print(try game(x))"),
    Example(
      "let all = values.map { game($0) }",
      says: "What can throw needs a `try`, and so does what it is handed to: `try "
        + "values.map { try game($0) }`.",
      right: "let all = try values.map { try game($0) }"),
    Example(
      "var found",
      says: "A variable without a value says what it will hold: `var found: Tensor?` may hold "
        + "nothing yet.",
      right: """
        var found: Tensor?
        found = x
        """),
    Example(
      "let sum = labels.map { (Float($0) - alpha) * 2 / labels.count + 0.5 * alpha - 1.0 / n }",
      says: "The compiler gave up on this expression: give parts of it names, on lines of "
        + "their own and with a type, `let part: Float = …`; often numbers of different "
        + "types meet in it, and a `Float` beside a tensor is `Tensor(n)`.",
      right: """
        let part: Float = 2 / Float(labels.count)
        let sum = labels.map { (Float($0) - alpha) * part }
        """),
    Example(
      """
      match reduction {
      case .sum: return x
      }
      """,
      says: "In Swift `match` is `switch`, and its cases have a dot: `case .sum: …`.",
      right: """
        switch reduction {
        case .sum: return x
        case .largest: return y
        }
        """),
    Example(
      "let i, j = 0, 1",
      says: "Several names stand in parentheses, as their values do: `let (a, b) = (1, 2)`.",
      right: "let (i, j) = (0, 1)"),
    Example(
      "return x, y",
      says: "Several results stand in parentheses, and the type names them all: `return (a, b)`.",
      right: "func both() -> (Tensor, Tensor) { return (x, y) }"),
  ]
}
