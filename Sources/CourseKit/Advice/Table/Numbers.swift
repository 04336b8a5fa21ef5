extension Advice {
  /// Numbers of different types, and numbers beside tensors.
  static var numbers: [Advice] {
    let beside =
      /operands of type 'Tensor' and '(?:Float|Double|Int)'|'(?:Float|Double|Int)' to expected argument type 'Tensor'/
    return [
      Advice(
        says: /'[-+]' requires that 'Tensor' conform to 'Sequence'/, line: /[-+] \w/,
        "A tensor is combined with tensors only: make the list one, `Tensor(list)`."),
      Advice(
        says: beside, place: /▸(?:[-+*\/]=? )?(?:Float|Double)\(([\w.]+)\)/,
        "A tensor is combined with tensors only: write `Tensor($1)`."),
      Advice(
        says: beside, place: /▸(?:[-+*\/]=? )?([A-Za-z_][\w.]*)(?![\w.(\[])/,
        "A tensor is combined with tensors only: write `Tensor($1)`."),
      Advice(
        says: /operands of type '(?:Float|Double|Int)' and 'Tensor'/,
        place: /(?:^|[^\w.)\]])([A-Za-z_][\w.]*) ▸[-+*\/]/,
        "A tensor is combined with tensors only: write `Tensor($1)`."),
      Advice(
        says: /function '[-+*\/]=' on '\w+' requires that 'Tensor' conform/,
        line: /[-+*\/]= ([A-Za-z_][\w.]*)\s*$/,
        "A tensor is combined with tensors only: write `Tensor($1)`."),
      Advice(
        says:
          /operands of type '(?:Tensor' and '(?:Float|Double|Int)|(?:Float|Double|Int)' and 'Tensor)'/,
        "A tensor is combined with tensors only: put the number into `Tensor(…)`."),
      Advice(
        says: /type '(?:Float|Double|Int)' to expected argument type 'Tensor'/, line: /[-+*\/] ?\w/,
        "A tensor is combined with tensors only: put the number into `Tensor(…)`."),
      Advice(
        says: /type 'Tensor' to (?:expected argument|specified|return|closure result) type 'Float'/,
        "The number in a tensor of one element is its `scalar`, as in `x.sum().scalar`."),
      Advice(
        says: /(?:no exact matches in call to|^) ?initializer(?s:.)*'Tensor' conform/,
        "The number in a tensor of one element is its `scalar`, as in `x.sum().scalar`."),
      Advice(
        says: /of type 'Tensor' to (?:expected argument|specified|return) type '\[Float\]'/,
        "The numbers of a tensor, as a list, are its `scalars`."),
      Advice(
        says: /of type 'Float' to (?:specified|return) type 'Tensor'/, place: /\.▸scalar\b/,
        "A tensor is wanted here, not its number: leave out `.scalar`."),
      Advice(
        says: /of type '(?:Float|Double|Int)' to (?:specified|return) type 'Tensor'/,
        place: /▸([\w.]+)(?![\w.(\[])/, "A number is made a tensor by `Tensor($1)`."),
      Advice(
        says:
          /of type '\[(?:Float|Double|Int)\]' to (?:specified|return|expected argument) type 'Tensor'/,
        "A list is made a tensor by `Tensor(list)`, or `Tensor(list, shape: [2, 3])`."),
      Advice(
        says: /'\[\[\w+\]\]' to expected argument type/, place: /Tensor\(▸(\w+)\)/,
        "A list of rows becomes one list with a shape: "
          + "`Tensor($1.flatMap { $0 }, shape: [$1.count, $1[0].count])`."),
      Advice(
        says:
          /to expected element type '(?:Tensor|Float)'|'\[\[\w+\]\]' to expected argument type '\[?Float/,
        line: /\[\[/,
        "Rows that hold variables are written as one list with a shape: "
          + "`Tensor([a, b, c, d], shape: [2, 2])`."),
      Advice(
        says: /to expected element type 'Tensor'/,
        "A list that contains variables is made a tensor by `Tensor`: `Tensor([a, 1])`."),
      Advice(
        says: /type 'Tensor' to expected argument type 'Duration'/,
        line: /\* ([A-Za-z_][\w.]*)\s*$/,
        "A tensor is combined with tensors only: write `Tensor($1)`."),
      Advice(
        says: /type '(?:Float|Double)' to expected argument type 'Duration'/,
        line: /\* ([A-Za-z_][\w.]*)\s*$/,
        "Whole numbers do not mix with others: write `Float($1)`."),
      Advice(
        says: /'%' is unavailable/,
        "`%` is for whole numbers; of others it is `a.truncatingRemainder(dividingBy: 2)`."),
      Advice(
        says: /type '(?:Tensor|Float|Double)' to expected argument type 'Int'/, line: /\^ ?2/,
        "`^` works on bits; the square of a number is `a * a`, of a tensor also `a.squared()`."),
      Advice(
        says: /cannot find '(?:NaN|nan|NAN|inf|Inf)'|type '(?:Float|Double)' has no member 'inf'/,
        "They are called `Float.nan` and `Float.infinity`; whether a number is one is asked with "
          + "`a.isNaN`."),
      Advice(
        says: /operands of type 'Int' and '(?:Float|Double)'/,
        place: /(?:^|[^\w.)\]])([A-Za-z_$][\w.]*) ▸/,
        "Whole numbers do not mix with others: write `Float($1)`."),
      Advice(
        says: /operands of type '(?:Float|Double)' and 'Int'/,
        place: /▸\S+ ([A-Za-z_$][\w.]*)(?![\w.(\[])/,
        "Whole numbers do not mix with others: write `Float($1)`."),
      Advice(
        says: /operands of type '(?:Int' and '(?:Float|Double)|(?:Float|Double)' and 'Int)'/,
        "Whole numbers do not mix with others: put the whole one into `Float(…)`."),
      Advice(
        says: /operands of type '(?:Double' and 'Float|Float' and 'Double)'/,
        "A `Double` and a `Float` do not mix, and a number without a type is a `Double`: declare it "
          + "as `let rate: Float = 0.5`, or write `Float(rate)`."),
      Advice(
        says: /type '(?:Float|Double)' to expected argument type '(?:Int|Double)'/,
        place: /\b(\w+) [-+*\/]= [^▸]*▸/,
        "`$1` got its type from the number it began with; declare it as `var $1: Float = 0`."),
      Advice(
        says: /type 'Tensor' to expected argument type '(?:Int|Float|Double)'/,
        place: /\b(\w+) \+= [^▸]*▸/,
        "`$1` was declared as a number; a sum of tensors begins with `var $1 = Tensor(0)`."),
      Advice(
        says: /type 'Int' to [\w ]+ type '(?:Float|Double)'/, line: /\s\/\s/,
        "Whole numbers divide to a whole number, 1 by 2 to 0: make both `Float` first, "
          + "`Float(a) / Float(b)`."),
      Advice(
        says: /of type 'Int' to [\w ]+ type 'Float'/, place: /▸([A-Za-z_$][\w.]*)(?![\w.(\[])/,
        "Whole numbers do not mix with others: write `Float($1)`."),
    ]
  }
}
