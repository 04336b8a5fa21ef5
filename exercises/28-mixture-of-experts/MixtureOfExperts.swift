import Explanations
import Tensors

/// TODO: say what it returns, and give its formula.
///
///     y = 2x
///
/// - Parameter x: TODO: what it is, and its shape.
/// - Returns: TODO: what it is, and its shape.
/// - Throws: TODO: when it refuses.
public func mixtureOfExperts(of x: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// TODO: say which rule, right to the ear and wrong, it exposes.
///
/// - Returns: An input at which `hastyMixtureOfExperts` is wrong.
/// - Throws: Nothing; only an untouched exercise does.
public func inputThatExposesHaste() throws -> Tensor {
  throw Unfinished()
}
