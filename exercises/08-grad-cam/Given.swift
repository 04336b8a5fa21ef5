import Explanations
import Tensors

/// The part of a map that speaks for a class, and whether there is any.
public struct Heatmap: Equatable, Sendable {
  /// Whether anything speaks for the class, which a picture of zeros could not tell.
  public enum Evidence: String, CaseIterable, Codable, Sendable {
    /// Some of the map speaks for the class.
    case some
    /// Nothing speaks for the class, and something against it.
    case onlyAgainst
    /// The map is zero everywhere: nothing speaks for the class, and nothing against it.
    case none
  }

  /// The map without what is negative, `[height, width]`.
  public var map: Tensor

  /// What the map was made of.
  public var evidence: Evidence

  /// Puts the two together.
  public init(map: Tensor, evidence: Evidence) {
    self.map = map
    self.evidence = evidence
  }
}

/// What to throw where a map holds NaN: a picture of it would look like one without evidence.
public struct NotANumber: Error, Codable, Equatable, CustomStringConvertible {
  /// There is nothing to tell.
  public init() {}

  /// One sentence: what is wrong with the map.
  public var description: String { "a number of the map is NaN, so it shows nothing" }
}

/// What is thrown where a box is asked for, and nothing in the map is above zero.
public struct NoEvidence: Error, Codable, Equatable, CustomStringConvertible {
  /// There is nothing to tell.
  public init() {}

  /// One sentence: what is missing.
  public var description: String { "nothing in the map is above zero, so there is no box" }
}

/// Returns a map of what speaks for a class, in a way that sounds right and is wrong: what is
/// negative is dropped channel by channel, before the channels are added.
///
///     map = Σ over channels of relu(α · A)        right: relu(Σ over channels of α · A)
///
/// `captureThatExposesEarlyReLU()` gives a case in which it is wrong.
///
/// - Parameter capture: A layer's output, and the gradient of the logit with respect to it.
/// - Returns: A map for each image, `[N, height, width]`, nowhere negative.
public func earlyReLU(_ capture: Capture) -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).relu().sum(along: 1)
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
/// - Throws: `Unfinished` until `upsampled(_:height:width:)` is written.
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
/// - Throws: `NoEvidence` where nothing in the map is above zero.
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
