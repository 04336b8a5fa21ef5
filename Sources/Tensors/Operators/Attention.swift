extension Tensor {
  /// Returns for each query the mean of all values, weighted by how well their keys fit it.
  ///
  ///     A = softmax(Q Kᵀ / √d)          Y = A V
  ///
  /// Made of products and softmax, whose gradients it inherits. Vaswani et al. 2017, equation 1:
  /// arxiv.org/abs/1706.03762
  ///
  /// - Parameters:
  ///   - queries: `[…, length, d]`.
  ///   - keys: `[…, sources, d]`.
  ///   - values: `[…, sources, width]`.
  ///   - causal: Whether a query may only look at its own place and those before.
  /// - Returns: The outcome, `[…, length, width]`, and the weights A, `[…, length, sources]`.
  public static func attention(
    queries: Tensor, keys: Tensor, values: Tensor, causal: Bool = false
  ) -> (output: Tensor, weights: Tensor) {
    precondition(
      queries.rank >= 2 && keys.rank >= 2 && values.rank >= 2
        && queries.layout[queries.rank - 1] == keys.layout[keys.rank - 1]
        && keys.layout[keys.rank - 2] == values.layout[values.rank - 2],
      """
      attention: queries \(queries.shape), keys \(keys.shape) and values \(values.shape) do not \
      fit; they are […, length, d], […, sources, d] and […, sources, width]
      """)
    let width = queries.layout[queries.rank - 1]
    var scores = queries.matmul(keys, transposing: .right) / Tensor(Float(width).squareRoot())
    if causal {
      let (length, sources) = (scores.layout[scores.rank - 2], scores.layout[scores.rank - 1])
      let query = counting(0..<length).insertingAxis(at: 1)
      let future = counting(0..<sources) .> query
      scores = scores.replacing(with: Tensor(-Float.infinity), where: future)
    }
    let weights = scores.softmax(along: -1)
    return (weights.matmul(values), weights)
  }
}
