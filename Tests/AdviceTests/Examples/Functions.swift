extension Example {
  /// Declarations of functions, and functions that are called otherwise.
  static let functions = [
    Example(
      "def square(a) { return 0 }",
      says: "In Swift `def` is `func`, parameters have types, and the body stands in "
        + "braces: `func square(_ x: Tensor) -> Tensor { … }`.",
      right: "func square(_ x: Tensor) -> Tensor { x * x }"),
    Example(
      "let all = labels.map(lambda a: a + 1)",
      says: "A function without a name stands in braces: `{ a in a + 1 }`.",
      right: "let all = labels.map { a in a + 1 }"),
    Example(
      "let all = labels.sorted(lambda a, b: a > b)",
      says: "A function without a name stands in braces: `{ a, b in a + b }`.",
      right: "let all = labels.reduce(0) { a, b in a + b }"),
    Example(
      "func half(_ a: Float): Float { a / 2 }",
      says: "The type of the result stands behind an arrow: `-> Float`.",
      right: "func half(_ a: Float) -> Float { a / 2 }"),
    Example(
      "func half(a) { }",
      says: "Every parameter has a type: `a: Tensor`.",
      right: "func half(a: Tensor) { }"),
    Example(
      "func half(_ a: Float) { return a / 2 }",
      says: "A function that returns something names the type before its brace: `-> Float {`.",
      right: "func half(_ a: Float) -> Float { return a / 2 }"),
    Example(
      "let all: list = [1, 2]",
      says: "The type of a list is `[Int]`, that of a dictionary `[String: Int]`.",
      right: """
        let all: [Int] = [1, 2]
        let other: [String: Int] = [:]
        """),
    Example(
      "let value: float = 2",
      says: "In Swift `float` is `Float`.",
      right: "let value: Float = 2"),
    Example(
      "let value = int(alpha)",
      says: "In Swift `int` is `Int`.",
      right: "let value = Int(alpha)"),
    Example(
      #"let text: str = "a""#,
      says: "In Swift `str` is `String`.",
      right: #"let text: String = "a""#),
    Example(
      "let isSmall: bool = true",
      says: "In Swift `bool` is `Bool`.",
      right: "let isSmall: Bool = true"),
    Example(
      "let text = str(n)",
      says: #"In Swift `str(n)` is `"\(n)"`."#,
      right: #"let text = "\(n)""#),
    Example(
      "for i in range(len(labels)) { print(i) }",
      says: "In Swift `range(len(labels))` is `0..<labels.count`, of a tensor "
        + "`0..<labels.shape[0]`.",
      right: """
        for i in 0..<labels.count { print(i) }
        for i in 0..<x.shape[0] { print(i) }
        """),
    Example(
      "for i in range(n) { print(i) }",
      says: "In Swift `range(n)` is `0..<n`.",
      right: "for i in 0..<n { print(i) }"),
    Example(
      "for i in range(1, n) { print(i) }",
      says: "In Swift `range(1, n)` is `1..<n`.",
      right: "for i in 1..<n { print(i) }"),
    Example(
      "for i in range(0, n, 2) { print(i) }",
      says: "In Swift `range(0, n, 2)` is `stride(from: 0, to: n, by: 2)`.",
      right: "for i in stride(from: 0, to: n, by: 2) { print(i) }"),
    Example(
      "for i in range(abs(n)) { print(i) }",
      says: "In Swift `range(n)` is `0..<n`, and `range(a, b)` is `a..<b`.",
      right: "for i in 0..<n { print(i) }"),
    Example(
      "let size = len(labels)",
      says: "In Swift `len(labels)` is `labels.count`, of a tensor `labels.shape[0]`.",
      right: "let size = labels.count + x.shape[0]"),
    Example(
      "let size = len(labels.map { $0 })",
      says: "In Swift `len(a)` is `a.count`, of a tensor `a.shape[0]`.",
      right: "let size = labels.count + x.shape[0]"),
    Example(
      "for (i, label) in enumerate(labels) { print(i, label) }",
      says: "In Swift `enumerate(labels)` is `labels.enumerated()`.",
      right: "for (i, label) in labels.enumerated() { print(i, label) }"),
    Example(
      "let all = sorted(labels)",
      says: "It is a method of the list: `labels.sorted()`.",
      right: "let all = labels.sorted()"),
    Example(
      "let all = list(labels)",
      says: "In Swift `list(a)` is `Array(a)`.",
      right: "let all = Array(labels)"),
    Example(
      "let all = set(labels)",
      says: "In Swift `set(a)` is `Set(a)`.",
      right: "let all = Set(labels)"),
    Example(
      "let all = map(labels)",
      says: "It is a method of the list, with the function in braces: `labels.map { … }`.",
      right: "let all = labels.map { 2 * $0 }"),
    Example(
      "let total = sum(labels)",
      says: "The sum of a list is `labels.reduce(0, +)`, that of a tensor `labels.sum()`.",
      right: "let total = Tensor(labels.reduce(0, +)) + x.sum()"),
    Example(
      "let total = sum(labels.map { $0 })",
      says: "The sum of a list is `a.reduce(0, +)`, that of a tensor `a.sum()`.",
      right: "let total = Tensor(labels.reduce(0, +)) + x.sum()"),
    Example(
      "let most = max(labels)",
      says: "It is a method of the list, which gives `nil` for an empty one: `labels.max() "
        + "?? 0`.",
      right: "let most = labels.max() ?? 0"),
    Example(
      "let value = max(x, 0)",
      says: "Element by element it is `Tensor.maximum(a, b)`; the maximum of one tensor is "
        + "`a.max()`.",
      right: "let value = Tensor.maximum(x, 0) + x.max()"),
    Example(
      "let value = min(x, y)",
      says: "Element by element it is `Tensor.minimum(a, b)`; the minimum of one tensor is "
        + "`a.min()`.",
      right: "let value = Tensor.minimum(x, y) + x.min()"),
    Example(
      "let value = abs(x)",
      says: "It is a method of the tensor: `x.abs()`.",
      right: "let value = x.abs()"),
    Example(
      "let value = exp(x)",
      says: "It is a method of a tensor, `x.exp()`; for a number write `import Foundation` "
        + "at the top of the file.",
      right: """
        import Foundation
        let (value, other) = (x.exp(), exp(alpha))
        """),
    Example(
      "let value = relu(x)",
      says: "It is a method of the tensor: `x.relu()`.",
      right: "let value = x.relu()"),
    Example(
      "let value = pow(alpha, 2)",
      says: "For numbers, `pow` needs `import Foundation` at the top of the file.",
      right: """
        import Foundation
        let value = pow(alpha, 2)
        """),
    Example(
      "let value = math.sqrt(alpha)",
      says: "With `import Foundation` at the top of the file it is `sqrt`, without `math.`.",
      right: """
        import Foundation
        let value = sqrt(alpha)
        """),
    Example(
      "let value = alpha.sqrt()",
      says: "The square root of a number is `a.squareRoot()`.",
      right: "let value = alpha.squareRoot()"),
    Example(
      "let value = alpha.exp()",
      says: "For numbers, `exp` is a function: `exp(…)`, with `import Foundation` at the "
        + "top of the file.",
      right: """
        import Foundation
        let value = exp(alpha)
        """),
    Example(
      "let value = zeros([3])",
      says: "It belongs to tensors: `Tensor.zeros([3])`.",
      right: "let value = Tensor.zeros([3])"),
    Example(
      "let isTensor = isinstance(x, Tensor)",
      says: "In Swift `isinstance(a, Tensor)` is `a is Tensor`.",
      right: "let isTensor = x is Tensor"),
    Example(
      "func powered(x: Tensor, by exponent = 2) -> Tensor { x.power(2) }",
      says: "A parameter has a type, and its default stands behind that: `exponent: Float = 2`.",
      right: "func powered(x: Tensor, by exponent: Float = 2) -> Tensor { x.power(2) }"),
    Example(
      "func powered(x: Tensor, exponent = 2) -> Tensor { x.power(2) }",
      says: "A parameter has a type, and its default stands behind that: `exponent: Float = 2`.",
      right: "func powered(x: Tensor, exponent: Float = 2) -> Tensor { x.power(2) }"),
    Example(
      "let total = labels.reduce(+)",
      says: "`reduce` begins with a number: `labels.reduce(0, +)`.",
      right: "let total = labels.reduce(0, +)"),
    Example(
      "let isLarge = any(labels)",
      says: "A list is asked with `contains` and `allSatisfy`: `labels.contains { $0 > 1 }`; the "
        + "numbers of a tensor are its `scalars`.",
      right: "let isLarge = labels.contains { $0 > 1 }"),
    Example(
      "let smaller = min(n, alpha)",
      says: "Numbers of different types do not mix: write `Float(…)` around the other one.",
      right: "let smaller = min(Float(n), alpha)"),
    Example(
      "let value: float32 = 2",
      says: "In Swift `float` is `Float`.",
      right: "let value: Float = 2"),
  ]
}
