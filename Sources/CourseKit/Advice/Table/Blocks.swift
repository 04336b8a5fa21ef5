extension Advice {
  /// Statements, and blocks in braces instead of behind a colon.
  static var blocks: [Advice] {
    [
      Advice(
        says: /^expected|^consecutive|cannot find 'elif'|^closure expression/, line: /\belif\b/,
        "In Swift `elif` is `else if`, behind the brace that ends the block before: `} else if n > 1 {`."
      ),
      Advice(
        says: /^expected|^consecutive/, line: /\belse\s*:/,
        "A block stands in braces, not behind a colon: `} else {`."),
      Advice(
        says: /^expected|^consecutive|cannot find/, line: /^\s*(?:try|except\b.*|finally)\s*:/,
        "`try:` and `except:` are `do { … } catch { … }`, with `try` before what can throw."),
      Advice(
        says: /^expected|^consecutive|cannot find/, line: /^\s*with\b.*no_grad/,
        "There is no `no_grad`: nothing is recorded unless it is computed from `x.tracked()`."),
      Advice(
        says: /^expected 'in'|Sequence expression|^expected '{'/,
        line: /^\s*for (\w+(?:, ?\w+)+) in\b/,
        "Several names stand in parentheses: `for ($1) in … { … }`."),
      Advice(
        says: /^expected (?:'{'|expression(?:\n|$))|^consecutive/,
        place: /((?:else )?\b(?:if|for|while|switch)\b[^{}]*?)\s*▸\s*:/,
        "A block stands in braces, not behind a colon: `$1 { … }`."),
      Advice(
        says: /^expected '{' or 'if' after 'else'/,
        "A block stands in braces, even if it is a single line: `else { … }`."),
      Advice(
        says: /^expected '{'/,
        place: /((?:else )?(?:if|for|while) [^{}]*?)\s*▸\s*(?:$|return\b|break\b|continue\b)/,
        "A block stands in braces, even if it is a single line: `$1 { … }`."),
      Advice(
        says: /'=' in a boolean context|cannot assign to value/,
        line: /\b(?:if|while) [^=]*[^=!<>]=[^=]/,
        "`==` compares; `=` gives a name its value."),
      Advice(
        says: /'\[.*\]' to expected condition type 'Bool'/, line: /\b(?:if|while) (\w+) \{/,
        "A condition is true or false, and a list is neither: `!$1.isEmpty`."),
      Advice(
        says: /cannot find 'match'|^consecutive|closure expression is unused/,
        line: /^\s*match \w+/,
        "In Swift `match` is `switch`, and its cases have a dot: `case .sum: …`."),
      Advice(
        says: /^extraneous '\.' in enum 'case'|'case' label can only appear inside/,
        "A `case` stands between the braces of a `switch`: `switch n { case 1: … }`."),
      Advice(
        says: /cannot find '(?:raise|\w+Error|Exception)'|^consecutive/, line: /\braise\b/,
        "In Swift `raise` is `throw`, and what is thrown has a type that is an `Error`."),
      Advice(
        says: /function is unused|^consecutive/, line: /\bassert [^(]/,
        "`assert` is a function: `assert(n > 1)`."),
      Advice(says: /cannot find 'pass'/, "There is no `pass`; an empty block is `{}`."),
      Advice(
        says: /^C-style for/, "To count, loop over a range: `for i in 0..<n { … }`."),
      Advice(
        says: /type annotation missing in pattern|^expected pattern/,
        line: /\b(let|var)(?: \w+,)+ \w+ =/,
        "Several names stand in parentheses, as their values do: `$1 (a, b) = (1, 2)`."),
      Advice(
        says: /type annotation missing in pattern/, line: /^\s*var (\w+)\s*$/,
        "A variable without a value says what it will hold: `var $1: Tensor?` may hold nothing yet."
      ),
      Advice(
        says: /^consecutive|^expected expression|cannot find/, line: /^\s*\w+(?:, ?\w+)+ =\s/,
        "New names are declared, and several stand in parentheses: `let (a, b) = (1, 2)`."),
      Advice(
        says: /type '\[.*\]' to specified type '\(/, line: /\(\w+, \w+\) = ([\w.]+)/,
        "A list is taken apart by its places: `let (a, b) = ($1[0], $1[1])`."),
      Advice(
        says: /^consecutive|^expected expression|cannot find/, line: /^\s*(\w+): ?[\w\[\]]+ =\s/,
        "A new name is declared: `let $1 = …`, or `var $1 = …` if its value will change."),
      Advice(
        says: /cannot find '(\w+)' in scope(?!;)/, place: /^\s*▸\w+ =\s/,
        "A new name is declared: `let $1 = …`, or `var $1 = …` if its value will change."),
      Advice(
        says: /^consecutive|^expected expression/, line: /^\s*return [^({\[,]+, ?\w/,
        "Several results stand in parentheses, and the type names them all: `return (a, b)`."),
      Advice(
        says: /missing return in/, line: /^\s*\}/,
        "The function can end here without a result: write `return` before it, in every branch."),
      Advice(
        says: /missing return in/,
        "The result needs `return` before it, unless it is the only expression of the body."),
      Advice(
        says: /call can throw/, place: /\w *\{[^}]*▸/,
        "What can throw needs a `try`, and so does what it is handed to: "
          + "`try values.map { try game($0) }`."),
      Advice(
        says: /call can throw/, place: /^\s*([^"]*?(?:=|\breturn) )([^={▸"]*)▸([^"{]*)$/,
        "What can throw is called with `try`: `$1try $2$3`."),
      Advice(
        says: /call can throw/, "What can throw is called with `try`, in front of the expression."),
      Advice(
        says: /unable to type-check this expression/,
        "The compiler gave up on this expression: give parts of it names, on lines of their own and "
          + "with a type, `let part: Float = …`; often numbers of different types meet in it, and a "
          + "`Float` beside a tensor is `Tensor(n)`."),
    ]
  }
}
