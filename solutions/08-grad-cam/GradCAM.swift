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
  (weights[target].reshaped(to: [-1, 1, 1]) * features).sum(along: 1)
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
  var found: Tensor?
  let logits = network(x) { name, activation in
    guard name == place else { return activation }
    let tracked = activation.tracked()
    found = tracked
    return tracked
  }
  guard let found else { throw UnknownPlace(place) }
  return Capture(
    activation: found.detached(),
    gradient: gradient(of: logits[.all, target].sum(), withRespectTo: found))
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
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).sum(along: 1)
}

/// Returns the part of a map that speaks for a class, and says so where there is none.
///
///     relu(map)        some: a number above 0        onlyAgainst: none, but one below 0
///
/// - Parameter map: The map of one image with signs, `[height, width]`.
/// - Returns: What is above zero, in the same shape and scale, and what was found.
/// - Throws: `Unfinished` until it is written.
public func heatmap(from map: Tensor) throws -> Heatmap {
  let evidence: Heatmap.Evidence =
    if map.max().scalar > 0 { .some } else if map.min().scalar < 0 { .onlyAgainst } else { .none }
  return Heatmap(map: map.relu(), evidence: evidence)
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
  // What each old pixel gives to each new one, along one axis; a row adds up to 1.
  func shares(from size: Int, to count: Int) -> Tensor {
    var shares = [Float](repeating: 0, count: count * size)
    for new in 0..<count {
      let place = (Float(new) + 0.5) * Float(size) / Float(count) - 0.5
      let inside = min(max(place, 0), Float(size - 1))
      let before = Int(inside)
      let fraction = inside - Float(before)
      shares[new * size + before] += 1 - fraction
      shares[new * size + min(before + 1, size - 1)] += fraction
    }
    return Tensor(shares, shape: [count, size])
  }
  let rows = shares(from: map.shape[map.rank - 2], to: height)
  let columns = shares(from: map.shape[map.rank - 1], to: width)
  return rows.matmul(map).matmul(columns, transposing: .right)
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
  let (height, width) = (fine.shape[fine.rank - 2], fine.shape[fine.rank - 1])
  return try fine * upsampled(map.relu(), height: height, width: width).insertingAxis(at: -3)
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
  let highest = map.max().scalar
  guard highest > 0 else { throw NoEvidence() }
  let patch = largestComponent(of: map .>= Tensor(fraction * highest))
  // The first and the last that are not empty.
  func extent(_ counts: Tensor) -> Range<Int> {
    let filled = counts.scalars.indices.filter { counts.scalars[$0] > 0 }
    return (filled.first ?? 0)..<(filled.last ?? -1) + 1
  }
  return Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
}

/// Returns a capture on which `earlyReLU` is wrong: it lights up a pixel of which the channels
/// together say that it speaks against the class.
///
///     Σ over channels of α · A < 0  there, and yet  Σ over channels of relu(α · A) > 0
///
/// - Returns: One image of at least two channels, `[1, channels, height, width]`.
/// - Throws: `Unfinished` until it is written.
public func captureThatExposesEarlyReLU() throws -> Capture {
  Capture(activation: [[[[1]], [[2]]]], gradient: [[[[1]], [[-1]]]])
}
