import Tensors

/// Returns whether a map is highest inside a region: the pointing game.
///
/// Where several pixels are equally high, one of them inside is enough.
///
/// - Parameters:
///   - map: A number for each place, `[height, width]`; axes of size 1 may stand in front.
///   - region: 1 inside and 0 elsewhere, of the map's height and width.
/// - Returns: Whether the peak, or one of several, lies inside.
public func hasPeak(_ map: Tensor, inside region: Tensor) -> Bool {
  let sides = Array(map.shape.suffix(2))
  precondition(
    map.rank >= 2 && map.count == sides[0] * sides[1] && Array(region.shape.suffix(2)) == sides
      && region.count == map.count,
    "the peak of a map \(map.shape) inside a region \(region.shape): both are one plane of one size"
  )
  let (heights, inside) = (map.scalars, region.scalars)
  let highest = heights.max() ?? 0
  return zip(heights, inside).contains { $0 == highest && $1 != 0 }
}
