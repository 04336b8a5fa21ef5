/// Another text of one exercise function: a wrong one that the checks must catch, a mutant, or a
/// right one that they must let pass, an innocent.
///
/// `Tests/Mutants/08-grad-cam/gradCAM.swift` holds all versions of `gradCAM`, one below the other.
/// The line above each is its claim: what is wrong and which words the verdict must have, or how it
/// comes to what is right.
///
///     /// The channels are averaged. Verdict: "the mean over the channels"
///     public func gradCAM(_ capture: Capture) throws -> Tensor {
///       …
///     }
///
///     /// Right: one loop over channels and pixels.
///     public func gradCAM(_ capture: Capture) throws -> Tensor {
///       …
///     }
///
/// What stands below a function, such as a helper, is part of that version. Imports on top of the
/// file are added to those of the solution. Nobody compiles such a file as it stands; a version is
/// compiled where it belongs, in the place of the solution's function.
public struct FunctionVersion: Equatable, Sendable {
  /// What a version is there for.
  public enum Claim: Equatable, Sendable {
    /// The checks of the function must fail it, and some verdict must contain the words.
    case wrong(words: String)
    /// Every check of the lesson must pass it.
    case right
  }

  /// What it is there for.
  public let claim: Claim

  /// What is wrong with it, or how it comes to what is right, without the full stop.
  public let sentence: String

  /// The function, by its name with labels: `gradCAM(_:)`.
  public let function: String

  /// The line of the claim, counted from 1.
  public let line: Int

  /// The function, and what stands below it.
  let lines: [String]

  /// The modules that it needs, whether or not the solution imports them.
  let imports: [String]

  /// Whether it is wrong.
  public var isMutant: Bool { claim != .right }
}

extension FunctionVersion.Claim {
  /// The two forms of a claim, as they are shown to somebody who used another.
  static let forms = #"/// WHAT IS WRONG. Verdict: "WORDS" or /// Right: HOW."#

  /// Reads a line above a function; gives nil where it has neither form.
  static func reading(_ line: String) -> (claim: Self, sentence: String)? {
    guard line.hasPrefix("/// ") else { return nil }
    let text = line.dropFirst("/// ".count)
    let marks = (right: "Right: ", wrong: ". Verdict: \"")
    if text.hasPrefix(marks.right), text.hasSuffix(".") {
      let sentence = text.dropFirst(marks.right.count).dropLast()
      return sentence.isEmpty ? nil : (.right, String(sentence))
    }
    guard text.hasSuffix("\""), let middle = text.firstRange(of: marks.wrong) else { return nil }
    let sentence = text[..<middle.lowerBound]
    let words = text[middle.upperBound...].dropLast()
    return sentence.isEmpty || words.isEmpty
      ? nil : (.wrong(words: String(words)), String(sentence))
  }
}
