import Tensors

/// Two experts have all of the softmax between them. Verdict: "no router is sure"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  [[3, 1]]
}

/// Four equal experts leave exactly a half. Verdict: "four equal experts leave exactly a half"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  Tensor.zeros([1, 4])
}

/// One expert is far ahead, and has it all. Verdict: "no router is sure"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  [[9, 0, 0, 0, 0, 0, 0, 0]]
}

/// The second example spoils it. Verdict: "no router is sure"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  [[0, 0, 0, 0, 0, 0], [9, 8, 0, 0, 0, 0]]
}

/// Three experts share it. Verdict: "add up to less than a half"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  [[0, 0, 0]]
}

/// A list is no table of examples. Verdict: "they are [examples, experts]"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  Tensor.zeros([6])
}

/// Logits that are no numbers. Verdict: "all logits are numbers"
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  Tensor(repeating: .infinity, shape: [1, 6])
}

/// Right: eight experts, and a slope.
public func logitsThatExposeMissingRenormalisation() throws -> Tensor {
  [[0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1, 0], [0, 0, 0, 0, 0, 0, 0, 0]]
}
