import LRP
import Layers
import Tensors

/// Layer-wise relevance propagation as the lesson teaches it, on a small network: `c.lrp.*`.
let relevanceItems: [Item] = [
  Item(id: "c.lrp.captum", label: "LRP-ε of 1 image, SmallCNN") {
    let (network, x) = (smallCNN(), images(1))
    let epsilon = LRPRule.epsilon(1e-9)
    let rules = composite(for: network, first: epsilon, convolutions: epsilon, linear: epsilon)
    return { keep { try relevances(of: network, at: x, target: 3, rules: rules)[0] } }
  },
  Item(id: "c.lrp.zennit", label: "LRP of 1 image, SmallCNN: z⁺, and ε in the last layer") {
    let (network, x) = (smallCNN(), images(1))
    let rules = composite(
      for: network, first: .zPlus, convolutions: .zPlus, linear: .epsilon(1e-6))
    return { keep { try relevances(of: network, at: x, target: 3, rules: rules)[0] } }
  },
]
