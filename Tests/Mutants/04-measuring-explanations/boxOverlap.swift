/// All that stands out is in the box. Verdict: "the box of all that stands out"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = map .>= Tensor(threshold * highest)
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The patch with the maximum. Verdict: "the patch with the maximum"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let (width, peak) = (map.shape[1], map.argmax())
  var patch = map * 0
  let isHigh = (map .>= Tensor(threshold * highest)).scalars
  var numbers = patch.scalars
  numbers[peak] = 1
  for _ in numbers.indices {
    for place in numbers.indices where isHigh[place] == 1 && numbers[place] == 0 {
      let near = numbers.indices.contains { other in
        numbers[other] == 1 && abs(other / width - place / width) <= 1
          && abs(other % width - place % width) <= 1
      }
      if near { numbers[place] = 1 }
    }
  }
  patch = Tensor(numbers, shape: map.shape)
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// There is no threshold. Verdict: "of what is positive, without a threshold"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  guard map.max().scalar > 0 else { return 0 }
  let patch = largestComponent(of: map .> 0)
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The map is taken for a mask. Verdict: "of what is not 0, without a threshold"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  guard map.max().scalar > 0 else { return 0 }
  let patch = largestComponent(of: map)
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// Above the threshold alone. Verdict: "pixels above the threshold alone"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .> Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The end of the box is its last pixel. Verdict: "a box that ends one row and one column too early"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<max(places.last ?? 0, places.first ?? 0)
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The box ends one pixel too late. Verdict: "a box that ends one row and one column too late"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 2
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The threshold is no part of anything. Verdict: "the threshold itself"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The threshold lies between the lowest and the highest number. Verdict: "the threshold between the lowest and the highest"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let lowest = map.min().scalar
  let patch = largestComponent(of: map .>= Tensor(lowest + threshold * (highest - lowest)))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The magnitudes stand out. Verdict: "the magnitudes; what speaks against does not stand out"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let sizes = map.abs()
  let highest = sizes.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: sizes .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// Rows and columns are exchanged. Verdict: "rows and columns exchanged"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 0)), columns: extent(patch.max(along: 1)))
  return box.overlap(with: truth)
}

/// The pixels of the patch are compared with the box. Verdict: "the pixels of the patch beside the box"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  let width = map.shape[1]
  var (shared, together) = (0, truth.rows.count * truth.columns.count)
  for (place, isInside) in patch.scalars.enumerated() where isInside == 1 {
    if truth.rows.contains(place / width) && truth.columns.contains(place % width) {
      shared += 1
    } else {
      together += 1
    }
  }
  return Float(shared) / Float(together)
}

/// Divided by the true box alone. Verdict: "divided by the true box alone"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  let shared = box.rows.clamped(to: truth.rows).count * box.columns.clamped(to: truth.columns).count
  return Float(shared) / Float(truth.rows.count * truth.columns.count)
}

/// Divided by the map's box alone. Verdict: "divided by the box of the map alone"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  let shared = box.rows.clamped(to: truth.rows).count * box.columns.clamped(to: truth.columns).count
  return Float(shared) / Float(box.rows.count * box.columns.count)
}

/// Dice. Verdict: "(Dice)"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  let shared = box.rows.clamped(to: truth.rows).count * box.columns.clamped(to: truth.columns).count
  let both = box.rows.count * box.columns.count + truth.rows.count * truth.columns.count
  return 2 * Float(shared) / Float(both)
}

/// Not divided. Verdict: "the number of pixels that both share"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return Float(
    box.rows.clamped(to: truth.rows).count * box.columns.clamped(to: truth.columns).count)
}

/// A map with nothing positive has the whole picture for a box. Verdict: "the whole map for a box"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = max(map.max().scalar, 0)
  let patch = largestComponent(of: map.relu() .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// The threshold is not looked at. Verdict: "it refuses a threshold of 0"
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  func extent(_ filled: Tensor) -> Range<Int> {
    let places = filled.scalars.indices.filter { filled.scalars[$0] > 0 }
    return (places.first ?? 0)..<(places.last ?? -1) + 1
  }
  let box = Box(rows: extent(patch.max(along: 1)), columns: extent(patch.max(along: 0)))
  return box.overlap(with: truth)
}

/// Right: pixel by pixel.
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  let highest = map.max().scalar
  guard highest > 0 else { return 0 }
  let patch = largestComponent(of: map .>= Tensor(threshold * highest))
  let width = map.shape[1]
  var (top, bottom, left, right) = (Int.max, -1, Int.max, -1)
  for (place, isInside) in patch.scalars.enumerated() where isInside != 0 {
    top = min(top, place / width)
    bottom = max(bottom, place / width)
    left = min(left, place % width)
    right = max(right, place % width)
  }
  let (rows, columns) = (truth.rows, truth.columns)
  let across = min(right + 1, columns.upperBound) - max(left, columns.lowerBound)
  let down = min(bottom + 1, rows.upperBound) - max(top, rows.lowerBound)
  let shared = max(0, across) * max(0, down)
  let own = (bottom + 1 - top) * (right + 1 - left)
  return Float(shared) / Float(own + truth.rows.count * truth.columns.count - shared)
}

/// Right: the map is divided by its maximum.
public func boxOverlap(map: Tensor, truth: Box, threshold: Float) throws -> Float {
  try checkMeasurable(map: map, truth: truth, threshold: threshold)
  if map.max().scalar <= 0 { return 0 }
  let patch = largestComponent(of: map / map.max() .>= Tensor(threshold))
  let rows = (0..<map.shape[0]).filter { patch[$0].max().scalar == 1 }
  let columns = (0..<map.shape[1]).filter { patch[.all, $0].max().scalar == 1 }
  guard let top = rows.first, let bottom = rows.last else { return 0 }
  guard let left = columns.first, let right = columns.last else { return 0 }
  return Box(rows: top..<bottom + 1, columns: left..<right + 1).overlap(with: truth)
}
