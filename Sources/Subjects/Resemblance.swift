import Tensors

/// Returns how alike two maps rank their pixels, from −1 through 0 to 1: Spearman's correlation.
///
/// Pixels that are equally high share the mean of their ranks.
///
/// - Parameters:
///   - map: Numbers in any shape.
///   - other: As many, in the same shape.
/// - Returns: The correlation of the ranks; 0 where one of the maps is the same everywhere.
public func resemblance(of map: Tensor, to other: Tensor) -> Double {
  precondition(
    map.shape == other.shape, "the maps \(map.shape) and \(other.shape) are not of one shape")
  let (a, b) = (centredRanks(map), centredRanks(other))
  let spread = (sum(of: a, times: a) * sum(of: b, times: b)).squareRoot()
  return spread == 0 ? 0 : sum(of: a, times: b) / spread
}

/// How far each number's rank is above the mean rank.
private func centredRanks(_ map: Tensor) -> [Double] {
  let (numbers, order) = (map.scalars, map.flattened().sortOrder()[0])
  var ranks = [Double](repeating: 0, count: numbers.count)
  var first = 0
  while first < order.count {
    let number = numbers[order[first]]
    var end = first + 1
    while end < order.count, numbers[order[end]] == number { end += 1 }
    for place in first..<end { ranks[order[place]] = Double(first + end - order.count) / 2 }
    first = end
  }
  return ranks
}

private func sum(of a: [Double], times b: [Double]) -> Double {
  var sum = 0.0
  for index in a.indices { sum += a[index] * b[index] }
  return sum
}
