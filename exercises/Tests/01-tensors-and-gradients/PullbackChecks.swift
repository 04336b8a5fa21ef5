import Checking
import Expecting
import Tensors
import TensorsAndGradients
import Testing

/// The rules: how a gradient passes back through one operation.
@Suite(.exercise) struct `pullback(of:inputs:upstream:)` {
  private let a: Tensor = [[2, -1, 0], [3, 0.5, -2]]
  private let b: Tensor = [[-3, 4, 5], [1, -2, 0]]
  private let upstream: Tensor = [[1, 2, -1], [0, 3, 4]]

  @Test func `an input was computed from nothing, so nothing is returned`() throws {
    try expect(
      pullback(of: .input, inputs: [], upstream: upstream), is: [],
      mistakes: ["the upstream gradient, for an input that nobody took": [upstream]],
      given: ["operation": "input", "inputs": "none", "upstream": upstream])
  }

  @Test func `a sum of two passes all of the gradient to both`() throws {
    try expect(
      pullback(of: .add, inputs: [a, b], upstream: upstream), is: [upstream, upstream],
      mistakes: [
        "half of the upstream gradient for each; nothing is shared out": [
          upstream / 2, upstream / 2,
        ],
        "the slopes of the sum, 1 and 1, not multiplied by upstream": [
          .ones([2, 3]), .ones([2, 3]),
        ],
        "the rule of multiply": [upstream * b, upstream * a],
        "the values of the inputs": [a, b],
        "a gradient for the first input only": [upstream],
        "one gradient, of the inputs together": [2 * upstream],
      ],
      given: ["operation": "add", "a": a, "b": b, "upstream": upstream])
  }

  @Test func `each factor gets the gradient times the other factor`() throws {
    try expect(
      pullback(of: .multiply, inputs: [a, b], upstream: upstream),
      is: [[[-3, 8, -5], [0, -6, 0]], [[2, -2, 0], [0, 1.5, -8]]],
      mistakes: [
        "the gradients of the two factors exchanged": [
          [[2, -2, 0], [0, 1.5, -8]], [[-3, 8, -5], [0, -6, 0]],
        ],
        "the other factor alone, not multiplied by upstream": [b, a],
        "the rule of add": [upstream, upstream],
        "upstream times the product": [upstream * a * b, upstream * a * b],
        "both terms of the product rule for each factor; a alone moves only the one": [
          upstream * (a + b), upstream * (a + b),
        ],
      ],
      given: ["operation": "multiply", "a": a, "b": b, "upstream": upstream])
  }

  @Test(arguments: [Operation.add, .multiply])
  func `what was broadcast gets the gradient of its copies, or their sum`(
    operation: Operation
  ) throws {
    // A row, a column, a number, and a row with its axis of size 1, on either side.
    for small: Tensor in [[2, -1, 4], [[3], [-2]], 5, [[2, -1, 4]]] {
      let ofSmall = operation == .add ? upstream : upstream * a
      let ofLarge = operation == .add ? upstream : upstream * small
      let missing = Array(0..<2 - small.rank)
      let stretched = small.shape.indices.filter { small.shape[$0] == 1 }.map { $0 + missing.count }
      let sum = ofSmall.sum(along: missing + stretched).reshaped(to: small.shape)
      for isFirst in [false, true] {
        let inputs = isFirst ? [small, a] : [a, small]
        var found = try pullback(of: operation, inputs: inputs, upstream: upstream)
        let given: KeyValuePairs<String, Any> = [
          "operation": operation, "a": inputs[0], "b": inputs[1], "upstream": upstream,
        ]
        try expect(found.count, is: 2, given: given)
        if isFirst { found.reverse() }
        // backward(through:values:from:) brings the copies back.
        let own = found[1].shape == a.shape ? ofSmall : sum
        try expect([found[0], found[1]], is: [ofLarge, own], given: given)
      }
    }
  }

