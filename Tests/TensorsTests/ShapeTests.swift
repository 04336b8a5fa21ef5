import Tensors
import Testing

@Suite struct ShapeTests {
  /// Sizes aligned at the back, by definition.
  private func broadcast(_ a: [Int], _ b: [Int]) -> [Int] {
    let rank = max(a.count, b.count)
    let x = Array(repeating: 1, count: rank - a.count) + a
    let y = Array(repeating: 1, count: rank - b.count) + b
    return (0..<rank).map { x[$0] == 1 ? y[$0] : x[$0] }
  }

  static let parts: [[Int]] = [
    [], [1], [4], [1, 1], [3, 1], [1, 4], [3, 4], [2, 1, 1], [1, 3, 1], [2, 3, 4], [5, 1, 1, 4],
    [1, 1, 1, 1, 1, 1, 1], [2, 1, 5, 1, 3, 1], [1, 2, 5, 2, 3, 4], [1, 2, 1, 5, 1, 1, 4],
  ]

  @Test(arguments: parts, parts)
  func `every pair that fits takes its common shape, in either order`(a: [Int], b: [Int]) {
    let common = broadcast(a, b)
    #expect((Tensor.zeros(a) + Tensor.ones(b)) == Tensor.ones(common))
    #expect((Tensor.ones(b) - Tensor.zeros(a)) == Tensor.ones(common))
    #expect((Tensor.zeros(a) .< Tensor.ones(b)) == Tensor.ones(common))
    #expect(Tensor.zeros(a).broadcast(to: common) == Tensor.zeros(common))
  }

  @Test func `size 1 stretches to size 0`() {
    #expect((Tensor.ones([3, 1]) + Tensor.ones([0])).shape == [3, 0])
    #expect((Tensor.ones([2, 1, 4]) * Tensor.ones([0, 1])).shape == [2, 0, 4])
    #expect((Tensor.ones([0, 5]) + Tensor.ones([5])).shape == [0, 5])
    #expect((Tensor.ones([]) / Tensor.ones([0])).shape == [0])
  }
}
