import Explanations
import Layers
import Tensors

/// Returns whether a map is highest inside a mask: the pointing game.
///
/// Where several pixels share the maximum, one of them inside is enough. Zhang, Lin, Brandt, Shen,
/// Sclaroff 2016: arxiv.org/abs/1608.00507
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`.
///   - mask: 1 inside and 0 elsewhere, in the same shape.
/// - Returns: Whether it is a hit.
/// - Throws: What `checkMeasurable(map:mask:)` throws; `Unfinished` until it is written.
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  throw Unfinished()
}

/// Returns which part of what speaks for a class lies inside a mask: the energy-based pointing game.
///
///     mass = Σ inside of max(map, 0) / Σ of max(map, 0)
///
/// Wang and others 2020: arxiv.org/abs/1910.01279
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`; what speaks against is negative.
///   - mask: 1 inside and 0 elsewhere, in the same shape.
/// - Returns: From 0 to 1; 0 for a map with nothing positive.
/// - Throws: What `checkMeasurable(map:mask:)` throws; `Unfinished` until it is written.
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  throw Unfinished()
}

/// Returns which part of a map's highest pixels lies inside a mask, where as many are taken as the
/// mask has.
///
/// Where pixels that are equally high compete for the last places, each gets an equal part of a
/// place: the result is what a fair draw among them gives on average. Arras, Osman, Samek 2022:
/// arxiv.org/abs/2003.07258
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`; signs count.
///   - mask: 1 inside and 0 elsewhere, in the same shape.
/// - Returns: From 0 to 1.
/// - Throws: What `checkMeasurable(map:mask:)` throws; `Unfinished` until it is written.
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  throw Unfinished()
}

/// Returns how well the box around what stands out in a map fits the true box.
///
///     IoU = |box ∩ truth| / |box ∪ truth|
///
/// What stands out is the largest patch of pixels that have at least the threshold times the maximum;
/// pixels that touch at a corner are of one patch. Zhou, Khosla, Lapedriza, Oliva, Torralba 2016,
/// section 3.2: arxiv.org/abs/1512.04150
///
/// - Parameters:
///   - map: A number for each pixel, `[height, width]`.
///   - truth: The true box.
///   - threshold: The part of the maximum, above 0 and at most 1; 0.15 is usual.
/// - Returns: From 0 to 1; 0 for a map with nothing positive, which has no box.
/// - Throws: What `checkMeasurable(map:truth:threshold:)` throws; `Unfinished` until it is written.
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  throw Unfinished()
}

/// Returns how alike two maps rank their pixels: Spearman's rank correlation.
///
/// Each pixel gets a rank, the lowest one the first; pixels that are equally high share the mean of
/// the ranks that they take up together. The result is the correlation (Pearson's) of the ranks.
/// Signs count: what speaks against ranks below what says nothing.
///
/// - Parameters:
///   - a: Numbers in any shape.
///   - b: Numbers in the same shape.
/// - Returns: From −1, the opposite order, to 1, the same order; 0 where one of them is the same
///   everywhere and so has no order.
/// - Throws: What `checkComparable(_:_:)` throws; `Unfinished` until it is written.
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  throw Unfinished()
}

/// Returns a network that loses what it has learned, layer by layer: in the first one a single layer
/// is replaced by that of an untrained network, in the last one all that were asked for.
///
/// Adebayo, Gilmer, Muelly, Goodfellow, Hardt, Kim 2018: arxiv.org/abs/1810.03292
///
/// - Parameters:
///   - network: The trained network.
///   - untrained: A network of the same form with random weights.
///   - order: The places in the order in which they are replaced, as a rule from the last layer to
///     the first.
/// - Returns: As many networks as there are places; the trained one is not among them.
/// - Throws: `UnknownPlace` for the first place that one of the networks does not have; `Unfinished`
///   until it is written.
public func cascade(
  of network: Network, replacedBy untrained: Network, order: [String]
) throws -> [Network] {
  throw Unfinished()
}

/// Returns a map that wins the pointing game although hardly any of it lies inside the mask.
///
/// - Returns: A map, `[height, width]`, and a mask of the same shape; one of the map's maxima lies
///   inside, and at most 5 % of its positive part.
/// - Throws: `Unfinished` until it is written.
public func mapThatFoolsThePointingGame() throws -> MapAndMask {
  throw Unfinished()
}
