extension Example {
  /// Lists, dictionaries and loops over them.
  static let lists = [
    Example(
      "let all = [i * i for i in range(n)]",
      says: "A list is made with `map`: `(0..<n).map { i in i * i }`.",
      right: "let all = (0..<n).map { i in i * i }"),
    Example(
      "let all = [v * v for v in labels]",
      says: "A list is made with `map`: `labels.map { v in v * v }`.",
      right: "let all = labels.map { v in v * v }"),
    Example(
      "let all = [v.sum() for v in values if v.rank > 0]",
      says: "A list is made with `filter` and `map`: `values.filter { v in v.rank > 0 }.map "
        + "{ v in v.sum() }`.",
      right: "let all = values.filter { v in v.rank > 0 }.map { v in v.sum() }"),
    Example(
      "let all = {k: v for k, v in zip(labels, values)}",
      says: "A list is made with `map`, of some elements with `filter` before it: "
        + "`labels.filter { $0 > 1 }.map { $0 * 2 }`.",
      right: "let all = labels.filter { $0 > 1 }.map { $0 * 2 }"),
    Example(
      #"let all = {"a": 1}"#,
      says: #"A dictionary stands in brackets: `["a": 1]`."#,
      right: #"let all = ["a": 1]"#),
    Example(
      "let all: [String: Int] = {}",
      says: "An empty dictionary is `[:]`.",
      right: "let all: [String: Int] = [:]"),
    Example(
      #"let age = ages.get("Ada", 0)"#,
      says: #"What is not there is replaced with `??`: `ages["Ada"] ?? 0`."#,
      right: #"let age = ages["Ada"] ?? 0"#),
    Example(
      "for i in n { print(i) }",
      says: "To count, loop over a range: `for i in 0..<n { … }`.",
      right: "for i in 0..<n { print(i) }"),
    Example(
      "for i in labels.count { print(i) }",
      says: "To count, loop over a range: `for i in 0..<labels.count { … }`.",
      right: "for i in 0..<labels.count { print(i) }"),
    Example(
      "for value in x { print(value) }",
      says: "A loop goes over a list: `x.scalars` are its numbers, `0..<x.shape[0]` its "
        + "rows' places.",
      right: """
        for value in x.scalars { print(value) }
        for row in 0..<x.shape[0] { print(row) }
        """),
    Example(
      "for i in 0..<x { print(i) }",
      says: "A range goes from one whole number to another: `0..<n`, of a tensor’s rows "
        + "`0..<x.shape[0]`.",
      right: "for i in 0..<x.shape[0] { print(i) }"),
    Example(
      "for i in 0..<x.shape { print(i) }",
      says: "A range goes from one whole number to another: `0..<n`, of a tensor’s rows "
        + "`0..<x.shape[0]`.",
      right: "for i in 0..<x.shape[0] { print(i) }"),
    Example(
      "for i in 0..n { print(i) }",
      says: "`0..<n` leaves out `n`, as Python does; `0...n` contains it.",
      right: """
        for i in 0..<n { print(i) }
        for i in 0...n { print(i) }
        """),
    Example(
      "let all = labels[..2]",
      says: "`..<2` leaves out `2`, as Python does; `...2` contains it.",
      right: "let all = labels[..<2] + labels[...2]"),
    Example(
      "var all = []",
      says: "An empty list says what it will hold: `var all: [Float] = []`.",
      right: """
        var all: [Float] = []
        all.append(1)
        """),
    Example(
      "let all = values.relu()",
      says: "It is a list of tensors; of each of them it is `values.map { $0.relu() }`.",
      right: "let all = values.map { $0.relu() }"),
    Example(
      "let total = values.sum()",
      says: "A list of tensors is first made one tensor: `Tensor.stacked(values).sum(along: 0)`.",
      right: "let total = Tensor.stacked(values).sum(along: 0)"),
    Example(
      "let total = labels.sum()",
      says: "The sum of a list is `labels.reduce(0, +)`.",
      right: "let total = labels.reduce(0, +)"),
    Example(
      "let middle = labels.mean()",
      says: "A list has no `mean`, but a tensor of its numbers has: `Tensor(labels).mean()`.",
      right: "let middle = Tensor(labels).mean()"),
    Example(
      "let size = labels.length",
      says: "The length of a list is `count`.",
      right: "let size = labels.count"),
    Example(
      "let all = labels.copy()",
      says: "A list is copied by `=`: after `var b = a` a change of `b` does not touch `a`.",
      right: """
        var b = labels
        b[0] = 1
        """),
    Example(
      "var all = labels; all.extend([1])",
      says: "In Swift `a.extend(b)` is `a += b`, and `a.pop()` is `a.removeLast()`.",
      right: """
        var all = labels
        all += [1]
        all.removeLast()
        """),
    Example(
      "let all = [0.0] * n",
      says: "A list of equal numbers is `[Float](repeating: 0, count: n)`.",
      right: "let all = [Float](repeating: 0, count: n)"),
    Example(
      "let all = labels * 2",
      says: "Lists do not compute: write `labels.map { $0 * 2 }`, or make the list a "
        + "tensor, `2 * Tensor(labels)`.",
      right: """
        let all = labels.map { $0 * 2 }
        let other = 2 * Tensor(labels)
        """),
    Example(
      "let next = labels.max() + 1",
      says: "It may be `nil`, so write behind `??` what to take then: `(labels.max() ?? 0) + 1`.",
      right: "let next = (labels.max() ?? 0) + 1"),
    Example(
      "let all = Tensor.stacked(values[1...])",
      says: "A part of a list is made a list of its own: `Array(values[1...])`.",
      right: "let all = Tensor.stacked(Array(values[1...]))"),
    Example(
      "let order = x.argmax(along: 0).scalars",
      says: "`argmax` gives whole numbers, an `Int` or a list `[Int]`, and no tensor.",
      right: "let order: [Int] = x.argmax(along: 0)"),
    Example(
      "let first = x.argmax()[0]",
      says: "`argmax` gives whole numbers, an `Int` or a list `[Int]`, and no tensor.",
      right: "let first: Int = x.argmax()"),
    Example(
      "let isRight = x.argmax(along: 1) == 0",
      says: "A list is compared with a list, and its elements one by one: "
        + "`labels.map { $0 == 2 }`.",
      right: "let isRight = labels.map { $0 == 2 }"),
    Example(
      "for (i, label) in labels { print(i, label) }",
      says: "Places and elements come from `enumerated`: "
        + "`for (i, label) in labels.enumerated() { … }`.",
      right: "for (i, label) in labels.enumerated() { print(i, label) }"),
    Example(
      "var list = [Float]",
      says: "An empty list is `[Float]()`, or says what it will hold: `var list: [Float] = []`.",
      right: "let list = [Float]()"),
    Example(
      "var list = [0.0]; list[0] = alpha",
      says: "`list` got its type from the numbers it began with; declare it as "
        + "`var list: [Float] = …`.",
      right: "var list: [Float] = [0.0]; list[0] = alpha"),
    Example(
      #"var counts = ages; counts["a"] += 1"#,
      says: #"What is not there yet needs a number to begin with: `counts["a", default: 0] += 1`."#,
      right: #"var counts = ages; counts["a", default: 0] += 1"#),
  ]
}
