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

/// Only missing axes are summed. Verdict: "a column with a gradient for every copy"
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
      let missing = part.rank - values[input].rank
      gradients[input] += missing > 0 ? try unbroadcast(part, to: values[input].shape) : part
    }
  }
  return gradients
}

/// Only what lacks some of the axes, but not all, is summed. Verdict: "a number with a gradient for every copy"
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
      gradients[input] +=
        values[input].rank > 0 ? try unbroadcast(part, to: values[input].shape) : part
    }
  }
  return gradients
}

/// The sweep begins with a number that has no axes. Verdict: "a root's gradient as a single number"
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = values.map { Tensor.zeros($0.shape) }
  gradients[root] = 1
  for place in try backwardOrder(of: tape, from: root) {
    let step = tape[place]
    let parts = try pullback(
      of: step.operation, inputs: step.inputs.map { values[$0] }, upstream: gradients[place])
    for (input, part) in zip(step.inputs, parts) {
      gradients[input] += try unbroadcast(part, to: values[input].shape)
    }
  }
  return gradients
}

/// A gradient is averaged over the copies. Verdict: "the mean over copies"
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
      let copies = Float(part.count) / Float(values[input].count)
      gradients[input] += try unbroadcast(part, to: values[input].shape) / Tensor(copies)
    }
  }
  return gradients
}

/// Right: gradients are found when they are asked for, from those of the steps that take a value.
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var known: [Int: Tensor] = [:]
  func gradient(of place: Int) throws -> Tensor {
    if let found = known[place] { return found }
    if place == root { return Tensor.ones(values[root].shape) }
    var sum = Tensor.zeros(values[place].shape)
    if place < root {
      for taker in place + 1...root where tape[taker].inputs.contains(place) {
        let inputs = tape[taker].inputs.map { values[$0] }
        let parts = try pullback(
          of: tape[taker].operation, inputs: inputs, upstream: gradient(of: taker))
        for (index, input) in tape[taker].inputs.enumerated() where input == place {
          sum += try unbroadcast(parts[index], to: values[place].shape)
        }
      }
    }
    known[place] = sum
    return sum
  }
  return try tape.indices.map { try gradient(of: $0) }
}

/// Right: the tape from the root down, without asking for an order, and nil for what has none yet.
public func backward(
  through tape: [Step], values: [Tensor], from root: Int
) throws -> [Tensor] {
  var gradients = [Tensor?](repeating: nil, count: tape.count)
  gradients[root] = Tensor.ones(values[root].shape)
  for place in stride(from: root, through: 0, by: -1) {
    guard let upstream = gradients[place] else { continue }
    let inputs = tape[place].inputs
    let parts = try pullback(
      of: tape[place].operation, inputs: inputs.map { values[$0] }, upstream: upstream)
    for index in inputs.indices {
      let part = try unbroadcast(parts[index], to: values[inputs[index]].shape)
      if let sum = gradients[inputs[index]] {
        gradients[inputs[index]] = sum + part
      } else {
        gradients[inputs[index]] = part
      }
    }
  }
  return zip(gradients, values).map { $0 ?? Tensor.zeros($1.shape) }
}

/// Right: every step of the tape from its end; where nothing flows zeros are added.
public func backward(through tape: [Step], values: [Tensor], from root: Int) throws -> [Tensor] {
  var grads = values.map { Tensor.zeros($0.shape) }
  grads[root] = Tensor.ones(values[root].shape)
  for place in tape.indices.reversed() {
    let inputs = tape[place].inputs
    let parts = try pullback(
      of: tape[place].operation, inputs: inputs.map { values[$0] }, upstream: grads[place])
    for (i, p) in zip(inputs, parts) { grads[i] += try unbroadcast(p, to: values[i].shape) }
  }
  return grads
}
