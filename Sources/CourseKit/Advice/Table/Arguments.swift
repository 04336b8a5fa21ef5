extension Advice {
  /// Arguments and their labels.
  static var arguments: [Advice] {
    let wrong =
      /^extra argument|takes no arguments|argument label|'(?:dim|axis|keepdims?|True)'|type '\(\)'|no exact|'=' in a boolean/
    return [
      Advice(
        says: /'reverse'|'True'|takes no arguments|argument label 'by:'|type '\(\)'/,
        line: /\bsorted\(.*\breverse ?[=:]/, "The largest first is `sorted(by: >)`."),
      Advice(
        says: /'end'|type '\(\)'/, line: /\bprint\(.*\bend ?[=:]/,
        "What ends the line is called `terminator: \"\"`."),
      Advice(
        says: wrong, line: /\b(?:dim|axis) ?[=:].*\bkeepdims? ?[=:]/,
        "The axis is called `along:`, and keeping it `keepingAxes: true`."),
      Advice(
        says: /'keepdims?'|'True'|type '\(\)'/, line: /\bkeepdims? ?[=:]/,
        "An axis is kept with `keepingAxes: true`."),
      Advice(
        says: wrong, line: /\b(?:dim|axis) ?[=:] ?[(\[]([-\d, ]+)[)\]]/,
        "Axes are called `along:`, one after another: `along: $1`."),
      Advice(
        says: wrong, line: /\b(?:dim|axis) ?[=:] ?(-?\w+)/,
        "The axis is called `along:`, so `along: $1`."),
      Advice(
        says: /cannot find '/, place: /[(,] ?▸(\w+) ?=(?!=) ?(\[[^\]]*\]|[^,()\[]+)[,)]/,
        "An argument has a colon, not `=`: `$1: $2`."),
      Advice(
        says: /argument label '|type '\(\)'/, line: /[(,] ?(\w+) ?=(?!=) ?([^,()]+|\[[^\]]*\])[,)]/,
        "An argument has a colon, not `=`: `$1: $2`."),
      Advice(
        says: /'Bool' to expected argument type 'TransposedSide'|label in call \(have '_:transpose/,
        "Which of the two is transposed is `transposing: .left` or `transposing: .right`."),
      Advice(
        says: /argument label in call \(have '((?:\w+:)*)(\w+:)((?:\w+:)*)', expected '\1(\w+:)\3'/,
        "The argument is called `$4`, not `$2`."),
      Advice(
        says: /label 'along:'|type 'Tensor' to expected argument type '(?:\[Tensor\]|Int)'/,
        line: /\b(stacked|concatenated)\((\w+(?:, ?\w+)+)\)/,
        "Tensors to be joined are a list: `$1([$2])`."),
      Advice(
        says: /^extra argument in call|label 'keepingAxes:'|cannot be used as a boolean/,
        line: /\.(max|min)\(along: ?(-?\w+), ?(-?\w+)/,
        "`$1` takes one axis; of two it is taken twice: `x.$1(along: 2).$1(along: 1)`."),
      Advice(
        says: /^extra argument 'd|infer contextual base|cannot find 'torch'/,
        line: /\b(?:dtype|device) ?[=:]/,
        "Tensors hold `Float` numbers, in one kind of memory: leave that out."),
      Advice(
        says: /extraneous argument label 'like:'|type 'Tensor' to expected argument type '\[Int\]'/,
        line: /\b(zeros|ones)\(like: ?(\w+)/, "The shape is given: `$1($2.shape)`."),
      Advice(
        says: /extraneous argument label '(\w+:)' in call/,
        "This argument has no label: leave out `$1`."),
      Advice(
        says: /missing argument label '(\w+:)' in call/, place: /▸(-?[\w.]+)\)/,
        "The argument needs its label: `$1 $2`."),
      Advice(
        says: /missing argument label '(\w+:)' in call/,
        "An argument needs its label: write `$1` before it."),
      Advice(
        says: /missing argument labels '(.*)' in call/,
        "The arguments need their labels, in this order: `$1`."),
      Advice(
        says: /^extra argument in call|type 'Int' to expected argument type '\[Int\]'/,
        line: /\b(zeros|ones)\(([\w.\[\]]+(?:, ?[\w.\[\]]+)*)\)/,
        "A shape is a list: `$1([$2])`."),
      Advice(
        says: /^extra argument in call|type 'Int' to expected argument type '\[Int\]'/,
        line: /\breshaped\((?:to: ?)?([-\w.]+(?:, ?[-\w.]+)*)\)/,
        "A shape is a list: `reshaped(to: [$1])`."),
      Advice(
        says: /^extra argument|missing argument for parameter 'to'|'ClosedRange<Float>'/,
        line: /\bclamped\((?:min: ?)?(-?[\w.]+), ?(?:max: ?)?(-?[\w.]+)\)/,
        "The bounds are a range: `clamped(to: $1...$2)`."),
      Advice(
        says: /operands of type '\[Int\]' and '\(Int/, line: /\.shape [=!]= \(([\w, ]+)\)/,
        "A shape is a list: `[$1]`."),
      Advice(
        says: /^extra argument in call/, line: /\bTensor\.(max|min)\(/,
        "The $1imum of two tensors, element by element, is `Tensor.$1imum(a, b)`."),
      Advice(
        says: /no exact matches in call to instance method/, line: /along: ?\(([-\d, ]+)\)/,
        "Several axes are written one after another: `along: $1`."),
      Advice(
        says: /cannot call value of non-function type/, line: /\.(?:shape|count|rank|scalars?)\(/,
        "It is a property, which is written without `()`."),
      Advice(
        says: /ambiguous use of '(sum|mean|variance)'|'\w+' was used as a property/,
        "A method is called with `()`, even if nothing stands in them."),
    ]
  }
}
