extension Advice {
  /// Changing what keeps its value.
  static var changes: [Advice] {
    [
      Advice(
        says: /'(\w+)' is a 'let' constant(?s:.)*change 'let' to 'var'/,
        "`$1` was declared with `let` and keeps its value; declared with `var` it can change."),
      Advice(
        says: /'(\w+)' is a 'let' constant/,
        "`$1` keeps its value here; change a copy of it, `var $1 = $1`."),
      Advice(
        says: /subscript is get-only/, line: /\b(\w+)\[/,
        "A tensor never changes: change a list of its numbers, `var list = $1.scalars`, and make a "
          + "tensor of it, `Tensor(list, shape: $1.shape)`."),
      Advice(
        says: /'scalars' is a get-only property/, line: /\b(\w+)\.scalars\b/,
        "A tensor never changes: change a list of its numbers, `var list = $1.scalars`, and make a "
          + "tensor of it, `Tensor(list, shape: $1.shape)`."),
    ]
  }
}
