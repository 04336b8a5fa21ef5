/// What the results of all checks mean together, which none of the checks can know alone.
struct Judgement {
  let source: LearnerSource

  /// Judges the results of a whole exercise.
  func judged(_ results: [CheckResult]) -> [CheckResult] {
    waiting(named(written(results)))
  }

  // MARK: - What is written

  /// A function is unwritten only while its body is the stub's: with a `throw Unfinished()` left
  /// somewhere in it, it has been written in part.
  private func written(_ results: [CheckResult]) -> [CheckResult] {
    results.map { result in
      var result = result
      switch result.outcome {
      case .waiting:
        guard let other = result.waitsFor else { break }
        if source.line(of: other) != nil {
          if !source.isUnwritten(other) {
            result.message = "for \(other), which still throws Unfinished()"
          }
        } else {
          // It was thrown in a function within this one, or in a helper.
          leave(&result)
        }
      case .unfinished where !source.isUnwritten(result.function): leave(&result)
      default: break
      }
      return result
    }
  }

  /// What is said where a check has reached a part that is not written yet.
  private static let hole = "it still has a throw Unfinished(), and this check reaches it"

  private func leave(_ result: inout CheckResult) {
    guard let line = source.lineOfHole(in: result.function) else { return }
    result.outcome = .failed
    result.message = Judgement.hole
    result.line = line
    result.waitsFor = nil
  }

  // MARK: - Names

  /// A mistake keeps its name only where no other check of the function says that it is unlike it.
  private func named(_ results: [CheckResult]) -> [CheckResult] {
    results.map { result in
      guard let mistake = result.mistake else { return result }
      let isContradicted = results.contains {
        $0.function == result.function && $0.unlike.contains(mistake)
      }
      guard isContradicted else { return result }
      var result = result
      result.outcome = .failed
      result.message = CheckResult.unnamed
      result.mistake = nil
      return result
    }
  }

  // MARK: - Waiting

  /// What fails may be the fault of a function that is called and is wrong itself, so it waits for
  /// that one; functions that call each other do not wait for each other.
  ///
  /// A mistake that it seems to have may well be the other's: input × gradient on magnitudes, say. So
  /// nothing is named before the other is right.
  private func waiting(_ results: [CheckResult]) -> [CheckResult] {
    let wrong = Set(results.filter(\.isWrong).map(\.function))
    let calls = Dictionary(
      uniqueKeysWithValues: wrong.map { name in
        (name, source.calls(of: name).filter(wrong.contains))
      })
    /// Whether one calls the other, itself or through others that are wrong.
    func reaches(_ function: String, _ other: String) -> Bool {
      var open = [function]
      var seen: Set<String> = []
      while let name = open.popLast() {
        let called = calls[name] ?? []
        if called.contains(other) { return true }
        open += called.filter { seen.insert($0).inserted }
      }
      return false
    }
    var awaited: [String: String] = [:]
    for (function, called) in calls {
      let causes = called.filter { !reaches($0, function) }
      // One that does not wait itself is the one to be mended next.
      awaited[function] =
        causes.first { cause in !(calls[cause] ?? []).contains { !reaches($0, cause) } }
        ?? causes.first
    }
    return results.map { result in
      // A part that is not written is nobody else's fault.
      guard let other = awaited[result.function], result.message != Judgement.hole,
        result.isWrong || result.outcome == .skipped
      else { return result }
      var result = result
      if result.isWrong { result.details.insert(result.message, at: 0) }
      result.outcome = .waiting
      result.mistake = nil
      result.waitsFor = other
      result.message = "for \(other), which it calls and which is not right yet"
      return result
    }
  }
}
