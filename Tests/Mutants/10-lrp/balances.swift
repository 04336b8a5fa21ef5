/// Entering and leaving change places. Verdict: "relevance flows backwards"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0], leaving: sums[$0 + 1], bias: biasShares[$0])
  }
}

/// The last layer comes first. Verdict: "from the last layer to the first"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.reversed().map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// Magnitudes are added up. Verdict: "magnitudes added up"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.abs().sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// Means are taken. Verdict: "means in place of sums"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.mean().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// The bias is taken off what leaves. Verdict: "taken off what leaves"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0] - biasShares[$0], bias: biasShares[$0])
  }
}

/// The logit enters every layer. Verdict: "the logit entering every layer"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[sums.count - 1] + 0 * sums[$0], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// What is missing is called the bias. Verdict: "what is missing in place"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: sums[$0 + 1] - sums[$0])
  }
}

/// No bias took anything. Verdict: "a bias share of 0"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  guard biasShares.count == relevances.count - 1 else {
    throw UnusableRule.balances(biasShares.count, layers: relevances.count - 1)
  }
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: 0 * biasShares[$0])
  }
}

/// Any number of shares goes. Verdict: "it is refused with the error"
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  let sums = relevances.map { $0.sum().scalar }
  return biasShares.indices.prefix(relevances.count - 1).map {
    Balance(entering: sums[$0 + 1], leaving: sums[$0], bias: biasShares[$0])
  }
}

/// Right: layer by layer, added up in Double.
public func balances(of relevances: [Tensor], biasShares: [Float]) throws -> [Balance] {
  let layers = relevances.count - 1
  if biasShares.count != layers {
    throw UnusableRule.balances(biasShares.count, layers: layers)
  }
  var result: [Balance] = []
  for layer in 0..<layers {
    let input = relevances[layer].scalars.reduce(0.0) { $0 + Double($1) }
    let output = relevances[layer + 1].scalars.reduce(0.0) { $0 + Double($1) }
    result.append(
      Balance(entering: Float(output), leaving: Float(input), bias: biasShares[layer]))
  }
  return result
}
