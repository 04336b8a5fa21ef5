import Checking
import Expecting
import Explanations
import IntegratedGradients
import Tensors
import Testing

/// The sum along the path: points, weights, chunks, batches.
@Suite(.exercise) struct `integratedGradients(of:at:from:along:chunk:)` {
  private let path = Quadrature(points: [0.1, 0.4, 0.9], weights: [0.2, 0.5, 0.3])

  @Test func `three points with weights of their own, from a baseline that is not zero`() throws {
    let score = CubicScore(factors: [3, -1.5, 0.75, 2])
    // Two examples and three points, so that the two numbers cannot be mixed up.
    let x: Tensor = [[2, 1, -3, 0.5], [1.5, -2, 1, 3]]
    let baseline: Tensor = [[1, -1, 1, 0.25], [-1, 0.5, 2, 1]]
    let way = x - baseline
    let (points, weights) = (path.points, path.weights)
    func slope(
      _ start: Tensor, _ way: Tensor, _ weights: [Double], at places: [Double]? = nil
    ) -> Tensor {
      score.slope(from: start, by: way, points: places ?? points, weights: weights)
    }
    let right = slope(baseline, way, weights)
    let third: Double = 1.0 / 3
    let even: [Double] = [third, third, third]
    let middles: [Double] = [third / 2, 0.5, 1 - third / 2]
    let ends: [Double] = [third, 2 * third, 1]
    let late: [Double] = zip(points, weights).map { $0 * $1 }
    let early: [Double] = zip(points, weights).map { (1 - $0) * $1 }
    var magnitudes = 0 * x
    var middle = 0 * x
    for (point, weight) in zip(points, weights) {
      magnitudes += Tensor(weight) * score.slope(at: baseline + Tensor(point) * way).abs()
      middle += Tensor(weight) * (baseline + Tensor(point) * way)
    }
    let spread = "points spread evenly from 0 to 1; the path says where they are"
    let first: Tensor = (way * right)[0..<1].broadcast(to: x.shape)
    let known: KeyValuePairs<String, Tensor> = [
      "the weighted slope alone, not multiplied by (x − baseline)": right,
      "the slope multiplied by x, not by (x − baseline)": x * right,
      "the slope multiplied by (baseline − x): the way leads from the baseline to x": -way * right,
      "the slope at x alone, times (x − baseline); the points of the path are not used":
        way * score.slope(at: x),
      "the slope at the baseline alone, times (x − baseline)": way * score.slope(at: baseline),
      "x times the slope at x, which is input × gradient": x * score.slope(at: x),
      "the slope at α · x: the path begins at zero and not at the baseline":
        way * slope(0 * x, x, weights),
      "x times the slope at α · x: the baseline is forgotten everywhere":
        x * slope(0 * x, x, weights),
      "the slope at baseline + α · x: the way is x − baseline, not x":
        way * slope(baseline, x, weights),
      "a way of x, on the path and as a factor; it is x − baseline":
        x * slope(baseline, x, weights),
      "the path walked from x to the baseline: α is 0 at the baseline": way
        * slope(x, -way, weights),
      "all points counted equally; each has its weight": way * slope(baseline, way, even),
      "the slopes added up without their weights": way * slope(baseline, way, [1, 1, 1]),
      "the weighted sum divided by the number of points once more": way * right / 3,
      "the slopes divided by the number of examples: add up the scores, do not average them":
        way * right / 2,
      "a mean over all scores of a batch, points and examples: add them up": way * right / 6,
      "the gradient taken with respect to x, which puts a factor α to each slope; track the points":
        way * slope(baseline, way, late),
      "the gradient taken with respect to the baseline, which puts a factor 1 − α to each slope":
        way * slope(baseline, way, early),
      "each weight multiplied in twice": way * slope(baseline, way, weights.map { $0 * $0 }),
      "the magnitudes of the slopes; signs stay on": way * magnitudes,
      "the magnitudes of the result; signs stay on": (way * right).abs(),
      "the slope at the mean point of the path, not the mean of the slopes":
        way * score.slope(at: middle),
      spread: way * slope(baseline, way, even, at: middles),
      spread: way * slope(baseline, way, weights, at: middles),
      spread: way * slope(baseline, way, even, at: ends),
      spread: way * slope(baseline, way, weights, at: ends),
      "what is right for the first example, for all of them": first,
      "zeros, as if the score did not hang on the points. Is it computed from what is tracked?": 0
        * x,
    ]
    try expect(
      integratedGradients(of: { score($0) }, at: x, from: baseline, along: path, chunk: 3),
      is: way * right, mistakes: known,
      given: [
        "score": "Σ c x³ / 3", "c": score.factors, "x": x, "baseline": baseline,
        "points": points, "weights": weights,
      ])
  }

