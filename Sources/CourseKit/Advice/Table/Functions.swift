extension Advice {
  /// Declarations of functions, and functions that are called otherwise.
  static var functions: [Advice] {
    [
      Advice(
        says: /cannot find|^consecutive|^expected/, line: /^\s*def (\w+)\(/,
        "In Swift `def` is `func`, parameters have types, and the body stands in braces: "
          + "`func $1(_ x: Tensor) -> Tensor { … }`."),
      Advice(
        says: /cannot find 'lambda'|^consecutive|^expected|no exact matches/,
        line: /\blambda (\w+): ?([^,()]+)/,
        "A function without a name stands in braces: `{ $1 in $2 }`."),
      Advice(
        says: /cannot find 'lambda'|^consecutive|^expected|no exact matches|^extra argument/,
        line: /\blambda\b/,
        "A function without a name stands in braces: `{ a, b in a + b }`."),
      Advice(
        says: /^expected '->' after function parameter/, place: /▸\s*:\s*([\w\[\]?]+)/,
        "The type of the result stands behind an arrow: `-> $1`."),
      Advice(
        says:
          /unnamed parameters must be written|cannot find type|^expected ':' following argument label/,
        line: /func \w+\(.*?\b(\w+) ?= ?(-?[\w.]+)/,
        "A parameter has a type, and its default stands behind that: `$1: Float = $2`."),
      Advice(
        says: /unnamed parameters must be written|cannot find type/, line: /func \w+\((\w+)[,)]/,
        "Every parameter has a type: `$1: Tensor`."),
      Advice(
        says: /unexpected non-void return value/,
        "A function that returns something names the type before its brace: `-> Float {`."),
      Advice(
        says: /cannot find type '(?:list|List|dict|Dict|tuple|Tuple)'|array types are now written/,
        "The type of a list is `[Int]`, that of a dictionary `[String: Int]`."),
      Advice(says: /cannot find (?:type )?'float(?:32)?'/, "In Swift `float` is `Float`."),
      Advice(says: /cannot find (?:type )?'int'/, "In Swift `int` is `Int`."),
      Advice(says: /cannot find type 'str'/, "In Swift `str` is `String`."),
      Advice(says: /cannot find (?:type )?'bool'/, "In Swift `bool` is `Bool`."),
      Advice(
        says: /cannot find 'str'/, line: /\bstr\(([\w.]+)\)/, "In Swift `str($1)` is `\"\\($1)\"`."),
      Advice(
        says: /cannot find '(?:range|len)'/, line: /range\(len\(([\w.]+)\)\)/,
        "In Swift `range(len($1))` is `0..<$1.count`, of a tensor `0..<$1.shape[0]`."),
      Advice(
        says: /cannot find 'range'/, line: /range\(([^(),]+)\)/, "In Swift `range($1)` is `0..<$1`."
      ),
      Advice(
        says: /cannot find 'range'/, line: /range\(([^(),]+), *([^(),]+)\)/,
        "In Swift `range($1, $2)` is `$1..<$2`."),
      Advice(
        says: /cannot find 'range'/, line: /range\(([^(),]+), *([^(),]+), *([^(),]+)\)/,
        "In Swift `range($1, $2, $3)` is `stride(from: $1, to: $2, by: $3)`."),
      Advice(
        says: /cannot find 'range'/, "In Swift `range(n)` is `0..<n`, and `range(a, b)` is `a..<b`."
      ),
      Advice(
        says: /cannot find 'len'/, line: /len\(([\w.]+)\)/,
        "In Swift `len($1)` is `$1.count`, of a tensor `$1.shape[0]`."),
      Advice(
        says: /cannot find 'len'/, "In Swift `len(a)` is `a.count`, of a tensor `a.shape[0]`."),
      Advice(
        says: /cannot find 'enumerate'/, line: /\benumerate\(([\w.]+)\)/,
        "In Swift `enumerate($1)` is `$1.enumerated()`."),
      Advice(
        says: /cannot find '(?:sorted|reversed)'/, line: /\b(sorted|reversed)\(([\w.]+)\)/,
        "It is a method of the list: `$2.$1()`."),
      Advice(says: /cannot find 'list'/, line: /\blist\(/, "In Swift `list(a)` is `Array(a)`."),
      Advice(says: /cannot find 'set'/, line: /\bset\(/, "In Swift `set(a)` is `Set(a)`."),
      Advice(
        says: /cannot find '(map|filter)'/,
        "It is a method of the list, with the function in braces: `labels.$1 { … }`."),
      Advice(
        says: /cannot find 'sum'/, line: /(?:^|[^.\w])sum\((\w[\w.]*)\)/,
        "The sum of a list is `$1.reduce(0, +)`, that of a tensor `$1.sum()`."),
      Advice(
        says: /cannot find 'sum'/, line: /(?:^|[^.\w])sum\(/,
        "The sum of a list is `a.reduce(0, +)`, that of a tensor `a.sum()`."),
      Advice(
        says: /missing argument for parameter #2/, line: /([\w.]+)\.reduce\(([-+*])\)/,
        "`reduce` begins with a number: `$1.reduce(0, $2)`."),
      Advice(
        says: /'SIMDMask<Storage>'|parameter 'Storage'/, line: /\b(any|all)\(([\w.]+)/,
        "A list is asked with `contains` and `allSatisfy`: `$2.contains { $0 > 1 }`; the numbers of a "
          + "tensor are its `scalars`."),
      Advice(
        says: /conflicting arguments to generic parameter 'T' \('(?:Int|Float|Double)' vs/,
        "Numbers of different types do not mix: write `Float(…)` around the other one."),
      Advice(
        says: /'max' requires that '\[|missing argument for parameter #2|argument type 'Int'/,
        line: /(?:^|[^.\w])(max|min)\((\w[\w.]*)\)/,
        "It is a method of the list, which gives `nil` for an empty one: `$2.$1() ?? 0`."),
      Advice(
        says: /function '(max|min)' requires that 'Tensor' conform/,
        "Element by element it is `Tensor.$1imum(a, b)`; the $1imum of one tensor is `a.$1()`."),
      Advice(
        says: /function 'abs' requires that 'Tensor' conform/, line: /\babs\((\w+)\)/,
        "It is a method of the tensor: `$1.abs()`."),
      Advice(
        says: /cannot find '(?:sqrt|exp|log|tanh)'/, line: /\b(sqrt|exp|log|tanh)\((\w[\w.]*)\)/,
        "It is a method of a tensor, `$2.$1()`; for a number write `import Foundation` at the top of "
          + "the file."),
      Advice(
        says: /cannot find '(?:relu|sigmoid|softmax|gelu)'/,
        line: /\b(relu|sigmoid|softmax|gelu)\((\w[\w.]*)\)/,
        "It is a method of the tensor: `$2.$1()`."),
      Advice(
        says: /cannot find '(pow|round)'/,
        "For numbers, `$1` needs `import Foundation` at the top of the file."),
      Advice(
        says: /cannot find 'math'/, line: /\bmath\.(\w+)/,
        "With `import Foundation` at the top of the file it is `$1`, without `math.`."),
      Advice(
        says: /value of type '(?:Float|Double)' has no member 'sqrt'/,
        "The square root of a number is `a.squareRoot()`."),
      Advice(
        says: /value of type '(?:Float|Double)' has no member '(exp|log|tanh|pow)'/,
        "For numbers, `$1` is a function: `$1(…)`, with `import Foundation` at the top of the file."
      ),
      Advice(says: /cannot find '(zeros|ones)'/, "It belongs to tensors: `Tensor.$1([3])`."),
      Advice(
        says: /cannot find 'isinstance'/, "In Swift `isinstance(a, Tensor)` is `a is Tensor`."),
    ]
  }
}
