import ConceptBottleneck
import Datasets
import Explanations
import Figures
import Showing
import Tensors
import Texts

/// A model with five concepts that answers yes or no, and something that is not on its list.
///
///     answer = yes where four of the concepts, and a hidden one, are there by majority
///
/// In one case of three nothing leaks. In the two others a concept's logit carries the hidden one in how
/// sure it is; in one of them that concept is often misread as well, so that correcting it repairs about
/// as much as it takes away. Traps: a concept that is misread, one whose notes are often wrong, one that
/// is now and then very sure for no reason, so that its percentiles drown the others, and one that the
/// head does not look at.
struct LeakingConceptCase: PlantedCase {
  /// What the learner's functions say about each concept.
  struct Evidence {
    let ceiling: Double
    let uncorrected: Double
    /// How often the reading agrees with the note.
    let readAsNoted: [Double]
    /// What correcting one concept adds to the accuracy, at the percentiles.
    let everywhere: [Double]
    /// The same, in the rows where the reading already agrees with the note.
    let whereRead: [Double]
    /// In all rows, at the values that are usual for *there* and *not there*.
    let usual: [Double]
  }

  private enum Pattern: Int { case wellRead, misread, nothing }

  /// Which concept plays which part.
  private struct Parts {
    let leaking, misread, badlyNoted, loud, unused: Int

    init(_ order: [Int]) {
      (leaking, misread, badlyNoted, loud, unused) = (
        order[0], order[1], order[2], order[3], order[4]
      )
    }
  }

  private let pattern: Pattern
  private let parts: Parts
  private let logits: Tensor
  /// What those say who looked at the rows.
  private let notes: Tensor
  private let labels: [Int]

  private static let letters = ["A", "B", "C", "D", "E"]
  private static let names = letters.map { "Concept \($0)" }
  private static let rows = 4000
  private static let none = letters.count

  init(seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let count = Self.letters.count
    let parts = Parts(permutation(of: count, using: &generator))
    let pattern = Pattern(rawValue: generator.index(below: 3)) ?? .nothing
    func isTrue(_ chance: Float) -> Bool { generator.number(in: 0...1) < chance }
    // Readings of all kinds are as good as each other, so that how well a concept is read tells nothing.
    func chance(_ range: ClosedRange<Float>) -> Float { generator.number(in: range) }
    let misreadings = (0..<count).map { concept -> Float in
      switch concept {
      case parts.misread: chance(0.12...0.36)
      case parts.unused: chance(0...0.36)
      case parts.leaking where pattern == .misread: chance(0.2...0.36)
      case parts.loud, parts.leaking: chance(0...0.03)
      default: 0
      }
    }
    let wrongNotes = chance(0.15...0.36)
    var read: [Float] = []
    var noted: [Float] = []
    labels = (0..<Self.rows).map { _ in
      let truth = (0..<count).map { _ in isTrue(0.5) }
      let isHidden = isTrue(0.5)
      for concept in 0..<count {
        var logit: Float = truth[concept] ? 3 : -3
        if isTrue(misreadings[concept]) { logit = -logit }
        if concept == parts.loud { logit *= isTrue(0.14) ? 3.6 : 0.9 }
        if concept == parts.leaking, pattern != .nothing { logit += isHidden ? 1.7 : -1.7 }
        for _ in 0..<4 { logit += generator.number(in: -0.7...0.7) }
        read.append(logit)
        let isNotedWrongly = concept == parts.badlyNoted && isTrue(wrongNotes)
        noted.append(truth[concept] != isNotedWrongly ? 1 : 0)
      }
      let there = (0..<count).count { $0 != parts.unused && truth[$0] }
      return there + (isHidden ? 1 : 0) >= 3 ? 1 : 0
    }
    (self.parts, self.pattern) = (parts, pattern)
    logits = Tensor(read, shape: [Self.rows, count])
    notes = Tensor(noted, shape: [Self.rows, count])
  }

  let question = CaseQuestion(
    "Which concept carries something that is not on the list?", options: letters + ["none"])

  /// Says yes where the logits of the concepts that it looks at are above 0 together.
  private var head: Score {
    let looks = Tensor((0..<Self.letters.count).map { $0 == parts.unused ? 0 : 1 })
    return { (($0 * looks).sum(along: 1) .> 0) }
  }

  /// The accuracy in some rows before and after correcting one concept.
  private func turn(
    _ concept: Int, rows: [Int], _ ends: (low: Tensor, high: Tensor)
  ) throws -> (before: Double, after: Double) {
    let curve = try interventionCurve(
      of: head, logits: logits.selecting(rows), truth: notes.selecting(rows),
      labels: rows.map { labels[$0] }, order: [concept], low: ends.low, high: ends.high)
    guard curve.count == 2 else {
      throw ConceptError.wrongCount(of: "accuracies", found: curve.count, expected: 2)
    }
    return (curve[0], curve[1])
  }

  /// The median of the logits below 0, and of those above, concept by concept.
  private var usualValues: (low: Tensor, high: Tensor) {
    func medians(_ isMeant: (Float) -> Bool) -> Tensor {
      Tensor(
        Self.letters.indices.map { concept in
          Tensor(logits[.all, concept].scalars.filter(isMeant)).quantile(0.5, along: 0).scalar
        })
    }
    return (medians { $0 < 0 }, medians { $0 > 0 })
  }

