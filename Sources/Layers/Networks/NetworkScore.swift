import Tensors

extension Network {
  /// Returns the score of a class: its logit, before any softmax, `[N, …]` to `[N]`.
  ///
  /// Stops if the network does not give a row of logits, or there is no such class.
  public func score(of target: Int) -> (Tensor) throws -> Tensor {
    let output = output
    precondition(
      output.count == 1, "score: the network gives \(output) for an example, not a row of logits")
    precondition(
      target >= 0 && target < output[0], "score: there is no class \(target) among \(output[0])")
    return { x in self(x)[.all, target] }
  }
}
