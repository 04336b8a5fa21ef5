import ConceptBottleneck
import Layers
import Tensors

/// One training from the start: new parts, new weights, every scheme, on the full list and on the one
/// that has a hole.
struct Trial {
  /// Everything that was trained on one list of concepts.
  struct List {
    /// The parts that the models have not learned from.
    let rows: ConceptRows
    let independent: Bottleneck
    let sequential: Bottleneck
    /// One for each strength of `Trial.strengths`.
    let joint: [Bottleneck]

    /// The three schemes, joint at the strength that the page speaks of.
    var schemes: [Bottleneck] { [independent, sequential, joint[Trial.usual]] }
  }

  /// The signs of the parts that were held back, hidden ones as well, `[N, 6]`.
  let held: Inspection
  /// What the frozen eye sees of the parts that were learned from, and what is hidden about them.
  private let learned: ConceptRows
  let full: List
  /// Without the light ground.
  let short: List

  /// How much the concepts count in joint training.
  static let strengths: [Float] = [0, 0.03, 0.1, 0.3, 1, 3]
  /// Which of the strengths *joint* means where none is said: 0.3.
  static let usual = 3
  /// How many parts are learned from, and how many are held back.
  static let counts = (learned: 2000, held: 3000)
  /// The sign that the short list does not have.
  static let hidden = 5

  init(seed: UInt64, eye: FrozenEye) throws {
    var generator = SplitMix64(seed: seed)
    let parts = Inspection(Trial.counts.learned, using: &generator)
    held = Inspection(Trial.counts.held, using: &generator)
    let seen = eye.features(of: parts.images)
    let (mean, deviation) = (seen.mean(along: 0), seen.variance(along: 0).sqrt() + 1e-6)
    learned = ConceptRows(
      features: (seen - mean) / deviation, truth: parts.truth, labels: parts.labels)
    let asked = ConceptRows(
      features: (eye.features(of: held.images) - mean) / deviation, truth: held.truth,
      labels: held.labels)
    full = try Trial.trained(on: learned, asked: asked, seed: seed)
    let listed = Array(0..<Trial.hidden)
    short = try Trial.trained(
      on: learned.listing(listed), asked: asked.listing(listed), seed: seed)
  }

  private static func trained(
    on rows: ConceptRows, asked: ConceptRows, seed: UInt64
  ) throws -> List {
    let reader = try Bottleneck.reader(of: rows, seed: seed)
    return List(
      rows: asked,
      independent: try Bottleneck(.independent, behind: reader, on: rows, seed: seed),
      sequential: try Bottleneck(.sequential, behind: reader, on: rows, seed: seed),
      joint: try strengths.map { strength in
        try Bottleneck(jointlyOn: rows, strength: strength, seed: seed)
      })
  }

  /// How often a hidden sign is read rightly from what a head of the short list is handed: by the best
  /// linear map of the learned parts.
  func hiddenRead(by model: Bottleneck) throws -> Double {
    func columns(_ features: Tensor) -> [[Double]] {
      let reading = model.reading(of: features)
      return (0..<reading.shape[0]).map { reading[$0].scalars.map(Double.init) + [1] }
    }
    let sign = { (truth: Tensor) in
      truth[.all, Trial.hidden].scalars.map { Double(2 * $0 - 1) }
    }
    let weights = try leastSquares(
      columns(learned.features), targets: sign(learned.truth), ridge: 1e-3)
    let right = zip(columns(short.rows.features), sign(held.truth)).count { row, truth in
      zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } * truth > 0
    }
    return Double(right) / Double(held.labels.count)
  }
}

extension Trial.List {
  /// How many concepts are on the list.
  var count: Int { rows.truth.shape[1] }

  /// The accuracy after 0, 1, … corrections, the mean over as many orders as there are concepts: in them
  /// every concept comes once at each place.
  func curve(of model: Bottleneck, low: Tensor? = nil, high: Tensor? = nil) throws -> [Double] {
    let reading = model.reading(of: rows.features)
    let curves = try (0..<count).map { first in
      try interventionCurve(
        of: model.answer, logits: reading, truth: rows.truth, labels: rows.labels,
        order: (0..<count).map { ($0 + first) % count }, low: low ?? model.low,
        high: high ?? model.high)
    }
    return (0...count).map { step in curves.reduce(0) { $0 + $1[step] } / Double(count) }
  }

  /// How often each concept is read rightly.
  func conceptAccuracies(of model: Bottleneck) -> [Double] {
    let isRight = (model.concepts(rows.features) .> 0) .== rows.truth
    return isRight.mean(along: 0).scalars.map(Double.init)
  }

  /// Whether each row's answer is right when some concepts are corrected.
  func isRight(_ model: Bottleneck, correcting concepts: [Int]) throws -> [Bool] {
    let reading = try intervened(
      model.reading(of: rows.features), truth: rows.truth, concepts: concepts, low: model.low,
      high: model.high)
    return zip(try model.answer(reading).scalars, rows.labels).map { $0 == Float($1) }
  }
}

extension [Bool] {
  /// Which part of them is true.
  var rate: Double { Double(count { $0 }) / Double(count) }
}
