import Tensors
import Testing

@Suite struct ResizingTests {
  /// The weight of each original pixel in a new one, by the definition.
  private func weights(from size: Int, to count: Int, _ interpolation: Interpolation) -> [[Double]]
  {
    (0..<count).map { index in
      var row = [Double](repeating: 0, count: size)
      switch interpolation {
      case .nearest: row[(2 * index + 1) * size / (2 * count)] = 1
      case .bilinear:
        let position = (Double(index) + 0.5) * Double(size) / Double(count) - 0.5
        let below = Int(position.rounded(.down))
        let share = position - Double(below)
        row[min(max(below, 0), size - 1)] += 1 - share
        row[min(max(below + 1, 0), size - 1)] += share
      }
      return row
    }
  }

  @Test(
    arguments: [
      ([2, 3, 4, 6], 7, 5), ([3, 5], 10, 5), ([1, 2, 7, 9], 3, 2), ([2, 1, 1], 3, 4),
      ([3, 2, 4, 4], 4, 4), ([2, 9, 5], 1, 1), ([1, 1, 7, 7], 28, 28), ([0, 3, 4], 6, 2),
    ], [Interpolation.nearest, .bilinear])
  func `every pixel is the mean the definition gives`(
    size: ([Int], Int, Int), interpolation: Interpolation
  ) {
    let (shape, height, width) = size
    let x = Tensor.drawn(shape, seed: 1)
    let rank = shape.count
    let vertical = weights(from: shape[rank - 2], to: height, interpolation)
    let horizontal = weights(from: shape[rank - 1], to: width, interpolation)
    let grid = Grid(x)
    let expected = Grid(shape.dropLast(2) + [height, width]) { index in
      var sum = 0.0
      for (row, down) in vertical[index[rank - 2]].enumerated() where down != 0 {
        for (column, along) in horizontal[index[rank - 1]].enumerated() where along != 0 {
          sum += down * along * grid[index.dropLast(2) + [row, column]]
        }
      }
      return sum
    }
    let tracked = x.tracked()
    let y = tracked.resized(height: height, width: width, by: interpolation)
    expect(y, equals: expected, within: 1e-6)
    let upstream = Tensor.drawn(y.shape, seed: 2)
    let given = Grid(upstream)
    let slopes = Grid(shape) { index in
      var sum = 0.0
      for row in 0..<height {
        for column in 0..<width {
          sum +=
            vertical[row][index[rank - 2]] * horizontal[column][index[rank - 1]]
            * given[index.dropLast(2) + [row, column]]
        }
      }
      return sum
    }
    expect(gradient(of: (y * upstream).sum(), withRespectTo: tracked), equals: slopes, within: 2e-6)
  }

  @Test func `doubling is PyTorch's with align_corners false`() {
    let x: Tensor = [[1, 2], [3, 4]]
    #expect(
      x.resized(height: 4, width: 4)
        == [
          [1, 1.25, 1.75, 2], [1.5, 1.75, 2.25, 2.5], [2.5, 2.75, 3.25, 3.5], [3, 3.25, 3.75, 4],
        ])
    #expect(
      x.resized(height: 2, width: 4, by: .nearest) == [[1, 1, 2, 2], [3, 3, 4, 4]])
  }

  @Test(arguments: [Interpolation.nearest, .bilinear])
  func `the same size changes nothing, not even infinities`(interpolation: Interpolation) {
    var scalars = Tensor.drawn([3, 4]).scalars
    scalars[5] = .infinity
    let x = Tensor(scalars, shape: [3, 4])
    #expect(x.resized(height: 3, width: 4, by: interpolation) == x)
  }

  @Test func `a constant stays a constant, and a gradient is kept in sum`() {
    let x = Tensor(repeating: 0.3, shape: [2, 5, 7]).tracked()
    let y = x.resized(height: 13, width: 4)
    #expect(y.isClose(to: Tensor(repeating: 0.3, shape: [2, 13, 4]), within: 1e-6))
    let found = gradient(of: y.sum(), withRespectTo: x)
    #expect(found.sum().isClose(to: 104, within: 1e-5))
    #expect(found.min().scalar >= 0)
  }
}
