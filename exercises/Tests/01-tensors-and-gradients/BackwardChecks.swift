import Checking
import Expecting
import Tensors
import TensorsAndGradients
import Testing

/// The sweep: all gradients of a tape at once.
@Suite(.exercise) struct `backward(through:values:from:)` {
  @Test func `the lesson's example: x and x·w are each taken twice`() throws {
    let tape = [
      Step(.input), Step(.input), Step(.multiply, of: 0, 1), Step(.add, of: 2, 0),
      Step(.multiply, of: 2, 3),
    ]
    let values: [Tensor] = [3, 2, 6, 9, 54]
    try expect(
      backward(through: tape, values: values, from: 4), is: [36, 45, 15, 6, 1],
      mistakes: [
        "a sweep that overwrites: a value that is taken twice keeps only one of its parts": [
          12, 18, 6, 6, 1,
        ],
        "a sweep that visits step 2 before step 3, which adds to its gradient": [24, 27, 15, 6, 1],
        "zeros everywhere: the sweep does not begin with 1 at the root": [0, 0, 0, 0, 0],
        "a sweep that begins with the root's value; the slope of L with respect to L is 1": [
          1944, 2430, 810, 324, 54,
        ],
        "slopes of single steps, not multiplied by what comes from above": [3, 3, 10, 6, 1],
        "the right gradients, with that of the root left out": [36, 45, 15, 6, 0],
        "the gradients of the inputs alone; each step has one": [36, 45],
      ],
      given: ["tape": tape, "values": values, "root": 4])
  }

  @Test func `x · x · x at 2 has the slope 12`() throws {
    let tape = [Step(.input), Step(.multiply, of: 0, 0), Step(.multiply, of: 1, 0)]
    let values: [Tensor] = [2, 4, 8]
    try expect(
      backward(through: tape, values: values, from: 2), is: [12, 2, 1],
      mistakes: [
        "a sweep that overwrites: a value that is taken twice keeps only one of its parts": [
          4, 2, 1,
        ],
        "a step that takes the same value twice and pulls back to it only once": [8, 2, 1],
      ],
      given: ["tape": tape, "values": values, "root": 2])
  }

  @Test func `a bias that was added to three rows gets the sum of three gradients`() throws {
    let tape = [
      Step(.input), Step(.input), Step(.input), Step(.add, of: 0, 1), Step(.multiply, of: 3, 2),
      Step(.sum, of: 4),
    ]
    let weights: Tensor = [[1, -1], [2, 0], [0, 3]]
    let ones = Tensor.ones([3, 2])
    let values = forward(
      through: tape, from: [[[1, 2], [3, 4], [5, 6]], [10, 20], weights])
    let sums: Tensor = [[11, 22], [13, 24], [15, 26]]
    try expect(
      backward(through: tape, values: values, from: 5),
      is: [weights, [3, 2], sums, weights, ones, 1],
      mistakes: [
        "a bias with a gradient for every copy of it: use unbroadcast(_:to:)": [
          weights, weights, sums, weights, ones, 1,
        ],
        "a bias with the mean over its copies; it is their sum": [
          weights, [1, 2.0 / 3], sums, weights, ones, 1,
        ],
        "a bias with the gradient of one of its copies": [
          weights, [1, -1], sums, weights, ones, 1,
        ],
      ],
      given: ["tape": tape, "values": values, "root": 5])
  }

  @Test func `a column, a row and a number get the sums of their copies`() throws {
    // L = Σ (column + row) · number · weights, element by element
    let tape = [
      Step(.input), Step(.input), Step(.input), Step(.input), Step(.add, of: 0, 1),
      Step(.multiply, of: 4, 2), Step(.multiply, of: 5, 3), Step(.sum, of: 6),
    ]
    let weights: Tensor = [[1, -1, 2], [0, 3, -2]]
    let values = forward(through: tape, from: [[[1], [4]], [10, 20, 30], 2, weights])
    let (copies, products) = (2 * weights, weights * values[4])
    let (column, row, number): (Tensor, Tensor, Tensor) = ([[4], [2]], [2, 4, 0], 56)
    let rest = [values[5], copies, weights, .ones([2, 3]), 1]
    try expect(
      backward(through: tape, values: values, from: 7), is: [column, row, number] + rest,
      mistakes: [
        "a column with a gradient for every copy of it: an axis of size 1 was stretched": [
          copies, row, number,
        ] + rest,
        "a row with a gradient for every copy of it: an axis was missing": [
          column, copies, number,
        ] + rest,
        "a number with a gradient for every copy of it: all axes were missing": [
          column, row, products,
        ] + rest,
        "a gradient for every copy of what was broadcast: use unbroadcast(_:to:)": [
          copies, copies, products,
        ] + rest,
        "the mean over copies; it is their sum": [column / 3, row / 2, number / 6] + rest,
      ],
      given: ["tape": tape, "values": values, "root": 7])
  }

  @Test func `the result may be a matrix of one number`() throws {
    try expect(
      backward(through: [Step(.input), Step(.relu, of: 0)], values: [[[4]], [[4]]], from: 1),
      is: [[[1]], [[1]]],
      mistakes: ["a root's gradient as a single number; it has the root's shape": [[[1]], 1]],
      given: ["tape": [Step(.input), Step(.relu, of: 0)], "value of each": [[4]] as Tensor])
    let tape = [Step(.input), Step(.input), Step(.matmul, of: 0, 1)]
    try expect(
      backward(through: tape, values: [[[1, -2]], [[3], [5]], [[-7]]], from: 2),
      is: [[[3, 5]], [[1], [-2]], [[1]]],
      mistakes: [
        "zeros everywhere: the sweep does not begin with 1 at the root": [
          [[0, 0]], [[0], [0]], [[0]],
        ]
      ],
      given: ["tape": tape, "root": 2])
    try expect(
      backward(through: tape, values: [[[4]], [[5]], [[20]]], from: 0), is: [[[1]], [[0]], [[0]]],
      given: ["tape": tape, "values": "4, 5 and 20 as matrices of one number", "root": 0])
  }

