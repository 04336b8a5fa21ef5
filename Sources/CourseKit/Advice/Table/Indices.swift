extension Advice {
  /// Parts of lists and tensors.
  static var indices: [Advice] {
    let slice =
      /^expected (?:argument label|',' separator|expression in list)|in subscript(?:\n|$)/
    let step = /module selector|^expected ',' separator|extra argument in subscript/
    return [
      Advice(says: slice, line: /(\w+)\[:, ?(-?\w+)\]/, "In Swift `$1[:, $2]` is `$1[.all, $2]`."),
      Advice(
        says: slice, line: /(\w+)\[([^:\[\]]+), ?:\]/, "In Swift `$1[$2, :]` is `$1[$2, .all]`."),
      Advice(
        says: slice, line: /(\w+)\[:-(\w+)\]/,
        "In Swift `$1[:-$2]` is `$1.dropLast($2)`, of a tensor `$1[..<($1.shape[0] - $2)]`."),
      Advice(
        says: slice, line: /(\w+)\[-(\w+):\]/,
        "In Swift `$1[-$2:]` is `$1.suffix($2)`, of a tensor `$1[($1.shape[0] - $2)...]`."),
      Advice(says: slice, line: /(\w+)\[(\w[\w.]*):\]/, "In Swift `$1[$2:]` is `$1[$2...]`."),
      Advice(says: slice, line: /(\w+)\[:(\w[\w.]*)\]/, "In Swift `$1[:$2]` is `$1[..<$2]`."),
      Advice(
        says: slice, line: /(\w+)\[(\w[\w.]*):(\w[\w.]*)\]/,
        "In Swift `$1[$2:$3]` is `$1[$2..<$3]`."),
      Advice(
        says: step, line: /(\w+)\[::-1\]/,
        "Backwards is `$1.reversed()`, of a tensor `$1.reversed(along: 0)`."),
      Advice(
        says: step, line: /(\w+)\[::(\w+)\]/,
        "With steps it is `stride(from: 0, to: $1.count, by: $2).map { $1[$0] }`."),
      Advice(
        says: slice, line: /[\w\])]\[[^\]"]*:[^\]]*\]/,
        "In brackets `:` is `.all`, `1:` is `1...`, `:2` is `..<2`, and `1:2` is `1..<2`."),
      Advice(
        says: /UnboundedRange_.*AxisIndex/,
        "Every axis that stays whole has its own `.all`: `x[.all, .all, 1]`."),
      Advice(
        says: /type '\[Int\]' does not conform to expected type 'AxisIndex'/,
        place: /(\w+)(?:\[▸|▸\[)(\w+|\[[^\]]*\])/,
        "Several places are taken with `$1.selecting($2, along: 0)`."),
      Advice(
        says:
          /type '(?:Tensor|Bool)' does not conform to expected type 'AxisIndex'|'BinaryInteger'/,
        line: /\w\[.*[<>=].*\]/,
        "A mask is no index: multiply by it, `x * (x .> 0)`, or give other values there, "
          + "`x.replacing(with: y, where: x .> 0)`."),
      Advice(
        says: /type '(?:Float|Double)' does not conform to expected type 'AxisIndex'/,
        place: /▸(\w+)/, "A place is a whole number: `Int($1)`."),
      Advice(
        says: /type '(?:Float|Double)' to expected argument type 'Int'/, place: /\w\[[^\]]*▸/,
        "A place is a whole number: put the other one into `Int(…)`."),
      Advice(
        says: /no exact matches in call to subscript/, place: /\w▸\[(\w+)\]/,
        "A place in a list is a whole number, such as `Int($1)`; in a dictionary it is a key of the "
          + "keys’ type."),
    ]
  }
}
