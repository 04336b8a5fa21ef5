import Checking
import Expecting
import Explanations
import GradCAM
import Tensors
import Testing

/// The box around what stands out.
@Suite(.exercise) struct `box(around:above:)` {
  /// Two patches of which one is larger, something faint, and something against.
  private let map: Tensor = [
    [0, 0, 0, 1, 0],
    [0, 10, 4, 0, 0],
    [2, 0, 6, 0, 0],
    [-9, 0, 0, 0, 3],
  ]

  @Test func `it holds the largest patch of what has 15 % of the maximum`() throws {
    try expect(
      box(around: map, above: 0.15), is: Box(rows: 1..<3, columns: 0..<3),
      mistakes: [
        "the box around all that stands out; only its largest patch counts": Box(
          rows: 1..<4, columns: 0..<5),
        "the fraction taken of the sum; it is one of the maximum": Box(
          rows: 1..<3, columns: 1..<3),
        "all that is above zero, or above the fraction itself; it is one of the maximum": Box(
          rows: 0..<3, columns: 0..<4),
        "the fraction taken of the way from the smallest to the largest value": Box(
          rows: 0..<4, columns: 0..<5),
        "magnitudes; what speaks against the class never stands out": Box(
          rows: 1..<4, columns: 0..<3),
        "the box around the maximum alone": Box(rows: 1..<2, columns: 1..<2),
        "a range that ends at the last row and column; it ends behind them": Box(
          rows: 1..<2, columns: 0..<2),
        "rows and columns exchanged": Box(rows: 0..<3, columns: 1..<3),
      ],
      given: ["map": map, "fraction": 0.15, "largest patch": "10, 4, 2 and 6"])
  }

  @Test func `what has exactly the fraction is inside`() throws {
    try expect(
      box(around: [[0, 2, 4, 1]], above: 0.5), is: Box(rows: 0..<1, columns: 1..<3),
      mistakes: [
        "what has exactly the fraction left out; at least that much is asked for": Box(
          rows: 0..<1, columns: 2..<3)
      ],
      given: ["map": [[0, 2, 4, 1]], "fraction": 0.5])
  }

  @Test func `a bright rectangle on a dark map is its own box, in any light`() throws {
    try forEachSeed { generator in
      let top = Int.random(in: 0..<4, using: &generator)
      let left = Int.random(in: 0..<6, using: &generator)
      let height = Int.random(in: 1...2, using: &generator)
      let width = Int.random(in: 1...3, using: &generator)
      let light = Tensor.uniform(in: 0.5..<500, shape: [], using: &generator)
      let map =
        light
        * Tensor.ones([height, width]).padded([
          (top, 6 - top - height), (left, 9 - left - width),
        ])
      try expect(
        box(around: map, above: 0.15),
        is: Box(rows: top..<top + height, columns: left..<left + width), given: ["map": map])
    }
  }

  @Test func `where nothing is above zero there is no box`() throws {
    for map: Tensor in [[[-1, -3], [-2, 0]], [[0, 0]]] {
      do {
        let found = try box(around: map, above: 0.15)
        try expect(
          false, "where nothing is above zero, it throws NoEvidence",
          given: ["map": map, "your box": found])
      } catch is NoEvidence {
        continue
      }
    }
  }
}
