import Datasets
import Explanations
import Figures
import Showing
import Tensors
import Texts
import VanillaGradients

/// Eight inputs of a few neurons, two of which moved the score and have no gradient left.
///
///     score = v · n(a + b + c) + u · relu(d − 2) + w · e + k · g · h
///
/// The neuron n answers to its sum between two numbers only, and in the example that is explained the sum
/// is above both. In some cases n is open from the beginning, in others it opens on the way, early or
/// late; and in some b has a neuron of its own. The third input, c, is 0. The neuron of d never opens, f
/// is not read, g waits for h, which is 0, and e is what it seems.
struct GateCase: PlantedCase {
  /// What the learner's functions make of the example.
  struct Evidence {
    /// The gradient on the way from zero to the example, `[steps, inputs]`.
    var slopes: Tensor
    /// Input × gradient at the example, `[1, inputs]`.
    var products: Tensor
  }

  /// Where each part of the formula stands among the inputs.
  private let places: [Role: Int]
  private let weights: (v: Float, u: Float, w: Float, k: Float)
  /// The neuron of a and c, and of b unless it has its own.
  private let neuron: Neuron
  private let neuronOfB: Neuron?
  /// The example, `[1, 8]`.
  private let example: Tensor

  private enum Role: Int, CaseIterable { case a, b, c, d, e, f, g, h }

  /// A neuron that follows its sum between two numbers, and says the same below and above them.
  private struct Neuron {
    let low: Float
    let high: Float

    /// Draws where it opens and where it is saturated, on the way to a sum.
    ///
    ///     open at the beginning   low < 0, closed after ¼ or after ½ of the way
    ///     open at ½ alone         0.3 to 0.7 of the way
    ///     open at ¾ alone         0.6 to 0.9 of the way
    init(upTo sum: Float, using generator: inout SplitMix64) {
      let parts: [(Float, Float)] = [(-1, 0.4), (-1, 0.6), (0.3, 0.7), (0.6, 0.9)]
      let (first, last) = parts[generator.index(below: parts.count)]
      (low, high) = (first * sum, last * sum)
    }

    /// What it says of a sum; 0 at a sum of 0.
    func callAsFunction(_ sum: Tensor) -> Tensor {
      (sum - Tensor(low)).relu() - (sum - Tensor(high)).relu() + Tensor(min(low, 0))
    }
  }

