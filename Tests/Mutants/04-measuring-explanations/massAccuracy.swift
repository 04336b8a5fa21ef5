/// The mask is inverted. Verdict: "the mask inverted"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let all = positive.sum().scalar
  return all == 0 ? 0 : (positive * (1 - mask)).sum().scalar / all
}

/// Negative evidence is in the mass. Verdict: "what speaks against taken off, inside and in all"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let all = map.sum().scalar
  return all == 0 ? 0 : (map * mask).sum().scalar / all
}

/// The magnitudes are the mass. Verdict: "the magnitudes; what speaks against is no mass"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let sizes = map.abs()
  let all = sizes.sum().scalar
  return all == 0 ? 0 : (sizes * mask).sum().scalar / all
}

/// Negative evidence is taken off inside alone. Verdict: "what speaks against taken off inside alone"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let all = positive.sum().scalar
  return all == 0 ? 0 : (map * mask).sum().scalar / all
}

/// Magnitudes inside, the positive part in all. Verdict: "what speaks against counted inside alone"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let all = map.relu().sum().scalar
  return all == 0 ? 0 : (map.abs() * mask).sum().scalar / all
}

/// Negative evidence is taken off in all alone. Verdict: "what speaks against taken off in all alone"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let all = map.sum().scalar
  return all == 0 ? 0 : (positive * mask).sum().scalar / all
}

/// Negative evidence counts in all alone. Verdict: "what speaks against counted in all alone"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let all = map.abs().sum().scalar
  return all == 0 ? 0 : (map.relu() * mask).sum().scalar / all
}

/// Nothing is divided. Verdict: "the mass inside, not divided by anything"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  return (map.relu() * mask).sum().scalar
}

/// It is divided by the size of the mask. Verdict: "divided by the number of its pixels"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  return (map.relu() * mask).sum().scalar / mask.sum().scalar
}

/// Means are compared. Verdict: "the mean inside divided by the mean of all"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let all = positive.sum().scalar
  guard all > 0 else { return 0 }
  return (positive * mask).sum().scalar / mask.sum().scalar / positive.mean().scalar
}

/// It is divided by what lies outside. Verdict: "divided by the mass outside"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let outside = (positive * (1 - mask)).sum().scalar
  return outside == 0 ? 1 : (positive * mask).sum().scalar / outside
}

/// Energy is taken for squares. Verdict: "the squares of what is positive"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let squares = map.relu().squared()
  let all = squares.sum().scalar
  return all == 0 ? 0 : (squares * mask).sum().scalar / all
}

/// The map is brought to 0…1 first. Verdict: "brought to 0…1 first"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let (low, high) = (map.min(), map.max())
  guard high.scalar > low.scalar else { return mask.mean().scalar }
  let scaled = (map - low) / (high - low)
  return (scaled * mask).sum().scalar / scaled.sum().scalar
}

/// Pixels are counted. Verdict: "a number of pixels"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map .> 0
  let all = positive.sum().scalar
  return all == 0 ? 0 : (positive * mask).sum().scalar / all
}

/// What speaks against is shared out. Verdict: "the part that speaks against"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let against = (-map).relu()
  let all = against.sum().scalar
  return all == 0 ? 0 : (against * mask).sum().scalar / all
}

/// A map that says nothing is 0 / 0. Verdict: "the result is a number"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  return ((positive * mask).sum() / positive.sum()).scalar
}

/// A map that says nothing gets what a flat one would. Verdict: "what a flat map would get"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  let all = positive.sum().scalar
  return all == 0 ? mask.mean().scalar : (positive * mask).sum().scalar / all
}

/// A small number stands below the line. Verdict: "which drowns a weak map"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  return ((positive * mask).sum() / (positive.sum() + 1e-8)).scalar
}

/// Nothing is refused. Verdict: "it refuses a map with NaN"
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  let positive = map.relu()
  let all = positive.sum().scalar
  return all == 0 ? 0 : (positive * mask).sum().scalar / all
}

/// Right: pixel by pixel, in Double.
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  var (inside, all) = (0.0, 0.0)
  for (height, isInside) in zip(map.scalars, mask.scalars) where height > 0 {
    all += Double(height)
    if isInside == 1 { inside += Double(height) }
  }
  guard all > 0 else { return 0 }
  return Float(inside / all)
}

/// Right: scaled by the highest first, and the negative part replaced.
public func massAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let highest = map.max()
  if highest.scalar <= 0 { return 0 }
  let parts = Tensor.maximum(map / highest, 0)
  return ((parts * mask).sum() / parts.sum()).scalar
}
