import Adversarial
import Explanations
import Layers
import Tensors

/// One step along the signs of the slopes of the label's cross-entropy, and these slopes.
func runFGSM(_ run: CaseRun) throws -> [String: Tensor] {
  let x = try run.input("x")
  let loss = try crossEntropy(run)
  return [
    "adversarial": try fgsm(loss: loss, at: x, in: openBall(run), aim: aim(run)),
    "lossGradient": try slopes(of: loss, at: x),
  ]
}

/// Steps that are brought back into the ball around x, from x itself.
func runPGD(_ run: CaseRun) throws -> [String: Tensor] {
  let x = try run.input("x")
  return [
    "adversarial": try pgd(
      loss: crossEntropy(run), at: x, from: x, in: openBall(run), step: run.float("stepSize"),
      steps: run.integer("steps"), aim: aim(run))
  ]
}

private func crossEntropy(_ run: CaseRun) throws -> Score {
  let (network, label) = (try run.network(), try run.integer("label"))
  return { x in -network(x).logSoftmax()[.all, label] }
}

/// The cases know no box.
private func openBall(_ run: CaseRun) throws -> Ball {
  Ball(epsilon: try run.float("epsilon"), low: -.infinity, high: .infinity)
}

private func aim(_ run: CaseRun) -> Aim { run.flag("targeted") ? .towards : .away }
