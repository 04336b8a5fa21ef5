import IntegratedGradients
import Layers
import Models
import Tensors

/// Integrated gradients as the lesson teaches them, from a baseline of 0: `c.ig*` on a small network,
/// `d.ig20*` on ResNet-18, `f.ig20` on EfficientNet-Lite0.
///
/// Items of one length differ in what the peer does (Captum at once, Captum in batches, a loop written
/// by hand); ours is the same function in each, with the chunk that suits the network.
let integratedGradientsItems: [Item] =
  [50, 300].flatMap { steps in
    ["", ".b10", ".hand"].map { suffix in
      Item(id: "c.ig\(steps)\(suffix)", label: "SmallCNN, \(steps) points") {
        let (network, x) = (smallCNN(), images(1))
        return {
          keep {
            try credit(network, at: x, along: gaussLegendre(steps), chunk: 10)
          }
        }
      }
    }
  }
  + ["", ".b1"].map { suffix in
    Item(id: "d.ig20\(suffix)", label: "ResNet-18, 20 points") {
      var generator = SplitMix64(seed: 0)
      let (network, x) = (ResNet18.network(using: &generator), photograph())
      return { keep { try credit(network, at: x, along: gaussLegendre(20), chunk: 5) } }
    }
  }
  + [
    Item(id: "f.ig20", label: "EfficientNet-Lite0, 20 points, left") {
      var generator = SplitMix64(seed: 0)
      var network = EfficientNetLite0.untrainedNetwork()
      network.initialize(using: &generator)
      let (frozen, x) = (network, photograph())
      return { keep { try credit(frozen, at: x, along: quadrature(.left, steps: 20), chunk: 2) } }
    }
  ]

private func credit(
  _ network: Network, at x: Tensor, along path: Quadrature, chunk: Int
) throws -> Tensor {
  try integratedGradients(
    of: network.score(of: 3), at: x, from: .zeros(x.shape), along: path, chunk: chunk)
}