  @Test func `a part of the path gives its part: weights are taken as they are`() throws {
    try forEachSeed { generator in
      let score = CubicScore(factors: .uniform(in: 0.5..<2, shape: [3], using: &generator))
      let x = Tensor.uniform(in: 1..<2, shape: [1, 3], using: &generator)
      let half = Quadrature(points: [0.125, 0.375], weights: [0.25, 0.25])
      let slope = score.slope(from: 0 * x, by: x, points: half.points, weights: half.weights)
      try expect(
        integratedGradients(of: { score($0) }, at: x, from: 0 * x, along: half, chunk: 2),
        is: x * slope,
        mistakes: [
          "weights stretched until they add up to 1; take them as they are": 2 * x * slope
        ],
        given: ["points": half.points, "weights": half.weights, "x": x])
    }
  }

  @Test func `each example of a batch walks its own way`() throws {
    try forEachSeed { generator in
      let score = CubicScore(factors: .uniform(in: 0.5..<2, shape: [2], using: &generator))
      let x = Tensor.uniform(in: 1..<3, shape: [3, 2], using: &generator)
      let baseline = Tensor.uniform(in: -1..<0.5, shape: [3, 2], using: &generator)
      let way = x - baseline
      let slope = score.slope(
        from: baseline, by: way, points: path.points, weights: path.weights)
      // The slopes, point by point and example by example.
      let slopes = Tensor.stacked(
        path.points.map { score.slope(at: baseline + Tensor($0) * way) }, along: 0)
      let weights = Tensor(path.weights).reshaped(to: [1, 3, 1])
      let mixed = (slopes.reshaped(to: [3, 3, 2]) * weights).sum(along: 1)
      let mean = (way * slope).mean(along: 0, keepingAxes: true)
      let known: KeyValuePairs<String, Tensor> = [
        "points and examples mixed up: three points of an example taken for three examples":
          way * mixed,
        "the mean over the batch; each example keeps its own": mean.broadcast(to: [3, 2]),
        "the slopes averaged over the batch": way * slope.mean(along: 0, keepingAxes: true),
      ]
      try expect(
        integratedGradients(of: { score($0) }, at: x, from: baseline, along: path, chunk: 3),
        is: way * slope, mistakes: known, given: ["x": x, "baseline": baseline])
    }
  }

  @Test func `one baseline serves a whole batch, and images keep their shape`() throws {
    try forEachSeed { generator in
      let score = CubicScore(factors: .normal(shape: [3, 4, 2], using: &generator))
      let x = Tensor.normal(shape: [2, 3, 4, 2], using: &generator)
      let baseline = Tensor.normal(shape: [1, 3, 4, 2], using: &generator)
      let path = Quadrature.middles(4)
      let slope = score.slope(
        from: baseline, by: x - baseline, points: path.points, weights: path.weights)
      try expect(
        integratedGradients(of: { score($0) }, at: x, from: baseline, along: path, chunk: 3),
        is: (x - baseline) * slope, given: ["x": "[2, 3, 4, 2]", "baseline": "[1, 3, 4, 2]"])
      let grey = Tensor([0.5, -0.5, 0.25], shape: [1, 3, 1, 1])
      let fromGrey = score.slope(
        from: grey, by: x - grey, points: path.points, weights: path.weights)
      try expect(
        integratedGradients(of: { score($0) }, at: x, from: grey, along: path, chunk: 4),
        is: (x - grey) * fromGrey, given: ["x": "[2, 3, 4, 2]", "baseline": "[1, 3, 1, 1]"])
    }
  }

  // MARK: - Chunks

