import Layers
import Models
import Tensors

/// What a trained network makes of pictures, as numbers that a small network can start from.
///
/// The means over the picture of what the first three layers of `ShapesNet` give: 16 + 32 + 64 numbers.
/// That network stays as it is, so it is asked once about each picture, and all that is trained in this
/// lesson takes a tenth of a second.
struct FrozenEye {
  private let network: Network

  private static let places = ["relu1", "relu2", "relu3"]

  init() throws { network = try ShapesNet.network() }

  /// Returns what it sees, `[N, 112]`.
  func features(of images: Tensor) -> Tensor {
    let parts = stride(from: 0, to: images.shape[0], by: 250).map { start in
      var means: [Tensor] = []
      _ = network(images[start..<min(start + 250, images.shape[0])]) { place, activation in
        if Self.places.contains(place) { means.append(activation.globalAvgPool2d()) }
        return activation
      }
      return Tensor.concatenated(means, along: 1)
    }
    return .concatenated(parts, along: 0)
  }
}
