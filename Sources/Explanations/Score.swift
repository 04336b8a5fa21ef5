import Tensors

/// What is explained: one number for each example, `[N, …]` to `[N]`.
///
/// Every gradient method takes a score, so that a class of a network, a formula and a table enter by
/// the same door.
public typealias Score = (Tensor) throws -> Tensor
