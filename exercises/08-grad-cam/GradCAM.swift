import Explanations
import Layers
import Tensors

/// Returns where the evidence for a class lies, in a network that ends in a mean over space and one
/// linear layer: CAM.
///
///     map = Σ over channels k of w[c, k] · A[k]        logit = mean of the map + bias
///
/// Nothing is clipped: what speaks against the class is negative. Zhou, Khosla, Lapedriza, Oliva,
/// Torralba 2016, equation 2: arxiv.org/abs/1512.04150
///
/// - Parameters:
///   - features: What the mean over space is taken of, `[N, channels, height, width]`.
///   - weights: Those of the linear layer, `[classes, channels]`.
///   - target: The class.
/// - Returns: A map for each image, `[N, height, width]`, with signs.
/// - Throws: `Unfinished` until it is written.
public func classActivationMap(
  features: Tensor, weights: Tensor, target: Int
) throws -> Tensor {
  throw Unfinished()
}

/// Returns the output of a layer, and the gradient of the target's logit with respect to it.
///
///     A: the layer's output        G = ∂s / ∂A        s: the logit of the target
///
/// - Parameters:
///   - network: The network to look into.
///   - x: The images, `[N, …]`.
///   - target: The class whose logit is explained, whatever the network prefers.
///   - place: The full name of the layer.
/// - Returns: Both, each image on its own.
/// - Throws: `UnknownPlace`, with the name that was asked for, where no layer has it; `Unfinished`
///   until it is written.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  throw Unfinished()
}

/// Returns where the evidence for a class lies, at any layer that still knows where things are:
/// Grad-CAM.
///
///     α[k] = mean over space of G[k]        map = Σ over channels k of α[k] · A[k]
///
/// Nothing is clipped: what speaks against the class is negative. Selvaraju and others 2017,
/// equation 1 and equation 2 without its ReLU: arxiv.org/abs/1610.02391
///
/// - Parameter capture: A layer's output, and the gradient of the logit with respect to it.
/// - Returns: A map for each image, `[N, height, width]`, with signs.
/// - Throws: `Unfinished` until it is written.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  throw Unfinished()
}

/// Returns the part of a map that speaks for a class, and says so where there is none.
///
///     relu(map)        some: a number above 0        onlyAgainst: none, but one below 0
///
/// Nothing is scaled: a weak map stays weak.
///
/// - Parameter map: The map of one image with signs, `[height, width]`.
/// - Returns: What is above zero, in the same shape and scale, and what was found.
/// - Throws: `NotANumber` where a number of the map is NaN; `Unfinished` until it is written.
public func heatmap(from map: Tensor) throws -> Heatmap {
  throw Unfinished()
}

/// Returns maps of another size, with straight lines between the centres of pixels (bilinear
/// interpolation).
///
/// Pixels are squares, and a pixel's number holds at its centre. Laid on one ruler, the old pixels
/// and the new ones cover the same length. A new pixel's number is read at its own centre, on the
/// straight line between the two old centres on either side; beyond the outermost centres a map
/// goes on with their number. The same holds along both axes, whether a map grows or shrinks.
///
/// - Parameters:
///   - map: The maps, `[N, height, width]`.
///   - height: The new height.
///   - width: The new width.
/// - Returns: The maps in the new size, `[N, height, width]`.
/// - Throws: `Unfinished` until it is written.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  throw Unfinished()
}

/// Returns a capture on which `earlyReLU` is wrong: it shows evidence at a pixel where the channels
/// together speak against the class.
///
///     there  Σ over channels of α · A < 0,  and yet  Σ over channels of relu(α · A) > 0
///
/// - Returns: One image of at least two channels, `[1, channels, height, width]`.
/// - Throws: `Unfinished` until it is written.
public func captureThatExposesEarlyReLU() throws -> Capture {
  throw Unfinished()
}
