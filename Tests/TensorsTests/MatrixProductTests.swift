import Tensors
import Testing

@Suite struct MatrixProductTests {
  /// The product of two matrices by definition, in double precision.
  private func product(_ a: Grid, _ b: Grid, _ side: TransposedSide) -> Grid {
    let left = side == .left || side == .both
    let right = side == .right || side == .both
    let (rows, inner) = left ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
    let columns = right ? b.shape[0] : b.shape[1]
    var values: [Double] = []
    for row in 0..<rows {
      for column in 0..<columns {
        var sum = 0.0
        for k in 0..<inner {
          let x = a.values[left ? k * rows + row : row * inner + k]
          sum += x * b.values[right ? column * inner + k : k * columns + column]
        }
        values.append(sum)
      }
    }
    return Grid(shape: [rows, columns], values: values)
  }

  static let sizes = [
    [1, 1, 1], [2, 3, 4], [1, 7, 1], [5, 1, 6], [16, 16, 16], [17, 33, 31], [1, 64, 50],
    [50, 64, 1], [48, 5, 65], [7, 130, 129], [0, 3, 2], [3, 0, 2], [3, 2, 0],
  ]

  @Test(arguments: sizes, [TransposedSide.neither, .left, .right, .both])
  func `products agree with loops`(size: [Int], side: TransposedSide) {
    let (rows, inner, columns) = (size[0], size[1], size[2])
    let left = side == .left || side == .both
    let right = side == .right || side == .both
    let a = Tensor.drawn(left ? [inner, rows] : [rows, inner], seed: 1)
    let b = Tensor.drawn(right ? [columns, inner] : [inner, columns], seed: 2)
    let expected = product(Grid(a), Grid(b), side)
    let (x, y) = (a.tracked(), b.tracked())
    let c = x.matmul(y, transposing: side)
    expect(c, equals: expected, within: 2e-5)

    let upstream = Tensor.drawn([rows, columns], seed: 3)
    let found = gradients(of: (c * upstream).sum(), withRespectTo: [x, y])
    // ∂L/∂A = ∂L/∂C · Bᵀ, the other way round if A is transposed; likewise for B.
    let g = Grid(upstream)
    let slopeA =
      left
      ? product(Grid(b), g, right ? .both : .right)
      : product(g, Grid(b), right ? .neither : .right)
    let slopeB =
      right
      ? product(g, Grid(a), left ? .both : .left)
      : product(Grid(a), g, left ? .neither : .left)
    expect(found[0], equals: slopeA, within: 2e-5)
    expect(found[1], equals: slopeB, within: 2e-5)
  }

  @Test(arguments: [
    ([3], [], [3]), ([3], [3], [3]), ([2, 1], [3], [2, 3]), ([2, 3], [1, 3], [2, 3]),
    ([1], [2, 3], [2, 3]), ([], [3], [3]), ([0], [], [0]), ([2, 1, 3], [1, 2, 1], [2, 2, 3]),
  ])
  func `leading axes are batches and are broadcast`(a: [Int], b: [Int], batch: [Int]) {
    let x = Tensor.drawn(a + [4, 5], seed: 1)
    let y = Tensor.drawn(b + [5, 6], seed: 2)
    let (gridX, gridY) = (Grid(x), Grid(y))
    // A batch of scalars reads with the same rule as a batch of matrices.
    let expected = Grid(batch + [4, 6]) { index in
      let place = Array(index.dropLast(2))
      return (0..<5).reduce(0) { sum, k in
        sum + gridX[place + [index[batch.count], k]] * gridY[place + [k, index[batch.count + 1]]]
      }
    }
    expect(x.matmul(y), equals: expected)
    expect(x.matmul(y.transposed(), transposing: .right), equals: expected)
    expect(x.transposed().matmul(y, transposing: .left), equals: expected)
    expect(x.transposed().matmul(y.transposed(), transposing: .both), equals: expected)
  }

  @Test func `a batch that was broadcast collects the gradients`() {
    let a = Tensor.drawn([3, 2, 4], seed: 1).tracked()
    let b = Tensor.drawn([4, 5], seed: 2).tracked()
    let together = gradients(of: a.matmul(b).squared().sum(), withRespectTo: [a, b])
    var sum = Tensor.zeros([4, 5])
    var slopes: [Tensor] = []
    for index in 0..<3 {
      let part = a.detached()[index].tracked()
      let found = gradients(of: part.matmul(b).squared().sum(), withRespectTo: [part, b])
      slopes.append(found[0])
      sum += found[1]
    }
    #expect(together[0].isClose(to: .stacked(slopes), within: 1e-5))
    #expect(together[1].isClose(to: sum, within: 1e-4))
  }

