import Datasets
import Explanations
import Figures
import Shapley
import Showing
import Tensors

/// An alarm of eight sensors that heeds two of them, beside one that repeats one of the two.
///
///     score(x) = wiring(x_a, x_b) + x_p · x_q / 2 + Σ over the bystanders of w · x,   |w| ≤ 0.04
///
/// The wiring is AND, OR, XOR, or "a, but not b". In all records a third sensor, the echo, says what a
/// says, and the alarm does not read it: counting records cannot tell the two apart. Two bystanders, p
/// and q, are worth something together, which happens in one of the six records that are explained.
struct AlarmCase: PlantedCase {
  /// What the learner's functions make of the six records: a value for each sensor, in each record.
  typealias Evidence = [[Double]]

  private let wiring: Wiring
  private let heeded: [Int]
  private let echo: Int
  private let pair: [Int]
  private let weights: [Float]
  /// 64 states of the sensors that are only counted, then the six that are explained, `[70, 8]`.
  private let records: Tensor
  /// The six that are explained.
  private let explained: Tensor

  private static let sensors = 8
  private static let names = (1...sensors).map { "Sensor \($0)" }

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: Self.sensors, using: &generator)
    wiring = generator.element(of: Wiring.allCases)
    heeded = Array(order[0..<2])
    echo = order[2]
    pair = Array(order[3..<5])
    var weights = [Float](repeating: 0, count: Self.sensors)
    for bystander in order[3...] { weights[bystander] = generator.number(in: -0.04...0.04) }
    self.weights = weights
    let coins = { (generator: inout SplitMix64) in
      (0..<Self.sensors).map { _ in Float(generator.index(below: 2)) }
    }
    var rows = (0..<64).map { _ in coins(&generator) }
    // Each of the two is alone twice, and both are there twice; the pair meets once.
    let states: [[Float]] = [[1, 0], [1, 0], [0, 1], [0, 1], [1, 1], [1, 1]]
    let shuffled = permutation(of: states.count, using: &generator).map { states[$0] }
    let meeting = generator.index(below: states.count)
    var six = shuffled.map { _ in coins(&generator) }
    for (index, state) in shuffled.enumerated() {
      six[index][heeded[0]] = state[0]
      six[index][heeded[1]] = state[1]
      six[index][pair[0]] = index == meeting ? 1 : six[index][pair[0]]
      six[index][pair[1]] = index == meeting ? 1 : 1 - six[index][pair[0]]
    }
    for index in rows.indices { rows[index][echo] = rows[index][heeded[0]] }
    for index in six.indices { six[index][echo] = six[index][heeded[0]] }
    records = Tensor(Array((rows + six).joined()), shape: [rows.count + six.count, Self.sensors])
    explained = records[rows.count..<(rows.count + six.count)]
  }

  let question = CaseQuestion(
    "Which two of the eight sensors does the alarm heed?", options: names, picks: 2)

  /// What the alarm computes; it rings above 0.75.
  private func score(_ x: Tensor) -> Tensor {
    wiring.value(x[.all, heeded[0]], x[.all, heeded[1]])
      + 0.5 * x[.all, pair[0]] * x[.all, pair[1]] + x.matmul(Tensor(weights))
  }

  func evidence() throws -> Evidence {
    let silence = Tensor.zeros([1, Self.sensors])
    return try (0..<explained.shape[0]).map { row in
      try exactShapley(
        of: { masks in
          try coalitionValues(
            of: score, at: explained[row..<(row + 1)], background: silence, masks: masks)
        }, players: Self.sensors)
    }
  }

  /// The two sensors with the largest mean magnitude over all records.
  ///
  /// Magnitude, since a sensor may speak against an alarm; all records, since one of them may be odd.
  func answer(from evidence: Evidence) -> Set<Int> {
    let weights = (0..<Self.sensors).map { sensor in
      evidence.reduce(0) { $0 + abs($1[sensor]) }
    }
    return Set(weights.indices.sorted { weights[$0] > weights[$1] }.prefix(2))
  }

  func tell(_ evidence: Evidence, on page: Page) {
    let count = records.shape[0]
    page.text(
      """
      An alarm hangs on eight sensors. Its score depends on two of them in every state, and hardly on \
      the others; nobody knows which two. One sensor repeats another and is not read at all. There \
      are \(count) records of what the sensors reported, 1 or 0, and of whether the alarm rang, which \
      it does where its score is above 0.75.
      """)
    let rings = score(records).scalars.map { $0 > 0.75 }
    page.table(
      PageTable(
        ["", "rings when it reports", "when it is silent"],
        rows: Self.names.enumerated().map { sensor, name in
          let states = records[.all, sensor].scalars
          let rate = { (state: Float) in
            let chosen = states.indices.filter { states[$0] == state }
            return Double(chosen.count { rings[$0] }) / Double(max(1, chosen.count))
          }
          return [.text(name), .number(rate(1)), .number(rate(0))]
        }, decimals: 2),
      caption: "All \(count) records: in what share of them the alarm rings.")
    let letters = ["A", "B", "C", "D", "E", "F"]
    page.text("Six records are to be explained, against all sensors being silent.")
    let shown = Array(rings.suffix(letters.count))
    page.table(
      PageTable(
        [""] + letters,
        rows: Self.names.enumerated().map { sensor, name in
          [.text(name)] + explained[.all, sensor].scalars.map { .number(Double($0)) }
        } + [[.text("rings")] + shown.map { .text($0 ? "yes" : "no") }], decimals: 0),
      caption: "What the sensors report in the six records, and whether the alarm rings.")
    page.table(
      PageTable(
        [""] + letters,
        rows: Self.names.enumerated().map { sensor, name in
          [.text(name)] + evidence.map { .number(($0[sensor] * 100).rounded() / 100) }
        }, decimals: 2),
      caption: """
        What your `coalitionValues` and `exactShapley` give each sensor in each record, of the \
        alarm's score.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let (a, b) = (Self.names[heeded[0]], Self.names[heeded[1]])
    if answer == Set(heeded) {
      return .right(
        """
        \(a) and \(b) were planted: the alarm \(wiring.words). Their values are the largest in \
        magnitude, on average over all six records. \(Self.names[echo]) says the same as \(a) in \
        every record and is not read.
        """)
    }
    if answer.contains(echo) {
      return .wrong(replyToEcho(in: answer))
    }
    if let chosen = answer.sorted().first(where: pair.contains) {
      return .wrong(
        """
        \(Self.names[chosen]) gets much in one record, and next to nothing in the five others. One \
        record is an anecdote. Which sensors matter again and again?
        """)
    }
    let chosen = Self.names[answer.subtracting(heeded).min() ?? 0]
    return .wrong(
      """
      \(chosen) never moves the score by more than 0.04, whatever the others do: that is noise. A \
      sensor that is heeded may get nothing where it is silent, and less than nothing where it \
      speaks against an alarm. Look along its whole row.
      """)
  }

  private func replyToEcho(in chosen: Set<Int>) -> Prose {
    let name = Self.names[echo]
    if chosen.contains(heeded[0]) {
      return """
        \(name) and \(Self.names[heeded[0]]) say the same in every record, so one of them would do, \
        and the alarm reads only one. What would tell them apart? A state in which they differ: your \
        coalitions have such states, though no record has.
        """
    }
    return """
      \(name) goes together with a sensor that is heeded, and is not read itself: in the records the \
      two cannot be told apart. What would tell? A state in which they differ: your coalitions \
      have such states. Does \(name) get anything there?
      """
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let bystander = weights.indices.first {
      !heeded.contains($0) && $0 != echo && !pair.contains($0)
    }
    return [
      ("the echo in place of what it repeats", [echo, heeded[1]]),
      ("the echo beside what it repeats", [echo, heeded[0]]),
      ("one that matters in one record", [heeded[0], pair[0]]),
      ("a bystander", [heeded[0], bystander ?? echo]),
    ]
  }
}

extension AlarmCase {
  /// How the two sensors ring the alarm.
  enum Wiring: CaseIterable {
    case and, or, xor, butNot

    /// The wiring in words.
    var words: String {
      switch self {
      case .and: "rings when both report"
      case .or: "rings when either reports"
      case .xor: "rings when just one of them reports"
      case .butNot: "rings for the first, unless the second reports as well"
      }
    }

    /// 1 where it rings, for sensors that are 0 or 1.
    func value(_ a: Tensor, _ b: Tensor) -> Tensor {
      switch self {
      case .and: a * b
      case .or: a + b - a * b
      case .xor: a + b - 2 * a * b
      case .butNot: a * (1 - b)
      }
    }
  }
}
