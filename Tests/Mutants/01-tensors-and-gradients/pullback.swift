/// Each factor gets the gradient times itself. Verdict: "the gradients of the two factors exchanged"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[0], upstream * inputs[1]]
  case .matmul:
    [
      upstream.matmul(inputs[1], transposing: .right),
      inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .> 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// Relu has the slope 1 at 0. Verdict: "relu with slope 1 at 0"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[1], upstream * inputs[0]]
  case .matmul:
    [
      upstream.matmul(inputs[1], transposing: .right),
      inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .>= 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// The gradient of a sum is divided among its elements. Verdict: "the rule of the mean"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[1], upstream * inputs[0]]
  case .matmul:
    [
      upstream.matmul(inputs[1], transposing: .right),
      inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .> 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape) / Tensor(inputs[0].count)]
  }
}

/// A matrix is transposed only where its shape would not fit otherwise. Verdict: "neither factor is transposed"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[1], upstream * inputs[0]]
  case .matmul:
    [
      upstream.shape[1] == inputs[1].shape[0]
        ? upstream.matmul(inputs[1]) : upstream.matmul(inputs[1], transposing: .right),
      inputs[0].shape[1] == upstream.shape[0]
        ? inputs[0].matmul(upstream) : inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .> 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// Relu is applied to the gradient, as a deconvnet does. Verdict: "relu of the upstream gradient"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * inputs[1], upstream * inputs[0]]
  case .matmul:
    [
      upstream.matmul(inputs[1], transposing: .right),
      inputs[0].matmul(upstream, transposing: .left),
    ]
  case .relu:
    [upstream.relu()]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}