  @Test func `a tensor of one axis is a row on the left and a column on the right`() {
    let matrix: Tensor = [[1, 2, 3], [4, 5, 6]]
    #expect(matrix.matmul([1, 0, -1]) == [-2, -2])
    #expect(Tensor([1, -1]).matmul(matrix) == [-3, -3, -3])
    #expect(Tensor([1, 2, 3]).matmul([4, 5, 6]) == 32)
    #expect(Tensor([1, 2, 3]).matmul(matrix, transposing: .right) == [14, 32])
    #expect(matrix.matmul([1, 1], transposing: .left) == [5, 7, 9])
    #expect(Tensor.ones([7, 2, 3]).matmul([1, 2, 3]) == Tensor(repeating: 6, shape: [7, 2]))
    #expect(Tensor([1, 1]).matmul(Tensor.ones([7, 2, 3])) == Tensor(repeating: 2, shape: [7, 3]))
  }

  @Test func `whole numbers are multiplied exactly`() {
    let a = Tensor.counting(0..<12).reshaped(to: [3, 4])
    #expect(a.matmul(.identity(4)) == a)
    #expect(Tensor.identity(3).matmul(a) == a)
    #expect(a.matmul(a, transposing: .right) == [[14, 38, 62], [38, 126, 214], [62, 214, 366]])
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `products associate and distribute`(seed: UInt64) {
    let a = Tensor.drawn([9, 20], seed: seed)
    let b = Tensor.drawn([20, 13], seed: seed + 10)
    let c = Tensor.drawn([13, 6], seed: seed + 20)
    #expect(a.matmul(b).matmul(c).isClose(to: a.matmul(b.matmul(c)), within: 1e-4))
    #expect(a.matmul(b + b * b).isClose(to: a.matmul(b) + a.matmul(b * b), within: 1e-4))
    #expect(
      a.matmul(b).transposed().isClose(to: b.matmul(a, transposing: .both), within: 1e-5))
  }

  @Test(arguments: [[300, 512, 500], [257, 1100, 530], [1030, 1300, 130]], [false, true])
  func `rows by themselves give the bits of a product too large for the caches`(
    size: [Int], isTransposed: Bool
  ) {
    let (rows, inner, columns) = (size[0], size[1], size[2])
    let a = Tensor.drawn([rows, inner], seed: 1)
    let b = Tensor.drawn(isTransposed ? [columns, inner] : [inner, columns], seed: 2)
    let side: TransposedSide = isTransposed ? .right : .neither
    let whole = a.matmul(b, transposing: side)
    for start in [0, 8, rows - 11] {
      #expect(
        whole[start..<start + 11] == a[start..<start + 11].matmul(b, transposing: side),
        "rows from \(start)")
    }
    let places = [(0, 0), (rows - 1, columns - 1), (rows / 2, columns / 3)]
    for (row, column) in places {
      let sum = (0..<inner).reduce(0.0) { sum, k in
        let y = isTransposed ? b[column, k] : b[k, column]
        return sum + Double(a[row, k].scalar) * Double(y.scalar)
      }
      #expect(abs(Double(whole[row, column].scalar) - sum) < 1e-3, "row \(row), column \(column)")
    }
  }

  @Test func `an inner size of 0 gives zeros, even where memory held something else`() {
    for _ in 0..<3 {
      #expect((Tensor.ones([40, 50]) * 7).sum() == 14_000)
      #expect(Tensor.ones([40, 0]).matmul(Tensor.ones([0, 50])) == .zeros([40, 50]))
    }
  }

  @Test func `NaN and infinity stay in their rows and columns`() {
    var scalars = [Float](repeating: 1, count: 20 * 20)
    scalars[3 * 20 + 5] = .nan
    let a = Tensor(scalars, shape: [20, 20])
    let product = a.matmul(Tensor.ones([20, 20]))
    #expect(product[3].scalars.map(\.isNaN) == [Bool](repeating: true, count: 20))
    #expect(product.scalars.filter(\.isNaN).count == 20)
    // 0 · ∞ is NaN: no shortcut for zeros is allowed.
    scalars[3 * 20 + 5] = .infinity
    let b = Tensor(scalars, shape: [20, 20])
    #expect(Tensor.zeros([20, 20]).matmul(b).scalars.filter(\.isNaN).count == 20)
  }
}
