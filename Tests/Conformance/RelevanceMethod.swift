import LRP
import Layers
import Tensors

/// Relevance of the input, and of every layer's input that the case names, by ε, γ or z⁺.
func runRelevance(_ run: CaseRun) throws -> [String: Tensor] {
  let network = try run.network()
  let epsilon = LRPRule.epsilon(run.float("epsilon", or: 0))
  let rules: [LRPRule]
  switch try run.text("rule") {
  case "epsilon":
    rules = composite(for: network, first: epsilon, convolutions: epsilon, linear: epsilon)
  case "gamma":
    let gamma = LRPRule.gamma(run.float("gamma", or: 0))
    rules = composite(for: network, first: epsilon, convolutions: gamma, linear: gamma)
  case "z+": rules = composite(for: network, first: .zPlus, convolutions: .zPlus, linear: .zPlus)
  case let rule: throw ConformanceError.notCovered("lrp by the rule \(rule)")
  }
  let found = try relevances(
    of: network, at: run.input("x"), target: run.integer("target"), rules: rules)
  var results = ["relevance": found[0]]
  for (named, relevance) in zip(network.layers, found) { results["at.\(named.name)"] = relevance }
  return results
}
