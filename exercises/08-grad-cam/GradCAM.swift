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

/// Returns what a place in a network gives, and the gradient of the target's logit by it.
///
///     A: what the place gives        G = ∂s / ∂A        s: the logit of the target
///
/// - Parameters:
///   - network: The network to look into.
///   - x: The images, `[N, …]`.
///   - target: The class whose logit is explained, whatever the network prefers.
///   - place: The place.
/// - Returns: Both, each image on its own.
/// - Throws: `UnknownPlace` where the network has none of that name; `Unfinished` until it is
///   written.
public func capture(
  _ network: Network, at x: Tensor, target: Int, place: String
) throws -> Capture {
  throw Unfinished()
}

/// Returns where the evidence for a class lies, by any place that still knows where things are:
/// Grad-CAM.
///
///     α[k] = mean over space of G[k]        map = Σ over channels k of α[k] · A[k]
///
/// Nothing is clipped: what speaks against the class is negative. Selvaraju and others 2017,
/// equation 1 and equation 2 without its ReLU: arxiv.org/abs/1610.02391
///
/// - Parameter capture: What a place gave, and the gradient by it.
/// - Returns: A map for each image, `[N, height, width]`, with signs.
/// - Throws: `Unfinished` until it is written.
public func gradCAM(_ capture: Capture) throws -> Tensor {
  throw Unfinished()
}

/// Returns the part of a map that speaks for a class, and says so where there is none.
///
///     relu(map)        some: a number above 0        onlyAgainst: none, but one below 0
///
/// - Parameter map: The map of one image with signs, `[height, width]`.
/// - Returns: What is above zero, in the same shape and scale, and what was found.
/// - Throws: `Unfinished` until it is written.
public func heatmap(from map: Tensor) throws -> Heatmap {
  throw Unfinished()
}

/// Returns maps of another size, with straight lines between the centres of pixels.
///
///     pixel i of n lies at p = (i + ½) · size / n − ½ of the original, brought to 0…size − 1
///     value = (1 − f) · m[⌊p⌋] + f · m[⌊p⌋ + 1]        f = p − ⌊p⌋
///
/// The same holds along both axes. Pixels are squares, and their centres lie at ½, 1½, …; beyond
/// the outermost centres a map goes on with their value.
///
/// - Parameters:
///   - map: The maps, `[N, height, width]`.
///   - height: The new height.
///   - width: The new width.
/// - Returns: The maps in the new size.
/// - Throws: `Unfinished` until it is written.
public func upsampled(_ map: Tensor, height: Int, width: Int) throws -> Tensor {
  throw Unfinished()
}

/// Returns a fine map of the input where a coarse map speaks for the class: guided Grad-CAM.
///
///     fine · upsampled(relu(map))
///
/// The fine map is any that is as large as the input: the gradient, or guided backpropagation's.
/// Selvaraju and others 2017, section 3.2: arxiv.org/abs/1610.02391
///
/// - Parameters:
///   - map: The coarse maps, with signs, `[N, height, width]`.
///   - fine: The fine maps, `[N, channels, height, width]` of the input.
/// - Returns: The products, as large as the fine maps, with their signs.
/// - Throws: `Unfinished` until it is written.
public func guidedGradCAM(map: Tensor, fine: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns the box around what stands out in a map: the smallest one that holds all of the largest
/// patch of pixels that have at least a fraction of the maximum.
///
///     patch = largestComponent(of: map ≥ fraction · max of the map)
///
/// - Parameters:
///   - map: The map of one image, `[height, width]`; what is negative never stands out.
///   - fraction: Above 0, and at most 1; 0.15 is usual.
/// - Returns: The box.
/// - Throws: `NoEvidence` where nothing in the map is above zero; `Unfinished` until it is written.
public func box(around map: Tensor, above fraction: Float) throws -> Box {
  throw Unfinished()
}

/// Returns a capture on which `earlyReLU` is wrong: it lights up a pixel of which the channels
/// together say that it speaks against the class.
///
///     Σ over channels of α · A < 0  there, and yet  Σ over channels of relu(α · A) > 0
///
/// - Returns: One image of at least two channels, `[1, channels, height, width]`.
/// - Throws: `Unfinished` until it is written.
public func captureThatExposesEarlyReLU() throws -> Capture {
  throw Unfinished()
}
