/// Returns the derivative of a single number with respect to each element of a tracked tensor.
///
///     let x: Tensor = [1, 2, 3]
///     let tracked = x.tracked()
///     gradient(of: (tracked * tracked).sum(), withRespectTo: tracked)   // [2, 4, 6]
///
/// It is zero where the result does not depend on the tensor. Stops if the result is not a single
/// number, or if the tensor is not tracked.
///
/// - Parameters:
///   - result: What to differentiate: a tensor of one element.
///   - x: A tracked tensor, an input or any value on the way.
/// - Returns: The gradient, in the shape of x.
public func gradient(of result: Tensor, withRespectTo x: Tensor) -> Tensor {
  gradients(of: result, withRespectTo: [x])[0]
}

/// A list in square brackets would be taken for a new tensor, on which nothing depends.
@available(*, unavailable, message: "for several tensors call gradients(of:withRespectTo:)")
public func gradient(of result: Tensor, withRespectTo inputs: [Tensor]) -> [Tensor] {
  gradients(of: result, withRespectTo: inputs)
}

/// Returns the derivatives of a single number with respect to several tracked tensors.
///
/// Only the steps that lie between the result and these tensors are walked.
///
/// - Parameters:
///   - result: What to differentiate: a tensor of one element.
///   - inputs: Tracked tensors.
/// - Returns: A gradient for each input, in its shape.
public func gradients(of result: Tensor, withRespectTo inputs: [Tensor]) -> [Tensor] {
  precondition(
    result.count == 1,
    """
    gradient: only a single number can be differentiated, not a tensor of shape \(result.shape); \
    reduce it first, with .sum() say
    """)
  return pullBack(Tensor(repeating: 1, result.layout), through: result, to: inputs)
}

/// Returns a function's value, and the function that turns a gradient at the value into one at x.
///
/// - Parameters:
///   - function: Any computation on tensors.
///   - x: Where to evaluate it; its own history is not followed.
/// - Returns: The value, without history, and the pullback; the argument of the pullback has the
///   value's shape, its result the shape of x.
public func valueWithPullback(
  of function: (Tensor) throws -> Tensor, at x: Tensor
) rethrows -> (value: Tensor, pullback: @Sendable (_ upstream: Tensor) -> Tensor) {
  let (value, pullback) = try valueWithPullback(of: { try function($0[0]) }, atAll: [x])
  return (value, { pullback($0)[0] })
}

/// Returns a function's value, and the function that turns a gradient at the value into one at
/// each input.
///
/// - Parameters:
///   - function: Any computation on tensors.
///   - inputs: Where to evaluate it; their own history is not followed.
/// - Returns: The value, without history, and the pullback, which gives one gradient an input.
public func valueWithPullback(
  of function: ([Tensor]) throws -> Tensor, atAll inputs: [Tensor]
) rethrows -> (value: Tensor, pullback: @Sendable (_ upstream: Tensor) -> [Tensor]) {
  let tracked = inputs.map { $0.detached().tracked() }
  let value = try function(tracked)
  return (
    value.detached(),
    { upstream in
      precondition(
        upstream.layout == value.layout,
        "pullback: the gradient has shape \(upstream.shape), the value \(value.shape)")
      return pullBack(upstream.detached(), through: value, to: tracked)
    }
  )
}

/// Carries a gradient from a result back to the tensors asked for.
private func pullBack(
  _ upstream: Tensor, through result: Tensor, to inputs: [Tensor]
) -> [Tensor] {
  let targets = inputs.map { input in
    guard let origin = input.origin else {
      preconditionFailure(
        """
        gradient: the tensor of shape \(input.shape) to differentiate by is not tracked; \
        compute the result from x.tracked()
        """)
    }
    return origin
  }
  guard let origin = result.origin else { return inputs.map { .zeros($0.shape) } }
  return withExtendedLifetime(result) {
    let history = History(of: origin, to: targets)
    var sums = GradientSums(history)
    let last = unsafe history.origins.count - 1
    guard last >= 0 else { return inputs.map { .zeros($0.shape) } }
    sums[last] = upstream
    var isTarget = [Bool](repeating: false, count: last + 1)
    for slot in history.targetSlots where slot >= 0 { isTarget[Int(slot)] = true }

    for slot in (0...last).reversed() {
      unsafe history.origins[slot]._withUnsafeGuaranteedRef { origin in
        sums.visit(origin)
        // What nobody asked for is released as soon as it has been passed on.
        if let upstream = isTarget[slot] ? sums[slot] : sums.take(slot) {
          origin.pullBack(upstream, to: &sums)
        }
      }
    }
    return zip(inputs, history.targetSlots).map { input, slot in
      (slot >= 0 ? sums[Int(slot)] : nil) ?? .zeros(input.shape)
    }
  }
}
