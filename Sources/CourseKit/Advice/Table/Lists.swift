extension Advice {
  /// Lists, dictionaries and loops over them.
  static var lists: [Advice] {
    [
      Advice(
        says: /value of type '(?:\[Int\]|Int)' has no (?:member|subscripts)/,
        line: /\.(arg(?:max|min))\(/,
        "`$1` gives whole numbers, an `Int` or a list `[Int]`, and no tensor."),
      Advice(
        says: /operands of type '\[Int\]' and 'Int'/, line: /[=!]= \w/,
        "A list is compared with a list, and its elements one by one: `labels.map { $0 == 2 }`."),
      Advice(
        says: /tuple pattern cannot match values of non-tuple type/,
        line: /\bfor \((\w+), ?(\w+)\) in ([\w.]+)/,
        "Places and elements come from `enumerated`: `for ($1, $2) in $3.enumerated() { … }`."),
      Advice(
        says: /^expected member name or initializer call after type name/,
        "An empty list is `[Float]()`, or says what it will hold: `var list: [Float] = []`."),
      Advice(
        says: /cannot assign value of type 'Float' to subscript of type 'Double'/,
        line: /(\w+)\[/,
        "`$1` got its type from the numbers it began with; declare it as `var $1: [Float] = …`."),
      Advice(
        says: /value of optional type|type '\w+\?' to expected argument type/,
        line: /(\w+)\[[^\]]*\] [-+*]= \S/,
        "What is not there yet needs a number to begin with: `$1[\"a\", default: 0] += 1`."),
      Advice(
        says: /^expected|^consecutive/,
        line: /\[\s*([^\[]+?) for (\w+) in range\(([^(),]+)\)\s*\]/,
        "A list is made with `map`: `(0..<$3).map { $2 in $1 }`."),
      Advice(
        says: /^expected|^consecutive/, line: /\[\s*([^\[]+?) for (\w+) in ([\w.]+)\s*\]/,
        "A list is made with `map`: `$3.map { $2 in $1 }`."),
      Advice(
        says: /^expected|^consecutive/,
        line: /\[\s*([^\[]+?) for (\w+) in ([\w.]+) if ([^\]]+?)\s*\]/,
        "A list is made with `filter` and `map`: `$3.filter { $2 in $4 }.map { $2 in $1 }`."),
      Advice(
        says: /^expected|^consecutive/, line: /[\[({]\s*\S.*\s+for .+ in .*[\])}]/,
        "A list is made with `map`, of some elements with `filter` before it: "
          + "`labels.filter { $0 > 1 }.map { $0 * 2 }`."),
      Advice(
        says: /^expected expression|^consecutive/, line: /=\s*\{\s*"\s*"\s*:/,
        "A dictionary stands in brackets: `[\"a\": 1]`."),
      Advice(
        says: /cannot convert value of type '\(\) -> \(\)'/, line: /\{\s*\}/,
        "An empty dictionary is `[:]`."),
      Advice(
        says: /has no member 'get'/,
        "What is not there is replaced with `??`: `ages[\"Ada\"] ?? 0`."),
      Advice(
        says: /for-in loop requires 'Int'/, place: /\bin ([\w.]*)▸([\w.]+)/,
        "To count, loop over a range: `for i in 0..<$1$2 { … }`."),
      Advice(
        says: /for-in loop requires 'Tensor'/, place: /▸([\w.]+)/,
        "A loop goes over a list: `$1.scalars` are its numbers, `0..<$1.shape[0]` its rows' places."
      ),
      Advice(
        says:
          /on 'Range' requires|'Sequence' requires|'\.\.<' on|type '\[Int\]' to [\w ]+ type 'Int'/,
        line: /\bin .*\.\.[.<]/,
        "A range goes from one whole number to another: `0..<n`, of a tensor’s rows `0..<x.shape[0]`."
      ),
      Advice(
        says: /cannot find operator '\.\.'/, line: /\[\.\.\s*(\w[\w.]*)/,
        "`..<$1` leaves out `$1`, as Python does; `...$1` contains it."),
      Advice(
        says: /cannot find operator '\.\.'/, line: /([\w.]*\w)\s*\.\.\s*(\w[\w.]*)(?![\w.(])/,
        "`$1..<$2` leaves out `$2`, as Python does; `$1...$2` contains it."),
      Advice(
        says: /empty collection literal requires an explicit type/, line: /(?:let|var) (\w+)/,
        "An empty list says what it will hold: `var $1: [Float] = []`."),
      Advice(
        says:
          /value of type '\[Tensor\]' has no member '(?:relu|exp|log|abs|shape|scalars?|softmax)'/,
        line: /\b(\w+)\.(relu\(\)|exp\(\)|log\(\)|abs\(\)|shape|scalars?|softmax\()/,
        "It is a list of tensors; of each of them it is `$1.map { $0.$2 }`."),
      Advice(
        says: /value of type '\[Tensor\]' has no member '(?:sum|mean|max|min)'/,
        line: /\b(\w+)\.(sum|mean|max|min)\b/,
        "A list of tensors is first made one tensor: `Tensor.stacked($1).$2(along: 0)`."),
      Advice(
        says: /value of type '\[(?:Int|Float|Double)\]' has no member 'sum'/,
        line: /([\w.]+)\.sum\(/, "The sum of a list is `$1.reduce(0, +)`."),
      Advice(
        says:
          /value of type '\[(?:Int|Float|Double)\]' has no member '(?:mean|arg\w+|exp|log|abs|sqrt)'/,
        line: /([\w.]+)\.(mean|argmax|argmin|exp|log|abs|sqrt)\b/,
        "A list has no `$2`, but a tensor of its numbers has: `Tensor($1).$2()`."),
      Advice(
        says: /value of type '\[.*\]' has no member '(?:length|size)'/,
        "The length of a list is `count`."),
      Advice(
        says: /value of type '\[.*\]' has no member '(?:copy|clone)'/,
        "A list is copied by `=`: after `var b = a` a change of `b` does not touch `a`."),
      Advice(
        says: /value of type '\[.*\]' has no member '(?:extend|pop)'/,
        "In Swift `a.extend(b)` is `a += b`, and `a.pop()` is `a.removeLast()`."),
      Advice(
        says: /'\[\w+\]' and 'Int'|type 'Tensor' to specified type '\[Float\]'/,
        line: /\[[\d.]+\]\s*\*\s*([\w.]+)/,
        "A list of equal numbers is `[Float](repeating: 0, count: $1)`."),
      Advice(
        says:
          /type '\[(?:Int|Float|Double)\]' (?:and '|to expected argument type '(?:Int|Float|D))/,
        line: /[\w)\]] ?[-+*\/] ?[\w(]/,
        "Lists do not compute: write `labels.map { $0 * 2 }`, or make the list a tensor, "
          + "`2 * Tensor(labels)`."),
      Advice(
        says: /value of optional type .* must be unwrapped/,
        "It may be `nil`, so write behind `??` what to take then: `(labels.max() ?? 0) + 1`."),
      Advice(
        says: /type 'ArraySlice<\w+>' to .*type '\[\w+\]'/, line: /(\w[\w.]*\[[^\]]*\.\.[^\]]*\])/,
        "A part of a list is made a list of its own: `Array($1)`."),
    ]
  }
}
