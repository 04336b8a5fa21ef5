import Layers
import SmoothGrad
import Tensors
import VanillaGradients

/// Gradients of one image as the lessons teach them, on a small network: `c.*`.
let gradientItems: [Item] =
  [
    Item(id: "c.saliency", label: "Saliency of 1 image, SmallCNN") {
      let (network, x) = (smallCNN(), images(1))
      return { keep { try gradientMap(of: network.score(of: 3), at: x).abs() } }
    },
    Item(id: "c.inputxgrad", label: "Input × gradient of 1 image, SmallCNN") {
      let (network, x) = (smallCNN(), images(1))
      return { keep { try inputTimesGradient(of: network.score(of: 3), at: x) } }
    },
  ]
  // Ten copies at a time are as fast as any other number, and both items are the same work here.
  + ["", ".b10"].map { suffix in
    Item(id: "c.smoothgrad50\(suffix)", label: "SmoothGrad of 50 copies, SmallCNN, 10 at a time") {
      let (network, x) = (smallCNN(), images(1))
      return {
        keep {
          // Drawn anew by every call, as Captum does.
          let samples = try noise(like: x, samples: 50, relativeTo: 0.02, seed: 0)
          return try smoothGrad(of: network.score(of: 3), at: x, noise: samples, chunk: 10)
        }
      }
    }
  }
