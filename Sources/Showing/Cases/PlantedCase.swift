import Figures

/// A small network or table with a planted cause, which a learner has to find: `./course case 13`.
///
/// It exercises judgement: the learner's own functions say something about it, one question is asked,
/// and the answer is graded against what the seed planted. To write one for a lesson:
///
/// 1. A type in the lesson's folder, `lessons/13-shapley/Case.swift` (the command line looks for a
///    file of this name), and `case: AlarmCase.self` where the demo is run.
/// 2. `init(seed:)` plants the cause: another seed, another cause. It calls no function of the
///    exercise, so that an answer is graded whatever the learner's file does.
/// 3. `evidence()` asks the learner's functions, and nothing else. What it returns is all that
///    `tell` shows and all that `answer(from:)` reads.
/// 4. Plant at least one trap that a quick reader falls into, and make `answer(from:)` the rule that
///    a careful one follows, stated in its comment. The rule never looks at what was planted.
/// 5. `reply(to:)` says to a wrong answer what speaks against it and what would tell, in the words of
///    this case, never the right answer. `wrongAnswers` has one answer of every kind.
///
/// `./course verify` proves for twenty seeds that the rule finds the cause in the reference's
/// evidence, that it does not find the same each time, and that every kind of wrong answer gets a
/// reply of its own.
public protocol PlantedCase {
  /// What the learner's functions say about the case.
  associatedtype Evidence

  /// Plants a cause.
  ///
  /// - Parameter seed: Equal seeds plant equal causes.
  /// - Throws: What cannot be built or read.
  init(seed: UInt64) throws

  /// What is asked.
  var question: CaseQuestion { get }

  /// Asks the functions of the exercise.
  ///
  /// - Returns: What they say.
  /// - Throws: What they throw.
  func evidence() throws -> Evidence

  /// Shows the case and the evidence on a page, without a word on how to read it.
  func tell(_ evidence: Evidence, on page: Page)

  /// Reads the evidence by a rule, as a careful learner does who does not know what was planted.
  ///
  /// - Parameter evidence: What the functions say.
  /// - Returns: The places of the options that the rule chooses.
  func answer(from evidence: Evidence) -> Set<Int>

  /// What an answer deserves.
  ///
  /// - Parameter answer: The places of the chosen options, as many as were asked for.
  /// - Returns: Whether it is right, and what is said to it.
  func reply(to answer: Set<Int>) -> CaseReply

  /// An answer of every wrong kind, with the name of the mistake.
  var wrongAnswers: [(mistake: String, answer: Set<Int>)] { get }
}

/// What is said to an answer.
public struct CaseReply: Equatable, Sendable {
  /// Whether what was planted was found.
  public let isRight: Bool

  /// What is said.
  public let words: Prose

  /// The cause was found; the words say what was planted and how one can tell.
  public static func right(_ words: Prose) -> CaseReply { CaseReply(isRight: true, words: words) }

  /// Something else was answered; the words say what speaks against it, and what would tell.
  public static func wrong(_ words: Prose) -> CaseReply { CaseReply(isRight: false, words: words) }
}
