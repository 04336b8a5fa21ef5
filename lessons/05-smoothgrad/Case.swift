import Datasets
import Explanations
import Figures
import Showing
import SmoothGrad
import Tensors
import Texts

/// Eight inputs under ripples, two of which have a slope of their own that the gradient hides.
///
///     s = Σ w x + A sin(k x + φ) / k + c (x_h − h)³
///
/// Every input but one has a ripple; the slopes w are 0 but for two. There the ripple turns the gradient
/// of the record to nearly 0, or to the other sign. Among the others are a slow ripple, which outlives
/// a little noise, one so strong that its mean is never at rest, and a bend, whose slope is
/// made by the noise.
struct RippleCase: PlantedCase {
  /// What the learner's functions make of the record, a row for each deviation.
  struct Evidence {
    /// The gradient, `[1, inputs]`.
    var gradient: Tensor
    /// SmoothGrad for each deviation, `[deviations, inputs]`.
    var means: Tensor
    /// How far each may be off: the root of VarGrad over the number of samples.
    var errors: Tensor
  }

  private enum Role: Int, CaseIterable {
    /// Slopes that the ripple hides: to nearly nothing, and behind the other sign.
    case hidden, turned
    /// Ripples on nothing: fast and up, fast and down, slow, far.
    case fast, opposite, slow, far
    /// A bend that is flat at the record, and an input that nothing reads.
    case bend, unread
  }

  private let places: [Role: Int]
  private let ripples: RippledScore
  private let bend: Float
  /// The record, `[1, 8]`.
  private let record: Tensor

