/// The mask is inverted. Verdict: "a highest pixel lies outside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .== map.max()
  return (peaks * (1 - mask)).max().scalar > 0
}

/// The largest magnitude counts. Verdict: "the largest magnitude"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let sizes = map.abs()
  let peaks = sizes .== sizes.max()
  return (peaks * mask).max().scalar > 0
}

/// Of several maxima the first one alone. Verdict: "the first of the highest pixels alone"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  return mask.flattened()[map.argmax()].scalar == 1
}

/// Of several maxima the last one alone. Verdict: "the last of the highest pixels alone"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let last = map.scalars.lastIndex(of: map.max().scalar) ?? 0
  return mask.scalars[last] == 1
}

/// All maxima must lie inside. Verdict: "whether all of the highest pixels lie inside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .== map.max()
  return (peaks * mask).sum().scalar == peaks.sum().scalar
}

/// The lowest pixel is asked for. Verdict: "the lowest pixel"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .== map.min()
  return (peaks * mask).max().scalar > 0
}

/// Most of the mass decides. Verdict: "whether most of the map lies inside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  return 2 * (positive * mask).sum().scalar > positive.sum().scalar
}

/// Anything positive inside is a hit. Verdict: "whether anything positive lies inside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  return (map * mask).max().scalar > 0
}

/// The map times the mask has the maximum, which a map below zero never has. Verdict: "whether the peak is positive and inside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  return map.max().scalar > 0 && (map * mask).max().scalar == map.max().scalar
}

/// The positive part alone has a peak. Verdict: "a map that is negative everywhere has a peak as well"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let positive = map.relu()
  return ((positive .== positive.max()) * mask).max().scalar > 0
}

/// Exactly one peak must lie inside. Verdict: "whether exactly one highest pixel lies inside"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .== map.max()
  return (peaks * mask).sum().scalar == 1
}

/// Nearly the highest is high enough. Verdict: "not what it should be"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .>= map.max() - 1e-5
  return (peaks * mask).max().scalar > 0
}

/// Nothing is refused. Verdict: "it refuses a map with NaN"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  let peaks = map .== map.max()
  return (peaks * mask).max().scalar > 0
}

/// An empty mask is a miss. Verdict: "it refuses an empty mask"
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  guard mask.max().scalar > 0 else { return false }
  try checkMeasurable(map: map, mask: mask)
  let peaks = map .== map.max()
  return (peaks * mask).max().scalar > 0
}

/// Right: pixel by pixel.
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  var highest = -Float.infinity
  for height in map.scalars where height > highest { highest = height }
  for (height, isInside) in zip(map.scalars, mask.scalars) where height == highest {
    if isInside == 1 { return true }
  }
  return false
}

/// Right: nothing outside is higher than the highest inside.
public func pointingGame(map: Tensor, mask: Tensor) throws -> Bool {
  try checkMeasurable(map: map, mask: mask)
  let inside = zip(map.scalars, mask.scalars).filter { $0.1 == 1 }.map { $0.0 }
  let outside = zip(map.scalars, mask.scalars).filter { $0.1 == 0 }.map { $0.0 }
  guard let best = inside.max() else { return false }
  guard let rival = outside.max() else { return true }
  return best >= rival
}
