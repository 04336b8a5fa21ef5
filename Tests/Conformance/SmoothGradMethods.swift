import Layers
import SmoothGrad
import Tensors

/// SmoothGrad, its squares and its variance, over noise that the case gives.
func runSmoothGrad(_ run: CaseRun) throws -> [String: Tensor] {
  let (x, noise) = (try run.input("x"), try run.input("noise"))
  let score = try run.network().score(of: run.integer("target"))
  return [
    // A chunk that leaves a smaller one at the end.
    "mean": try smoothGrad(of: score, at: x, noise: noise, chunk: 2),
    "meanOfSquares": try smoothGradSquared(of: score, at: x, noise: noise),
    "variance": try varGrad(of: score, at: x, noise: noise),
  ]
}
