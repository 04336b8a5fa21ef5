/// All logits are shared out. Verdict: "all logits shared out"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits + 0 * isTarget)
}

/// It begins with 1. Verdict: "it starts with the logit"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, 0 * logits + isTarget)
}

/// The rules are given out from the front. Verdict: "they stand in running order"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeFirst()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// All layers get the first rule. Verdict: "the first rule for every layer"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rules[0]
    rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// The output is left out. Verdict: "fewer tensors"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget).dropLast()
}

/// A sum gives half to each way. Verdict: "half for each way"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = Tensor.stacked([relevance / 2, relevance / 2], along: 0) + 0 * ways
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A sum gives all to both ways. Verdict: "it doubles"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = Tensor.stacked([relevance, relevance], along: 0) + 0 * ways
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// The long way alone gets its part. Verdict: "the long way alone"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      _ = try through(residual.shortcut, short, parts[1])
      return first
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// The rules of the long way come first. Verdict: "the shortcut's come first"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.shortcut, short, parts[1])[0]
      return try first + through(residual.layers, long, parts[0])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A clipped unit loses its relevance. Verdict: "which loses what a clipped unit has"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation(.relu6): return relevance * (a .< 6)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A maximum shares like a mean. Verdict: "a maximum that shares"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d(let pool):
      return try redistribute(
        relevance, through: { $0.avgPool2d(pool.kernel, stride: pool.stride) }, at: a, epsilon: 0)
    case .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A mean gives every number the same. Verdict: "the same for every number"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .globalAvgPool2d:
      let size = Tensor(Float(a.shape[2] * a.shape[3]))
      return relevance.reshaped(to: [a.shape[0], a.shape[1], 1, 1]).broadcast(to: a.shape) / size
    case .maxPool2d, .avgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// z⁺ clips weights, whatever the input. Verdict: "whatever the sign of the input"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// The number of rules is not looked at. Verdict: "it is refused with the error"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  _ = weighted
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.popLast() ?? .epsilon(0)
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A sequence is one layer. Verdict: "a sequence taken as one layer"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// α and β are always 2 and 1. Verdict: "whatever the rule says"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta:
      return try alphaBeta(relevance, parameters, at: a, alpha: 2, beta: 1)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// γ leaves the weights. Verdict: "with the unchanged weights"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(
        relevance, through: { parameters($0) }, at: a + 0 * changed.weight.sum(), epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A probability is shared out. Verdict: "it starts with the logit"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits.softmax(along: 1) * isTarget)
}

/// Activations pass what is above zero. Verdict: "cut off at an activation"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance.relu()
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// The output comes first. Verdict: "the input comes first"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget).reversed()
}

/// Any class goes. Verdict: "it is refused with the error"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// A batch norm is passed by. Verdict: "it is refused with the error"
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: return relevance
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var relevances = [relevance]
    for index in layers.indices.reversed() {
      let before = try back(relevances[0], through: layers[index].layer, at: inputs[index])
      relevances.insert(before, at: 0)
    }
    return relevances
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}

/// Right: the list is put together from the last layer to the first and turned round.
public func relevances(
  of network: Network, at x: Tensor, target: Int, rules: [LRPRule]
) throws -> [Tensor] {
  var weighted = 0
  for place in network.places {
    switch network[place] {
    case .conv2d, .linear: weighted += 1
    case .batchNorm2d: throw UnusableRule.batchNorm
    default: break
    }
  }
  guard rules.count == weighted else { throw UnusableRule.count(rules.count, layers: weighted) }
  guard let classes = network.output.last, (0..<classes).contains(target) else {
    throw UnusableRule.target(target)
  }
  // Taken from its end, since relevance flows backwards.
  var rest = rules

  func byRule(_ relevance: Tensor, _ parameters: Parameters, at a: Tensor) throws -> Tensor {
    let rule = rest.removeLast()
    switch rule {
    case .epsilon(let epsilon):
      return try redistribute(relevance, through: { parameters($0) }, at: a, epsilon: epsilon)
    case .gamma:
      let changed = try modified(parameters, by: rule)
      return try redistribute(relevance, through: { changed($0) }, at: a, epsilon: 0)
    case .zPlus: return try alphaBeta(relevance, parameters, at: a, alpha: 1, beta: 0)
    case .alphaBeta(let alpha, let beta):
      return try alphaBeta(relevance, parameters, at: a, alpha: alpha, beta: beta)
    case .box(let low, let high): return try box(relevance, parameters, at: a, low: low, high: high)
    }
  }
  func back(_ relevance: Tensor, through layer: Layer, at a: Tensor) throws -> Tensor {
    switch layer {
    case .conv2d(let convolution): return try byRule(relevance, Parameters(convolution), at: a)
    case .linear(let linear): return try byRule(relevance, Parameters(linear), at: a)
    case .activation, .dropout: return relevance
    case .flatten: return relevance.reshaped(to: a.shape)
    case .maxPool2d, .avgPool2d, .globalAvgPool2d:
      return try redistribute(relevance, through: { layer($0) }, at: a, epsilon: 0)
    case .sequence(let layers):
      return try through(layers, inputs(of: layers, at: a), relevance)[0]
    case .residual(let residual):
      let long = inputs(of: residual.layers, at: a)
      let short = inputs(of: residual.shortcut, at: a)
      let ways = Tensor.stacked([long[long.count - 1], short[short.count - 1]], along: 0)
      let parts = try redistribute(relevance, through: { $0.sum(along: 0) }, at: ways, epsilon: 0)
      // The shortcut runs first, so its rules are the last to be taken.
      let first = try through(residual.layers, long, parts[0])[0]
      return try first + through(residual.shortcut, short, parts[1])[0]
    case .batchNorm2d: throw UnusableRule.batchNorm
    }
  }
  /// The input of each layer, and the output of the last.
  func inputs(of layers: [NamedLayer], at x: Tensor) -> [Tensor] {
    layers.reduce(into: [x]) { values, named in values.append(named.layer(values[values.count - 1]))
    }
  }
  func through(
    _ layers: [NamedLayer], _ inputs: [Tensor], _ relevance: Tensor
  ) throws -> [Tensor] {
    var found = [relevance]
    var current = relevance
    for (named, input) in zip(layers, inputs).reversed() {
      current = try back(current, through: named.layer, at: input)
      found.append(current)
    }
    return found.reversed()
  }
  let activations = inputs(of: network.layers, at: x)
  let logits = activations[activations.count - 1]
  let isTarget = Tensor((0..<classes).map { $0 == target ? 1 : 0 })
  return try through(network.layers, activations, logits * isTarget)
}
