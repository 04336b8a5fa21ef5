import Figures

/// The one question of a case, and the options among which its answer is.
public struct CaseQuestion: Equatable, Sendable {
  /// What is asked.
  public let words: Prose

  /// What can be chosen.
  public let options: [String]

  /// How many of them make an answer.
  public let picks: Int

  /// Asks something.
  ///
  /// - Parameters:
  ///   - words: What is asked.
  ///   - options: What can be chosen; they are numbered from 1.
  ///   - picks: How many of them make an answer.
  public init(_ words: Prose, options: [String], picks: Int = 1) {
    precondition(
      picks > 0 && picks < options.count,
      "\(picks) of \(options.count) options is no question: more options, or fewer picks")
    self.words = words
    self.options = options
    self.picks = picks
  }

  /// Reads an answer: options by their numbers or by the beginnings of their names, with commas.
  ///
  /// - Parameter text: What was typed, such as `2,5`.
  /// - Returns: The places of the chosen options, counted from 0.
  /// - Throws: A sentence where it is no answer to this question.
  func answer(_ text: String) throws(DemoError) -> Set<Int> {
    let words = text.split(separator: ",").map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    var answer: Set<Int> = []
    for word in words { answer.insert(try place(of: word)) }
    guard words.count == picks, answer.count == picks else {
      let wanted = picks == 1 ? "one option" : "\(picks) different options"
      let given = answer.count == words.count ? "you gave \(words.count)" : "one stands there twice"
      throw DemoError(
        "The question asks for \(wanted), such as "
          + "\((1...picks).map { "\($0)" }.joined(separator: ",")), and \(given).")
    }
    return answer
  }

  private func place(of word: String) throws(DemoError) -> Int {
    if let number = Int(word) {
      guard options.indices.contains(number - 1) else {
        throw DemoError(
          "There is no option \(number): they are numbered from 1 to \(options.count).")
      }
      return number - 1
    }
    let lowered = word.lowercased()
    if let exact = options.firstIndex(where: { $0.lowercased() == lowered }) { return exact }
    let begun = options.indices.filter { options[$0].lowercased().hasPrefix(lowered) }
    guard begun.count == 1 else {
      throw DemoError(
        "“\(word)” is \(begun.isEmpty ? "none" : "several") of the options: "
          + "\(options.joined(separator: ", ")). Their numbers do as well.")
    }
    return begun[0]
  }

  /// The options as a list, where their names do not already say their numbers.
  var numbered: [Prose] {
    let areNumbered = options.enumerated().allSatisfy { $1.hasSuffix(" \($0 + 1)") }
    return areNumbered ? [] : options.enumerated().map { "\($0 + 1): \($1)" }
  }
}
