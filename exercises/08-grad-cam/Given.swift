import Layers
import Tensors

/// What a place of a network gave, and how fast a score changes with it.
public struct Capture: Equatable, Sendable {
  /// What the place gave: the channels' maps, `[N, channels, height, width]`.
  public var activation: Tensor

  /// The gradient of the score by that, in the same shape.
  public var gradient: Tensor

  /// Puts the two together.
  public init(activation: Tensor, gradient: Tensor) {
    self.activation = activation
    self.gradient = gradient
  }
}

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

/// Some rows and columns of a picture.
public struct Box: Codable, Equatable, Sendable, CustomStringConvertible {
  /// The rows, from 0 on.
  public var rows: Range<Int>

  /// The columns, from 0 on.
  public var columns: Range<Int>

  /// Makes a box of some rows and columns.
  public init(rows: Range<Int>, columns: Range<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// The rows and the columns: `rows 2..<5, columns 0..<3`.
  public var description: String { "rows \(rows), columns \(columns)" }

  /// Returns how well two boxes agree: what they share, divided by what they cover together.
  ///
  ///     IoU = |A ∩ B| / |A ∪ B|        from 0 to 1
  public func overlap(with other: Box) -> Float {
    let shared =
      rows.clamped(to: other.rows).count * columns.clamped(to: other.columns).count
    let together =
      rows.count * columns.count + other.rows.count * other.columns.count - shared
    return together == 0 ? 0 : Float(shared) / Float(together)
  }
}

/// What to throw where a network is asked for a place that it does not have.
public struct UnknownPlace: Error, Codable, Equatable, CustomStringConvertible {
  /// The place that was asked for.
  public let place: String

  /// Names the place that is missing.
  public init(_ place: String) { self.place = place }

  /// One sentence: what is missing.
  public var description: String { "the network has no place \u{201C}\(place)\u{201D}" }
}

/// What to throw where a box is asked for, and nothing in the map is above zero.
public struct NoEvidence: Error, Codable, Equatable, CustomStringConvertible {
  /// There is nothing to tell.
  public init() {}

  /// One sentence: what is missing.
  public var description: String { "nothing in the map is above zero, so there is no box" }
}

/// Returns the largest patch of a mask; pixels that touch, if only at a corner, are of one patch.
///
/// Of two equally large ones it is the first in reading order.
///
/// - Parameter mask: Pixels that are 0 or not, `[height, width]`.
/// - Returns: 1 for the pixels of the patch and 0 for all others, in the same shape.
public func largestComponent(of mask: Tensor) -> Tensor {
  let (height, width) = (mask.shape[0], mask.shape[1])
  var isLeft = mask.scalars.map { $0 != 0 }
  var largest: [Int] = []
  for start in isLeft.indices where isLeft[start] {
    var patch = [start]
    isLeft[start] = false
    var next = 0
    while next < patch.count {
      let (row, column) = (patch[next] / width, patch[next] % width)
      next += 1
      for y in max(row - 1, 0)...min(row + 1, height - 1) {
        for x in max(column - 1, 0)...min(column + 1, width - 1) where isLeft[y * width + x] {
          isLeft[y * width + x] = false
          patch.append(y * width + x)
        }
      }
    }
    if patch.count > largest.count { largest = patch }
  }
  var component = [Float](repeating: 0, count: height * width)
  for pixel in largest { component[pixel] = 1 }
  return Tensor(component, shape: [height, width])
}

/// Returns a map of what speaks for a class, in a way that sounds right and is wrong: what is
/// negative is dropped channel by channel, before the channels are added.
///
///     map = Σ over channels of relu(α · A)        right: relu(Σ over channels of α · A)
///
/// `captureThatExposesEarlyReLU()` gives a case in which it is wrong.
///
/// - Parameter capture: What a place gave, and the gradient by it.
/// - Returns: A map for each image, `[N, height, width]`, nowhere negative.
public func earlyReLU(_ capture: Capture) -> Tensor {
  let weights = capture.gradient.mean(along: 2, 3, keepingAxes: true)
  return (weights * capture.activation).relu().sum(along: 1)
}
