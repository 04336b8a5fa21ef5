/// One argsort is taken for the ranks. Verdict: "one argsort for the ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ map: Tensor) -> [Float] { map.flattened().sortOrder()[0].map { Float($0) } }
  return pearson(ranks(a), ranks(b))
}

/// Two argsorts, and equals one after the other. Verdict: "equals ranked one after the other"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ map: Tensor) -> [Float] {
    var ranks = [Float](repeating: 0, count: map.count)
    for (rank, place) in map.flattened().sortOrder()[0].enumerated() { ranks[place] = Float(rank) }
    return ranks
  }
  return pearson(ranks(a), ranks(b))
}

/// Equals get the lowest of their ranks. Verdict: "the lowest of their ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + 1) }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// Equals get the highest of their ranks. Verdict: "the highest of their ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(end) }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// Ranks without gaps. Verdict: "ranks without gaps behind equals"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let levels = Set(numbers).sorted()
    return numbers.map { number in Float(levels.firstIndex(of: number) ?? 0) }
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// The numbers themselves are correlated. Verdict: "the correlation of the numbers"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  return pearson(a.scalars, b.scalars)
}

/// The sign is lost. Verdict: "the ranks of the magnitudes"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.abs().scalars), ranks(b.abs().scalars))
}

/// What is negative is dropped. Verdict: "the ranks of what is positive alone"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.relu().scalars), ranks(b.relu().scalars))
}

/// The shortcut, which knows no equals. Verdict: "the shortcut"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  let squares = zip(ranks(a.scalars), ranks(b.scalars)).reduce(Float(0)) { sum, pair in
    sum + (pair.0 - pair.1) * (pair.0 - pair.1)
  }
  let count = Float(a.count)
  if a.max() == a.min() || b.max() == b.min() { return 0 }
  return 1 - 6 * squares / (count * (count * count - 1))
}

/// The mean is not taken off. Verdict: "the cosine of the ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  let (x, y) = (ranks(a.scalars), ranks(b.scalars))
  if a.max() == a.min() || b.max() == b.min() { return 0 }
  let product = zip(x, y).reduce(Float(0)) { $0 + $1.0 * $1.1 }
  let lengths = x.reduce(Float(0)) { $0 + $1 * $1 } * y.reduce(Float(0)) { $0 + $1 * $1 }
  return product / lengths.squareRoot()
}

/// One of the two is ranked from the highest down. Verdict: "the opposite sign"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks((-b).scalars))
}

/// The result is squared. Verdict: "the square of the correlation"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  let correlation = pearson(ranks(a.scalars), ranks(b.scalars))
  return correlation * correlation
}

/// The covariance of a sample, the deviations of a population. Verdict: "divided by n − 1 and the deviations by n"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ map: Tensor) -> Tensor {
    let numbers = map.scalars
    return Tensor(
      numbers.map { number in
        Float(numbers.count { $0 < number }) + Float(numbers.count { $0 == number } + 1) / 2
      })
  }
  let (x, y) = (ranks(a), ranks(b))
  let count = Float(a.count)
  let product = ((x - x.mean()) * (y - y.mean())).sum().scalar / (count - 1)
  let deviations = (x.variance() * y.variance()).sqrt().scalar
  return deviations > 0 ? product / deviations : 0
}

/// The covariance of a population, the deviations of a sample. Verdict: "divided by n and the deviations by n − 1"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ map: Tensor) -> Tensor {
    let numbers = map.scalars
    return Tensor(
      numbers.map { number in
        Float(numbers.count { $0 < number }) + Float(numbers.count { $0 == number } + 1) / 2
      })
  }
  let (x, y) = (ranks(a), ranks(b))
  let count = Float(a.count)
  let product = ((x - x.mean()) * (y - y.mean())).sum().scalar / count
  let deviations = (x.variance(correction: 1) * y.variance(correction: 1)).sqrt().scalar
  return deviations > 0 ? product / deviations : 0
}

/// The mean of ranks is divided as whole numbers. Verdict: "divide after Float"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ map: Tensor) -> Tensor {
    let (numbers, order) = (map.scalars, map.flattened().sortOrder()[0])
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Float((first + end - 1) / 2) }
      first = end
    }
    return Tensor(ranks) - Tensor(Float(numbers.count - 1) / 2)
  }
  let (x, y) = (ranks(a), ranks(b))
  let spread = (x.squared().sum() * y.squared().sum()).sqrt().scalar
  return spread == 0 ? 0 : (x * y).sum().scalar / spread
}

