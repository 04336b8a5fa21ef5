import Tensors

/// One of the four tiles of a 2 × 2 grid of pictures.
public enum Quarter: Int, CaseIterable, Sendable {
  case upperLeft, upperRight, lowerLeft, lowerRight

  /// Puts four pictures of one size into a 2 × 2 grid, in reading order.
  ///
  /// - Parameter pictures: Four tensors `[…, H, W]`.
  /// - Returns: `[…, 2 H, 2 W]`, nothing scaled.
  public static func grid(of pictures: [Tensor]) -> Tensor {
    precondition(pictures.count == 4, "a grid has four pictures, not \(pictures.count)")
    let rows = [pictures[0...1], pictures[2...3]].map { row in
      Tensor.concatenated(Array(row), along: -1)
    }
    return .concatenated(rows, along: -2)
  }

  /// The quarter's pixels: 1 inside and 0 elsewhere, `[height, width]`, both even.
  public func mask(height: Int, width: Int) -> Tensor {
    precondition(
      height % 2 == 0 && width % 2 == 0,
      "a map of \(height) × \(width) cannot be cut into quarters; resize it to even sides")
    let (half, across) = (height / 2, width / 2)
    let (above, before) = (rawValue / 2 * half, rawValue % 2 * across)
    return Tensor.ones([half, across]).padded([
      (above, half - above), (before, across - before),
    ])
  }

  /// The part of a map that falls into the quarter; 0.25 is what a map without any idea gets.
  ///
  ///     share = Σ max(m, 0) inside / Σ max(m, 0)
  ///
  /// A map of channels is given as its magnitudes, summed: `gradient.abs().sum(along: 1)`.
  ///
  /// - Parameter map: `[H, W]` or `[1, H, W]` at any resolution with even sides.
  /// - Returns: From 0 to 1; 0 for a map with nothing positive.
  public func share(of map: Tensor) -> Float {
    precondition(
      map.rank == 2 || map.rank == 3 && map.shape[0] == 1,
      "the share is of one map, [height, width], not \(map.shape)")
    let (height, width) = (map.shape[map.rank - 2], map.shape[map.rank - 1])
    let positive = map.detached().reshaped(to: [height, width]).relu()
    let all = positive.sum().scalar
    return all == 0 ? 0 : (positive * mask(height: height, width: width)).sum().scalar / all
  }
}