  private static let names = (1...Role.allCases.count).map { "Input \($0)" }
  private static let deviations: [Float] = [0.03, 0.1, 0.3, 1]
  private static let samples = 400

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Role.allCases.count, using: &generator)
    places = Dictionary(uniqueKeysWithValues: zip(Role.allCases, order))
    let sign: Float = generator.index(below: 2) == 0 ? 1 : -1
    var parts = [RippledScore.Part](
      repeating: .init(slope: 0, amplitude: 0, frequency: 1), count: order.count)
    var values = [Float](repeating: 0, count: order.count)
    for role in Role.allCases {
      let place = order[role.rawValue]
      values[place] = generator.number(in: -1...1)
      let fast = generator.number(in: 18...30)
      let slope = sign * generator.number(in: 0.8...1.2)
      // How far into its ripple the record lies: 0 at the top, π at the bottom.
      var (part, angle): (RippledScore.Part, Float)
      switch role {
      case .hidden:
        // cos(angle) = −w / A, so that the gradient is nearly 0.
        part = .init(slope: slope, amplitude: 2.5, frequency: fast)
        angle = .pi / 2 + slope / 2.5
      case .turned:
        part = .init(
          slope: -slope, amplitude: generator.number(in: 2.5...3.5), frequency: fast)
        angle = slope > 0 ? 0 : .pi
      case .fast:
        part = .init(slope: 0, amplitude: generator.number(in: 4...6), frequency: fast)
        angle = generator.number(in: -0.6...0.6)
      case .opposite:
        part = .init(slope: 0, amplitude: generator.number(in: 3...5), frequency: fast)
        angle = .pi + generator.number(in: -0.6...0.6)
      case .slow:
        part = .init(
          slope: 0, amplitude: generator.number(in: 1.5...2.5),
          frequency: generator.number(in: 3.2...3.8))
        angle = generator.number(in: -0.5...0.5)
      case .far:
        part = .init(slope: 0, amplitude: generator.number(in: 12...16), frequency: fast)
        angle = .pi / 2 + generator.number(in: -0.2...0.2)
      case .bend, .unread: (part, angle) = (.init(slope: 0, amplitude: 0, frequency: 1), 0)
      }
      part.phase = angle - part.frequency * values[place]
      parts[place] = part
    }
    ripples = RippledScore(parts: parts)
    bend = sign * generator.number(in: 0.25...0.4)
    record = Tensor(values, shape: [1, values.count])
  }

  let question = CaseQuestion(
    """
    Two inputs have a steady slope, the same whether you smooth much or more, that a ripple hides or \
    turns round in the gradient. Which two?
    """, options: names, picks: 2)

  private func place(_ role: Role) -> Int { places[role] ?? 0 }

  private func name(_ role: Role) -> String { Self.names[place(role)] }

  private func score(_ x: Tensor) -> Tensor {
    let bent = x[.all, place(.bend)] - record[0, place(.bend)]
    return ripples.score(x) + Tensor(bend) * bent.power(3)
  }

  func evidence() throws -> Evidence {
    let range = (record.max() - record.min()).scalar
    var (means, errors): ([Tensor], [Tensor]) = ([], [])
    for (index, deviation) in Self.deviations.enumerated() {
      let samples = try noise(
        like: record, samples: Self.samples, relativeTo: deviation / range, seed: UInt64(index))
      means.append(try smoothGrad(of: score, at: record, noise: samples, chunk: 100))
      let variance = try varGrad(of: score, at: record, noise: samples)
      errors.append((variance.relu() / Tensor(Float(Self.samples))).sqrt())
    }
    return Evidence(
      gradient: try smoothGrad(of: score, at: record, noise: 0 * record, chunk: 1),
      means: .concatenated(means, along: 0), errors: .concatenated(errors, along: 0))
  }

  /// The inputs whose mean at the two largest deviations is no accident, and the same.
  func answer(from evidence: Evidence) -> Set<Int> {
    let last = Self.deviations.count - 1
    return Set(
      Self.names.indices.filter { input in
        let (much, most) = (
          evidence.means[last - 1, input].scalar, evidence.means[last, input].scalar
        )
        let (error, other) = (
          evidence.errors[last - 1, input].scalar, evidence.errors[last, input].scalar
        )
        let together = (error * error + other * other).squareRoot()
        return abs(much) > 4 * error && abs(most) > 4 * other && abs(much - most) < 4 * together
      })
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      A score of eight inputs is not smooth. Here is what your `smoothGrad` says at one record, with \
      \(Self.samples) samples of noise: without noise, and for four deviations σ.
      """)
    page.table(
      PageTable(
        ["", "no noise"] + Self.deviations.map { "σ \($0.shortText(digits: 2))" },
        rows: Self.names.enumerated().map { input, name in
          [.text(name), .number(Self.rounded(evidence.gradient[0, input]))]
            + Self.deviations.indices.map { .number(Self.rounded(evidence.means[$0, input])) }
        }, decimals: 2), caption: "The mean gradient, by your `smoothGrad`.")
    page.table(
      PageTable(
        [""] + Self.deviations.map { "σ \($0.shortText(digits: 2))" },
        rows: Self.names.enumerated().map { input, name in
          [.text(name)]
            + Self.deviations.indices.map { .number(Self.rounded(evidence.errors[$0, input])) }
        }, decimals: 2),
      caption: """
        The standard error of each mean, which says how far it may be off by accident: \
        √(your `varGrad` / \(Self.samples)).
        """)
  }

  /// A number as it is shown, without the sign of a zero.
  private static func rounded(_ number: Tensor) -> Double {
    let hundredths = (Double(number.scalar) * 100).rounded()
    return hundredths == 0 ? 0 : hundredths / 100
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    if answer == [place(.hidden), place(.turned)] {
      return .right(
        """
        \(name(.hidden)) and \(name(.turned)) were planted. Their ripples are gone from σ = 0.3 on, and \
        what stays is far more than its standard error, and the same at σ = 1.
        """)
    }
    let wrong = Role.allCases.first {
      $0 != .hidden && $0 != .turned && answer.contains(place($0))
    }
    return .wrong(words(on: wrong ?? .unread))
  }

  private func words(on role: Role) -> Prose {
    switch role {
    case .hidden, .turned, .unread:
      "\(name(.unread)) has a gradient of 0 at every σ. Nothing reads it."
    case .fast:
      """
      \(name(role)) has the steepest slope without noise. Follow its row: what is left of it when the \
      noise is as long as a ripple?
      """
    case .opposite:
      """
      \(name(role)) is steep downwards or upwards without noise, and at a small σ still. At a large σ, \
      is there more left than the standard error?
      """
    case .slow:
      """
      \(name(role)) outlives a little noise, because its ripple is a long one. A slope would still be \
      there at the largest σ.
      """
    case .far:
      """
      \(name(role)) has the largest standard errors, because its ripple is the strongest. Its means are \
      less than three of them away from 0: that is no slope, but too few samples.
      """
    case .bend:
      """
      \(name(role)) has a slope that grows with σ: that is made by the noise, as with x³, whose mean \
      gradient is 3x² + 3σ². A steady slope is the same at every σ that is large enough.
      """
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [
      ("the steepest gradient", Role.fast), ("steep the other way", .opposite),
      ("a slow ripple", .slow), ("the largest errors", .far), ("a bend", .bend),
      ("one that is not read", .unread),
    ].map { mistake, role in (mistake, [place(.hidden), place(role)]) }
  }
}