  @Test func `what the result does not depend on has zeros in its own shape`() throws {
    // Step 1 is not taken at all, step 3 only after the result.
    let tape = [
      Step(.input), Step(.input), Step(.sum, of: 0), Step(.input), Step(.multiply, of: 2, 3),
    ]
    let values = forward(through: tape, from: [[1, 2], [[1, 2, 3]], 5])
    try expect(
      backward(through: tape, values: values, from: 2),
      is: [[1, 1], [[0, 0, 0]], 1, 0, 0],
      mistakes: [
        "zeros that are single numbers; a gradient has the shape of its value": [
          [1, 1], 0, 1, 0, 0,
        ],
        "gradients of the end of the tape, not of the root": [
          [5, 5], [[0, 0, 0]], 5, 3, 1,
        ],
        "gradients only for what the root depends on; the others are zeros": [[1, 1], 1],
      ],
      given: ["tape": tape, "values": values, "root": 2])
  }

  @Test func `where a relu is shut, nothing flows`() throws {
    let tape = [Step(.input), Step(.relu, of: 0), Step(.multiply, of: 1, 0), Step(.sum, of: 2)]
    let values = forward(through: tape, from: [[-3, 0, 4]])
    try expect(
      backward(through: tape, values: values, from: 3),
      is: [[0, 0, 8], [-3, 0, 4], [1, 1, 1], 1],
      given: ["tape": tape, "values": values, "root": 3])
  }

  @Test func `on any tape of numbers, as fast as slopes that travel forwards say`() throws {
    try forEachSeed { generator in
      let tape = randomTape(inputs: 3, others: 9, using: &generator)
      let inputs = Tensor.uniform(in: -1..<1, shape: [3], using: &generator)
      let numbers = NumberTape(tape, inputs: inputs.scalars.map(Double.init))
      let values = forward(through: tape, from: [inputs[0], inputs[1], inputs[2]])
      for root in [7, 11] {
        let slopes = tape.indices.map { place in
          place > root ? 0 : Tensor(numbers.slope(of: root, withRespectTo: place))
        }
        try expect(
          backward(through: tape, values: values, from: root), is: slopes, within: 1e-4,
          given: ["tape": tape, "values": values, "root": root])
      }
    }
  }

  @Test func `two layers and three examples, counted out one by one`() throws {
    // L = Σ relu(x W + b) V ∘ C
    let tape = [
      Step(.input), Step(.input), Step(.input), Step(.input), Step(.input),
      Step(.matmul, of: 0, 1), Step(.add, of: 5, 2), Step(.relu, of: 6), Step(.matmul, of: 7, 3),
      Step(.multiply, of: 8, 4), Step(.sum, of: 9),
    ]
    try forEachSeed { generator in
      let inputs = [[3, 2], [2, 4], [4], [4, 5], [3, 5]].map {
        Tensor.normal(shape: $0, using: &generator)
      }
      let values = forward(through: tape, from: inputs)
      var (ofX, ofW) = (grid(3, 2), grid(2, 4))
      var (ofB, ofV) = (grid(1, 4), grid(4, 5))
      for n in 0..<3 {
        for j in 0..<4 {
          var ofHidden: Float = 0
          for k in 0..<5 {
            ofHidden += inputs[4][n, k].scalar * inputs[3][j, k].scalar
            ofV[j][k] += inputs[4][n, k].scalar * values[7][n, j].scalar
          }
          guard values[6][n, j].scalar > 0 else { continue }
          ofB[0][j] += ofHidden
          for i in 0..<2 {
            ofX[n][i] += ofHidden * inputs[1][i, j].scalar
            ofW[i][j] += ofHidden * inputs[0][n, i].scalar
          }
        }
      }
      let found = try backward(through: tape, values: values, from: 10)
      try expect(
        found.map(\.shape) == values.map(\.shape), "each gradient has the shape of its value",
        given: ["tape": tape, "yours": found.map(\.shape), "values": values.map(\.shape)])
      try expect(
        Array(found[..<5]),
        is: [
          Tensor(ofX.flatMap(\.self), shape: [3, 2]), Tensor(ofW.flatMap(\.self), shape: [2, 4]),
          Tensor(ofB[0]), Tensor(ofV.flatMap(\.self), shape: [4, 5]), values[8],
        ], within: 1e-4, given: ["tape": tape, "inputs": inputs])
    }
  }

  @Test func `a second sweep knows nothing of the first`() throws {
    let tape = [Step(.input), Step(.multiply, of: 0, 0)]
    let first = try backward(through: tape, values: [3, 9], from: 1)
    try expect(
      backward(through: tape, values: [3, 9], from: 1), is: [6, 1],
      mistakes: ["gradients added to those of the sweep before": [12, 2]],
      given: ["tape": tape, "first": first])
  }

  private func grid(_ rows: Int, _ columns: Int) -> [[Float]] {
    [[Float]](repeating: [Float](repeating: 0, count: columns), count: rows)
  }
}
