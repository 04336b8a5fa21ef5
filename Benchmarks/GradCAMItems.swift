import GradCAM
import Layers
import Models
import Tensors

/// Grad-CAM and guided Grad-CAM as the lesson teaches them: `c.*` on a small network, `d.*` on
/// ResNet-18, `f.*` on EfficientNet-Lite0.
let gradCAMItems: [Item] = [
  Item(id: "c.layergradcam", label: "Grad-CAM at conv3 of SmallCNN, enlarged to 32 × 32") {
    let (network, x) = (smallCNN(), images(1))
    return { keep { try enlargedGradCAM(network, at: x, place: "conv3") } }
  },
  Item(id: "c.guidedgradcam", label: "guided Grad-CAM at conv3 of SmallCNN") {
    let (network, x) = (smallCNN(), images(1))
    return {
      keep {
        let map = try gradCAM(capture(network, at: x, target: 3, place: "conv3"))
        let tracked = x.tracked()
        let logits = try network.replacingReLU(with: .guided)(tracked)
        return try guidedGradCAM(
          map: map, fine: gradient(of: logits[0, 3], withRespectTo: tracked))
      }
    }
  },
  Item(id: "d.gradcam.captum", label: "Grad-CAM at the end of ResNet-18, enlarged to 224 × 224") {
    var generator = SplitMix64(seed: 0)
    let network = ResNet18.network(using: &generator)
    let x = photograph()
    return { keep { try enlargedGradCAM(network, at: x, place: "layer4.1.relu2") } }
  },
  Item(id: "f.gradcam", label: "Grad-CAM at the head of EfficientNet-Lite0, enlarged") {
    var generator = SplitMix64(seed: 0)
    var network = EfficientNetLite0.untrainedNetwork()
    network.initialize(using: &generator)
    let (frozen, x) = (network, photograph())
    return { keep { try enlargedGradCAM(frozen, at: x, place: "head") } }
  },
]

private func enlargedGradCAM(
  _ network: Network, at x: Tensor, place: String
) throws -> Tensor {
  let map = try gradCAM(capture(network, at: x, target: 3, place: place))
  return try upsampled(map, height: x.shape[2], width: x.shape[3])
}
