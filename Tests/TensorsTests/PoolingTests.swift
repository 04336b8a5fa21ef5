import Tensors
import Testing

@Suite struct PoolingTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let shape: [Int]
    let kernel: Int
    let stride: Int
    let padding: Int
    var testDescription: String { "\(shape) \(kernel) \(stride) \(padding)" }
  }

  static let cases = [
    Case(shape: [3, 2, 4, 6], kernel: 2, stride: 2, padding: 0),
    Case(shape: [2, 3, 5, 7], kernel: 2, stride: 2, padding: 0),
    Case(shape: [2, 1, 7, 9], kernel: 3, stride: 2, padding: 1),
    Case(shape: [1, 2, 6, 5], kernel: 3, stride: 1, padding: 1),
    Case(shape: [1, 1, 3, 3], kernel: 2, stride: 2, padding: 1),
    Case(shape: [2, 2, 5, 5], kernel: 1, stride: 3, padding: 0),
    Case(shape: [1, 2, 4, 4], kernel: 4, stride: 4, padding: 2),
    Case(shape: [1, 1, 1, 1], kernel: 2, stride: 1, padding: 1),
    Case(shape: [2, 40, 20, 22], kernel: 2, stride: 2, padding: 0),
    // Wide enough for sixteen windows at a time, with and without some left over.
    Case(shape: [1, 2, 5, 36], kernel: 3, stride: 2, padding: 1),
    Case(shape: [2, 1, 6, 71], kernel: 3, stride: 2, padding: 1),
    Case(shape: [1, 2, 7, 35], kernel: 3, stride: 2, padding: 0),
    Case(shape: [1, 1, 9, 50], kernel: 5, stride: 2, padding: 2),
    Case(shape: [1, 1, 4, 34], kernel: 1, stride: 2, padding: 0),
    Case(shape: [0, 2, 4, 4], kernel: 2, stride: 2, padding: 0),
  ]

  /// The places under each window, in row-major order, those outside left out.
  private func windows(_ each: Case) -> (shape: [Int], places: [[Int]]) {
    let (height, width) = (each.shape[2], each.shape[3])
    let rows = (height + 2 * each.padding - each.kernel) / each.stride + 1
    let columns = (width + 2 * each.padding - each.kernel) / each.stride + 1
    var places: [[Int]] = []
    for plane in 0..<each.shape[0] * each.shape[1] {
      for row in 0..<rows {
        for column in 0..<columns {
          var window: [Int] = []
          for u in 0..<each.kernel {
            for v in 0..<each.kernel {
              let y = row * each.stride + u - each.padding
              let x = column * each.stride + v - each.padding
              if y >= 0, y < height, x >= 0, x < width {
                window.append((plane * height + y) * width + x)
              }
            }
          }
          places.append(window)
        }
      }
    }
    return ([each.shape[0], each.shape[1], rows, columns], places)
  }

  @Test(arguments: cases, [1, 2] as [UInt64])
  func `maxima agree with loops, the first of equals takes the gradient`(
    each: Case, seed: UInt64
  ) {
    // Shifted below zero: padding must not win.
    let x = Tensor.drawnWithTies(each.shape, seed: seed) - 5
    let (shape, places) = windows(each)
    let values = Grid(x).values
    let winners = places.map { window in
      window.reduce(window[0]) { values[$1] > values[$0] ? $1 : $0 }
    }
    let expected = Grid(shape: shape, values: winners.map { values[$0] })
    expect(
      x.maxPool2d(each.kernel, stride: each.stride, padding: each.padding), equals: expected,
      within: 0)
    let tracked = x.tracked()
    let y = tracked.maxPool2d(each.kernel, stride: each.stride, padding: each.padding)
    expect(y, equals: expected, within: 0)
    let upstream = Tensor.drawn(shape, seed: 7)
    var slopes = [Double](repeating: 0, count: x.count)
    for (winner, given) in zip(winners, Grid(upstream).values) { slopes[winner] += given }
    expect(
      gradient(of: (y * upstream).sum(), withRespectTo: tracked),
      equals: Grid(shape: each.shape, values: slopes), within: 1e-6)
  }

  @Test(arguments: cases, [1, 2] as [UInt64])
  func `means agree with loops, zeros around the image count`(each: Case, seed: UInt64) {
    let x = Tensor.drawn(each.shape, seed: seed)
    let (shape, places) = windows(each)
    let values = Grid(x).values
    let area = Double(each.kernel * each.kernel)
    let tracked = x.tracked()
    let y = tracked.avgPool2d(each.kernel, stride: each.stride, padding: each.padding)
    expect(
      y, equals: Grid(shape: shape, values: places.map { $0.reduce(0) { $0 + values[$1] } / area }),
      within: 1e-6)
    let upstream = Tensor.drawn(shape, seed: 8)
    var slopes = [Double](repeating: 0, count: x.count)
    for (window, given) in zip(places, Grid(upstream).values) {
      for place in window { slopes[place] += given / area }
    }
    expect(
      gradient(of: (y * upstream).sum(), withRespectTo: tracked),
      equals: Grid(shape: each.shape, values: slopes), within: 1e-6)
  }

  @Test func `by default windows stand side by side`() {
    let x = Tensor.counting(0..<16).reshaped(to: [1, 1, 4, 4])
    #expect(x.maxPool2d(2).flattened() == [5, 7, 13, 15])
    #expect(x.avgPool2d(2).flattened() == [2.5, 4.5, 10.5, 12.5])
    #expect(x.globalAvgPool2d() == [[7.5]])
  }

  @Test(arguments: [(2, 2, 0), (3, 1, 1)])
  func `NaN wins over everything, with and without a gradient`(
    kernel: Int, stride: Int, padding: Int
  ) {
    for place in 0..<16 {
      var scalars = (0..<16).map { Float($0) }
      scalars[place] = .nan
      let x = Tensor(scalars, shape: [1, 1, 4, 4])
      let plain = x.maxPool2d(kernel, stride: stride, padding: padding).scalars.map(\.isNaN)
      let y = x.tracked().maxPool2d(kernel, stride: stride, padding: padding)
      #expect(plain.contains(true))
      #expect(plain.contains(false))
      #expect(y.scalars.map(\.isNaN) == plain)
    }
    let low = Tensor(repeating: -.infinity, shape: [1, 1, 4, 4])
    #expect(low.maxPool2d(kernel, stride: stride, padding: padding).max().scalar == -.infinity)
  }

  @Test func `the first NaN takes the gradient under overlapping windows, too`() {
    let each = Case(shape: [1, 2, 7, 71], kernel: 3, stride: 2, padding: 1)
    var generator = SplitMix64(seed: 71)
    let scalars = (0..<2 * 7 * 71).map { _ in
      let draw = Int.random(in: 0..<12, using: &generator)
      return draw == 11 ? Float.nan : draw == 10 ? -.infinity : Float(draw % 3)
    }
    let (shape, places) = windows(each)
    let upstream = Tensor.uniform(in: 1..<2, shape: shape, using: &generator)
    var expected = [Float](repeating: 0, count: scalars.count)
    for (window, given) in zip(places, upstream.scalars) {
      let winner = window.reduce(window[0]) { best, place in
        if scalars[best].isNaN { return best }
        return scalars[place].isNaN || scalars[place] > scalars[best] ? place : best
      }
      expected[winner] += given
    }
    let (_, pullback) = valueWithPullback(
      of: { $0.maxPool2d(3, stride: 2, padding: 1) }, at: Tensor(scalars, shape: each.shape))
    #expect(pullback(upstream).scalars == expected)
  }

  @Test(arguments: [4, 16, 21, 40])
  func `the first of equal maxima takes the gradient, and the first NaN, in wide images`(
    width: Int
  ) {
    var generator = SplitMix64(seed: UInt64(width))
    // Few different numbers, so that most windows have a tie; and some that are not numbers.
    let scalars = (0..<2 * 7 * width).map { _ in
      let draw = Int.random(in: 0..<9, using: &generator)
      return draw == 8 ? Float.nan : Float(draw % 3)
    }
    let x = Tensor(scalars, shape: [1, 2, 7, width]).tracked()
    let y = x.maxPool2d(2)
    let upstream = Tensor.uniform(in: 1..<2, shape: y.shape, using: &generator)
    var expected = [Float](repeating: 0, count: scalars.count)
    for (window, value) in upstream.scalars.enumerated() {
      let (plane, place) = (window / (3 * (width / 2)), window % (3 * (width / 2)))
      let row = plane * 7 + place / (width / 2) * 2
      let corner = row * width + place % (width / 2) * 2
      let places = [corner, corner + 1, corner + width, corner + width + 1]
      let first = places.first { scalars[$0].isNaN } ?? places.max { scalars[$0] < scalars[$1] }
      let largest = first.map { scalars[$0] } ?? 0
      let winner = places.first { largest.isNaN ? scalars[$0].isNaN : scalars[$0] == largest }
      expected[winner ?? corner] += value
    }
    let (_, pullback) = valueWithPullback(of: { $0.maxPool2d(2) }, at: x)
    #expect(pullback(upstream).scalars == expected)
  }

  @Test func `the global mean's gradient is spread over the image`() {
    let x = Tensor.drawn([3, 2, 4, 5]).tracked()
    let found = gradient(of: (x.globalAvgPool2d() * [20, 40]).sum(), withRespectTo: x)
    #expect(found[.all, 0] == Tensor.ones([3, 4, 5]))
    #expect(found[.all, 1] == Tensor(repeating: 2, shape: [3, 4, 5]))
  }
}