  @Test func `the chunk changes nothing: also one that does not divide the points`() throws {
    let score = CubicScore(factors: [3, -1.5])
    let x: Tensor = [[2, 1], [-1, 3]]
    let baseline: Tensor = [[1, -1], [0.5, 0]]
    let points: [Double] = [0.05, 0.2, 0.3, 0.55, 0.6, 0.8, 0.95]
    let weights: [Double] = [0.1, 0.2, 0.05, 0.25, 0.1, 0.2, 0.1]
    let path = Quadrature(points: points, weights: weights)
    func credit(_ points: some Sequence<Double>, _ weights: some Sequence<Double>) -> Tensor {
      (x - baseline)
        * score.slope(
          from: baseline, by: x - baseline, points: Array(points), weights: Array(weights))
    }
    let right = credit(points, weights)
    for chunk in [1, 2, 3, 4, 7, 100] {
      let found = try integratedGradients(
        of: { score($0) }, at: x, from: baseline, along: path, chunk: chunk)
      let given: KeyValuePairs<String, Any> = ["chunk": chunk, "points": points]
      guard chunk < 7 else {
        try expect(found, is: right, given: given)
        continue
      }
      let starts = Array(stride(from: 0, to: 7, by: chunk))
      let last = starts.last ?? 0
      let again: [Int] = (0..<7).map { $0 % chunk }
      let lastAlone = credit(points[last...], weights[last...])
      let leftOut = credit(points[..<last], weights[..<last])
      let mean = right / Tensor(starts.count)
      let samePoints = credit(again.map { points[$0] }, weights)
      let sameWeights = credit(points, again.map { weights[$0] })
      let (a, b) = ("the last chunk left out, because it is not full", "the last chunk alone")
      let c = "the mean over the chunks; their parts have to be added up"
      let d = "the first points again in every chunk"
      let e = "the first weights again in every chunk"
      // Of two chunks the first is all that is not the last: one name for one value.
      let known: KeyValuePairs<String, Tensor> =
        starts.count == 2
        ? [a: leftOut, b: lastAlone, c: mean, d: samePoints, e: sameWeights]
        : [
          a: leftOut, b: lastAlone, c: mean, d: samePoints, e: sameWeights,
          "the first chunk alone": credit(points[..<chunk], weights[..<chunk]),
        ]
      try expect(found, is: right, mistakes: known, given: given)
    }
  }

  @Test func `the score sees at most chunk · N examples at a time, and each point once`() throws {
    for (examples, points, chunk) in [(3, 7, 2), (1, 10, 4), (2, 5, 5), (2, 3, 50)] {
      var seen: [Int] = []
      let score: Score = { x in
        seen.append(x.shape[0])
        return x.squared().sum(along: 1)
      }
      _ = try integratedGradients(
        of: score, at: .ones([examples, 2]), from: .zeros([1, 2]), along: .middles(points),
        chunk: chunk)
      let given: KeyValuePairs<String, Any> = [
        "examples": examples, "points": points, "chunk": chunk, "sizes of the batches it saw": seen,
      ]
      try expect(
        seen.allSatisfy { $0 <= chunk * examples },
        "no batch is larger than chunk · N, so that memory does not grow with the points",
        given: given)
      try expect(
        seen.reduce(0, +) == points * examples, "each point is looked at once for each example",
        given: given)
      try expect(
        seen.count == (points + chunk - 1) / chunk,
        "chunk points go to the score at once, and the rest in a last batch", given: given)
    }
  }

  // MARK: - Edges

  @Test func `where x is the baseline, nothing has moved and nothing gets anything`() throws {
    let x: Tensor = [[2, -1, 0]]
    try expect(
      integratedGradients(
        of: { $0.squared().sum(along: 1) + 5 }, at: x, from: x, along: path, chunk: 2),
      is: [[0, 0, 0]],
      given: ["score": "Σ x² + 5", "x and baseline": x])
  }

  @Test func `what is no number is not hidden, and stays with its example`() throws {
    let x: Tensor = [[1, 2], [.init(Float.nan), 1]]
    let found = try integratedGradients(
      of: { ($0 * $0).sum(along: 1) }, at: x, from: [[0, 0]], along: path, chunk: 2)
    try expect(found.shape, is: [2, 2])
    try expect(
      found[1, 0].scalar.isNaN, "an input that is NaN gets NaN", given: ["x": x, "yours": found])
    let slope: Float = 2 * (0.2 * 0.1 + 0.5 * 0.4 + 0.3 * 0.9)
    try expect(found[0], is: Tensor([slope, 4 * slope]), given: ["x": x])
  }

  @Test func `a chunk below 1 is refused, and an error of the score comes out`() throws {
    for chunk in [0, -2] {
      try expectThrows(TooFew("chunk", chunk), "TooFew(\"chunk\", \(chunk)) is thrown") {
        _ = try integratedGradients(
          of: { $0.sum(along: 1) }, at: [[1, 2]], from: [[0, 0]], along: path, chunk: chunk)
      }
    }
    try expectThrows(Refusal(), "the error that the score throws comes out, the same one") {
      _ = try integratedGradients(
        of: { _ in throw Refusal() }, at: [[1, 2]], from: [[0, 0]], along: path, chunk: 2)
    }
  }
}
