import IntegratedGradients
import Layers
import Tensors

/// Integrated gradients along the case's rule, and what is missing to the change of the score.
func runIntegratedGradients(_ run: CaseRun) throws -> [String: Tensor] {
  let score = try run.network().score(of: run.integer("target"))
  let (x, baseline) = (try run.input("x"), try run.input("baseline"))
  let steps = try run.integer("steps")
  let name = try run.text("rule")
  let path: Quadrature
  if let rule = Rule(rawValue: name) {
    path = try quadrature(rule, steps: steps)
  } else if name == "gauss-legendre" {
    path = try gaussLegendre(steps)
  } else {
    throw ConformanceError.missing("rule that is known; there is \(name)")
  }
  // Five do not divide the twelve points of most cases.
  let attribution = try integratedGradients(
    of: score, at: x, from: baseline, along: path, chunk: 5)
  return [
    "attribution": attribution,
    "completenessGap": try completenessGap(of: attribution, score: score, at: x, from: baseline),
  ]
}
