import Layers
import Tensors

/// The logits and their softmax.
func runForward(_ run: CaseRun) throws -> [String: Tensor] {
  let logits = try run.network()(run.input("x"))
  return ["logits": logits, "probabilities": logits.softmax()]
}

/// What comes out at each place.
func runActivations(_ run: CaseRun) throws -> [String: Tensor] {
  var results: [String: Tensor] = [:]
  _ = try run.network()(run.input("x")) { place, activation in
    results[place] = activation
    return activation
  }
  return results
}

/// The mean cross-entropy, and its gradient by the input and by every weight.
func runTrainingGradients(_ run: CaseRun) throws -> [String: Tensor] {
  let network = try run.network()
  let x = try run.input("x")
  let labels = try run.input("labels").scalars.map { Int($0) }
  let (loss, gradient) = valueWithGradient(of: network) { $0(x).crossEntropy(with: labels) }
  let tracked = x.tracked()
  var results = ["loss": Tensor(loss)]
  results["grad.x"] = Tensors.gradient(
    of: network(tracked).crossEntropy(with: labels), withRespectTo: tracked)
  for (name, tensor) in zip(gradient.names, gradient.tensors) { results["grad.\(name)"] = tensor }
  return results
}
