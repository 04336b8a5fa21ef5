import Explanations
import Layers
import Tensors

/// What one way through a network and one way back leave behind: all methods make their maps of it.
struct Trace: Sendable {
  /// The images, `[N, channels, height, width]`.
  let images: Tensor
  /// The gradient of each image's logit with respect to the image.
  let slopes: Tensor
  /// What places inside output, from first to last, with the gradient of the logit.
  let captures: [Capture]

  /// Goes through a network and back.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - images: The images.
  ///   - classes: The class of each image whose logit is explained.
  ///   - places: The places inside.
  init(_ network: Network, _ images: Tensor, classes: [Int], places: [String]) {
    let tracked = images.tracked()
    var found: [String: Tensor] = [:]
    let logits = network(tracked) { place, activation in
      if places.contains(place) { found[place] = activation }
      return activation
    }
    let activations = [tracked] + places.compactMap { found[$0] }
    let gradients = gradients(
      of: logits.picking(classes, along: 1).sum(), withRespectTo: activations)
    self.images = images
    slopes = gradients[0]
    captures = zip(activations, gradients).dropFirst().map {
      Capture(activation: $0.detached(), gradient: $1)
    }
  }

  /// Maps of other sizes, enlarged to that of the images.
  fileprivate func enlarged(_ maps: Tensor) -> Tensor {
    maps.resized(height: images.shape[2], width: images.shape[3])
  }
}

/// A method that makes a map of each image, as other lessons teach it.
///
/// It is written out here, because on the learner's code this lesson's functions are all there is.
struct Method: Sendable {
  /// What the method is called.
  let name: String
  /// The maps, `[N, height, width]`.
  let maps: @Sendable (Trace) -> Tensor

  /// The methods so far, one of a later lesson, and one that never asks the network.
  static let all = [gradient, inputTimesGradient, averageOfLayers, gradCAM, edges]

  /// Lesson 03: the magnitudes of the slopes, colours added.
  static let gradient = Method(name: "gradient") { $0.slopes.abs().sum(along: 1) }

  /// Lesson 03: the image times its slopes, with signs, colours added.
  static let inputTimesGradient = Method(name: "input × gradient") {
    ($0.images * $0.slopes).sum(along: 1)
  }

  /// That product without its signs, which no lesson asks for.
  static let magnitudes = Method(name: "magnitudes of input × gradient") {
    inputTimesGradient.maps($0).abs()
  }

  /// Lesson 03: the same product at every place inside, enlarged and averaged.
  static let averageOfLayers = Method(name: "average of layers") { trace in
    let maps = trace.captures.map { place in
      trace.enlarged((place.activation * place.gradient).sum(along: 1))
    }
    return Tensor.stacked(maps, along: 0).mean(along: 0)
  }

  /// A later lesson: what the last place outputs, each channel weighted by its mean slope, enlarged.
  static let gradCAM = Method(name: "Grad-CAM") { trace in
    let last = trace.captures[trace.captures.count - 1]
    let weights = last.gradient.mean(along: 2, 3, keepingAxes: true)
    return trace.enlarged((weights * last.activation).sum(along: 1))
  }

  /// How much the brightness changes around each pixel (Sobel's operator): no network is asked.
  static let edges = Method(name: "edges, no network") { edgeMap(of: $0.images) }
}

/// How much the brightness changes around each pixel, `[N, height, width]`; 0 at the rim.
func edgeMap(of images: Tensor) -> Tensor {
  let across: [Float] = [-1, 0, 1, -2, 0, 2, -1, 0, 1]
  let down: [Float] = [-1, -2, -1, 0, 0, 0, 1, 2, 1]
  let changes = images.mean(along: 1, keepingAxes: true)
    .conv2d(Tensor(across + down, shape: [2, 1, 3, 3]))
  return changes.squared().sum(along: 1).sqrt().padded([(0, 0), (1, 1), (1, 1)])
}
