import Explanations

/// What a check has to say about a value that is not right.
///
/// As text, its first line begins with the kind in brackets, which programs read, and so do lines
/// that say what it does not look like; the rest is for people:
///
///     [mistake] looks like the sum over the channels, not the largest of them
///     first differs at [0, 1]: 3 instead of 4; largest error 2; 2 of 4 differ
///     [unlike] the mean over the channels
///
/// A single check cannot know whether another one contradicts it. Whoever reads all verdicts on a
/// function names a mistake only where no other verdict says that it is unlike it.
public struct Verdict: Equatable, Sendable, CustomStringConvertible {
  /// Whose move it is.
  public enum Kind: String, Sendable, CaseIterable {
    /// The function is still to be written.
    case unfinished
    /// Another function, which this check cannot do without, is still to be written.
    case waiting
    /// Wrong, in a way that the check knows.
    case mistake
    /// Wrong, in some other way.
    case failed
    /// The check itself is wrong.
    case courseFault = "course fault"
  }

  /// Whose move it is.
  public let kind: Kind

  /// What is wrong, on one line.
  public let sentence: String

  /// What to look at: places, numbers, the input.
  public var details: [String]

  /// The known mistakes that the check lists, and whose values are not the learner's.
  public var unlike: [String] = []

  /// Makes a verdict.
  ///
  /// - Parameters:
  ///   - kind: Whose move it is.
  ///   - sentence: What is wrong, on one line.
  ///   - details: What to look at.
  public init(_ kind: Kind, _ sentence: String, details: [String] = []) {
    self.kind = kind
    self.sentence = sentence
    self.details = details
  }

  /// The verdict on a function that met one which is still to be written.
  ///
  /// - Parameters:
  ///   - function: The function that a check is about, if that is known.
  ///   - unfinished: The function that was met.
  public init(checking function: String?, met unfinished: Unfinished) {
    if function == nil || function == unfinished.function {
      self.init(.unfinished, unfinished.description)
    } else {
      self.init(.waiting, "for \(unfinished.function), which is still to be written")
    }
  }

  /// The kind in brackets and the sentence, and a line for each detail: what people read.
  public var words: String {
    (["[\(kind.rawValue)] \(sentence)"] + details).joined(separator: "\n")
  }

  /// The same, and what it is unlike behind it, for a program that compares verdicts.
  public var description: String {
    ([words] + unlike.map { "[unlike] \($0)" }).joined(separator: "\n")
  }
}

/// A wrong way that people take, and what it leads to.
public struct Mistake<Value> {
  /// What completes "looks like …": "the sum over the channels, not the largest of them".
  public let name: String

  /// What a function with this mistake gives.
  public let value: Value

  /// Names what a mistake leads to.
  public init(_ name: String, _ value: Value) {
    self.name = name
    self.value = value
  }
}

/// Says what is wrong with a value; nil where it is right.
///
/// The check itself is at fault where its truth is not a number, or where two of the values it
/// lists lie within ten tolerances of one another: somebody innocent might be accused.
///
/// - Parameters:
///   - value: What the learner's function gave.
///   - truth: What is right.
///   - tolerance: How far numbers may be apart.
///   - mistakes: What known mistakes would give.
///   - input: What the function was called with, to be shown.
/// - Returns: The mistake that fits, or else where the value differs.
public func verdict<Value: Checked>(
  on value: Value, truth: Value, within tolerance: Tolerance = .standard,
  mistakes: [Mistake<Value>] = [], given input: KeyValuePairs<String, Any> = [:]
) -> Verdict? {
  if let fault = fault(in: mistakes, truth: truth, within: tolerance) { return fault }
  guard let difference = value.difference(from: truth, within: tolerance) else { return nil }
  var details = [difference.description]
  details += input.map { name, value in "\(name) = \(value)" }
  // Two single values are in the first line already.
  if value.checkedCount != 1 || truth.checkedCount != 1 {
    details += ["yours = \(value)", "right = \(truth)"]
  }
  let known = mistakes.first { value.difference(from: $0.value, within: tolerance) == nil }
  var verdict =
    known.map { Verdict(.mistake, "looks like \($0.name)", details: details) }
    ?? Verdict(.failed, "not what it should be", details: details)
  verdict.unlike = mistakes.map(\.name).filter { $0 != known?.name }
  return verdict
}

/// Says which values of a check could be mistaken for one another.
private func fault<Value: Checked>(
  in mistakes: [Mistake<Value>], truth: Value, within tolerance: Tolerance
) -> Verdict? {
  let listed = [("the truth", truth)] + mistakes.map { ("\u{201C}\($0.name)\u{201D}", $0.value) }
  for (index, (name, value)) in listed.enumerated() {
    if let difference = value.difference(from: value, within: tolerance) {
      return Verdict(.courseFault, "\(name) is not a number", details: ["\(difference)"])
    }
    for (earlier, other) in listed[..<index] {
      // Both ways, because what is allowed grows with the number compared with.
      let apart = min(
        value.difference(from: other, within: tolerance)?.distance ?? 0,
        other.difference(from: value, within: tolerance)?.distance ?? 0)
      if apart <= Tolerance.clearance {
        return Verdict(
          .courseFault, "\(earlier) and \(name) are too close to be told apart",
          details: [
            apart == 0
              ? "they agree within the tolerance"
              : "they are \(Float(apart)) tolerances apart, and should be more than 10",
            "\(earlier) = \(other)", "\(name) = \(value)",
          ])
      }
    }
  }
  return nil
}
