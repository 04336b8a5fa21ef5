extension Example {
  /// Arguments and their labels.
  static let arguments = [
    Example(
      "let value = x.sum(dim=1)",
      says: "The axis is called `along:`, so `along: 1`.",
      right: "let value = x.sum(along: 1)"),
    Example(
      "let value = x.max(axis: 0)",
      says: "The axis is called `along:`, so `along: 0`.",
      right: "let value = x.max(along: 0)"),
    Example(
      "let value = x.softmax(dim: -1)",
      says: "The axis is called `along:`, so `along: -1`.",
      right: "let value = x.softmax(along: -1)"),
    Example(
      "let value = x.sum(along: 1, keepdim=True)",
      says: "An axis is kept with `keepingAxes: true`.",
      right: "let value = x.sum(along: 1, keepingAxes: true)"),
    Example(
      "let value = x.sum(dim: 1, keepdim: true)",
      says: "The axis is called `along:`, and keeping it `keepingAxes: true`.",
      right: "let value = x.sum(along: 1, keepingAxes: true)"),
    Example(
      "let all = labels.sorted(reverse=True)",
      says: "The largest first is `sorted(by: >)`.",
      right: "let all = labels.sorted(by: >)"),
    Example(
      #"print(n, end="")"#,
      says: #"What ends the line is called `terminator: ""`."#,
      right: #"print(n, terminator: "")"#),
    Example(
      "let value = try scaled(x, by=alpha)",
      says: "An argument has a colon, not `=`: `by: alpha`.",
      right: "let value = try scaled(x, by: alpha)"),
    Example(
      "let value = try scaled(x, factor: alpha)",
      says: "The argument is called `by:`, not `factor:`.",
      right: "let value = try scaled(x, by: alpha)"),
    Example(
      "let value = x.mean(1)",
      says: "The argument needs its label: `along: 1`.",
      right: "let value = x.mean(along: 1)"),
    Example(
      "let value = try scaled(x, alpha)",
      says: "An argument needs its label: write `by:` before it.",
      right: "let value = try scaled(x, by: alpha)"),
    Example(
      "let value = gradient(x.sum(), x)",
      says: "The arguments need their labels, in this order: `of:withRespectTo:`.",
      right: "let value = gradient(of: x.sum(), withRespectTo: x)"),
    Example(
      "let value = Tensor.zeros(2, 3)",
      says: "A shape is a list: `zeros([2, 3])`.",
      right: "let value = Tensor.zeros([2, 3])"),
    Example(
      "let value = x.reshaped(2, 3)",
      says: "A shape is a list: `reshaped(to: [2, 3])`.",
      right: "let value = x.reshaped(to: [2, 3])"),
    Example(
      "let value = x.clamped(0, 1)",
      says: "The bounds are a range: `clamped(to: 0...1)`.",
      right: "let value = x.clamped(to: 0...1)"),
    Example(
      "let value = Tensor.concatenated(x, y)",
      says: "Tensors to be joined are a list: `concatenated([x, y])`.",
      right: "let value = Tensor.concatenated([x, y])"),
    Example(
      "if x.shape == (2, 3) { return x }",
      says: "A shape is a list: `[2, 3]`.",
      right: "if x.shape == [2, 3] { return x }"),
    Example(
      "let value = Tensor.max(x, y)",
      says: "The maximum of two tensors, element by element, is `Tensor.maximum(a, b)`.",
      right: "let value = Tensor.maximum(x, y)"),
    Example(
      "let value = x.sum(along: (0, 1))",
      says: "Several axes are written one after another: `along: 0, 1`.",
      right: "let value = x.sum(along: 0, 1)"),
    Example(
      "let rows = x.shape()",
      says: "It is a property, which is written without `()`.",
      right: "let rows = x.shape"),
    Example(
      "let value = x.sum",
      says: "A method is called with `()`, even if nothing stands in them.",
      right: "let value = x.sum()"),
    Example(
      "let value = x.mean(dim=(2, 3), keepdim=True)",
      says: "The axis is called `along:`, and keeping it `keepingAxes: true`.",
      right: "let value = x.mean(along: 2, 3, keepingAxes: true)"),
    Example(
      "let value = x.sum(axis=[2, 3])",
      says: "Axes are called `along:`, one after another: `along: 2, 3`.",
      right: "let value = x.sum(along: 2, 3)"),
    Example(
      "let value = x.max(along: 1, 2, keepingAxes: true)",
      says: "`max` takes one axis; of two it is taken twice: `x.max(along: 2).max(along: 1)`.",
      right: "let value = x.max(along: 2).max(along: 1)"),
    Example(
      "let value = x.min(along: 0, 1)",
      says: "`min` takes one axis; of two it is taken twice: `x.min(along: 2).min(along: 1)`.",
      right: "let value = x.min(along: 2).min(along: 1)"),
    Example(
      "let value = Tensor([1, 2], dtype: .float)",
      says: "Tensors hold `Float` numbers, in one kind of memory: leave that out.",
      right: "let value = Tensor([1, 2])"),
    Example(
      "let value = Tensor.zeros(like: x)",
      says: "The shape is given: `zeros(x.shape)`.",
      right: "let value = Tensor.zeros(x.shape)"),
    Example(
      "let value = Tensor.zeros(x.shape[0], 2)",
      says: "A shape is a list: `zeros([x.shape[0], 2])`.",
      right: "let value = Tensor.zeros([x.shape[0], 2])"),
    Example(
      "let value = try scaled(x: x, by: alpha)",
      says: "This argument has no label: leave out `x:`.",
      right: "let value = try scaled(x, by: alpha)"),
  ]
}
