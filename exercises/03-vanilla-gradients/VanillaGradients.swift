import Explanations
import Layers
import Tensors

/// Returns how fast a score changes with each number of its input, with the sign.
///
///     g = ∂s / ∂x
///
/// The examples of a batch do not see one another, so that the gradient of the sum of their scores
/// holds the gradient of each. Simonyan, Vedaldi, Zisserman 2013, section 3: arxiv.org/abs/1312.6034
///
/// - Parameters:
///   - score: What is explained: a number for each example.
///   - x: The examples, `[N, …]`.
/// - Returns: The gradient, in the shape of x.
/// - Throws: What the score throws; `Unfinished` until it is written.
public func gradientMap(of score: Score, at x: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns one number for each pixel: how much the score can change if the pixel changes as far as
/// the reduction allows.
///
///     change of the score  ≈  Σ over channels of g · (change of the channel)
///
/// The largest that this sum can be is the pixel's number.
///
/// - Parameters:
///   - gradient: The score's gradient with respect to images, `[N, channels, height, width]`.
///   - reduction: How far a pixel may change.
/// - Returns: A map for each image, `[N, height, width]`, nowhere negative.
/// - Throws: `Unfinished` until it is written.
public func saliency(from gradient: Tensor, by reduction: Reduction) throws -> Tensor {
  throw Unfinished()
}

/// Returns each number of the input times the score's slope with respect to it, with the sign.
///
///     a = x · ∂s / ∂x
///
/// On a linear score w · x + b it is what each input contributes, wᵢ xᵢ. Shrikumar, Greenside,
/// Shcherbina, Kundaje 2016: arxiv.org/abs/1605.01713
///
/// - Parameters:
///   - score: What is explained: a number for each example.
///   - x: The examples, `[N, …]`.
/// - Returns: The products, in the shape of x.
/// - Throws: What the score throws; `Unfinished` until it is written.
public func inputTimesGradient(of score: Score, at x: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns the same product inside a network: what a place outputs, times the slope with respect to
/// that.
///
///     a_place = h · ∂s / ∂h      h: what the place outputs,  s: the logit of the target
///
/// - Parameters:
///   - network: The network to look into.
///   - x: The examples, `[N, …]`.
///   - target: The class whose logit is explained.
///   - places: The places to look at, in any order; one may stand there twice.
/// - Returns: The products for each place in the order asked for, each in the shape of what the place
///   outputs, `[N, …]`.
/// - Throws: `UnknownPlace` for the first that the network does not have, by its full name;
///   `Unfinished` until it is written.
public func layerInputTimesGradient(
  of network: Network, at x: Tensor, target: Int, places: [String]
) throws -> [Tensor] {
  throw Unfinished()
}

/// Returns one map for each image from those of several layers, whatever their sizes: their average.
///
///     map = mean over layers of resized(Σ over channels of a_layer)
///
/// Nothing loses its sign on the way. The first layers see little more than edges, and may be left
/// out. Qiang, Pan, Li, Li, Jang, Zhu 2022 average over the layers of a transformer (AttCAT).
///
/// - Parameters:
///   - maps: The products of each layer, `[N, channels, height, width]` of its own.
///   - first: How many of the first maps are left out; at least one remains.
///   - height: The height of the result.
///   - width: The width of the result.
/// - Returns: A map for each image, `[N, height, width]`.
/// - Throws: `Unfinished` until it is written.
public func averageOfLayers(
  _ maps: [Tensor], skipping first: Int, height: Int, width: Int
) throws -> Tensor {
  throw Unfinished()
}

/// Returns an input of the saturated neuron at which `mattersByGradient` is wrong.
///
///     f(a, b) = 1 − relu(1 − a − b)
///
/// The score is higher there than at (0, 0), so something about the input must matter; yet the
/// gradient is zero, and no input does.
///
/// - Returns: One input for `saturatingScore`, `[1, 2]`.
/// - Throws: `Unfinished` until it is written.
public func saturatedInput() throws -> Tensor {
  throw Unfinished()
}
