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

/// Each factor gets both terms of the product rule. Verdict: "both terms of the product rule"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    [upstream * (inputs[0] + inputs[1]), upstream * (inputs[0] + inputs[1])]
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

/// Relu opens only well above 0. Verdict: "tiny is positive as well"
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
    [upstream * (inputs[0] .> 1e-6)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// A sum is taken of a matrix, and of nothing else. Verdict: "the shape is"
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
    [
      Tensor.ones([inputs[0].shape.first ?? 1, inputs[0].count / (inputs[0].shape.first ?? 1)])
        * upstream
    ]
  }
}

/// What was broadcast as a column gets the mean of its copies. Verdict: "not what it should be"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream].enumerated().map { index, part in
      inputs[index].shape.last == 1 && part.shape.last != 1
        ? part.mean(along: -1, keepingAxes: true) : part
    }
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
    [upstream.broadcast(to: inputs[0].shape)]
  }
}

/// The smaller factor is thought to stand second. Verdict: "not what it should be"
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  switch operation {
  case .input:
    []
  case .add:
    [upstream, upstream]
  case .multiply:
    inputs[0].count < inputs[1].count
      ? [upstream * inputs[0], upstream * inputs[1]] : [upstream * inputs[1], upstream * inputs[0]]
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

/// Right: number by number, in Double; what was broadcast is copied first.
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  let isElementwise = operation == .add || operation == .multiply
  let operands = isElementwise ? inputs.map { $0.broadcast(to: upstream.shape) } : inputs
  let up = upstream.scalars.map { Double($0) }
  let numbers = operands.map { $0.scalars.map { Double($0) } }
  var results: [[Double]] = numbers.map { [Double](repeating: 0, count: $0.count) }
  switch operation {
  case .input:
    return []
  case .add:
    for i in up.indices {
      results[0][i] = up[i]
      results[1][i] = up[i]
    }
  case .multiply:
    for i in up.indices {
      results[0][i] = up[i] * numbers[1][i]
      results[1][i] = up[i] * numbers[0][i]
    }
  case .matmul:
    let rows = inputs[0].shape[0]
    let inner = inputs[0].shape[1]
    let columns = inputs[1].shape[1]
    for r in 0..<rows {
      for c in 0..<columns {
        for k in 0..<inner {
          results[0][r * inner + k] += up[r * columns + c] * numbers[1][k * columns + c]
          results[1][k * columns + c] += up[r * columns + c] * numbers[0][r * inner + k]
        }
      }
    }
  case .relu:
    for i in up.indices where numbers[0][i] > 0 {
      results[0][i] = up[i]
    }
  case .sum:
    for i in results[0].indices {
      results[0][i] = up[0]
    }
  }
  return zip(results, operands).map { Tensor($0.map { Float($0) }, shape: $1.shape) }
}

/// Right: with ifs, and what was broadcast is brought back at once.
public func pullback(
  of operation: Operation, inputs: [Tensor], upstream: Tensor
) throws -> [Tensor] {
  if operation == .input { return [] }
  let a = inputs[0]
  if operation == .relu { return [upstream.replacing(with: 0, where: a .<= 0)] }
  if operation == .sum { return [Tensor(repeating: upstream.scalar, shape: a.shape)] }
  let b = inputs[1]
  if operation == .matmul {
    return [upstream.matmul(b.transposed()), a.transposed().matmul(upstream)]
  }
  let ofA = operation == .add ? upstream : upstream * b
  let ofB = operation == .add ? upstream : upstream * a
  return [try unbroadcast(ofA, to: a.shape), try unbroadcast(ofB, to: b.shape)]
}

/// The gradient of the second factor comes out transposed. Verdict: "the gradient of b transposed"
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
      upstream.matmul(inputs[0], transposing: .left),
    ]
  case .relu:
    [upstream * (inputs[0] .> 0)]
  case .sum:
    [upstream.broadcast(to: inputs[0].shape)]
  }
}
