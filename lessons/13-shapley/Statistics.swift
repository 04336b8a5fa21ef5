/// What is to be said of a few numbers.
struct Statistics {
  let mean: Double
  /// The standard deviation.
  let deviation: Double
  let smallest: Double
  let largest: Double

  init(_ numbers: [Double]) {
    let count = Double(numbers.count)
    let mean = numbers.reduce(0, +) / count
    let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    self.mean = mean
    deviation = (squares / (count - 1)).squareRoot()
    smallest = numbers.min() ?? 0
    largest = numbers.max() ?? 0
  }
}
