/// What is known of a lesson's cases: `"cases": {"3": {"answers": 2, "solved": true}}`, by seed.
extension LessonProgress {
  /// The seeds of the cases that were solved, in order.
  public var solvedCases: [Int] {
    (self["cases"]?.members ?? [:]).filter { $0.value["solved"] == .bool(true) }
      .compactMap { Int($0.key) }.sorted()
  }

  /// The case somebody is at: that of the first seed, from 1 on, which is not solved.
  public var openCase: Int {
    let solved = Set(solvedCases)
    return (1...(solved.count + 1)).first { !solved.contains($0) } ?? 1
  }

  /// How many answers were given to a case.
  public func answers(toCase seed: Int) -> Int {
    // Whoever has changed the file by hand may have written any number.
    min(max(0, self["cases"]?["\(seed)"]?["answers"]?.integer ?? 0), 1_000_000)
  }

  /// Notes an answer to a case; one that is solved stays solved.
  public mutating func noteAnswer(toCase seed: Int, isRight: Bool) {
    var cases = self["cases"]?.members ?? [:]
    var known = cases["\(seed)"]?.members ?? [:]
    known["answers"] = .number(Double(answers(toCase: seed) + 1))
    if isRight { known["solved"] = true }
    cases["\(seed)"] = .object(known)
    self["cases"] = .object(cases)
  }
}
