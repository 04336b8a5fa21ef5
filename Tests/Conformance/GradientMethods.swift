import Layers
import Tensors
import VanillaGradients

/// The gradient of the target's logit by the input, and its magnitude.
func runVanillaGradient(_ run: CaseRun) throws -> [String: Tensor] {
  let gradient = try inputGradient(of: run.network(), run)
  return ["gradient": gradient, "absolute": gradient.abs()]
}

/// The input times that gradient.
func runInputTimesGradient(_ run: CaseRun) throws -> [String: Tensor] {
  let score = try run.network().score(of: run.integer("target"))
  return ["attribution": try inputTimesGradient(of: score, at: run.input("x"))]
}

/// The same through a network in which every ReLU passes gradients on by another rule.
func runReplacedRule(_ rule: Activation) -> @Sendable (CaseRun) throws -> [String: Tensor] {
  { run in ["attribution": try inputGradient(of: run.network().replacingReLU(with: rule), run)] }
}

/// The activation of each place times the gradient by it.
func runLayerGradientTimesActivation(_ run: CaseRun) throws -> [String: Tensor] {
  let places = try run.texts("layers")
  let products = try layerInputTimesGradient(
    of: run.network(), at: run.input("x"), target: run.integer("target"), places: places)
  return Dictionary(zip(places, products), uniquingKeysWith: { first, _ in first })
}

private func inputGradient(of network: Network, _ run: CaseRun) throws -> Tensor {
  try gradientMap(of: network.score(of: run.integer("target")), at: run.input("x"))
}
