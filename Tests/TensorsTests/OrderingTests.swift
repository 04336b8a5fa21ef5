import Tensors
import Testing

@Suite struct OrderingTests {
  let nan = Tensor(Float.nan)
  let infinity = Tensor(Float.infinity)

  @Test(arguments: [0, 1, 2], [1, 2] as [UInt64])
  func `extremes along an axis agree with loops, ties included`(axis: Int, seed: UInt64) {
    let x = Tensor.drawnWithTies([3, 4, 5], seed: seed)
    let grid = Grid(x)
    var kept = [3, 4, 5]
    kept[axis] = 1
    let lines = Grid.indices(of: kept).map { grid.line(along: axis, at: $0) }
    let largest = lines.map { $0.reduce(-.infinity, max) }
    let smallest = lines.map { $0.reduce(.infinity, min) }
    expect(x.max(along: axis, keepingAxes: true), equals: Grid(shape: kept, values: largest))
    expect(x.min(along: axis, keepingAxes: true), equals: Grid(shape: kept, values: smallest))
    let short = kept.indices.filter { $0 != axis }.map { kept[$0] }
    expect(x.max(along: axis - 3), equals: Grid(shape: short, values: largest))
    expect(x.min(along: axis), equals: Grid(shape: short, values: smallest))
    let places = zip(lines, largest).map { line, value in line.firstIndex(of: value) }
    #expect(x.argmax(along: axis) == places)
    let least = zip(lines, smallest).map { line, value in line.firstIndex(of: value) }
    #expect(x.argmin(along: axis) == least)
  }

  @Test func `extremes of all elements`() {
    let x: Tensor = [[3, -7, 2], [5, 5, -7]]
    #expect(x.max() == 5)
    #expect(x.min() == -7)
    #expect(x.argmax() == 3)
    #expect(x.argmin() == 1)
    #expect(Tensor(4).max() == 4)
    #expect(Tensor(4).argmax() == 0)
    let low: Tensor = [-infinity, -infinity]
    #expect(low.max() == -infinity)
    #expect(low.argmax() == 0)
  }

  @Test func `the first maximum takes the gradient`() {
    let x = Tensor([2, 7, 7, 4, 4, 1], shape: [2, 3]).tracked()
    #expect(gradient(of: x.max(), withRespectTo: x) == [[0, 1, 0], [0, 0, 0]])
    let along = gradient(of: (x.max(along: 1) * [10, 20]).sum(), withRespectTo: x)
    #expect(along == [[0, 10, 0], [20, 0, 0]])
    let y = Tensor([3, 1, 2, 1]).tracked()
    #expect(gradient(of: y.min(), withRespectTo: y) == [0, 1, 0, 0])
  }

  @Test func `NaN is larger and smaller than everything`() {
    let x: Tensor = [[1, nan, 9], [3, 2, 1], [infinity, nan, nan]]
    #expect(x.max(along: 1).scalars.map(\.isNaN) == [true, false, true])
    #expect(x.min(along: 1).scalars.map(\.isNaN) == [true, false, true])
    #expect(x.argmax(along: 1) == [1, 0, 1])
    #expect(x.argmin(along: 1) == [1, 2, 1])
    #expect(x.max().scalar.isNaN)
    #expect(x.argmax() == 1)
  }

