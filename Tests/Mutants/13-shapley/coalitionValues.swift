/// x is added to the baseline. Verdict: "x added to the baseline"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Only the first row of the background is used. Verdict: "the first row of the background alone"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let background = background[0..<1]
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// What does not fill a chunk is lost. Verdict: "227 instead of 301"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let last = masks.shape[0] < chunk ? 1 : masks.shape[0] / chunk * chunk
  let starts = stride(from: 0, to: last, by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The row is made by adding the difference. Verdict: "x is lost to rounding"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = background + present * (x - background)
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The absent come from x. Verdict: "the absent from x"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = (1 - present) * x + present * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The background is averaged before the score. Verdict: "the score at the mean of the background"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let background = background.mean(along: 0, keepingAxes: true)
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The value of nobody is taken off. Verdict: "the difference to nobody at all"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0) - (try score(background)).mean()
}

/// Each coalition meets one row of the background. Verdict: "each coalition with one row"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end]
    if present.shape[0] == rows {
      return try score(present * x + (1 - present) * background)
    }
    let apart = present.insertingAxis(at: 1)
    let mixed = apart * x + (1 - apart) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Masks are not looked at. Verdict: "the score of x alone"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = 0 * present + x + 0 * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The scores are added up over the background. Verdict: "the sum over the background"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).sum(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Absent features are zero. Verdict: "zero for the absent"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + 0 * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// A feature that is 0 in x is taken for absent. Verdict: "a feature that is 0 in x taken for absent"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let own = present * x
    let mixed = own + (own .== 0) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Only the first hundred rows are used, as a default of shap has it. Verdict: "the first hundred rows"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let background = background[0..<min(100, background.shape[0])]
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Only as many rows are used as fit into a chunk. Verdict: "the first 2,048 rows"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let background = background[0..<min(2048, background.shape[0])]
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// The mean is divided as a whole number. Verdict: "1 / 3 is 0 in Swift"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [-1, rows]).sum(along: 1)
      * Tensor(Float(1 / rows))
  }
  return .concatenated(values, along: 0)
}

/// The scores are taken apart the wrong way. Verdict: "the mean over the wrong axis"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    return try score(mixed.reshaped(to: [-1, features])).reshaped(to: [rows, -1]).mean(along: 0)
  }
  return .concatenated(values, along: 0)
}

/// What is no number is left out of the mean. Verdict: "of which one is NaN is NaN"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = try starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    let scores = try score(mixed.reshaped(to: [-1, features])).scalars
    return Tensor(
      (0..<(end - start)).map { coalition in
        let own = scores[(coalition * rows)..<((coalition + 1) * rows)].filter { !$0.isNaN }
        return own.reduce(0, +) / Float(own.count)
      })
  }
  return .concatenated(values, along: 0)
}

/// A score that refuses is taken to be 0. Verdict: "the same one"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let (rows, features) = (background.shape[0], background.shape[1])
  // Some two thousand rows at a time, which a network holds in the processor's cache.
  let chunk = max(1, 2048 / rows)
  let starts = stride(from: 0, to: masks.shape[0], by: chunk)
  let values = starts.map { start in
    let end = min(start + chunk, masks.shape[0])
    let present = masks[start..<end].insertingAxis(at: 1)
    let mixed = present * x + (1 - present) * background
    let scores = try? score(mixed.reshaped(to: [-1, features]))
    return (scores ?? .zeros([(end - start) * rows])).reshaped(to: [-1, rows]).mean(along: 1)
  }
  return .concatenated(values, along: 0)
}

/// Right: one coalition after the other.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  var values: [Tensor] = []
  for coalition in 0..<masks.shape[0] {
    let mask = masks[coalition]
    let rows = x * mask + background * (1 - mask)
    values.append(try score(rows).mean())
  }
  return Tensor.stacked(values, along: 0)
}

/// Right: all rows at once, number by number.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let features = x.shape[1]
  let own = x.scalars
  let others = background.scalars
  let present = masks.scalars
  var mixed: [Float] = []
  for coalition in 0..<masks.shape[0] {
    for row in 0..<background.shape[0] {
      for feature in 0..<features {
        let isThere = present[coalition * features + feature] == 1
        mixed.append(isThere ? own[feature] : others[row * features + feature])
      }
    }
  }
  let scores = try score(Tensor(mixed).reshaped(to: [-1, features])).scalars
  return Tensor(
    (0..<masks.shape[0]).map { coalition in
      let start = coalition * background.shape[0]
      let sum = scores[start..<start + background.shape[0]].reduce(0.0) { $0 + Double($1) }
      return Float(sum / Double(background.shape[0]))
    })
}

/// Right: one row of the background after the other, and the mean kept up to date.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  var mean = Tensor.zeros([masks.shape[0]])
  for row in 0..<background.shape[0] {
    let rows = background[row].broadcast(to: masks.shape).replacing(
      with: x.broadcast(to: masks.shape), where: masks .> 0.5)
    mean += (try score(rows) - mean) / Tensor(Float(row + 1))
  }
  return mean
}

/// The largest score counts. Verdict: "the largest score over the background"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let rows = try (0..<masks.shape[0]).map { m -> Tensor in
    let mixed = masks[m] * x + (1 - masks[m]) * background
    return try score(mixed).max()
  }
  return Tensor.stacked(rows, along: 0)
}

/// Masks and background are both laid end to end. Verdict: "laid end to end"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let b = background.shape[0], m = masks.shape[0]
  let big = Tensor.concatenated((0..<b).map { _ in masks }, along: 0)
  let bg = Tensor.concatenated((0..<m).map { _ in background }, along: 0)
  let s = try score(big * x + (1 - big) * bg)
  return s.reshaped(to: [m, b]).mean(along: 1)
}

/// The absent come from the median of the background. Verdict: "at the median of the background"
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  let middle = background.quantile(0.5, along: 0)
  return try score(masks * x + (1 - masks) * middle)
}

/// Right: the present columns are written over a copy of the background.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  var values: [Float] = []
  let f = x.shape[1]
  for m in 0..<masks.shape[0] {
    var rows = background.scalars
    for j in 0..<f where masks[m, j].scalar != 0 {
      for b in 0..<background.shape[0] { rows[b * f + j] = x[0, j].scalar }
    }
    let s = try score(Tensor(rows, shape: background.shape)).scalars
    values.append(Float(s.map(Double.init).reduce(0, +) / Double(s.count)))
  }
  return Tensor(values)
}
