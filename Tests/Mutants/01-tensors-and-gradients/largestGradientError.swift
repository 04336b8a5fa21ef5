/// The difference is divided by the step, not by twice the step. Verdict: "from x − h to x + h it is 2h"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / step)
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// A claim that is not a number passes. Verdict: "so is the error: NaN"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  var largest: Float = 0
  for (claim, slope) in zip(claimed.scalars, slopes) where abs(claim - slope) > largest {
    largest = abs(claim - slope)
  }
  return largest
}

/// A number stays moved when the next one moves. Verdict: "not put back before the next one moves"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  var moved = numbers
  for element in numbers.indices {
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// The difference is taken in one direction. Verdict: "(f(x + h) − f(x)) / h"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element]
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / step)
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// The error keeps its sign. Verdict: "with its sign kept"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  return (claimed - Tensor(slopes, shape: x.shape)).max().scalar
}

/// The largest of a list passes over NaN, unless it stands first. Verdict: "so is the error: NaN"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  let errors = zip(claimed.scalars, slopes).map { abs($0 - $1) }
  return errors.max() ?? 0
}

/// NaN is looked for in the first number alone. Verdict: "so is the error: NaN"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  if claimed.scalars[0].isNaN { return .nan }
  return zip(claimed.scalars, slopes).map { abs($0 - $1) }.max() ?? 0
}

/// A claim that is not finite is passed over. Verdict: "so is the error"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  let errors = zip(claimed.scalars, slopes).map { abs($0 - $1) }
  if errors.contains(where: \.isNaN) { return .nan }
  return errors.filter(\.isFinite).max() ?? 0
}

/// Right: the error is compared at once, and NaN is returned where it is met.
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  var largest: Float = 0
  for element in 0..<x.count {
    var shift = [Float](repeating: 0, count: x.count)
    shift[element] = step
    let h = Tensor(shift, shape: x.shape)
    let difference = try function(x + h).sum().scalar - function(x - h).sum().scalar
    let error = abs(claimed.scalars[element] - difference / (2 * step))
    if error.isNaN { return error }
    largest = max(largest, error)
  }
  return largest
}

/// Right: differences and sums in Double.
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  func value(_ numbers: [Float]) throws -> Double {
    try function(Tensor(numbers, shape: x.shape)).scalars.reduce(0.0) { $0 + Double($1) }
  }
  let errors = try x.scalars.indices.map { element in
    var above = x.scalars
    var below = x.scalars
    above[element] += step
    below[element] -= step
    let slope = try (value(above) - value(below)) / (2 * Double(step))
    return abs(Double(claimed.scalars[element]) - slope)
  }
  if errors.contains(where: \.isNaN) { return .nan }
  return Float(errors.max() ?? 0)
}

/// Two lists move, one up and one down, and stay moved. Verdict: "numbers that stay moved"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  var (higher, lower) = (x.scalars, x.scalars)
  var slopes: [Float] = []
  for element in higher.indices {
    higher[element] += step
    lower[element] -= step
    let above = try function(Tensor(higher, shape: x.shape))
    let below = try function(Tensor(lower, shape: x.shape))
    slopes.append((above - below).sum().scalar / (2 * step))
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// The rows' scores are averaged. Verdict: "the slopes of the mean over the rows"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  let numbers = x.scalars
  var slopes: [Float] = []
  for element in numbers.indices {
    var moved = numbers
    moved[element] = numbers[element] + step
    let above = try function(Tensor(moved, shape: x.shape))
    moved[element] = numbers[element] - step
    let below = try function(Tensor(moved, shape: x.shape))
    slopes.append((above - below).mean().scalar / (2 * step))
  }
  return (claimed - Tensor(slopes, shape: x.shape)).abs().max().scalar
}

/// The smallest error is given. Verdict: "the smallest of the errors"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  var errors: [Float] = []
  let claims = claimed.scalars
  for i in claims.indices {
    var up = x.scalars, down = x.scalars
    up[i] += step
    down[i] -= step
    let high = try function(Tensor(up, shape: x.shape)).sum().scalar
    let low = try function(Tensor(down, shape: x.shape)).sum().scalar
    let slope = (high - low) / (2 * step)
    errors.append(abs(slope - claims[i]))
  }
  if claims.contains(where: { $0.isNaN }) { return .nan }
  return errors.min() ?? 0
}

/// The error of the last number counts. Verdict: "the error of the last number alone"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  var errors: [Float] = []
  let claims = claimed.scalars
  for i in claims.indices {
    var up = x.scalars, down = x.scalars
    up[i] += step
    down[i] -= step
    let high = try function(Tensor(up, shape: x.shape)).sum().scalar
    let low = try function(Tensor(down, shape: x.shape)).sum().scalar
    let slope = (high - low) / (2 * step)
    errors.append(abs(slope - claims[i]))
  }
  if claims.contains(where: { $0.isNaN }) { return .nan }
  return errors.last ?? 0
}

/// The middle one of the errors is given. Verdict: "their median"
public func largestGradientError(
  of function: Score, at x: Tensor, claimed: Tensor, step: Float
) throws -> Float {
  var errors: [Float] = []
  let claims = claimed.scalars
  for i in claims.indices {
    var up = x.scalars, down = x.scalars
    up[i] += step
    down[i] -= step
    let high = try function(Tensor(up, shape: x.shape)).sum().scalar
    let low = try function(Tensor(down, shape: x.shape)).sum().scalar
    let slope = (high - low) / (2 * step)
    errors.append(abs(slope - claims[i]))
  }
  if claims.contains(where: { $0.isNaN }) { return .nan }
  return errors.sorted()[errors.count / 2]
}
