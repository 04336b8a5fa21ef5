import Tensors
import Testing

@Suite struct IndexingTests {
  let x = Tensor.counting(0..<24).reshaped(to: [2, 3, 4])

  @Test func `an index removes its axis`() {
    #expect(x[1].shape == [3, 4])
    #expect(x[1].scalars == (12..<24).map { Float($0) })
    #expect(x[-1] == x[1])
    #expect(x[0, 2] == [8, 9, 10, 11])
    #expect(x[1, -1, -2] == 22)
    #expect(x[1, 0, 3].shape == [])
  }

  @Test func `a range keeps its axis`() {
    #expect(x[.all, 1] == [[4, 5, 6, 7], [16, 17, 18, 19]])
    #expect(x[.all, .all, 2] == [[2, 6, 10], [14, 18, 22]])
    #expect(x[0, 1..<3, 1...2] == [[5, 6], [9, 10]])
    #expect(x[0..<1].shape == [1, 3, 4])
    #expect(x[1, 2..., ..<2] == [[20, 21]])
    #expect(x[1, ...0, 3...] == [[15]])
    #expect(x[2..<2].shape == [0, 3, 4])
    #expect(x[.all, .all, 4...].shape == [2, 3, 0])
  }

  @Test func `nothing named is everything`() {
    #expect(x[.all] == x)
    #expect(x[.all, .all, .all] == x)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `parts agree with loops`(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let shape = (0..<4).map { _ in Int.random(in: 1...5, using: &generator) }
      let x = Tensor.drawn(shape, seed: generator.next())
      let ranges = shape.map { size in
        let low = Int.random(in: 0...size, using: &generator)
        return low..<Int.random(in: low...size, using: &generator)
      }
      let tracked = x.tracked()
      let part = tracked[ranges[0], ranges[1], ranges[2], ranges[3]]
      let grid = Grid(x)
      let expected = Grid(ranges.map(\.count)) { index in
        grid[zip(index, ranges).map { $0 + $1.lowerBound }]
      }
      expect(part, equals: expected, within: 0, "\(ranges) of \(shape)")
      let found = gradient(of: (part * part).sum(), withRespectTo: tracked)
      let slopes = Grid(shape) { index in
        zip(index, ranges).allSatisfy { $1.contains($0) } ? 2 * grid[index] : 0
      }
      expect(found, equals: slopes, within: 0, "\(ranges) of \(shape)")
    }
  }

  @Test func `a large part's gradient is zero around it`() {
    let image = Tensor.ones([2, 300, 200]).tracked()
    let found = gradient(of: image[.all, 10..<290, 5..<195].sum(), withRespectTo: image)
    #expect(found.sum().scalar == 2 * 280 * 190)
    #expect(found[.all, 10..<290, 5..<195].min() == 1)
  }

  @Test func `selecting may repeat, leave out and reorder`() {
    #expect(Tensor([5, 6, 7]).selecting([2, 0, 2]) == [7, 5, 7])
    #expect(x.selecting([2, 0], along: 1)[1] == [[20, 21, 22, 23], [12, 13, 14, 15]])
    #expect(x.selecting([3], along: -1)[0] == [[3], [7], [11]])
    #expect(x.selecting([], along: 1).shape == [2, 0, 4])
    #expect(x.selecting(0..<2, along: 1) == x[.all, 0..<2])
    let tracked = Tensor([5, 6, 7]).tracked()
    let y = tracked.selecting([2, 0, 2]) * [1, 10, 100]
    #expect(gradient(of: y.sum(), withRespectTo: tracked) == [10, 0, 101])
  }

  @Test(arguments: [0, 1, 2], [1, 2] as [UInt64])
  func `taking agrees with loops, and its gradient adds up`(axis: Int, seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let shape = [3, 4, 5]
    let x = Tensor.drawn(shape, seed: seed)
    var kept = shape
    kept[axis] = 1
    let starts = Grid.indices(of: kept)
    let indices = starts.map { _ in
      (0..<6).map { _ in Int.random(in: 0..<shape[axis], using: &generator) }
    }
    kept[axis] = 6
    let grid = Grid(x)
    func source(_ index: [Int]) -> [Int] {
      var start = index
      start[axis] = 0
      var place = index
      place[axis] = starts.firstIndex(of: start).map { indices[$0][index[axis]] } ?? -1
      return place
    }
    let tracked = x.tracked()
    let y = tracked.taking(indices, along: axis)
    expect(y, equals: Grid(kept) { grid[source($0)] }, within: 0)
    let upstream = Tensor.drawn(kept, seed: seed + 10)
    let given = Grid(upstream)
    let found = gradient(of: (y * upstream).sum(), withRespectTo: tracked)
    let expected = Grid(shape) { place in
      Grid.indices(of: kept).reduce(0) { $0 + (source($1) == place ? given[$1] : 0) }
    }
    expect(found, equals: expected, within: 1e-6)
  }

  @Test func `taking nothing leaves nothing`() {
    #expect(Tensor.ones([2, 3]).taking([[], []], along: 1).shape == [2, 0])
  }

  @Test func `picking chooses one element a line`() {
    let logits = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3]).tracked()
    let y = logits.picking([2, 0], along: 1)
    #expect(y == [3, 4])
    #expect(logits.picking([1, 0, 1], along: 0) == [4, 2, 6])
    #expect(
      gradient(of: (y * [10, 20]).sum(), withRespectTo: logits) == [[0, 0, 10], [20, 0, 0]])
    #expect(Tensor.zeros([0, 3]).picking([], along: 1).shape == [0])
  }

  @Test func `an embedding's rows take the gradients of all their places`() {
    let table = Tensor([1, 2, 3, 4, 5, 6], shape: [3, 2]).tracked()
    let y = table.embedding([2, 0, 2, 2], shape: [2, 2])
    #expect(y == [[[5, 6], [1, 2]], [[5, 6], [5, 6]]])
    #expect(table.embedding([1]).shape == [1, 2])
    #expect(table.embedding([]).shape == [0, 2])
    #expect(gradient(of: y.sum(), withRespectTo: table) == [[1, 1], [0, 0], [3, 3]])
  }
}