  @Test func `a product of square matrices, whose transposes fit in every wrong way too`() throws {
    let a: Tensor = [[1, 2], [3, 4]]
    let b: Tensor = [[5, -6], [7, 8]]
    let upstream: Tensor = [[1, 0], [2, -1]]
    let (ofA, ofB): (Tensor, Tensor) = ([[5, 7], [16, 6]], [[7, -3], [10, -4]])
    let (bt, at) = (b.transposed(), a.transposed())
    try expect(
      pullback(of: .matmul, inputs: [a, b], upstream: upstream), is: [ofA, ofB],
      mistakes: [
        "upstream × b and a × upstream: neither factor is transposed": [
          upstream.matmul(b), a.matmul(upstream),
        ],
        "upstream × b for a: b is not transposed": [upstream.matmul(b), ofB],
        "a × upstream for b: a is not transposed": [ofA, a.matmul(upstream)],
        "the factors in the wrong order: bᵀ × upstream and upstream × aᵀ": [
          bt.matmul(upstream), upstream.matmul(at),
        ],
        "the gradient of b transposed: it is aᵀ × upstream, not upstreamᵀ × a": [
          ofA, ofB.transposed(),
        ],
        "the gradient of a transposed: it is upstream × bᵀ, not b × upstreamᵀ": [
          ofA.transposed(), ofB,
        ],
        "the right numbers with rows and columns exchanged": [ofA.transposed(), ofB.transposed()],
        "the gradients of the two factors exchanged": [ofB, ofA],
        "the rule of multiply, element by element": [upstream * b, upstream * a],
        "the transposed factors alone, not multiplied by upstream": [bt, at],
      ],
      given: ["operation": "matmul", "a": a, "b": b, "upstream": upstream])
  }

  @Test func `relu lets the gradient pass where its input was positive`() throws {
    let x: Tensor = [[-2, 0, 3, 1e-20], [1, -0.5, -1e-20, 0]]
    let upstream: Tensor = [[5, 7, -4, 6], [2, 1, 9, 3]]
    try expect(
      pullback(of: .relu, inputs: [x], upstream: upstream), is: [[[0, 0, -4, 6], [2, 0, 0, 0]]],
      mistakes: [
        "relu with slope 1 at 0; here the slope at 0 is 0": [[[0, 7, -4, 6], [2, 0, 0, 3]]],
        "relu with slope ½ at 0; here the slope at 0 is 0": [[[0, 3.5, -4, 6], [2, 0, 0, 1.5]]],
        "the slopes of relu, 0 and 1, not multiplied by upstream": [
          [[0, 0, 1, 1], [1, 0, 0, 0]]
        ],
        "relu of the upstream gradient: what counts is the sign of the input": [
          [[5, 7, 0, 6], [2, 1, 9, 3]]
        ],
        "a gradient that passes only where it is itself positive": [
          [[0, 0, 0, 6], [2, 0, 0, 0]]
        ],
        "the upstream gradient, as if relu changed nothing": [upstream],
        "upstream times the value of relu, not its slope": [[[0, 0, -12, 0], [2, 0, 0, 0]]],
        "the gradient where the input was negative": [[[5, 0, 0, 0], [0, 1, 9, 0]]],
        "the gradient only where the input was well above 0; tiny is positive as well": [
          [[0, 0, -4, 0], [2, 0, 0, 0]]
        ],
      ],
      given: ["operation": "relu", "x": x, "upstream": upstream])
  }

  @Test func `every element of a sum gets the whole gradient`() throws {
    try expect(
      pullback(of: .sum, inputs: [a], upstream: -2.5),
      is: [[[-2.5, -2.5, -2.5], [-2.5, -2.5, -2.5]]],
      mistakes: [
        "the upstream gradient divided among the elements, which is the rule of the mean": [
          Tensor(repeating: -2.5 / 6, shape: [2, 3])
        ],
        "the slopes of the sum, 1 for each element, not multiplied by upstream": [.ones([2, 3])],
        "the upstream gradient as a single number; the gradient has the input's shape": [-2.5],
        "upstream times the input": [-2.5 * a],
      ],
      given: ["operation": "sum", "x": a, "upstream": -2.5])
  }

