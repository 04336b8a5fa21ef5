import Adversarial
import Layers
import Tensors

/// One step along the signs of the slopes of one image's cross-entropy, on a small network: `c.fgsm.*`.
///
/// The items differ in what the peer does: Captum, or a few lines written by hand.
let adversarialItems: [Item] = ["captum", "hand"].map { peer in
  Item(id: "c.fgsm.\(peer)", label: "FGSM of 1 image, SmallCNN") {
    let (network, x) = (smallCNN(), images(1))
    let ball = Ball(epsilon: 0.03, low: -3, high: 3)
    return {
      keep {
        try fgsm(
          loss: { -network($0).logSoftmax()[.all, 3] }, at: x, in: ball, aim: .away)
      }
    }
  }
}