  func evidence() throws -> Evidence {
    let (all, concepts) = (Array(0..<Self.rows), Array(Self.letters.indices))
    let agrees = (logits .> 0) .== notes
    let (ends, usual) = (percentiles(of: logits), usualValues)
    func gain(_ turn: (before: Double, after: Double)) -> Double { turn.after - turn.before }
    return Evidence(
      ceiling: try honestCeiling(truth: notes, labels: labels),
      uncorrected: try turn(0, rows: all, ends).before,
      readAsNoted: concepts.map { Double(agrees[.all, $0].mean().scalar) },
      everywhere: try concepts.map { gain(try turn($0, rows: all, ends)) },
      whereRead: try concepts.map { concept in
        let marks = agrees[.all, concept].scalars
        return gain(try turn(concept, rows: all.filter { marks[$0] == 1 }, ends))
      },
      usual: try concepts.map { gain(try turn($0, rows: all, usual)) })
  }

  /// The concept whose correction takes answers away in the rows where it only repeats what was read,
  /// unless its values alone are to blame.
  ///
  /// In all rows, a repaired misreading or a wrong note may hide a leak, or look like one. A concept that
  /// is read as noted and loses nothing at usual values was only too loud at the percentiles. One that is
  /// misread should gain there; where it does not, what it gains is lost again.
  func answer(from evidence: Evidence) -> Set<Int> {
    let leaks = Self.letters.indices.filter { concept in
      let isLoud = evidence.readAsNoted[concept] > 0.95 && evidence.usual[concept] > -0.02
      return evidence.whereRead[concept] < -0.035 && !isLoud
    }
    return leaks.count == 1 ? Set(leaks) : [Self.none]
  }

  func tell(_ evidence: Evidence, on page: Page) {
    page.text(
      """
      A model says yes or no by five concepts. Somebody has looked at each of \(Self.rows) rows and \
      noted which concepts are there, though not always carefully. Without any correction the model is \
      right about \(100 * evidence.uncorrected, decimals: 1) % of the rows. By the notes alone nobody \
      could be right about more than \(100 * evidence.ceiling, decimals: 1) %.
      """)
    page.table(
      PageTable(
        [
          "", "read as noted, %", "percentiles, all rows", "percentiles, read as noted",
          "usual values",
        ],
        rows: Self.names.indices.map { concept in
          [.text(Self.names[concept])]
            + [
              evidence.readAsNoted, evidence.everywhere, evidence.whereRead, evidence.usual,
            ].map { .text((100 * $0[concept]).text(decimals: 1)) }
        }),
      caption: """
        Last three columns: points of accuracy gained when this concept alone is corrected to what was \
        noted, by your `interventionCurve`. First at the percentiles, in all rows; then only in the rows \
        whose reading agrees with the note; then, in all rows, at usual values: the median of the logits \
        above 0 for *there*, below 0 for *not there*. The ceiling is that of your `honestCeiling`.
        """)
  }

  func reply(to answer: Set<Int>) -> CaseReply {
    let chosen = answer.min() ?? 0
    if chosen == (pattern == .nothing ? Self.none : parts.leaking) { return .right(praise) }
    return .wrong(objection(to: chosen))
  }

  private var praise: Prose {
    let loud = Self.names[parts.loud]
    switch pattern {
    case .nothing:
      return """
        Nothing leaks. \(Self.names[parts.badlyNoted]) loses because many of its notes are wrong. \
        \(loud) loses at the percentiles alone: it is now and then very sure, and so large a value \
        drowns the others. At usual values it loses nothing.
        """
    case .wellRead:
      return """
        \(Self.names[parts.leaking]) carries a hidden sign in how sure it is. Corrections that repeat what \
        was read lose answers, at the percentiles and at usual values. \(loud) loses at the percentiles \
        alone: it is too loud there.
        """
    case .misread:
      return """
        \(Self.names[parts.leaking]) carries a hidden sign in how sure it is. In all rows, the misreadings \
        that are repaired hide what is lost. Compare \(Self.names[parts.misread]), which is misread as well: where \
        its reading agrees with the note, a correction takes nothing away.
        """
    }
  }

  private func objection(to chosen: Int) -> Prose {
    guard chosen != Self.none else {
      return """
        One concept loses answers where the correction only repeats what was read, and its values are not \
        to blame. Who is misread often and gains next to nothing, or loses at usual values as well?
        """
    }
    let name = Self.names[chosen]
    if chosen == parts.badlyNoted {
      return """
        Correcting \(name) takes answers away. But in which rows? Where the note agrees with the reading, \
        nothing is lost. What would wrong notes do?
        """
    }
    if chosen == parts.misread {
      return """
        \(name) is misread, and correcting it helps in every way of the table. To be misread is no secret. \
        What does a correction do that only repeats what was read?
        """
    }
    if chosen == parts.loud {
      return """
        \(name) loses at the percentiles, even where they repeat what was read. At usual values it loses \
        nothing, though it is read as noted. So is it what it carries, or how loud it is made?
        """
    }
    if chosen == parts.unused {
      return """
        Correcting \(name) turns no answer at all, so the head does not look at it. Nothing can be \
        smuggled to somebody who does not look.
        """
    }
    return """
      \(name) is read as noted, and no correction of it takes anything away. If it carried something \
      hidden, what would be lost?
      """
  }

  var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
    [
      ("wrong notes", [parts.badlyNoted]), ("misread, and no more", [parts.misread]),
      ("loud at the percentiles", [parts.loud]), ("not looked at", [parts.unused]),
      pattern == .nothing ? ("honest", [parts.leaking]) : ("none", [Self.none]),
    ]
  }
}
