import Tensors

/// Nobody pays the router. Verdict: "the router forgotten"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (active * (hidden / experts))
}

/// All experts are asked. Verdict: "every expert asked"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (hidden + experts)
}

/// Each expert has all units. Verdict: "each expert with all hidden units"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (active * hidden + experts)
}

/// One expert is asked. Verdict: "one expert asked"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (hidden / experts + experts)
}

/// The router is one product for each expert. Verdict: "one product for the router"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (active * (hidden / experts)) + experts
}

/// The router gives a logit for the kept alone. Verdict: "the router asked for the kept experts alone"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * (active * (hidden / experts) + active)
}

/// Inputs are forgotten. Verdict: "without the inputs"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return active * (hidden / experts) + experts
}

/// The router comes before each expert. Verdict: "the router before every asked expert"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return inputs * active * (hidden / experts + experts)
}

/// Products and sums are counted. Verdict: "a product and a sum counted as two"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return 2 * inputs * (active * (hidden / experts) + experts)
}

/// Biases are counted. Verdict: "biases counted, too"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  return (inputs + 1) * (active * (hidden / experts) + experts)
}

/// What is left over is thrown away. Verdict: "10 hidden units cannot be shared evenly"
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  return inputs * (active * (hidden / experts) + experts)
}

/// Right: counted out, expert by expert.
public func multiplyAdds(inputs: Int, hidden: Int, experts: Int, active: Int) throws -> Int {
  guard inputs > 0, hidden > 0, experts > 0 else { throw MixtureError.nothing }
  guard active >= 1, active <= experts else {
    throw MixtureError.cannotKeep(active, experts: experts)
  }
  guard hidden % experts == 0 else {
    throw MixtureError.notDivisible(hidden: hidden, experts: experts)
  }
  let width = hidden / experts
  var count = 0
  for _ in 0..<active { count += width * inputs }
  for _ in 0..<experts { count += inputs }
  return count
}
