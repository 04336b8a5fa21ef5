extension Example {
  /// Words and signs.
  static let words = [
    Example(
      "# a comment",
      says: "A comment begins with `//`, not with `#`.",
      right: "// a comment"),
    Example(
      #""""Returns x.""""#,
      says: "What a function does stands above it, in lines that begin with `///`.",
      right: "/// Returns x."),
    Example(
      "while True { return x }",
      says: "In Swift `True` and `False` are `true` and `false`.",
      right: "while true { return x }"),
    Example(
      "if missing is not None { return x }",
      says: "In Swift `is not None` is `!= nil`.",
      right: "if missing != nil { return x }"),
    Example(
      "if missing is None { return x }",
      says: "In Swift `is None` is `== nil`.",
      right: "if missing == nil { return x }"),
    Example(
      "let value = x[:, None]",
      says: "A new axis of size 1 is made by `x.insertingAxis(at: 1)`.",
      right: "let value = x.insertingAxis(at: 1)"),
    Example(
      "let value: Int? = None",
      says: "In Swift `None` is `nil`, which only a type with `?` can hold, such as `Tensor?`.",
      right: "let value: Int? = nil"),
    Example(
      "if n not in labels { return x }",
      says: "In Swift `n not in labels` is `!labels.contains(n)`.",
      right: "if !labels.contains(n) { return x }"),
    Example(
      "if n in labels { return x }",
      says: "In Swift `n in labels` is `labels.contains(n)`.",
      right: "if labels.contains(n) { return x }"),
    Example(
      #"if "Ada" in ages { return x }"#,
      says: #"A list or a text is asked `ages.contains("a")`, a dictionary `ages["a"] != nil`."#,
      right: #"if ages["Ada"] != nil || "Ada".contains("a") { return x }"#),
    Example(
      "if n is 1 { return x }",
      says: "`is` asks for a type; values are compared with `==`.",
      right: "if n == 1 { return x }"),
    Example(
      "if not n > 1 { return x }",
      says: "In Swift `not` is `!`, with a comparison in parentheses: `!(n > 1)`.",
      right: "if !(n > 1) { return x }"),
    Example(
      "let isSmall = not n > 1",
      says: "In Swift `not` is `!`, with a comparison in parentheses: `!(n > 1)`.",
      right: "let isSmall = !(n > 1)"),
    Example(
      "if n > 1 and n < 3 { return x }",
      says: "In Swift `and` is `&&`.",
      right: "if n > 1 && n < 3 { return x }"),
    Example(
      "print(n > 1 or n < 3)",
      says: "In Swift `or` is `||`.",
      right: "print(n > 1 || n < 3)"),
    Example(
      "let value = alpha if n > 1 else 0",
      says: "In Swift `a if condition else b` is `condition ? a : b`.",
      right: "let value = n > 1 ? alpha : 0"),
    Example(
      #"print(f"n is {n}")"#,
      says: #"There is no `f` before a text, and a value in it stands in `\( )`: `"n is \(n)"`."#,
      right: #"print("n is \(n)")"#),
    Example(
      "let text = f'n is {n}'",
      says: #"There is no `f` before a text, and a value in it stands in `\( )`: `"n is \(n)"`."#,
      right: #"let text = "n is \(n)""#),
    Example(
      "let text = 'hello'",
      says: #"A text stands in double quotes: `"text"`."#,
      right: #"let text = "text""#),
    Example(
      #"print("n is %d" % n)"#,
      says: #"A value in a text stands in `\( )`: `"n is \(n)"`."#,
      right: #"print("n is \(n)")"#),
    Example(
      #"print("n is {}".format(n))"#,
      says: #"A value in a text stands in `\( )`: `"n is \(n)"`."#,
      right: #"print("n is \(n)")"#),
    Example(
      #"print("n is " + n)"#,
      says: #"A value in a text stands in `\( )`: `"n is \(n)"`."#,
      right: #"print("n is \(n)")"#),
    Example(
      "let value = x ** 2",
      says: "The square `a ** 2` is `a * a`, of a tensor also `a.squared()`.",
      right: "let value = x * x + x.squared()"),
    Example(
      "let value = alpha**n",
      says: "There is no `**`: of a tensor it is `x.power(3)`; for a number write `import "
        + "Foundation` at the top of the file, and `pow(a, 3)`.",
      right: """
        import Foundation
        let (value, other) = (x.power(3), pow(alpha, 3))
        """),
    Example(
      "let value = x @ y",
      says: "The product of matrices `a @ b` is `a.matmul(b)`.",
      right: "let value = x.matmul(y)"),
    Example(
      "return x@y",
      says: "The product of matrices `a @ b` is `a.matmul(b)`.",
      right: "return x.matmul(y)"),
    Example(
      "import torch",
      says: "There is no `torch` here; tensors come with `import Tensors` at the top of the "
        + "file.",
      right: "let value = Tensor(n)"),
    Example(
      "from torch import nn",
      says: "There is no `torch` here; tensors come with `import Tensors` at the top of the "
        + "file.",
      right: "let value = Tensor(n)"),
    Example(
      "return self.weight",
      says: "A function has no `self` here; it uses its parameters by their names.",
      right: "return x"),
    Example(
      "from math import sqrt",
      says: "Functions of numbers come with `import Foundation` at the top of the file.",
      right: """
        import Foundation
        let root = sqrt(alpha)
        """),
  ]
}
