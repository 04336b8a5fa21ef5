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
  + [("", 10), (".b10", 10), (".x1", 1), (".x2", 2), (".x3", 3), (".x4", 4), (".x5", 5), (".x7", 7), (".x8", 8), (".x16", 16), (".x25", 25), (".x50", 50)].map { suffix, chunk in
    Item(id: "c.smoothgrad50\(suffix)", label: "SmoothGrad of 50 copies, \(chunk) at a time") {
      let (network, x) = (smallCNN(), images(1))
      return {
        keep {
          // Drawn anew by every call, as Captum does.
          let samples = try noise(like: x, samples: 50, relativeTo: 0.02, seed: 0)
          return try smoothGrad(of: network.score(of: 3), at: x, noise: samples, chunk: chunk)
        }
      }
    }
  }
