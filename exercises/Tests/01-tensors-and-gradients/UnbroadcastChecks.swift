import Checking
import Expecting
import Tensors
import TensorsAndGradients
import Testing

/// The way back from the copies that broadcasting makes.
@Suite(.exercise) struct `unbroadcast(_:to:)` {
  private let gradient: Tensor = [[1, -2, 3], [4, 5, -6]]

  @Test func `what was copied to every row gets the sum over the rows`() throws {
    try expect(
      unbroadcast(gradient, to: [3]), is: [5, 3, -3],
      mistakes: [
        "the mean over the copies; it is their sum": [2.5, 1.5, -1.5],
        "the first of the copies": [1, -2, 3],
        "the last of the copies": [4, 5, -6],
        "the largest of the copies": [4, 5, 3],
        "the sum along the wrong axis: shapes are aligned at the back": [2, 3],
        "the right numbers with an axis of size 1 too many": [[5, 3, -3]],
        "the gradient of the copies, not summed at all": gradient,
        "the sum of everything, for each element": [5, 5, 5],
      ],
      given: ["gradient": gradient, "shape": [3]])
  }

  @Test func `what was copied to every column gets the sum over the columns`() throws {
    try expect(
      unbroadcast(gradient, to: [2, 1]), is: [[2], [3]],
      mistakes: [
        "the mean over the copies; it is their sum": [[2.0 / 3], [1]],
        "the first of the copies": [[1], [4]],
        "the largest of the copies": [[3], [5]],
        "the right numbers without the axis of size 1, which the value had": [2, 3],
        "the sum along the wrong axis: the axis that was stretched had the size 1": [[5, 3, -3]],
        "the gradient of the copies: the axis of size 1 is not summed": gradient,
        "the sum of everything, for each element": [[5], [5]],
      ],
      given: ["gradient": gradient, "shape": [2, 1]])
  }

  @Test func `a single number was copied everywhere`() throws {
    try expect(
      unbroadcast(gradient, to: []), is: 5,
      mistakes: [
        "the mean over the copies; it is their sum": Tensor(5.0 / 6),
        "the first of the copies": 1,
        "the right number with axes of size 1; a single number has none": [[5]],
        "the right number in a list; a single number has no axis": [5],
        "the gradient of the copies, not summed at all": gradient,
      ],
      given: ["gradient": gradient, "shape": "[]"])
    try expect(
      unbroadcast(gradient, to: [1, 1]), is: [[5]],
      mistakes: [
        "the right number without its axes of size 1": 5,
        "the sum along one axis only": [[2], [3]],
        "the sum along the other axis only": [[5, 3, -3]],
      ],
      given: ["gradient": gradient, "shape": [1, 1]])
  }

  @Test func `in a square, nothing but the shape tells rows from columns`() throws {
    let square: Tensor = [[1, 2], [3, 5]]
    let exchanged = "the sum along the wrong axis: shapes are aligned at the back"
    try expect(
      unbroadcast(square, to: [2]), is: [4, 7], mistakes: [exchanged: [3, 8]],
      given: ["gradient": square, "shape": [2]])
    try expect(
      unbroadcast(square, to: [1, 2]), is: [[4, 7]], mistakes: [exchanged: [[3, 8]]],
      given: ["gradient": square, "shape": [1, 2]])
    try expect(
      unbroadcast(square, to: [2, 1]), is: [[3], [8]], mistakes: [exchanged: [[4], [7]]],
      given: ["gradient": square, "shape": [2, 1]])
    // With an axis more in front, an axis of size 1 stands further back among the copies.
    let cube: Tensor = [[[1, 2], [3, 5]], [[8, 13], [21, 34]]]
    try expect(
      unbroadcast(cube, to: [2, 1]), is: [[24], [63]],
      mistakes: [
        "an axis of size 1 counted from the front: the gradient has an axis more there": [
          [33], [54],
        ],
        "the sum over the axis in front alone": [[9, 15], [24, 39]],
        "the sum over the axis of size 1 alone": [[[3], [8]], [[21], [55]]],
      ],
      given: ["gradient": cube, "shape": [2, 1]])
  }

  @Test func `what was not broadcast keeps its gradient`() throws {
    let column: Tensor = [[1], [-2]]
    try expect(
      unbroadcast(gradient, to: [2, 3]), is: gradient, given: ["gradient": gradient])
    try expect(unbroadcast(column, to: [2, 1]), is: column, given: ["gradient": column])
    try expect(unbroadcast(-3, to: []), is: -3, given: ["gradient": -3])
  }

  @Test(arguments: [
    ([2, 3, 4], [3, 1]), ([2, 3, 4], [4]), ([2, 3, 4], [1, 3, 4]), ([2, 3, 4], [2, 1, 1]),
    ([2, 3, 4], [1, 4]), ([2, 3, 4], [1, 1, 1]), ([2, 3, 4], []), ([2, 3, 4], [2, 3, 4]),
    ([3, 3, 3], [3, 1, 3]), ([3, 3, 3], [1, 3]), ([3, 3, 3], [3, 1]), ([3, 3, 3], [1, 1, 3]),
    ([2, 3, 2, 5], [3, 1, 1]), ([2, 3, 2, 5], [2, 1, 2, 1]), ([1, 4], [4]), ([1, 1], []),
  ])
  func `each copy is added to the element that it was a copy of`(
    copies: [Int], shape: [Int]
  ) throws {
    try forEachSeed { generator in
      let gradient = Tensor.uniform(in: -2..<2, shape: copies, using: &generator)
      var sums = [Float](repeating: 0, count: shape.reduce(1, *))
      for (place, value) in gradient.scalars.enumerated() {
        // From the last axis to the first: the index there, or 0 where the size is 1.
        var (rest, own, stride) = (place, 0, 1)
        for axis in 1...copies.count {
          let index = rest % copies[copies.count - axis]
          rest /= copies[copies.count - axis]
          guard axis <= shape.count else { continue }
          let size = shape[shape.count - axis]
          own += size == 1 ? 0 : index * stride
          stride *= size
        }
        sums[own] += value
      }
      try expect(
        unbroadcast(gradient, to: shape), is: Tensor(sums, shape: shape),
        given: ["gradient": gradient, "shape": shape])
    }
  }

  @Test func `nothing is lost and nothing is added`() throws {
    try forEachSeed { generator in
      let gradient = Tensor.uniform(in: -1..<1, shape: [3, 2, 5], using: &generator)
      for shape in [[2, 5], [5], [3, 1, 1], []] {
        let sums = try unbroadcast(gradient, to: shape)
        try expect(
          sums.sum().scalar, is: gradient.sum().scalar, within: 1e-4,
          given: ["gradient": gradient, "shape": shape])
      }
    }
  }
}
