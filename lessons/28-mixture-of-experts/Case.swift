import Datasets
import Figures
import MixtureOfExperts
import Showing
import Tensors
import Texts

/// A mixture that was delivered without a word: four experts, four regimes, and one of these in doubt.
///
/// What a router does and who does the work are two things. Four ways are planted for the regime that is
/// asked about:
///
/// - plain: the expert that is first answers.
/// - passenger: the expert that is first says next to nothing; the second, with less weight, answers.
/// - shared: two experts have half of its examples each.
/// - dropped: its expert is full of another regime's examples by the time that they come.
///
/// The other three regimes have an expert that answers, and a second that agrees a little.
struct RegimeCase: PlantedCase {
  /// What the learner's functions say, all by regime.
  struct Evidence {
    /// Which part of its examples has each expert first, `[regime][expert]`.
    let first: [[Double]]
    /// How far the answers move when an expert is silenced, in parts of their size.
    let silenced: [[Double]]
    /// Which part of its examples finds no room.
    let dropped: [Double]
    /// How much first choices and regimes say about each other.
    let information: Double
  }

  private enum Pattern: CaseIterable { case plain, passenger, shared, dropped }

  private let pattern: Pattern
  /// The regime that is asked about.
  private let asked: Int
  /// The expert that is first for it, and the other that matters to the pattern.
  private let leader: Int
  private let other: Int
  private let regimes: [Int]
  /// What the router gives, `[N, experts]`.
  private let logits: Tensor
  /// What each expert says, `[experts, N, 1]`.
  private let outputs: Tensor

  private static let experts = ["K", "L", "M", "N"]
  private static let capacity = 70

  init(seed: UInt64) {
    var generator = SplitMix64(seed: seed)
    let own = permutation(of: 4, using: &generator)
    pattern = Pattern.allCases[generator.index(below: 4)]
    asked = generator.index(below: 4)
    leader = own[asked]
    // Where an expert fills up, it is with the regime that has the same one.
    let neighbour = (asked + 1 + generator.index(below: 3)) % 4
    other = own[neighbour]
    var regimes = (0..<200).map { $0 % 4 }
    let order = permutation(of: 200, using: &generator)
    regimes = order.map { regimes[$0] }
    if pattern == .dropped {
      // The neighbour has 90 examples, most of which come first.
      let early = Array(repeating: neighbour, count: 70)
      let others = regimes.filter { $0 != neighbour }.prefix(110)
      regimes = early + Array(others) + Array(repeating: neighbour, count: 20)
    }
    self.regimes = regimes
    var logits: [Float] = []
    var says = [[Float]](repeating: [], count: 4)
    for (example, regime) in regimes.enumerated() {
      var row = (0..<4).map { _ in generator.number(in: -2...(-1)) }
      var leaderOfThis = own[regime]
      var second = own[(regime + 1) % 4]
      if regime == asked {
        switch pattern {
        case .plain: second = other
        case .passenger: second = other
        case .shared:
          let isOdd = example % 2 == 1
          leaderOfThis = isOdd ? other : leader
          second = isOdd ? leader : other
        case .dropped:
          leaderOfThis = other
          second = leader
        }
      }
      let isPassenger = regime == asked && pattern == .passenger
      row[leaderOfThis] = generator.number(in: 1.6...2)
      row[second] = isPassenger ? generator.number(in: 1...1.4) : generator.number(in: -1...(-0.5))
      logits += row
      let size = generator.number(in: 1...2) * (generator.index(below: 2) == 0 ? 1 : -1)
      for expert in 0..<4 {
        let noise = generator.number(in: -0.15...0.15)
        let speaks = isPassenger ? expert == second : expert == leaderOfThis
        says[expert].append(speaks ? size * (isPassenger ? 2.5 : 1) : noise)
      }
    }
    self.logits = Tensor(logits, shape: [regimes.count, 4])
    outputs = Tensor(says.flatMap { $0 }, shape: [4, regimes.count, 1])
  }

  var question: CaseQuestion {
    CaseQuestion(
      "Which expert answers for regime \(Regimes.names[asked])?",
      options: Self.experts.map { "Expert \($0)" } + [
        "Two experts, half of it each", "Nobody: it finds no room",
      ])
  }

  func evidence() throws -> Evidence {
    let gate = try gate(logits, top: 2)
    let first = gate.experts.map { $0[0] }
    let dropped = Set(
      try dispatch(first, experts: 4, capacity: Self.capacity).dropped)
    // What is dropped has the answer 0.
    let kept = Tensor(regimes.indices.map { dropped.contains($0) ? 0 : 1 }).insertingAxis(at: 1)
    let answers = try combine(outputs, by: gate) * kept
    let silenced = try (0..<4).map { expert in
      let mask = Tensor((0..<4).map { $0 == expert ? 0 : 1 }).reshaped(to: [4, 1, 1])
      return (try combine(outputs * mask, by: gate) * kept - answers).abs().flattened()
    }
    // The size that answers would have if nobody were dropped.
    let size = try combine(outputs, by: gate).abs().flattened()
    func mean(_ values: Tensor, _ regime: Int) -> Double {
      Double(values.selecting(regimes.indices.filter { regimes[$0] == regime }).mean().scalar)
    }
    return Evidence(
      first: (0..<4).map { regime in
        let own = regimes.indices.filter { regimes[$0] == regime }
        return (0..<4).map { expert in
          Double(own.count { first[$0] == expert }) / Double(own.count)
        }
      },
      silenced: (0..<4).map { regime in silenced.map { mean($0, regime) / mean(size, regime) } },
      dropped: (0..<4).map { regime in
        let own = regimes.indices.filter { regimes[$0] == regime }
        return Double(own.count { dropped.contains($0) }) / Double(own.count)
      }, information: try normalisedMutualInformation(regimes, first))
  }

