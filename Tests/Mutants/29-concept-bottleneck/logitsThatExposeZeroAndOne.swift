/// All logits are equally large. Verdict: "an answer turns when all concepts are corrected to 0 and 1"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[2, 2, -2]]
}

/// Everything is there. Verdict: "an answer turns"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[3, 1, 2]]
}

/// Nothing is there. Verdict: "an answer turns"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[-3, -1, -2]]
}

/// The sum is above 0 before and after. Verdict: "an answer turns"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[3, -1, -1]]
}

/// They are all 0. Verdict: "none is 0"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  Tensor.zeros([2, 3])
}

/// A logit is 0. Verdict: "none is 0"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[-3, 1, 0]]
}

/// A logit is infinite. Verdict: "all logits are finite"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  Tensor([-.infinity, 1, 1], shape: [1, 3])
}

/// It is a list. Verdict: "they are [rows, concepts]"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [-3, 1, 1]
}

/// There is no row. Verdict: "they are [rows, concepts]"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  Tensor.zeros([0, 3])
}

/// The percentiles turn an answer as well. Verdict: "no answer turns when all concepts are corrected to the percentiles"
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[-3, 1, 1], [-1, 9, 9], [-1, 9, 9], [-1, 9, 9]]
}

/// Right: many against and few for, in several rows.
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[-3, 1, 1], [-3, 1, 1], [3, 1, 1]]
}

/// Right: two concepts.
public func logitsThatExposeZeroAndOne() throws -> Tensor {
  [[-5, 2]]
}
