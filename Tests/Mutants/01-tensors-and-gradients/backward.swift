/// The gradient of a bias keeps the shape of its copies. Verdict: "a gradient for every copy of it"
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = values.map { Tensor.zeros($0.shape) }
  gradients[root] = .ones(values[root].shape)
  for place in try backwardOrder(of: tape, from: root) {
    let step = tape[place]
    let parts = try pullback(
      of: step.operation, inputs: step.inputs.map { values[$0] }, upstream: gradients[place])
    for (input, part) in zip(step.inputs, parts) {
      gradients[input] += part
    }
  }
  return gradients
}

/// A gradient is overwritten where it should be added to. Verdict: "a sweep that overwrites"
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = values.map { Tensor.zeros($0.shape) }
  gradients[root] = .ones(values[root].shape)
  for place in try backwardOrder(of: tape, from: root) {
    let step = tape[place]
    let parts = try pullback(
      of: step.operation, inputs: step.inputs.map { values[$0] }, upstream: gradients[place])
    for (input, part) in zip(step.inputs, parts) {
      gradients[input] = try unbroadcast(part, to: values[input].shape)
    }
  }
  return gradients
}

/// Where nothing flows there is a single zero. Verdict: "zeros that are single numbers"
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = values.map { Tensor.zeros($0.shape) }
  gradients[root] = .ones(values[root].shape)
  for place in try backwardOrder(of: tape, from: root) {
    let step = tape[place]
    let parts = try pullback(
      of: step.operation, inputs: step.inputs.map { values[$0] }, upstream: gradients[place])
    for (input, part) in zip(step.inputs, parts) {
      gradients[input] += try unbroadcast(part, to: values[input].shape)
    }
  }
  let order = try backwardOrder(of: tape, from: root)
  return tape.indices.map { order.contains($0) ? gradients[$0] : 0 }
}
