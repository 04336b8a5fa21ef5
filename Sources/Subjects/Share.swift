import Explanations
import Tensors

/// Returns the part of a map that lies inside a region; what speaks against counts for nothing.
///
///     share = Σ max(m, 0) · region / Σ max(m, 0)
///
/// A map without any idea gets what the region has of the area.
///
/// - Parameters:
///   - map: A number for each place, `[height, width]`; axes of size 1 may stand in front.
///   - region: 1 inside and 0 elsewhere, of the map's height and width.
/// - Returns: From 0 to 1; 0 for a map with nothing positive.
public func share(of map: Tensor, inside region: Tensor) -> Double {
  let sides = Array(map.shape.suffix(2))
  precondition(
    map.rank >= 2 && map.count == sides[0] * sides[1] && Array(region.shape.suffix(2)) == sides
      && region.count == map.count,
    "the share of a map \(map.shape) inside a region \(region.shape): both are one plane of one size"
  )
  let positive = map.reshaped(to: sides).relu()
  let all = positive.sum().scalar
  return all == 0 ? 0 : Double((positive * region.reshaped(to: sides)).sum().scalar / all)
}

/// Returns the part of a map that lies inside a box; what speaks against counts for nothing.
///
/// - Parameters:
///   - map: A number for each place, `[height, width]`; axes of size 1 may stand in front.
///   - box: Rows and columns of the map.
/// - Returns: From 0 to 1; 0 for a map with nothing positive.
public func share(of map: Tensor, inside box: Box) -> Double {
  let (height, width) = (map.shape[map.rank - 2], map.shape[map.rank - 1])
  precondition(
    box.rows.upperBound <= height && box.columns.upperBound <= width,
    "the box of \(box) reaches beyond a map of \(height) × \(width)")
  let region = Tensor.ones([box.rows.count, box.columns.count]).padded([
    (box.rows.lowerBound, height - box.rows.upperBound),
    (box.columns.lowerBound, width - box.columns.upperBound),
  ])
  return share(of: map, inside: region)
}
