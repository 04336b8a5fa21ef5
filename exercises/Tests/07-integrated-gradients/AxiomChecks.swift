import Checking
import Expecting
import Explanations
import IntegratedGradients
import Tensors
import Testing

/// The axioms of the paper, each a check of its name.
///
/// Paths are middles of strips, fine enough to be exact on these scores: kinks lie on edges of strips.
extension `integratedGradients(of:at:from:along:chunk:)` {
  /// What is integrated here, along 24 middles.
  private func attribution(of score: Score, at x: Tensor, from baseline: Tensor) throws -> Tensor {
    try integratedGradients(of: score, at: x, from: baseline, along: .middles(24), chunk: 24)
  }

  @Test func `completeness: what all inputs get adds up to the change of the score`() throws {
    try forEachSeed { generator in
      // Middles are exact for a quadratic, and it has every product of two inputs.
      let matrix = Tensor.normal(shape: [5, 5], using: &generator)
      let linear = Tensor.normal(shape: [5], using: &generator)
      let x = Tensor.normal(shape: [3, 5], using: &generator)
      let baseline = Tensor.normal(shape: [3, 5], using: &generator)
      let score: Score = { x in (x.matmul(matrix) * x).sum(along: 1) + x.matmul(linear) + 4 }
      let found = try attribution(of: score, at: x, from: baseline)
      try expect(found.shape, is: x.shape)
      try expect(
        found.sum(along: 1), is: score(x) - score(baseline), within: 1e-4,
        given: ["score": "x A x + b x + 4", "x": x, "baseline": baseline])
    }
  }

  @Test func `sensitivity (a): an input that alone moves the score gets the change`() throws {
    let score: Score = { x in 1 - (1 - x[.all, 0]).relu() }
    try expect(
      attribution(of: score, at: [[2]], from: [[0]]), is: [[1]],
      mistakes: [
        "the slope at x, which is 0 where the neuron is saturated": [[0]],
        "the weighted slope alone, not multiplied by (x − baseline)": [[0.5]],
      ],
      given: ["score": "1 − relu(1 − x)", "x": 2, "baseline": 0])
  }

  @Test func `dummy: an input that the score does not read gets nothing`() throws {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [2, 3], using: &generator)
      let found = try attribution(
        of: { x in x[.all, 0] * x[.all, 2] + x[.all, 0] }, at: x, from: [[1, 1, 1]])
      try expect(found.shape, is: [2, 3])
      try expect(found[.all, 1], is: [0, 0], given: ["score": "a c + a", "x": x])
    }
  }

  @Test func `implementation invariance: both networks of the paper give 1.5 and −0.5`() throws {
    let x: Tensor = [[3, 1]]
    let first: Score = { x in (x[.all, 0].relu() - 1 - x[.all, 1].relu()).relu() }
    let second: Score = { x in ((x[.all, 0] - 1).relu() - x[.all, 1].relu()).relu() }
    for (name, score) in [
      ("relu(relu(a) − 1 − relu(b))", first), ("relu(relu(a − 1) − relu(b))", second),
    ] {
      try expect(
        attribution(of: score, at: x, from: [[0, 0]]), is: [[1.5, -0.5]],
        mistakes: [
          "the weighted slope alone, not multiplied by (x − baseline)": [[0.5, -0.5]],
          "x times the slope at x, which is input × gradient": [[3, -1]],
          "the magnitudes of the result; signs stay on": [[1.5, 0.5]],
        ],
        given: ["score": name, "x": x, "baseline": "(0, 0)"])
    }
  }

  @Test func `linearity: 2 f − 3 g gets twice what f gives, less three times what g gives`() throws
  {
    try forEachSeed { generator in
      let x = Tensor.normal(shape: [2, 2], using: &generator)
      let baseline = Tensor.normal(shape: [1, 2], using: &generator)
      let f: Score = { x in (x[.all, 0] * x[.all, 1]).tanh() }
      let g: Score = { x in x.squared().sum(along: 1) }
      let both = try attribution(of: { try 2 * f($0) - 3 * g($0) }, at: x, from: baseline)
      let apart =
        try 2 * attribution(of: f, at: x, from: baseline)
        - 3 * attribution(of: g, at: x, from: baseline)
      try expect(both.shape, is: x.shape)
      try expect(
        both, is: apart, within: 1e-4,
        given: ["f": "tanh(a b)", "g": "a² + b²", "x": x, "baseline": baseline])
    }
  }

  @Test func `symmetry: two inputs that can be exchanged, and are equal, get the same`() throws {
    try forEachSeed { generator in
      let value = Tensor.uniform(in: 0.5..<2, shape: [], using: &generator)
      let third = Tensor.uniform(in: 0.5..<2, shape: [], using: &generator)
      let x = Tensor.stacked([value, value, third], along: 0).reshaped(to: [1, 3])
      let found = try attribution(
        of: { x in x[.all, 0] * x[.all, 1] * x[.all, 2] }, at: x, from: [[0.25, 0.25, 0]])
      try expect(found.shape, is: [1, 3])
      try expect(
        found[0, 0].scalar, is: found[0, 1].scalar, given: ["score": "a b c", "x": x])
      try expect(
        found[0, 0].scalar != 0, "the two get something, for the score has moved with them",
        given: ["x": x, "yours": found])
    }
  }
}