  /// Nobody where most examples find no room; else who moves the answers when silenced.
  ///
  /// Not who is first: an expert may be first and say next to nothing.
  func answer(from evidence: Evidence) -> Set<Int> {
    if evidence.dropped[asked] > 0.5 { return [5] }
    let moving = (0..<4).filter { evidence.silenced[asked][$0] > 0.3 }
    return moving.count == 1 ? [moving[0]] : [4]
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      A mixture of four experts was delivered without a word. Two of them are asked for each example. \
      The examples come one after the other, and each expert has room for \(Self.capacity) of the \
      \(regimes.count). Only first choices take room, and who finds none gets the answer 0. The \
      normalised mutual information of first choices and regimes is \
      \(evidence.information, decimals: 2).
      """)
    table(
      "first", evidence.first, evidence.dropped, on: page,
      caption: """
        Which part of a regime’s examples has each expert as first choice, by your `gate`; and which \
        part is dropped, by your `dispatch`.
        """)
    table(
      "without", evidence.silenced, nil, on: page,
      caption: """
        How far the answers move when what an expert says is set to 0, in parts of their usual size, by \
        your `combine`.
        """)
  }

  private func table(
    _ head: String, _ values: [[Double]], _ more: [Double]?, on page: Page, caption: Prose
  ) {
    page.table(
      PageTable(
        ["regime"] + Self.experts.map { "\(head) \($0)" } + (more == nil ? [] : ["dropped"]),
        rows: Regimes.names.indices.map { regime in
          [.text(Regimes.names[regime])] + values[regime].map { .text($0.text(decimals: 2)) }
            + (more.map { [.text($0[regime].text(decimals: 2))] } ?? [])
        }, decimals: 2), caption: caption)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let regime = Regimes.names[asked]
    guard let choice = answer.first else { return .wrong("Choose one.") }
    let (first, second) = (Self.experts[leader], Self.experts[other])
    if choice == right {
      switch pattern {
      case .plain:
        return .right("\(first) is first, and without \(first) the answers are gone.")
      case .passenger:
        return .right(
          """
          \(first) is first for nearly all of \(regime) and says next to nothing. \
          Silence tells: only without \(second) are the answers gone. Routing is not answering.
          """)
      case .shared:
        return .right(
          "\(first) and \(second) have half of the examples each, and each is missed by its half.")
      case .dropped:
        return .right(
          """
          By the time that \(regime) comes, \(second) is full of another regime. Whoever is silenced, \
          nothing changes, because there is no answer.
          """)
      }
    }
    if choice == 5 {
      return .wrong(
        """
        How large a part of \(regime) is dropped? Most of it finds room, so somebody answers: whose \
        silence moves the answers?
        """)
    }
    if choice == 4 {
      return pattern == .dropped
        ? .wrong(
          "If two shared \(regime), silencing either would move half of its answers. Does it move any?"
        )
        : .wrong(
          """
          If two shared \(regime), silencing either would move about half of its answers. How many \
          experts move them, and by how much?
          """)
    }
    let chosen = Self.experts[choice]
    if pattern == .dropped {
      return .wrong(
        """
        Silence \(chosen), and look at \(regime): what moves? If the answers were \(chosen)’s, they would \
        be gone.
        """)
    }
    if pattern == .shared && (choice == leader || choice == other) {
      return .wrong(
        """
        Without \(chosen) only a part of the answers for \(regime) moves. Who answers for the rest?
        """)
    }
    if pattern == .passenger && choice == leader {
      return .wrong(
        """
        \(chosen) is asked first. But what changes when \(chosen) is silent? To be \
        asked is not to answer.
        """)
    }
    return .wrong(
      """
      The answers for \(regime) stay nearly as they are when \(chosen) is silent. Whose silence do they \
      not survive?
      """)
  }

  /// The place of the right option.
  private var right: Int {
    switch pattern {
    case .plain: leader
    case .passenger: other
    case .shared: 4
    case .dropped: 5
    }
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    let others = (0..<4).filter { $0 != leader && $0 != other }
    switch pattern {
    case .plain:
      return [("a bystander", [others[0]]), ("two share it", [4]), ("nobody", [5])]
    case .passenger:
      return [
        ("who is first", [leader]), ("a bystander", [others[0]]), ("two share it", [4]),
        ("nobody", [5]),
      ]
    case .shared:
      return [
        ("one of the two", [leader]), ("a bystander", [others[0]]), ("nobody", [5]),
      ]
    case .dropped: return [("who is first", [other]), ("two share it", [4])]
    }
  }
}