  @Test(arguments: [0, 1, 2], [1, 2] as [UInt64])
  func `sorting agrees with Swift's, and equals keep their order`(axis: Int, seed: UInt64) {
    let x = Tensor.drawnWithTies([4, 3, 5], seed: seed)
    let grid = Grid(x)
    var kept = [4, 3, 5]
    kept[axis] = 1
    let lines = Grid.indices(of: kept).map { grid.line(along: axis, at: $0) }
    let rising = lines.map { line in
      line.indices.sorted { (line[$0], $0) < (line[$1], $1) }
    }
    let falling = lines.map { line in
      line.indices.sorted { (-line[$0], $0) < (-line[$1], $1) }
    }
    #expect(x.sortOrder(along: axis) == rising)
    #expect(x.sortOrder(along: axis - 3, descending: true) == falling)
    let sorted = Grid(x.sorted(along: axis))
    let sortedLines = Grid.indices(of: kept).map { sorted.line(along: axis, at: $0) }
    #expect(sortedLines == lines.map { $0.sorted() })
    let reversed = Grid(x.sorted(along: axis, descending: true))
    #expect(reversed.values.count == 60)
    #expect(
      Grid.indices(of: kept).map { reversed.line(along: axis, at: $0) }
        == lines.map { $0.sorted(by: >) })
  }

  @Test func `NaN is sorted to the end in both directions`() {
    let x: Tensor = [2, nan, infinity, -infinity, nan, 1]
    #expect(x.sortOrder() == [[3, 5, 0, 2, 1, 4]])
    #expect(x.sortOrder(descending: true) == [[2, 0, 5, 3, 1, 4]])
  }

  @Test func `the largest k come with their places, of equals the first`() {
    let x = Tensor([3, 9, 9, 1, 0, -1, 5, 5], shape: [2, 4]).tracked()
    let (values, indices) = x.topK(2)
    #expect(values == [[9, 9], [5, 5]])
    #expect(indices == [[1, 2], [2, 3]])
    let found = gradient(of: (values * [[1, 2], [3, 4]]).sum(), withRespectTo: x)
    #expect(found == [[0, 1, 2, 0], [0, 0, 3, 4]])
    let (columns, places) = x.topK(1, along: 0)
    #expect(columns == [[3, 9, 9, 5]])
    #expect(places == [[0], [0], [0], [1]])
    #expect(x.topK(0).values.shape == [2, 0])
    #expect(x.topK(4).values == x.sorted(descending: true))
  }

  /// Numbers of which many are equal, some infinite, some zeros with a sign, and a few NaN.
  private static func awkward(_ shape: [Int], seed: UInt64, withNaN: Bool) -> Tensor {
    var generator = SplitMix64(seed: seed)
    let special: [Float] = [.infinity, -.infinity, 0, -0.0] + (withNaN ? [.nan, -.nan] : [])
    let scalars = (0..<shape.reduce(1, *)).map { _ -> Float in
      let draw = Int(generator.next() % 100)
      return draw < 20 ? special[draw % special.count] : Float(draw - 60) / 8
    }
    return Tensor(scalars, shape: shape)
  }

  @Test(
    arguments: [[3, 1], [2, 17], [4, 64], [3, 100], [70, 33], [2, 1000], [1000, 3]],
    [false, true])
  func `orders and extremes are those of the definition`(shape: [Int], withNaN: Bool) {
    let x = Self.awkward(shape, seed: UInt64(shape[0] * 7 + shape[1]), withNaN: withNaN)
    for axis in 0...1 {
      let lines = (axis == 1 ? x : x.transposed()).scalars
      let count = shape[axis]
      func order(descending: Bool, _ line: ArraySlice<Float>) -> [Int] {
        line.indices.sorted { a, b in
          if line[a].isNaN || line[b].isNaN { return !line[a].isNaN && line[b].isNaN }
          return descending ? line[a] > line[b] : line[a] < line[b]
        }.map { $0 - line.startIndex }
      }
      let each = stride(from: 0, to: lines.count, by: count).map { lines[$0..<$0 + count] }
      let falling = each.map { order(descending: true, $0) }
      let rising = each.map { order(descending: false, $0) }
      #expect(x.sortOrder(along: axis) == rising)
      #expect(x.sortOrder(along: axis, descending: true) == falling)
      for k in Set([1, 2, 3, count / 9, count]) where k <= count {
        #expect(x.topK(k, along: axis).indices == falling.map { Array($0.prefix(k)) }, "k = \(k)")
      }
      func first(_ order: [Int], of line: ArraySlice<Float>) -> Int {
        line.firstIndex(where: \.isNaN).map { $0 - line.startIndex } ?? order[0]
      }
      #expect(x.argmax(along: axis) == zip(falling, each).map { first($0, of: $1) })
      #expect(x.argmin(along: axis) == zip(rising, each).map { first($0, of: $1) })
    }
  }

  @Test func `quantiles interpolate between neighbours`() {
    let x: Tensor = [4, 1, 3, 2]
    #expect(x.quantile(0) == 1)
    #expect(x.quantile(1) == 4)
    #expect(x.quantile(0.5) == 2.5)
    #expect(x.quantile(0.25).isClose(to: 1.75))
    #expect(x.quantile(0.9).isClose(to: 3.7))
    let rows: Tensor = [[1, 5], [3, 0], [2, 10]]
    #expect(rows.quantile(0.5, along: 0) == [2, 5])
    #expect(rows.quantile(0.5, along: -1) == [3, 1.5, 6])
    #expect(Tensor(8).quantile(0.3) == 8)
  }

  @Test func `a quantile that falls on an element is that element, whatever comes above`() {
    #expect(Tensor([1, 2, .infinity]).quantile(0.5) == 2)
    #expect(Tensor([-.infinity, 2, 3]).quantile(0.5) == 2)
    #expect(Tensor([1, .infinity, 2, .infinity]).quantile(0) == 1)
    #expect(Tensor([1, 2, 3, .infinity]).quantile(0.75).scalar == .infinity)
  }

  @Test func `one NaN spoils its line's quantile and no other`() {
    let x: Tensor = [[1, nan, 3], [1, 2, 3]]
    let found = x.quantile(0.5, along: 1).scalars
    #expect(found.map(\.isNaN) == [true, false])
    #expect(found.last == 2)
  }

  @Test func `the median's gradient goes to the middle`() {
    let odd = Tensor([5, 1, 3]).tracked()
    #expect(gradient(of: odd.quantile(0.5), withRespectTo: odd) == [0, 0, 1])
    let even = Tensor([5, 1, 3, 2]).tracked()
    #expect(gradient(of: even.quantile(0.5), withRespectTo: even) == [0, 0, 0.5, 0.5])
  }

  @Test func `no lines have no extremes, but keep their length`() {
    let x = Tensor.zeros([0, 3])
    #expect(x.max(along: 1).shape == [0])
    #expect(x.max(along: 1, keepingAxes: true).shape == [0, 1])
    #expect(x.argmax(along: 1) == [])
    #expect(x.sorted(along: 1).shape == [0, 3])
    #expect(x.sorted(along: 0).shape == [0, 3])
    #expect(x.topK(2, along: 1).values.shape == [0, 2])
    #expect(x.quantile(0.5, along: 1).shape == [0])
    #expect(x.logSumExp(along: 1).shape == [0])
    #expect(x.softmax(along: 1).shape == [0, 3])
  }
}