  private static let names = (1...Role.allCases.count).map { "Input \($0)" }
  /// Which parts of the example the gradient is taken at.
  private static let way: [Float] = [0, 0.25, 0.5, 0.75, 1]

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Role.allCases.count, using: &generator)
    places = Dictionary(uniqueKeysWithValues: zip(Role.allCases, order))
    func weight(_ sign: Float) -> Float { sign * generator.number(in: 0.5...1.5) }
    let sign: Float = generator.index(below: 2) == 0 ? 1 : -1
    weights = (weight(sign), weight(1), weight(-sign), weight(sign))
    var values = [Float](repeating: 0, count: order.count)
    for role in Role.allCases where role != .c && role != .h {
      values[order[role.rawValue]] = generator.number(in: 0.75...1.25)
    }
    example = Tensor(values, shape: [1, values.count])
    let (a, b) = (values[order[Role.a.rawValue]], values[order[Role.b.rawValue]])
    let isShared = generator.index(below: 2) == 0
    neuron = Neuron(upTo: isShared ? a + b : a, using: &generator)
    neuronOfB = isShared ? nil : Neuron(upTo: b, using: &generator)
  }

  let question = CaseQuestion(
    """
    Two inputs have a gradient of zero at this example. Still they moved the score while the inputs \
    grew from 0 to the example. Which two?
    """, options: names, picks: 2)

  private func place(_ role: Role) -> Int { places[role] ?? 0 }

  private func name(_ role: Role) -> String { Self.names[place(role)] }

  private func score(_ x: Tensor) -> Tensor {
    func input(_ role: Role) -> Tensor { x[.all, place(role)] }
    let planted =
      if let neuronOfB {
        neuron(input(.a) + input(.c)) + 0.7 * neuronOfB(input(.b))
      } else {
        neuron(input(.a) + input(.b) + input(.c))
      }
    return Tensor(weights.v) * planted + Tensor(weights.u) * (input(.d) - 2).relu()
      + Tensor(weights.w) * input(.e) + Tensor(weights.k) * input(.g) * input(.h)
  }

  func evidence() throws -> Evidence {
    let steps = Tensor(Self.way, shape: [Self.way.count, 1])
    return Evidence(
      slopes: try gradientMap(of: score, at: steps * example),
      products: try inputTimesGradient(of: score, at: example))
  }

  /// The inputs that are not zero, have no gradient at the example, and had one before.
  func answer(from evidence: Evidence) -> Set<Int> {
    let last = Self.way.count - 1
    return Set(
      Self.names.indices.filter { input in
        let slopes = evidence.slopes[.all, input].scalars.map(abs)
        return example[0, input].scalar != 0 && slopes[last] < 1e-6
          && slopes[..<last].contains { $0 > 1e-6 }
      })
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      A few neurons read some of eight inputs and compute a score from them. The score of this \
      example is \(score(example)[0].scalar.text(decimals: 2)), and \
      \(score(0 * example)[0].scalar.text(decimals: 2)) if all inputs are 0.
      """)
    let last = Self.way.count - 1
    page.table(
      PageTable(
        ["", "value", "gradient", "input × gradient"],
        rows: Self.names.enumerated().map { input, name in
          [.text(name)]
            + [example[0, input], evidence.slopes[last, input], evidence.products[0, input]].map {
              .number(Self.rounded($0))
            }
        }, decimals: 2),
      caption: "What your `gradientMap` and `inputTimesGradient` say at the example.")
    page.table(
      PageTable(
        ["", "0", "¼", "½", "¾", "the example"],
        rows: Self.names.enumerated().map { input, name in
          [.text(name)]
            + (0...last).map { .number(Self.rounded(evidence.slopes[$0, input])) }
        }, decimals: 2),
      caption: "The gradient on the way: all inputs at 0, at a quarter of the example, and so on.")
  }

  /// A number as it is shown, without the sign of a zero.
  private static func rounded(_ number: Tensor) -> Double {
    let hundredths = (Double(number.scalar) * 100).rounded()
    return hundredths == 0 ? 0 : hundredths / 100
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let planted: Set<Int> = [place(.a), place(.b)]
    if answer == planted {
      return .right(
        """
        \(name(.a)) and \(name(.b)) were planted. Each moved the score until its neuron was \
        saturated, before the example; from there on the gradient is 0.
        """)
    }
    let wrong = Role.allCases.filter { $0 != .a && $0 != .b && answer.contains(place($0)) }
    let count = wrong.count > 1 ? "Neither of the two is right." : "One of the two is right."
    return .wrong("\(([count] + wrong.map(words)).joined(separator: " "))")
  }

  private func words(on role: Role) -> String {
    switch role {
    case .a, .b, .c:
      """
      \(name(role)) had a gradient on the way, so it could have moved the score. But what is its value \
      in this example? What is 0 from beginning to end moves nothing.
      """
    case .d:
      """
      \(name(role)) has no gradient at the example, and had none on the way from zero either. So the \
      score did not change while it grew.
      """
    case .e:
      """
      \(name(role)) moved the score, and its gradient says so. The question asks for inputs that the \
      gradient at the example passes over.
      """
    case .f:
      """
      \(name(role)) has a gradient of zero everywhere on the way. A zero can mean *no longer* or \
      *never*. Which of the two would you see in the second table?
      """
    case .g:
      """
      \(name(role)) is multiplied by another input, which is 0 from beginning to end, so it has never \
      moved the score. Look for a gradient that was there and went.
      """
    case .h:
      """
      \(name(role)) has the gradient that you see, but its value is 0: it would matter if it came. The \
      question asks what has moved the score.
      """
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [
      ("one that could have but is 0", Role.c), ("one whose neuron never opens", .d),
      ("one with a gradient", .e), ("one that is not read", .f),
      ("one side of a gate that is shut", .g), ("the other side of the gate", .h),
    ].map { mistake, role in (mistake, [place(.a), place(role)]) }
  }
}
