import Layers
import Tensors

/// The parameters after each step on the loss Σ scale · (w − goal)².
func runOptimizer(_ run: CaseRun) throws -> [String: Tensor] {
  guard run.case.parameters["loss"]?.text == "sum(scale * (w - goal)^2)" else {
    throw ConformanceError.missing("loss that is known here")
  }
  let rate = run.float("learningRate", or: .nan)
  let (beta1, beta2) = (run.double("beta1", or: 0.9), run.double("beta2", or: 0.999))
  let epsilon = run.double("epsilon", or: 1e-8)
  let decay = run.float("weightDecay", or: 0)
  switch run.case.parameters["optimizer"]?.text {
  case "sgd", "momentum":
    let momentum = run.float("momentum", or: 0)
    return try trajectory(
      run, SGD(learningRate: rate, momentum: momentum, weightDecay: decay))
  case "adam":
    return try trajectory(
      run,
      Adam(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay))
  case "adamw":
    return try trajectory(
      run,
      AdamW(learningRate: rate, beta1: beta1, beta2: beta2, epsilon: epsilon, weightDecay: decay))
  case let other: throw ConformanceError.notCovered("optimizer \(other ?? "without a name")")
  }
}

private func trajectory(
  _ run: CaseRun, _ optimizer: some Optimizer
) throws -> [String: Tensor] {
  var optimizer = optimizer
  var w = try run.input("w")
  let (goal, scale) = (try run.input("goal"), try run.input("scale"))
  let points = (0..<(try run.integer("steps"))).map { _ in
    let (_, gradient) = valueWithGradient(of: w) { w in (scale * (w - goal).squared()).sum() }
    optimizer.update(&w, along: gradient)
    return w
  }
  return ["trajectory": .stacked(points)]
}
