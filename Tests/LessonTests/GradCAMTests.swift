import Explanations
import GradCAM
import Tensors
import Testing

/// What lesson 08 gives: the fine map where a coarse one speaks for the class, and the box.
@Suite struct GradCAMTests {
  @Test func `guided Grad-CAM clips the coarse map, enlarges it, and keeps the fine map's signs`()
    throws
  {
    let fine: Tensor = [[[[1, -2, 3, 5]], [[-1, 1, 2, -3]]]]
    let found = try guidedGradCAM(map: [[[4, -4]]], fine: fine)
    #expect(found.isClose(to: [[[[4, -6, 3, 0]], [[-4, 3, 2, 0]]]], within: 1e-6))
  }

  @Test func `in guided Grad-CAM every picture of a batch meets its own map`() throws {
    let fine = Tensor([1, 2, 3, 4, 5, 6], shape: [3, 1, 1, 2])
    let found = try guidedGradCAM(map: [[[2]], [[-1]], [[0.5]]], fine: fine)
    #expect(found.isClose(to: Tensor([2, 4, 0, 0, 2.5, 3], shape: [3, 1, 1, 2]), within: 1e-6))
  }

  /// Two patches of which one is larger, something faint, and something against.
  private let map: Tensor = [
    [0, 0, 0, 1, 0],
    [0, 10, 4, 0, 0],
    [2, 0, 6, 0, 0],
    [-9, 0, 0, 0, 3],
  ]

  @Test func `the box holds the largest patch of what has 15 % of the maximum`() throws {
    #expect(try box(around: map, above: 0.15) == Box(rows: 1..<3, columns: 0..<3))
  }

  @Test func `the largest patch need not hold the maximum`() throws {
    let apart: Tensor = [[9, 0, 3, 0], [0, 0, 3, 3], [-20, 0, 0, 0]]
    #expect(try box(around: apart, above: 0.2) == Box(rows: 0..<2, columns: 2..<4))
    #expect(try box(around: apart, above: 0.5) == Box(rows: 0..<1, columns: 0..<1))
  }

  @Test func `what has exactly the fraction is inside, in any light`() throws {
    for light: Float in [1, 1e-20, 1e20] {
      let found = try box(around: Tensor(light) * [[0, 2, 4, 1]], above: 0.5)
      #expect(found == Box(rows: 0..<1, columns: 1..<3))
    }
  }

  @Test func `where nothing is above zero there is no box`() {
    for map: Tensor in [[[-1, -3], [-2, 0]], [[0, 0]]] {
      #expect(throws: NoEvidence()) { try box(around: map, above: 0.15) }
    }
  }
}
