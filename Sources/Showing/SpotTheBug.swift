import Figures
import Tensors

/// A map that may come from wrong code.
public struct Suspect: Sendable {
  /// The map as a picture.
  public let picture: Picture

  /// What its code does wrong; nil for the right one.
  public let mistake: String?

  /// What there is to see, without a word on whether it is right.
  public let alternative: String

  /// Makes a suspect.
  ///
  /// - Parameters:
  ///   - picture: The map as a picture.
  ///   - mistake: What its code does wrong; nil for the right one.
  ///   - alternative: What there is to see, without a word on whether it is right.
  public init(_ picture: Picture, mistake: String?, alternative: String) {
    (self.picture, self.mistake, self.alternative) = (picture, mistake, alternative)
  }
}

extension Demonstration {
  /// Shows maps of which one is right and all others come from wrong code, asks which, and then says
  /// what is wrong with each of the others.
  ///
  /// The order is drawn, the same each time, and letters are all that stands below the maps. On the
  /// learner's own code, maps that look like the learner's are named: it may have that mistake.
  ///
  /// - Parameters:
  ///   - question: What is asked, such as "Which of the six is right?"
  ///   - suspects: The maps, one of them right.
  ///   - columns: How many of them stand in a row of the sheet.
  ///   - seed: Where the order is drawn from.
  ///   - caption: What stands under the maps.
  ///   - name: The name of the sheet's file in the lesson's `figures`.
  public func spotTheBug(
    _ question: Prose, _ suspects: [Suspect], columns: Int = 3, seed: UInt64 = 1,
    caption: Prose? = nil, as name: String
  ) {
    var generator = SplitMix64(seed: seed)
    let order = permutation(of: suspects.count, using: &generator).map { suspects[$0] }
    let letters = order.indices.map { String(UnicodeScalar(UInt8(65 + $0))) }
    let right = order.indices.filter { order[$0].mistake == nil }
    precondition(right.count == 1, "\(right.count) of \(order.count) maps are right: one has to be")
    let twins = order.indices.filter { index in
      index != right[0] && order[index].picture.isLike(order[right[0]].picture)
    }
    precondition(
      isMine || twins.isEmpty,
      "nobody can tell \(twins.map { letters[$0] }) in \(name) from the right map by looking")

    plates(
      zip(order, letters).map { suspect, letter in
        Plate(suspect.picture, Prose(verbatim: letter), alternative: suspect.alternative)
      }, columns: columns, caption: caption, as: name)
    let prediction = page.predict(question, options: letters)
    page.fold("Which one is right, and what is wrong with the others") {
      page.outcome(
        of: prediction, "\(letters[right[0]]) is right.", answer: letters[right[0]])
      page.list(
        zip(order, letters).compactMap { suspect, letter in
          suspect.mistake.map { "**\(letter)** \($0)" }
        })
      for twin in twins {
        page.text("Your own map, \(letters[right[0]]), looks like \(letters[twin]).")
      }
    }
  }
}

extension Picture {
  /// Whether nobody could tell it from another: less than 2 of 255 apart in the mean.
  fileprivate func isLike(_ other: Picture) -> Bool {
    width == other.width && height == other.height && channels == other.channels
      && Double((intensities - other.intensities).abs().mean().scalar) < 2.0 / 255
  }
}
