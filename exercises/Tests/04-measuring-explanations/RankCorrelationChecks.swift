import Checking
import Expecting
import MeasuringExplanations
import Tensors
import Testing

/// How alike two maps rank their pixels.
@Suite(.exercise) struct `rankCorrelation(_:_:)` {
  /// How ranks are given: to a number of a list.
  private typealias Ranking = (_ numbers: [Double]) -> [Double]

  /// Equals share the mean of their ranks: those below, and half of those that are equal.
  private static func meanRanks(_ numbers: [Double]) -> [Double] {
    numbers.map { number in
      Double(numbers.count { $0 < number }) + Double(numbers.count { $0 == number } + 1) / 2
    }
  }

  /// Pearson's correlation.
  private static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let (count, pairs) = (Double(a.count), zip(a, b))
    let (meanA, meanB) = (a.reduce(0, +) / count, b.reduce(0, +) / count)
    let product = pairs.reduce(0) { $0 + ($1.0 - meanA) * ($1.1 - meanB) }
    let squares = (
      a.reduce(0) { $0 + ($1 - meanA) * ($1 - meanA) },
      b.reduce(0) { $0 + ($1 - meanB) * ($1 - meanB) }
    )
    return product / (squares.0 * squares.1).squareRoot()
  }

  private static func correlation(_ a: [Double], _ b: [Double], _ ranks: Ranking) -> Float {
    Float(correlation(ranks(a), ranks(b)))
  }

  /// The places in ascending order: what one argsort gives.
  private static func places(_ numbers: [Double]) -> [Int] {
    numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }
  }

  /// Two maps of 2 × 4 pixels with equals, negative numbers and a large one.
  private static let (a, b): ([Double], [Double]) = (
    [3, -1, 3, 0, 50, 3, -4, 0], [2, 0, 7, -3, 9, 0, 0, 1]
  )

  @Test func `the correlation of the ranks, in which equals share the mean of theirs`() throws {
    let (a, b) = (Self.a, Self.b)
    let ordinal: Ranking = { numbers in
      var ranks = [Double](repeating: 0, count: numbers.count)
      for (rank, place) in Self.places(numbers).enumerated() { ranks[place] = Double(rank) }
      return ranks
    }
    let lowest: Ranking = { numbers in
      numbers.map { number in Double(numbers.count { $0 < number }) }
    }
    let highest: Ranking = { numbers in
      numbers.map { number in Double(numbers.count { $0 <= number }) }
    }
    let dense: Ranking = { numbers in
      numbers.map { number in Double(Set(numbers).count { $0 < number }) }
    }
    let sizes: Ranking = { Self.meanRanks($0.map(abs)) }
    let clipped: Ranking = { Self.meanRanks($0.map { max($0, 0) }) }
    /// The correlation where the mean of all ranks, counted from 0, is taken off and not their own mean.
    func withFixedMean(_ ranks: Ranking) -> Float {
      let (x, y) = (ranks(a).map { $0 - 3.5 }, ranks(b).map { $0 - 3.5 })
      let product = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
      let lengths = x.reduce(0) { $0 + $1 * $1 } * y.reduce(0) { $0 + $1 * $1 }
      return Float(product / lengths.squareRoot())
    }
    let rounded: Ranking = { Self.meanRanks($0).map { ($0 - 1).rounded(.down) } }
    let fromZero: Ranking = { Self.meanRanks($0).map { $0 + 2.5 } }
    let truth = Self.correlation(a, b, Self.meanRanks)
    let (ranksA, ranksB) = (Self.meanRanks(a), Self.meanRanks(b))
    let squares = zip(ranksA, ranksB).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    let raw = zip(ranksA, ranksB).reduce(0) { $0 + $1.0 * $1.1 }
    let lengths =
      (ranksA.reduce(0) { $0 + $1 * $1 } * ranksB.reduce(0) { $0 + $1 * $1 }).squareRoot()
    let mistakes: KeyValuePairs<String, Float> = [
      "one argsort for the ranks; it lists the pixels in order, and a rank is a place in that list":
        Self.correlation(a, b) { Self.places($0).map(Double.init) },
      "equals ranked one after the other; they share the mean of their ranks":
        Self.correlation(a, b, ordinal),
      "the lowest of their ranks for all equals; it is the mean": Self.correlation(a, b, lowest),
      "the highest of their ranks for all equals; it is the mean":
        Self.correlation(a, b, highest),
      "ranks without gaps behind equals": Self.correlation(a, b, dense),
      "the correlation of the numbers, not of their ranks": Float(Self.correlation(a, b)),
      "the ranks of the magnitudes; signs count": Self.correlation(a, b, sizes),
      "the ranks of what is positive alone; signs count": Self.correlation(a, b, clipped),
      "the shortcut 1 − 6 Σ d² / (n (n² − 1)), which holds without equals alone":
        Float(1 - 6 * squares / Double(8 * 63)),
      "the cosine of the ranks, counted from 1: their mean is not taken off": Float(raw / lengths),
      "the cosine of the ranks, counted from 0: their mean is not taken off": withFixedMean(
        fromZero),
      "the lowest of their ranks for all equals, less the mean of other ranks":
        withFixedMean(lowest),
      "mean ranks rounded to whole numbers; divide after Float(…)": withFixedMean(rounded),
      "the opposite sign: one of the two ranked from the highest down": -truth,
      "the square of the correlation": truth * truth,
      "the covariance divided by n − 1 and the deviations by n; it is the same for both": truth * 8
        / 7,
      "the covariance divided by n and the deviations by n − 1; it is the same for both": truth * 7
        / 8,
      "the covariance of the ranks, not divided by their deviations":
        Float((raw - 8 * 4.5 * 4.5) / 8),
    ]
    let (first, second) = (
      Tensor(a.map { Float($0) }, shape: [2, 4]), Tensor(b.map { Float($0) }, shape: [2, 4])
    )
    try expect(
      rankCorrelation(first, second), is: truth, mistakes: mistakes,
      given: ["a": first, "b": second])
  }

  @Test func `by hand: 1, 2, 2, 4 beside 10, 20, 30, 40`() throws {
    // Ranks 1, 2½, 2½, 4 and 1, 2, 3, 4; from their mean: −1½, 0, 0, 1½ and −1½, −½, ½, 1½.
    // Products add up to 4.5, squares to 4.5 and 5.
    let truth = Float(4.5 / 22.5.squareRoot())
    try expect(
      rankCorrelation([1, 2, 2, 4], [10, 20, 30, 40]), is: truth,
      mistakes: [
        "equals ranked one after the other; they share the mean of their ranks": 1,
        "the shortcut 1 − 6 Σ d² / (n (n² − 1)), which holds without equals alone": 0.95,
      ],
      given: ["a": [1, 2, 2, 4], "b": [10, 20, 30, 40]])
  }

  @Test func `the same order is 1, the opposite −1, however the numbers are spaced`() throws {
    let a: Tensor = [[0.1, -2, 30], [4, 0.2, -7]]
    try expect(rankCorrelation(a, a), is: 1, given: ["a and b": a])
    try expect(
      rankCorrelation(a, a * a * a), is: 1,
      mistakes: ["the correlation of the numbers, not of their ranks": 0.965026646],
      given: ["a": a, "b": a * a * a])
    try expect(
      rankCorrelation(a, -a), is: -1,
      mistakes: [
        "the magnitude of the correlation; maps with opposite signs are opposite": 1,
        "no correlation below zero": 0,
      ],
      given: ["a": a, "b": -a])
    try expect(
      rankCorrelation(1e-20 * a, 1e15 * a), is: 1, given: ["a": 1e-20 * a, "b": 1e15 * a])
  }

  @Test func `a flat map has no order, and resembles nothing`() throws {
    let pairs: [(Tensor, Tensor)] = [
      ([[3, 3, 3]], [[1, 2, 3]]), ([[1, 2, 3]], [[0, 0, 0]]), ([[0, 0, 0]], [[0, 0, 0]]),
      ([5], [7]),
    ]
    for (a, b) in pairs {
      let value = try rankCorrelation(a, b)
      try expect(
        !value.isNaN, "the result is a number, and not NaN, which 0 divided by 0 is",
        given: ["a": a, "b": b])
      try expect(
        value, is: 0,
        mistakes: ["a full correlation for a map without an order": 1], given: ["a": a, "b": b])
    }
  }

  @Test func `which map comes first makes no difference, nor does the order of the pixels`() throws
  {
    try forEachSeed { generator in
      let (a, b) = (
        (Tensor.normal(shape: [3, 5], using: &generator) * 2).sign()
          * Tensor.uniform(in: 0..<1, shape: [3, 1], using: &generator),
        Tensor.normal(shape: [3, 5], using: &generator)
      )
      let truth = Self.correlation(
        a.scalars.map(Double.init), b.scalars.map(Double.init), Self.meanRanks)
      let given: KeyValuePairs<String, Any> = ["a": a, "b": b]
      try expect(rankCorrelation(a, b), is: truth, given: given)
      try expect(rankCorrelation(b, a), is: truth, given: given)
      try expect(rankCorrelation(a.transposed(), b.transposed()), is: truth, given: given)
      try expect(rankCorrelation(-a, b), is: -truth, given: given)
    }
  }

  @Test func `six hundred pixels, half of them zero, as a ReLU leaves them`() throws {
    var generator = SplitMix64(seed: 9)
    let a = Tensor.normal(shape: [24, 25], using: &generator)
    let relu = a.relu()
    // Of n pixels z are zero and share (z + 1) / 2; the others keep their ranks. The correlation of
    // the two is the root of 1 − (z³ − z) / (n³ − n).
    let zeros = Double(relu.scalars.count { $0 == 0 })
    let ties = zeros * zeros * zeros - zeros
    let truth = Float((1 - ties / (216_000_000 - 600)).squareRoot())
    try expect(
      rankCorrelation(a, relu), is: truth, within: 1e-4,
      given: ["a": "600 random numbers", "b": "the same without what is negative"])
  }

  @Test func `random maps resemble nothing, within the band of chance`() throws {
    // One over √(n − 1) is the deviation of one pair; over 200 pairs the mean's is 0.0148.
    var generator = SplitMix64(seed: 5)
    var sum = 0.0
    for _ in 0..<200 {
      let a = Tensor.uniform(in: 0..<1, shape: [4, 6], using: &generator)
      let b = Tensor.uniform(in: 0..<1, shape: [4, 6], using: &generator)
      sum += Double(try rankCorrelation(a, b))
    }
    try expect(
      sum / 200, is: 0, within: Tolerance(absolute: 0.06, relative: 0),
      given: ["pairs": "200 of random maps, [4, 6]"])
  }

  @Test func `what cannot be compared is refused`() throws {
    try expectRefusal(.shapes([2, 2], [4]), of: "maps of two shapes") {
      try rankCorrelation([[1, 2], [3, 4]], [1, 2, 3, 4])
    }
    let numbers: [Float] = [1, .nan, 3]
    try expectRefusal(.notFinite, of: "a map with NaN") {
      try rankCorrelation(Tensor(numbers, shape: [3]), [1, 2, 3])
    }
    try expectRefusal(.notFinite, of: "a map with NaN as the second") {
      try rankCorrelation([1, 2, 3], Tensor(numbers, shape: [3]))
    }
  }
}
