extension Advice {
  /// Words and signs of Python that Swift writes otherwise.
  static var words: [Advice] {
    [
      Advice(
        says: /macro|^consecutive|cannot find/, line: /(?:^|\s)#(?!(?:file|line|function)\b)/,
        "A comment begins with `//`, not with `#`."),
      Advice(
        says: /multi-line string literal/, line: /"""/,
        "What a function does stands above it, in lines that begin with `///`."),
      Advice(
        says: /cannot find '(?:True|False)'/, "In Swift `True` and `False` are `true` and `false`."),
      Advice(
        says: /cannot find (?:type )?'(?:not|None)'|^expected/, line: /\bis not None\b/,
        "In Swift `is not None` is `!= nil`."),
      Advice(
        says: /cannot find type 'None'/, line: /\bis None\b/, "In Swift `is None` is `== nil`."),
      Advice(
        says: /cannot find 'None'|'nil' is not compatible with .*AxisIndex|^expected/,
        line: /\w\[.*\b(?:None|nil)\b.*\]/,
        "A new axis of size 1 is made by `x.insertingAxis(at: 1)`."),
      Advice(
        says: /cannot find (?:type )?'None'/,
        "In Swift `None` is `nil`, which only a type with `?` can hold, such as `Tensor?`."),
      Advice(
        says: /^expected '{'|used as a boolean|condition type 'Bool'/,
        line: /\b(?:if|while)\b.*?([\w.]+) not in ([\w.]+)/,
        "In Swift `$1 not in $2` is `!$2.contains($1)`."),
      Advice(
        says: /^expected '{'|used as a boolean|condition type 'Bool'/,
        line: /\b(?:if|while)\b.*?([\w.]+) in ([\w.]+)/,
        "In Swift `$1 in $2` is `$2.contains($1)`."),
      Advice(
        says: /^expected '{'|condition type 'Bool'/, line: /\b(?:if|while)\b.*" in (\w+)/,
        "A list or a text is asked `$1.contains(\"a\")`, a dictionary `$1[\"a\"] != nil`."),
      Advice(
        says: /^expected type after 'is'/,
        "`is` asks for a type; values are compared with `==`."),
      Advice(
        says: /^expected|^consecutive|cannot find 'not'/, place: /▸not\b|\bnot ?▸/,
        "In Swift `not` is `!`, with a comparison in parentheses: `!(n > 1)`."),
      Advice(
        says: /^expected|^consecutive|cannot find 'and'/, place: /▸ ?and\b|\band ?▸/,
        "In Swift `and` is `&&`."),
      Advice(
        says: /^expected|^consecutive|cannot find 'or'/, place: /▸ ?or\b|\bor ?▸/,
        "In Swift `or` is `||`."),
      Advice(
        says: /^expected|^consecutive|^unexpected 'else'/,
        line: /^(?!\s*(?:\}?\s*else\s+)?if\b).*\S\s+if\b.+\belse\b/,
        "In Swift `a if condition else b` is `condition ? a : b`."),
      Advice(
        says: /cannot find 'f'|^expected ','|^consecutive|^single-quoted/, line: /\bf["']/,
        "There is no `f` before a text, and a value in it stands in `\\( )`: `\"n is \\(n)\"`."),
      Advice(
        says: /^single-quoted string/, "A text stands in double quotes: `\"text\"`."),
      Advice(
        says: /type 'String'|no member 'format'/, line: /"\s*%|"\.format\(/,
        "A value in a text stands in `\\( )`: `\"n is \\(n)\"`."),
      Advice(
        says: /'\+' cannot be applied to operands of type (?:'String' and|'\w+' and 'String')/,
        "A value in a text stands in `\\( )`: `\"n is \\(n)\"`."),
      Advice(
        says: /cannot find operator '\*\*'/, line: /([\w.]+|\))\s*\*\*\s*2(?![\d.])/,
        "The square `a ** 2` is `a * a`, of a tensor also `a.squared()`."),
      Advice(
        says: /cannot find operator '\*\*'/,
        "There is no `**`: of a tensor it is `x.power(3)`; for a number write `import Foundation` at "
          + "the top of the file, and `pow(a, 3)`."),
      Advice(
        says: /^consecutive|whitespace between '@'|^expected|attribute/,
        line: /[\w)\]]\s*@\s*[\w(]/,
        "The product of matrices `a @ b` is `a.matmul(b)`."),
      Advice(
        says: /no such module|valid at file scope|^consecutive|cannot find/,
        line: /^\s*(?:import|from) (torch|numpy)\b/,
        "There is no `$1` here; tensors come with `import Tensors` at the top of the file."),
      Advice(
        says: /no such module|valid at file scope|^consecutive|cannot find/,
        line: /^\s*(?:import|from) math\b/,
        "Functions of numbers come with `import Foundation` at the top of the file."),
      Advice(
        says: /cannot find 'self'/,
        "A function has no `self` here; it uses its parameters by their names."),
    ]
  }
}
