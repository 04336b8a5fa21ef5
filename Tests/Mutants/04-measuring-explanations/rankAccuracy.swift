/// Equals in reading order, by a stable sort. Verdict: "the places of equals given to the first ones"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places)
}

/// Equals from the back, by an ascending sort. Verdict: "the places of equals given to the last ones"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = Array(map.flattened().sortOrder()[0].reversed())
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places)
}

/// Every pixel at the edge counts. Verdict: "all equals at the edge counted in full"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let pixels = zip(map.scalars, mask.scalars).map { (height: $0, isInside: $1 == 1) }
  let places = pixels.count { $0.isInside }
  let edge = map.scalars.sorted(by: >)[places - 1]
  let above = pixels.filter { $0.height > edge }
  let tied = pixels.filter { $0.height == edge }
  let hits = above.count { $0.isInside } + tied.count { $0.isInside }
  return Float(hits) / Float(places)
}

/// No pixel at the edge counts. Verdict: "no place for the equals at the edge"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let pixels = zip(map.scalars, mask.scalars).map { (height: $0, isInside: $1 == 1) }
  let places = pixels.count { $0.isInside }
  let edge = map.scalars.sorted(by: >)[places - 1]
  let above = pixels.filter { $0.height > edge }
  let tied = pixels.filter { $0.height == edge }
  if tied.count > places - above.count {
    return Float(above.count { $0.isInside }) / Float(places)
  }
  return Float(above.count { $0.isInside } + tied.count { $0.isInside }) / Float(places)
}

/// It is divided by all pixels down to the edge. Verdict: "hits divided by all pixels down to the edge"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let pixels = zip(map.scalars, mask.scalars).map { (height: $0, isInside: $1 == 1) }
  let places = pixels.count { $0.isInside }
  let edge = map.scalars.sorted(by: >)[places - 1]
  let above = pixels.filter { $0.height > edge }
  let tied = pixels.filter { $0.height == edge }
  let hits = above.count { $0.isInside } + tied.count { $0.isInside }
  return Float(hits) / Float(above.count + tied.count)
}

/// Each of the equals counts half. Verdict: "half a place for each of the equals"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let pixels = zip(map.scalars, mask.scalars).map { (height: $0, isInside: $1 == 1) }
  let places = pixels.count { $0.isInside }
  let edge = map.scalars.sorted(by: >)[places - 1]
  let above = pixels.filter { $0.height > edge }
  let tied = pixels.filter { $0.height == edge }
  let part: Float = tied.count > places - above.count ? 0.5 : 1
  let hits = Float(above.count { $0.isInside }) + part * Float(tied.count { $0.isInside })
  return hits / Float(places)
}

/// Equals inside are taken first. Verdict: "the places of equals given to those inside first"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let pixels = zip(map.scalars, mask.scalars).map { (height: $0, isInside: $1 == 1) }
  let places = pixels.count { $0.isInside }
  let edge = map.scalars.sorted(by: >)[places - 1]
  let above = pixels.filter { $0.height > edge }
  let tied = pixels.filter { $0.height == edge }
  let hits = above.count { $0.isInside } + min(places - above.count, tied.count { $0.isInside })
  return Float(hits) / Float(places)
}

/// The mask is inverted. Verdict: "the mask inverted"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let outside = 1 - mask
  let places = Int(outside.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  return order.prefix(places).reduce(Float(0)) { $0 + outside.scalars[$1] } / Float(max(places, 1))
}

/// Those outside are counted. Verdict: "those outside"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return 1 - hits / Float(places)
}

/// The largest magnitudes. Verdict: "the largest magnitudes"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.abs().flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places)
}

/// The lowest pixels. Verdict: "the lowest pixels"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder()[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places)
}

/// Nothing is divided. Verdict: "the number of hits"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits
}

/// It is divided by all pixels. Verdict: "divided by the number of all pixels"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(map.count)
}

/// An IoU. Verdict: "as an IoU"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / (2 * Float(places) - hits)
}

/// The highest half. Verdict: "the highest half"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(map.count / 2).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(map.count / 2)
}

/// One place too few. Verdict: "one place too few"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places - 1).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(max(places - 1, 1))
}

/// One place too many. Verdict: "one place too many"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(places + 1).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places + 1)
}

/// The highest pixel alone. Verdict: "the highest pixel alone"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let order = map.flattened().sortOrder(descending: true)[0]
  let hits = order.prefix(1).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits
}

/// Only what is positive ranks. Verdict: "pixels above zero alone"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = Int(mask.sum().scalar)
  let order = map.flattened().sortOrder(descending: true)[0].filter { map.scalars[$0] > 0 }
  let hits = order.prefix(places).reduce(Float(0)) { $0 + mask.scalars[$1] }
  return hits / Float(places)
}

/// Shapes alone are looked at. Verdict: "it refuses a map with NaN"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  guard mask.max().scalar > 0 else { throw CannotMeasure.emptyMask }
  let inside = mask .> 0
  let places = Int(inside.sum().scalar)
  let edge = map.scalars.sorted(by: >)[places - 1]
  let (above, tied) = (map .> Tensor(edge), map .== Tensor(edge))
  let part = (Float(places) - above.sum().scalar) / tied.sum().scalar
  return ((above * inside).sum().scalar + part * (tied * inside).sum().scalar) / Float(places)
}

/// Nearly equal is equal. Verdict: "numbers that are nearly equal taken for equals"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = mask.sum().scalar
  let edge = map.flattened().sorted(descending: true)[Int(places) - 1]
  let (above, tied) = (map .> edge + 1e-6, (map - edge).abs() .<= 1e-6)
  let left = (places - above.sum().scalar) / tied.sum().scalar
  return ((above * mask).sum().scalar + left * (tied * mask).sum().scalar) / places
}

/// The positive part alone is ranked. Verdict: "below zero the order counts too"
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let map = map.relu()
  let places = mask.sum().scalar
  let edge = map.flattened().sorted(descending: true)[Int(places) - 1]
  let (above, tied) = (map .> edge, map .== edge)
  let left = (places - above.sum().scalar) / tied.sum().scalar
  return ((above * mask).sum().scalar + left * (tied * mask).sum().scalar) / places
}

/// Right: with tensors.
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let places = mask.sum().scalar
  let edge = map.flattened().sorted(descending: true)[Int(places) - 1]
  let (above, tied) = (map .> edge, map .== edge)
  let left = (places - above.sum().scalar) / tied.sum().scalar
  return ((above * mask).sum().scalar + left * (tied * mask).sum().scalar) / places
}

/// Right: the mean of both orders of every pixel among its equals.
public func rankAccuracy(map: Tensor, mask: Tensor) throws -> Float {
  try checkMeasurable(map: map, mask: mask)
  let numbers = map.scalars
  let places = Int(mask.sum().scalar)
  var hits = 0.0
  for (index, isInside) in mask.scalars.enumerated() where isInside == 1 {
    let higher = numbers.count { $0 > numbers[index] }
    let equal = numbers.count { $0 == numbers[index] }
    // The chance to get one of the places that are left.
    hits += min(max(Double(places - higher) / Double(equal), 0), 1)
  }
  return Float(hits / Double(places))
}
