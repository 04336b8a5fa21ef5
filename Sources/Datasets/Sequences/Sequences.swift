import Tensors

/// Sequences of tokens, all of one length, in which some answers stand further ahead.
public struct Sequences: Sendable, Equatable {
  /// A question to which the sequence itself has the answer.
  public struct Target: Sendable, Equatable {
    /// Where the question is put: the place whose output is looked at.
    public let position: Int
    /// The token that is right there.
    public let answer: Int
    /// The place before it from which the answer can be copied.
    public let source: Int
  }

  /// What each token is called.
  public let vocabulary: [String]

  /// The sequences.
  public let tokens: [[Int]]

  /// The questions that each sequence answers.
  public let targets: [[Target]]

  /// How many sequences there are.
  public var count: Int { tokens.count }

  /// Returns a sequence as people read it.
  public func text(_ index: Int) -> String {
    tokens[index].map { vocabulary[$0] }.joined(separator: " ")
  }

  /// Draws sequences whose second half repeats the first.
  ///
  ///     ^ k c x a k c x a
  ///
  /// After a start come tokens all different, then the same again: from the first repeated token on,
  /// the next one is the one after its first occurrence. A head that does this attends
  /// `length` − 1 places back.
  ///
  /// - Parameters:
  ///   - count: How many sequences.
  ///   - length: How many tokens are repeated, at most as many as there are symbols.
  ///   - symbols: How many different tokens there are beside the start.
  ///   - generator: Where the randomness comes from; equal seeds give equal sequences.
  /// - Returns: Sequences of 2 · `length` + 1 tokens; each asks `length` − 1 questions.
  public static func repeats(
    _ count: Int, length: Int = 12, symbols: Int = 26, using generator: inout SplitMix64
  ) -> Sequences {
    precondition(
      length >= 1 && length <= symbols,
      "repeats: \(length) different tokens cannot be drawn from \(symbols)")
    let tokens = (0..<count).map { _ in
      // Without repetition, or the token before would not tell which one comes next.
      let half = permutation(of: symbols, using: &generator).prefix(length).map { $0 + 1 }
      return [0] + half + half
    }
    let targets = tokens.map { sequence in
      (length + 1..<2 * length).map { position in
        Target(
          position: position, answer: sequence[position + 1], source: position + 1 - length)
      }
    }
    return Sequences(vocabulary: ["^"] + names(symbols), tokens: tokens, targets: targets)
  }

  /// Draws random sequences whose answer at each place is the token some places back.
  ///
  /// - Parameters:
  ///   - count: How many sequences.
  ///   - back: How many places back, at least 1.
  ///   - length: How many tokens a sequence has.
  ///   - symbols: How many different tokens there are.
  ///   - generator: Where the randomness comes from; equal seeds give equal sequences.
  /// - Returns: Sequences that ask at every place from `back` on.
  public static func copies(
    _ count: Int, back: Int, length: Int = 16, symbols: Int = 10,
    using generator: inout SplitMix64
  ) -> Sequences {
    precondition(
      back >= 1 && back < length && symbols >= 1,
      "copies: nothing stands \(back) places back in \(length) tokens of \(symbols) kinds")
    let tokens = (0..<count).map { _ in
      (0..<length).map { _ in generator.index(below: symbols) }
    }
    let targets = tokens.map { sequence in
      (back..<length).map { position in
        Target(position: position, answer: sequence[position - back], source: position - back)
      }
    }
    return Sequences(vocabulary: names(symbols), tokens: tokens, targets: targets)
  }

  /// Names of tokens: a … z, then t26, t27 and so on.
  private static func names(_ count: Int) -> [String] {
    let letters = "abcdefghijklmnopqrstuvwxyz".map(String.init)
    return (0..<count).map { $0 < letters.count ? letters[$0] : "t\($0)" }
  }
}