  @Test(arguments: [[], [1], [4], [2, 1, 3], [1, 1]])
  func `a sum has the shape of a number, whatever it is taken of`(shape: [Int]) throws {
    try expect(
      pullback(of: .sum, inputs: [Tensor(repeating: 3, shape: shape)], upstream: -2.5),
      is: [Tensor(repeating: -2.5, shape: shape)],
      given: ["operation": "sum", "shape of x": shape, "upstream": -2.5])
  }

  @Test(arguments: [(1, 1, 1), (1, 3, 2), (4, 2, 1), (2, 3, 2)])
  func `matrices of other forms`(rows: Int, inner: Int, columns: Int) throws {
    try forEachSeed { generator in
      let a = Tensor.normal(shape: [rows, inner], using: &generator)
      let b = Tensor.normal(shape: [inner, columns], using: &generator)
      let upstream = Tensor.normal(shape: [rows, columns], using: &generator)
      var ofA = [Float](repeating: 0, count: rows * inner)
      var ofB = [Float](repeating: 0, count: inner * columns)
      for i in 0..<rows {
        for j in 0..<inner {
          for k in 0..<columns {
            ofA[i * inner + j] += upstream[i, k].scalar * b[j, k].scalar
            ofB[j * columns + k] += upstream[i, k].scalar * a[i, j].scalar
          }
        }
      }
      try expect(
        pullback(of: .matmul, inputs: [a, b], upstream: upstream),
        is: [Tensor(ofA, shape: [rows, inner]), Tensor(ofB, shape: [inner, columns])],
        given: ["operation": "matmul", "a": a, "b": b, "upstream": upstream])
    }
  }

  @Test(arguments: [Operation.add, .multiply, .matmul, .sum])
  func `a gradient is what the result gains when one element grows by 1`(
    operation: Operation
  ) throws {
    // These four are linear in each of their inputs, so a step of 1 leaves no remainder.
    try forEachSeed { generator in
      let shapes = operation == .matmul ? [[2, 3], [3, 4]] : [[3, 2], [3, 2]]
      let inputs = shapes.prefix(operation.inputCount).map {
        Tensor.uniform(in: -2..<2, shape: $0, using: &generator)
      }
      let value = result(of: operation, inputs)
      let upstream = Tensor.uniform(in: -2..<2, shape: value.shape, using: &generator)
      let gains = inputs.indices.map { index in
        let gain = (0..<inputs[index].count).map { element in
          var grown = inputs
          grown[index] = grown[index] + one(at: element, in: grown[index].shape)
          return (upstream * (result(of: operation, grown) - value)).sum().scalar
        }
        return Tensor(gain, shape: inputs[index].shape)
      }
      try expect(
        pullback(of: operation, inputs: inputs, upstream: upstream), is: gains, within: 1e-4,
        given: ["operation": operation, "inputs": inputs, "upstream": upstream])
    }
  }

  @Test(arguments: Operation.allCases)
  func `a gradient twice as large passes twice as much`(operation: Operation) throws {
    try forEachSeed { generator in
      let inputs = (0..<operation.inputCount).map { _ in
        Tensor.normal(shape: [3, 3], using: &generator)
      }
      let upstream = Tensor.normal(shape: operation == .sum ? [] : [3, 3], using: &generator)
      let once = try pullback(of: operation, inputs: inputs, upstream: upstream)
      try expect(
        pullback(of: operation, inputs: inputs, upstream: 2 * upstream), is: once.map { 2 * $0 },
        given: ["operation": operation, "inputs": inputs, "upstream": 2 * upstream])
      try expect(
        once.map(\.shape) == inputs.map(\.shape), "each gradient has the shape of its input",
        given: ["operation": operation, "yours": once.map(\.shape)])
    }
  }

  private func result(of operation: Operation, _ inputs: [Tensor]) -> Tensor {
    switch operation {
    case .input, .relu: inputs[0]
    case .add: inputs[0] + inputs[1]
    case .multiply: inputs[0] * inputs[1]
    case .matmul: inputs[0].matmul(inputs[1])
    case .sum: inputs[0].sum()
    }
  }

  private func one(at element: Int, in shape: [Int]) -> Tensor {
    var scalars = [Float](repeating: 0, count: shape.reduce(1, *))
    scalars[element] = 1
    return Tensor(scalars, shape: shape)
  }
}
