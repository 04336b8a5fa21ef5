import Explanations
import GradCAM
import Layers
import Tensors

/// The map of a class by the weights of the last layer, and the logit recovered from it.
func runClassActivationMap(_ run: CaseRun) throws -> [String: Tensor] {
  let network = try run.network()
  let target = try run.integer("target")
  guard case .linear(let classifier) = network[try run.text("classifier")] else {
    throw ConformanceError.missing("linear layer as classifier")
  }
  let found = try capture(
    network, at: run.input("x"), target: target, place: run.text("layer"))
  let map = try classActivationMap(
    features: found.activation, weights: classifier.weight, target: target)
  let bias = classifier.bias?[target] ?? 0
  return ["map": map.insertingAxis(at: 1), "biasPlusMean": map.mean(along: 1, 2) + bias]
}

/// The map of a class at a place, with signs or without, and enlarged to the input's size.
func runGradCAM(_ run: CaseRun) throws -> [String: Tensor] {
  let x = try run.input("x")
  let map = try coarseMap(run)
  let shown = run.flag("relu") ? try heatmap(from: map).map : map
  let (height, width) = (x.shape[2], x.shape[3])
  return [
    "map": shown.insertingAxis(at: 1),
    "upsampled": try upsampled(shown, height: height, width: width).insertingAxis(at: 1),
  ]
}

/// That map times what guided backpropagation gives.
func runGuidedGradCAM(_ run: CaseRun) throws -> [String: Tensor] {
  let network = try run.network().replacingReLU(with: .guided)
  let x = try run.input("x").tracked()
  let score = network.score(of: try run.integer("target"))
  let fine = gradient(of: try score(x).sum(), withRespectTo: x)
  return ["attribution": try guidedGradCAM(map: coarseMap(run), fine: fine)]
}

private func coarseMap(_ run: CaseRun) throws -> Tensor {
  try gradCAM(
    capture(
      run.network(), at: run.input("x"), target: run.integer("target"),
      place: run.text("layer")))
}
