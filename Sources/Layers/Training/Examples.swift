import Tensors

/// Inputs and the class of each.
public struct Examples: Sendable, Equatable {
  /// The inputs, `[N, …]`.
  public let inputs: Tensor

  /// A class for each input.
  public let labels: [Int]

  /// Creates examples; stops if there are not as many labels as inputs.
  public init(inputs: Tensor, labels: [Int]) {
    precondition(
      inputs.rank > 0 && inputs.shape[0] == labels.count,
      "examples: \(labels.count) labels do not fit inputs of shape \(inputs.shape)")
    self.inputs = inputs
    self.labels = labels
  }

  /// How many there are.
  public var count: Int { labels.count }

  /// Some of the examples, in the order of their indices.
  public subscript(indices: some Collection<Int>) -> Examples {
    Examples(
      inputs: inputs.selecting(indices, along: 0), labels: indices.map { labels[$0] })
  }
}

extension Network {
  /// Returns the class with the largest logit for each input, the first of equal ones.
  ///
  /// - Parameters:
  ///   - inputs: The inputs, `[N, …]`.
  ///   - batchSize: How many are computed at once.
  /// - Returns: A class for each.
  public func predictions(for inputs: Tensor, batchSize: Int = 256) -> [Int] {
    precondition(batchSize > 0, "predictions: a batch has at least one example, not \(batchSize)")
    return stride(from: 0, to: inputs.shape[0], by: batchSize).flatMap { start in
      let batch = inputs[start..<min(start + batchSize, inputs.shape[0])]
      return self(batch).argmax(along: 1)
    }
  }

  /// Returns the part of examples whose class has the largest logit, from 0 to 1.
  public func accuracy(on examples: Examples) -> Float {
    precondition(examples.count > 0, "accuracy: there are no examples")
    let hits = zip(predictions(for: examples.inputs), examples.labels).filter { $0 == $1 }
    return Float(hits.count) / Float(examples.count)
  }
}
