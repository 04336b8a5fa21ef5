extension Example {
  /// Masks, gradients, copies.
  static let tensors = [
    Example(
      "if x.sum() > 0 { return x }",
      says: "Numbers are compared, and the number in a tensor of one element is its "
        + "`scalar`: `if x.sum().scalar > 0 { … }`.",
      right: "if x.sum().scalar > 0 { return x }"),
    Example(
      "let mask = x >= 1",
      says: "Between tensors it is `.>=`, which gives zeros and ones; the number in a "
        + "tensor of one element is its `scalar`.",
      right: "let mask = x .>= 1"),
    Example(
      "let value = (x > 0) * y",
      says: "Between tensors it is `.>`, which gives zeros and ones; the number in a tensor "
        + "of one element is its `scalar`.",
      right: "let value = (x .> 0) * y"),
    Example(
      "let count = (x == 0).sum()",
      says: "Compared element by element it is `x .== y`; `==` tells whether all of it is equal.",
      right: "let count = (x .== 0).sum()"),
    Example(
      "let mask = (x .> 0) & (x .< 1)",
      says: "Of masks, which are zeros and ones, “and” is `*`: `(x .> 0) * (x .< 1)`.",
      right: "let mask = (x .> 0) * (x .< 1)"),
    Example(
      "let mask = (x .< 0) | (x .> 1)",
      says: "Of masks, which are zeros and ones, “or” is `Tensor.maximum(x .< 0, x .> 1)`.",
      right: "let mask = Tensor.maximum(x .< 0, x .> 1)"),
    Example(
      "let isOne = x.contains(1)",
      says: "The numbers of a tensor, as a list, are its `scalars`: `x.scalars.contains`.",
      right: "let isOne = x.scalars.contains(1)"),
    Example(
      "let mask = ~(x .> 0)",
      says: "Of a mask, which is zeros and ones, “not” is `mask .== 0`.",
      right: """
        let mask = x .> 0
        let value = mask .== 0
        """),
    Example(
      "x.sum().backward()",
      says: "A tensor holds no gradient, you ask for it: compute a result from `let x = "
        + "x.tracked()`, then call `gradient(of: result, withRespectTo: x)`.",
      right: """
        let x = x.tracked()
        let result = (x * x).sum()
        let value = gradient(of: result, withRespectTo: x)
        """),
    Example(
      "let value = x.grad",
      says: "A tensor holds no gradient, you ask for it: compute a result from `let x = "
        + "x.tracked()`, then call `gradient(of: result, withRespectTo: x)`.",
      right: """
        let x = x.tracked()
        let value = gradient(of: x.sum(), withRespectTo: x)
        """),
    Example(
      "x.requires_grad = true",
      says: "A tensor holds no gradient, you ask for it: compute a result from `let x = "
        + "x.tracked()`, then call `gradient(of: result, withRespectTo: x)`.",
      right: """
        let x = x.tracked()
        print(x)
        """),
    Example(
      "let value = grad(x.sum(), x)",
      says: "A tensor holds no gradient, you ask for it: compute a result from `let x = "
        + "x.tracked()`, then call `gradient(of: result, withRespectTo: x)`.",
      right: """
        let x = x.tracked()
        let value = gradient(of: x.sum(), withRespectTo: x)
        """),
    Example(
      "let value = x.clone()",
      says: "A tensor never changes, so nobody needs a copy of it: leave that out.",
      right: "let value = x"),
    Example(
      "let value = x.float()",
      says: "Tensors hold `Float` numbers, in one kind of memory: leave that out.",
      right: "let value = x"),
    Example(
      "let value = x.relu_()",
      says: "A tensor never changes; `relu()` gives a new one.",
      right: "let value = x.relu()"),
    Example(
      "let value = x.max(along: 1).values",
      says: "`max(along:)` gives the values themselves, and `argmax(along:)` their places.",
      right: """
        let value = x.max(along: 1)
        let places = x.argmax(along: 1)
        """),
    Example(
      "let value = x * (y == 0)",
      says: "Between tensors `==` tells whether all of them is equal; `.==` compares element by "
        + "element, and gives zeros and ones.",
      right: "let value = x * (y .== 0)"),
    Example(
      "let value = (x != y) * x",
      says: "Between tensors `!=` tells whether all of them is equal; `.!=` compares element by "
        + "element, and gives zeros and ones.",
      right: "let value = (x .!= y) * x"),
    Example(
      "let (most, places) = x.max(along: 1)",
      says: "`max(along:)` gives the values themselves, and `argmax(along:)` their places.",
      right: "let (most, places) = (x.max(along: 1), x.argmax(along: 1))"),
    Example(
      "let value = x.sum().squareRoot()",
      says: "A number has `squareRoot()`, and a tensor `sqrt()`.",
      right: "let value = x.sum().sqrt() + Tensor(alpha.squareRoot())"),
    Example(
      "if x.isNaN { return y }",
      says: "The numbers of a tensor are asked one by one: `x.scalars.contains { $0.isNaN }`.",
      right: "if x.scalars.contains { $0.isNaN } { return y }"),
    Example(
      "return values",
      says: "A list of tensors is made one tensor by `Tensor.stacked(list)`, with a new axis in "
        + "front.",
      right: "return Tensor.stacked(values)"),
    Example(
      "let value = x.matmul(y, transpose: true)",
      says: "Which of the two is transposed is `transposing: .left` or `transposing: .right`.",
      right: "let value = x.matmul(y, transposing: .right)"),
    Example(
      "if x { return y }",
      says: "Numbers are compared, and the number in a tensor of one element is its `scalar`: "
        + "`if x.sum().scalar > 0 { … }`.",
      right: "if x.sum().scalar > 0 { return y }"),
  ]
}
