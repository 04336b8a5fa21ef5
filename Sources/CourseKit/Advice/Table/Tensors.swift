extension Advice {
  /// Masks, gradients and other things of tensors that have no name of PyTorch's.
  static var tensors: [Advice] {
    let comparison =
      /operator function '(?:[<>]=?)' on '\w+' requires that 'Tensor' conform|type 'Tensor' to expected cond/
    return [
      Advice(
        says: comparison, line: /\b(?:if|while|guard)\b/,
        "Numbers are compared, and the number in a tensor of one element is its `scalar`: "
          + "`if x.sum().scalar > 0 { … }`."),
      Advice(
        says: /type 'Bool' to expected argument type '(?:Tensor|Int)'|two 'Bool' operands/,
        line: /[\w)\]] ([=!]=) [-\w(]/,
        "Between tensors `$1` tells whether all of them is equal; `.$1` compares element by element, "
          + "and gives zeros and ones."),
      Advice(
        says: /type 'Tensor' to specified type '\(_, _\)'/, line: /\.(max|min)\(/,
        "`$1(along:)` gives the values themselves, and `arg$1(along:)` their places."),
      Advice(
        says: /'Tensor' has no member 'squareRoot'/,
        "A number has `squareRoot()`, and a tensor `sqrt()`."),
      Advice(
        says: /'Tensor' has no member '(?:isNaN|isNan|isnan)'/,
        "The numbers of a tensor are asked one by one: `x.scalars.contains { $0.isNaN }`."),
      Advice(
        says: /type '\[Tensor\]' to (?:return|specified) type 'Tensor'/,
        "A list of tensors is made one tensor by `Tensor.stacked(list)`, with a new axis in front."),
      Advice(
        says: /operator function '(?:[<>]=?)' on '\w+' requires|type '(?:Bool|Tensor)' to expected/,
        line: /[\w)\]] ([<>]=?) [-\w(]/,
        "Between tensors it is `.$1`, which gives zeros and ones; the number in a tensor of one "
          + "element is its `scalar`."),
      Advice(
        says: /type 'Bool' has no member/, line: /([=!]=)/,
        "Compared element by element it is `x .$1 y`; `$1` tells whether all of it is equal."),
      Advice(
        says: /operator function '&' .* 'Tensor'/,
        "Of masks, which are zeros and ones, “and” is `*`: `(x .> 0) * (x .< 1)`."),
      Advice(
        says: /operator function '\|' .* 'Tensor'/,
        "Of masks, which are zeros and ones, “or” is `Tensor.maximum(x .< 0, x .> 1)`."),
      Advice(
        says: /operator function '~' .* 'Tensor'/,
        "Of a mask, which is zeros and ones, “not” is `mask .== 0`."),
      Advice(
        says:
          /cannot find 'grad'|has no member '(?:backward|grad|requires_grad_?|zero_grad|retain_grad)'/,
        "A tensor holds no gradient, you ask for it: compute a result from `let x = x.tracked()`, "
          + "then call `gradient(of: result, withRespectTo: x)`."),
      Advice(
        says: /'Tensor' has no member '(?:clone|copy)'/,
        "A tensor never changes, so nobody needs a copy of it: leave that out."),
      Advice(
        says: /'Tensor' has no member '(?:float|to|cpu|cuda|contiguous)'/,
        "Tensors hold `Float` numbers, in one kind of memory: leave that out."),
      Advice(
        says: /'Tensor' has no member '(?:exp|log|sqrt|abs|relu|sigmoid|tanh)_'/,
        line: /\.(\w+)_\(/,
        "A tensor never changes; `$1()` gives a new one."),
      Advice(
        says: /'Tensor' has no member '(?:contains|allSatisfy|filter|reduce|sorted)'/,
        line: /([\w.]*\w)\.(contains|allSatisfy|filter|reduce|sorted)\b/,
        "The numbers of a tensor, as a list, are its `scalars`: `$1.scalars.$2`."),
      Advice(
        says: /'Tensor' has no member '(?:values|indices)'/,
        "`max(along:)` gives the values themselves, and `argmax(along:)` their places."),
    ]
  }
}
