import Layers
import Tensors

/// The gradient of the target's logit by the input, and its magnitude.
func runVanillaGradient(_ run: CaseRun) throws -> [String: Tensor] {
  let gradient = try inputGradient(of: run.network(), run)
  return ["gradient": gradient, "absolute": gradient.abs()]
}

/// The same through a network in which every ReLU passes gradients on by another rule.
func runReplacedRule(_ rule: Activation) -> @Sendable (CaseRun) throws -> [String: Tensor] {
  { run in ["attribution": try inputGradient(of: run.network().replacingReLU(with: rule), run)] }
}

/// The activation of each place times the gradient by it.
func runLayerGradientTimesActivation(_ run: CaseRun) throws -> [String: Tensor] {
  var places: [String] = []
  var activations: [Tensor] = []
  let network = try run.network()
  let target = try run.integer("target")
  let logits = try network(run.input("x")) { place, activation in
    let tracked = activation.tracked()
    places.append(place)
    activations.append(tracked)
    return tracked
  }
  let gradients = gradients(of: logits[.all, target].sum(), withRespectTo: activations)
  let products = zip(activations, gradients).map { $0.detached() * $1 }
  return Dictionary(uniqueKeysWithValues: zip(places, products))
}

private func inputGradient(of network: Network, _ run: CaseRun) throws -> Tensor {
  let x = try run.input("x").tracked()
  let score = network.score(of: try run.integer("target"))
  return gradient(of: try score(x).sum(), withRespectTo: x)
}