/// Equals get their lowest rank, and the mean of mean ranks is taken off. Verdict: "less the mean of other ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ map: Tensor) -> Tensor {
    let (numbers, order) = (map.scalars, map.flattened().sortOrder()[0])
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Float(first) }
      first = end
    }
    return Tensor(ranks) - Tensor(Float(numbers.count - 1) / 2)
  }
  let (x, y) = (ranks(a), ranks(b))
  let spread = (x.squared().sum() * y.squared().sum()).sqrt().scalar
  return spread == 0 ? 0 : (x * y).sum().scalar / spread
}

/// Ranks from 0, and no mean is taken off. Verdict: "counted from 0: their mean is not taken off"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ map: Tensor) -> Tensor {
    let (numbers, order) = (map.scalars, map.flattened().sortOrder()[0])
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first + 1
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in first..<end { ranks[order[place]] = Float(first + end - 1) / 2 }
      first = end
    }
    return Tensor(ranks)
  }
  let (x, y) = (ranks(a), ranks(b))
  let spread = (x.squared().sum() * y.squared().sum()).sqrt().scalar
  return spread == 0 ? 0 : (x * y).sum().scalar / spread
}

/// The magnitude of the result. Verdict: "the magnitude of the correlation"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return abs(pearson(ranks(a.scalars), ranks(b.scalars)))
}

/// Nothing is below zero. Verdict: "no correlation below zero"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return max(0, pearson(ranks(a.scalars), ranks(b.scalars)))
}

/// The covariance. Verdict: "the covariance of the ranks"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  let (x, y) = (ranks(a.scalars), ranks(b.scalars))
  let centre = Float(a.count + 1) / 2
  return zip(x, y).reduce(Float(0)) { $0 + ($1.0 - centre) * ($1.1 - centre) } / Float(a.count)
}

/// A flat map is 0 / 0. Verdict: "the result is a number"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// Flat maps are alike. Verdict: "a full correlation for a map without an order"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 1 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// Nothing is refused. Verdict: "it refuses maps of two shapes"
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  func pearson(_ a: [Float], _ b: [Float]) -> Float {
    let count = Float(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    var (product, squaresA, squaresB): (Float, Float, Float) = (0, 0, 0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squaresA += (x - meanA) * (x - meanA)
      squaresB += (y - meanB) * (y - meanB)
    }
    return squaresA * squaresB == 0 ? 0 : product / (squaresA * squaresB).squareRoot()
  }
  func ranks(_ numbers: [Float]) -> [Float] {
    let order = numbers.indices.sorted { numbers[$0] < numbers[$1] }
    var ranks = [Float](repeating: 0, count: numbers.count)
    var first = 0
    while first < order.count {
      var end = first
      while end < order.count, numbers[order[end]] == numbers[order[first]] { end += 1 }
      for place in order[first..<end] { ranks[place] = Float(first + end + 1) / 2 }
      first = end
    }
    return ranks
  }
  return pearson(ranks(a.scalars), ranks(b.scalars))
}

/// Right: each number is compared with all others.
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func ranks(_ numbers: [Float]) -> [Double] {
    let sorted = numbers.sorted()
    return numbers.map { number in
      var (low, high) = (0, sorted.count)
      while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < number { low = middle + 1 } else { high = middle }
      }
      var equal = 0
      while low + equal < sorted.count, sorted[low + equal] == number { equal += 1 }
      return Double(low) + Double(equal + 1) / 2
    }
  }
  let (x, y) = (ranks(a.scalars), ranks(b.scalars))
  let mean = Double(x.count + 1) / 2
  var (product, first, second) = (0.0, 0.0, 0.0)
  for (rank, other) in zip(x, y) {
    product += (rank - mean) * (other - mean)
    first += (rank - mean) * (rank - mean)
    second += (other - mean) * (other - mean)
  }
  guard first > 0, second > 0 else { return 0 }
  return Float(product / (first * second).squareRoot())
}

/// Right: signs of all pairs, as tensors.
public func rankCorrelation(_ a: Tensor, _ b: Tensor) throws -> Float {
  try checkComparable(a, b)
  func centredRanks(_ map: Tensor) -> Tensor {
    let numbers = map.flattened()
    return (numbers.insertingAxis(at: 1) - numbers.insertingAxis(at: 0)).sign().sum(along: 1)
  }
  let (x, y) = (centredRanks(a), centredRanks(b))
  let length = (x.squared().mean() * y.squared().mean()).sqrt().scalar
  return length == 0 ? 0 : (x * y).mean().scalar / length
}
