import Tensors

/// Sentences that end before a name which only one of two people can have.
///
///     ^ Anna and Bela went to the park . Bela gave the ball to …        Anna
///
/// Whoever gives is named twice; the answer is the other one, the indirect object. All sentences
/// have the same words at the same places, so that what is inside a network can be moved from one to
/// another. Wang et al. 2022: arxiv.org/abs/2211.00593.
public struct IndirectObjects: Sendable, Equatable {
  /// One sentence, as the numbers of its words.
  public struct Sentence: Sendable, Equatable {
    /// The one who is named first.
    public let first: Int
    /// The one who is named second.
    public let second: Int
    /// The one of the two who gives.
    public let subject: Int
    /// Where they went.
    public let place: Int
    /// What is given.
    public let thing: Int

    /// The one who is given to: the answer.
    public var indirectObject: Int { subject == first ? second : first }

    /// The same sentence, given by the other of the two, so that the answer is the other, too.
    public var swapped: Sentence {
      Sentence(
        first: first, second: second, subject: indirectObject, place: place, thing: thing)
    }
  }

  /// Where the first name stands.
  public static let firstPosition = 1
  /// Where the second name stands.
  public static let secondPosition = 3
  /// Where the giver is named again.
  public static let subjectPosition = 9
  /// Where the answer is asked for: the last word.
  public static let lastPosition = 13

  /// What each word is; names come first.
  public static let vocabulary = names + places + things + frame

  /// How many of the vocabulary's first words are names.
  public static var nameCount: Int { names.count }

  /// The sentences.
  public let sentences: [Sentence]

  /// Draws sentences; in half of them the one named first gives, in the others the second.
  ///
  /// - Parameters:
  ///   - count: How many.
  ///   - generator: Where the randomness comes from; equal seeds give equal sentences.
  /// - Returns: The sentences, in random order.
  public static func draw(
    _ count: Int, using generator: inout SplitMix64
  ) -> IndirectObjects {
    let order = permutation(of: count, using: &generator)
    return IndirectObjects(
      sentences: order.map { number in
        let pair = permutation(of: names.count, using: &generator)
        let place = names.count + generator.index(below: places.count)
        let thing = names.count + places.count + generator.index(below: things.count)
        return Sentence(
          first: pair[0], second: pair[1], subject: pair[number % 2], place: place, thing: thing)
      })
  }

  /// The same sentences, each given by the other of its two people.
  public var swapped: IndirectObjects { IndirectObjects(sentences: sentences.map(\.swapped)) }

  /// The sentences as tokens; each asks one question, at its last word.
  public var sequences: Sequences {
    Sequences(
      vocabulary: IndirectObjects.vocabulary,
      tokens: sentences.map(IndirectObjects.tokens),
      targets: sentences.map { sentence in
        let source =
          sentence.subject == sentence.first
          ? IndirectObjects.secondPosition : IndirectObjects.firstPosition
        return [
          Sequences.Target(
            position: IndirectObjects.lastPosition, answer: sentence.indirectObject, source: source)
        ]
      })
  }

  private static let names = ["Anna", "Bela", "Carl", "Dora", "Emil", "Fina", "Gero", "Hana"]
  private static let places = ["park", "shop", "lake", "fair"]
  private static let things = ["ball", "book", "kite", "drum"]
  private static let frame = ["^", "and", "went", "to", "the", ".", "gave"]

  private static func tokens(_ sentence: Sentence) -> [Int] {
    let start = names.count + places.count + things.count
    let (begin, and, went, to) = (start, start + 1, start + 2, start + 3)
    let (the, stop, gave) = (start + 4, start + 5, start + 6)
    return [
      begin, sentence.first, and, sentence.second, went, to, the, sentence.place, stop,
      sentence.subject, gave, the, sentence.thing, to,
    ]
  }
}
