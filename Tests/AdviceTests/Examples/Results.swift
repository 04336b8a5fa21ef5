extension Example {
  /// Results that are not returned, which the compiler tells where all else is right.
  static let results = [
    Example(
      """
      let sum = x.sum()
      sum + 1
      """,
      says: "The result needs `return` before it, unless it is the only expression of the body.",
      right: """
        let sum = x.sum()
        return sum + 1
        """,
      isWholeBody: true),
    Example(
      """
      if n > 1 {
        return x
      }
      """,
      says: "The function can end here without a result: write `return` before it, in every "
        + "branch.",
      right: """
        if n > 1 {
          return x
        }
        return y
        """,
      isWholeBody: true),
    Example(
      """
      let sums: [Tensor] = values.map { value in
        let sum = value.sum()
        sum * sum
      }
      return sums[0]
      """,
      says: "The result needs `return` before it, unless it is the only expression of the body.",
      right: """
        let sums: [Tensor] = values.map { value in
          let sum = value.sum()
          return sum * sum
        }
        return sums[0]
        """,
      isWholeBody: true),
  ]
}
