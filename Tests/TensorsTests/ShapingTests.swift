import Tensors
import Testing

@Suite struct ShapingTests {
  let x = Tensor.counting(0..<24).reshaped(to: [2, 3, 4])

  @Test func `reshaping keeps the order of elements`() {
    #expect(x.reshaped(to: [4, 6]).scalars == x.scalars)
    #expect(x.reshaped(to: [-1, 8]).shape == [3, 8])
    #expect(x.reshaped(to: [4, -1, 2]).shape == [4, 3, 2])
    #expect(Tensor(5).reshaped(to: [1, 1]).shape == [1, 1])
    #expect(Tensor([5]).reshaped(to: []).shape == [])
    #expect(Tensor.zeros([0, 3]).reshaped(to: [3, 0]).shape == [3, 0])
    #expect(Tensor.zeros([0, 3]).reshaped(to: [-1, 3]).shape == [0, 3])
  }

  @Test func `flattening joins the axes from one on`() {
    #expect(x.flattened().shape == [24])
    #expect(x.flattened(from: 1).shape == [2, 12])
    #expect(x.flattened(from: -1).shape == [2, 3, 4])
    #expect(x.flattened(from: 0) == x.flattened())
    #expect(Tensor(3).flattened().shape == [1])
  }

  @Test func `axes of size 1 come and go`() {
    #expect(x.insertingAxis(at: 0).shape == [1, 2, 3, 4])
    #expect(x.insertingAxis(at: 3).shape == [2, 3, 4, 1])
    #expect(x.insertingAxis(at: -1).shape == [2, 3, 4, 1])
    #expect(x.insertingAxis(at: -2).shape == [2, 3, 1, 4])
    #expect(x.insertingAxis(at: 1).removingAxis(at: 1) == x)
    #expect(Tensor(2).insertingAxis(at: 0).shape == [1])
    #expect(Tensor([2]).removingAxis(at: -1).shape == [])
  }

  static let orders = [
    [0, 1, 2, 3], [3, 2, 1, 0], [0, 2, 3, 1], [1, 0, 2, 3], [0, 1, 3, 2], [2, 3, 0, 1],
    [3, 0, 1, 2], [1, 3, 0, 2],
  ]

  @Test(arguments: orders, [[2, 3, 4, 5], [17, 2, 33, 1], [1, 1, 40, 35], [2, 0, 3, 4]])
  func `permuting agrees with loops`(order: [Int], shape: [Int]) {
    let x = Tensor.drawn(shape, seed: 3)
    let grid = Grid(x)
    let expected = Grid(order.map { shape[$0] }) { index in
      var source = index
      for (place, axis) in order.enumerated() { source[axis] = index[place] }
      return grid[source]
    }
    expect(x.permuted(to: order), equals: expected, within: 0)
    #expect(x.permuted(to: order.map { $0 - 4 }) == x.permuted(to: order))
    let tracked = x.tracked()
    let weights = Tensor.drawn(expected.shape, seed: 4)
    let given = Grid(weights)
    let found = gradient(of: (tracked.permuted(to: order) * weights).sum(), withRespectTo: tracked)
    expect(
      found,
      equals: Grid(shape) { source in
        given[order.map { source[$0] }]
      }, within: 0)
  }

  @Test(arguments: [[300, 70], [70, 300], [1, 500], [5, 129, 65], [3, 2, 64, 50]])
  func `transposing twice gives the same back`(shape: [Int]) {
    let x = Tensor.drawn(shape)
    let turned = x.transposed()
    #expect(turned.shape == shape.dropLast(2) + [shape[shape.count - 1], shape[shape.count - 2]])
    #expect(turned.transposed() == x)
    let (rows, columns) = (shape[shape.count - 2], shape[shape.count - 1])
    let (before, after) = (x.scalars, turned.scalars)
    var differences = 0
    for place in before.indices {
      let (matrix, rest) = place.quotientAndRemainder(dividingBy: rows * columns)
      let other = matrix * rows * columns + rest % columns * rows + rest / columns
      if before[place] != after[other] { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test func `any two axes can be swapped`() {
    #expect(x.transposed(0, 2) == x.permuted(to: [2, 1, 0]))
    #expect(x.transposed(0, 1) == x.permuted(to: [1, 0, 2]))
    #expect(x.transposed(1, 1) == x)
  }

  @Test func `broadcasting repeats`() {
    let row: Tensor = [1, 2, 3]
    #expect(row.broadcast(to: [2, 3]) == [[1, 2, 3], [1, 2, 3]])
    #expect(Tensor([1, 2], shape: [2, 1]).broadcast(to: [2, 3]) == [[1, 1, 1], [2, 2, 2]])
    #expect(Tensor(4).broadcast(to: [2, 1]) == [[4], [4]])
    #expect(row.broadcast(to: [0, 3]).shape == [0, 3])
    #expect(row.broadcast(to: [3]) == row)
  }

  @Test func `repeating puts equals side by side`() {
    #expect(Tensor([1, 2]).repeated(2, along: 0) == [1, 1, 2, 2])
    #expect(Tensor([1, 2], shape: [1, 2]).repeated(3, along: 0) == [[1, 2], [1, 2], [1, 2]])
    #expect(Tensor([1, 2], shape: [1, 2]).repeated(2, along: -1) == [[1, 1, 2, 2]])
    #expect(x.repeated(0, along: 1).shape == [2, 0, 4])
    let tracked = Tensor([1, 2]).tracked()
    let y = tracked.repeated(2, along: 0) * [1, 10, 100, 1000]
    #expect(gradient(of: y.sum(), withRespectTo: tracked) == [11, 1100])
  }

  @Test func `reversing turns round the axes named`() {
    #expect(Tensor([1, 2, 3]).reversed(along: 0) == [3, 2, 1])
    let matrix: Tensor = [[1, 2], [3, 4], [5, 6]]
    #expect(matrix.reversed(along: 0) == [[5, 6], [3, 4], [1, 2]])
    #expect(matrix.reversed(along: -1) == [[2, 1], [4, 3], [6, 5]])
    #expect(matrix.reversed(along: 0, 1) == [[6, 5], [4, 3], [2, 1]])
    #expect(matrix.reversed(along: 0, 1).reversed(along: 1, 0) == matrix)
  }

  @Test func `a view of a view of a part is still the part`() {
    let part = x[1, 1...].reshaped(to: [4, 2])[2..<4].flattened()
    #expect(part == [20, 21, 22, 23])
    let tracked = x.tracked()
    let y = tracked[1, 1...].reshaped(to: [4, 2])[2..<4].flattened()
    let found = gradient(of: (y * [1, 2, 3, 4]).sum(), withRespectTo: tracked)
    #expect(found.scalars == [Float](repeating: 0, count: 20) + [1, 2, 3, 4])
  }
}
