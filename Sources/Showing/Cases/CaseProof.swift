import Figures

/// Whether a case can be solved from what it shows, and answers every kind of mistake.
enum CaseProof {
  /// What speaks against a case, a sentence each; the reference's functions are at work.
  static func faults<Planted: PlantedCase>(
    of type: Planted.Type, seeds: ClosedRange<UInt64> = 1...20
  ) -> [String] {
    var faults: [String] = []
    var found: Set<Set<Int>> = []
    for seed in seeds {
      do {
        let planted = try type.init(seed: seed)
        let answer = planted.answer(from: try planted.evidence())
        found.insert(answer)
        faults += self.faults(of: planted, answer).map { "case \(seed): \($0)" }
      } catch {
        faults.append("case \(seed): \(error)")
      }
    }
    if found.count < 2 { faults.append("the cases of all seeds have the same answer") }
    return faults
  }

  private static func faults(of planted: some PlantedCase, _ answer: Set<Int>) -> [String] {
    var faults: [String] = []
    let name = { (answer: Set<Int>) in
      answer.sorted().map { "\($0 + 1)" }.joined(separator: ",")
    }
    if !planted.reply(to: answer).isRight {
      faults.append("by the rule the answer is \(name(answer)), which is wrong")
    }
    var replies: [String: String] = [:]
    for (mistake, wrong) in planted.wrongAnswers {
      let reply = planted.reply(to: wrong)
      if wrong.count != planted.question.picks
        || !wrong.isSubset(of: Set(planted.question.options.indices))
      {
        faults.append("\(mistake): \(name(wrong)) cannot be answered")
      }
      if reply.isRight { faults.append("\(mistake): \(name(wrong)) is right") }
      if let other = replies.updateValue(mistake, forKey: reply.words.plain) {
        faults.append("\(mistake) and \(other) get the same reply")
      }
    }
    if planted.wrongAnswers.isEmpty { faults.append("no wrong answer is known") }
    return faults
  }
}
