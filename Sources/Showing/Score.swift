import Figures
import Foundation

/// What a method's answer is worth to a question whose right answer is known by construction.
///
/// Processors round differently, and what is trained or drawn in the course of a demo may end a
/// little elsewhere. So the bounds alone decide whether a score is right; the number that is kept is
/// what was measured when it was recorded, to be shown beside those of other lessons.
struct Score: Codable, Equatable {
  /// The folder of the lesson that measured it.
  let lesson: String
  /// The question, in words that are the same in every lesson that answers it.
  let question: String
  /// Which method answered.
  let method: String
  /// What the answer is worth, to four decimals.
  let score: Double
  /// The spread of the score, one standard deviation, where it was measured more than once.
  var spread: Double?
  /// What guessing is worth, where that is known.
  let chance: Double?
  /// The spread of chance, where guessing was tried and not worked out.
  var chanceSpread: Double?
  /// The least and the most that it may be on any machine.
  let within: [Double]

  /// Whether it is inside its bounds.
  var isWithin: Bool { score >= within[0] && score <= within[1] }
}

/// The scores of all lessons, `lessons/scores.json`.
struct ScoreBook: Equatable {
  private(set) var scores: [Score]

  /// An empty book.
  init(_ scores: [Score] = []) { self.scores = scores }

  /// Reads a book; one that is not there is empty.
  init(contentsOf path: String) throws(DemoError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      self.init()
      return
    }
    do {
      try self.init(JSONDecoder().decode([Score].self, from: data))
    } catch {
      throw DemoError("\(path) is no list of scores; `git checkout` it, or record it again.")
    }
  }

  /// What other lessons scored in the same question.
  func others(than lesson: String, question: String) -> [Score] {
    scores.filter { $0.lesson != lesson && $0.question == question }
  }

  /// What a lesson's methods are worth beside those of the lessons before it, in the exams that it
  /// took: all answers to a question, with its own in front.
  func league(of lesson: String, with own: [Score]) -> [LeagueChart.Exam] {
    let before = scores.filter { $0.lesson < lesson }
    var questions: [String] = []
    for score in own where !questions.contains(score.question) { questions.append(score.question) }
    return questions.map { question in
      let answers = (own + before).filter { $0.question == question }
      let known = answers.first { $0.chanceSpread != nil } ?? answers.first { $0.chance != nil }
      return LeagueChart.Exam(
        question,
        chance: known.flatMap { score in
          score.chance.map { LeagueChart.Amount($0, spread: score.chanceSpread) }
        },
        answers: answers.map { score in
          LeagueChart.Answer(
            score.method, LeagueChart.Amount(score.score, spread: score.spread),
            isOwn: score.lesson == lesson)
        })
    }
  }

  /// The book with a lesson's scores exchanged for new ones, lessons in the order of their numbers.
  func replacing(_ lesson: String, with new: [Score]) -> ScoreBook {
    let others = scores.filter { $0.lesson != lesson }
    let before = others.filter { $0.lesson < lesson }
    return ScoreBook(before + new + others.dropFirst(before.count))
  }

  /// What speaks against new scores of a lesson, where these are the ones that are kept.
  func faults(_ lesson: String, of new: [Score]) -> [String] {
    let kept = scores.filter { $0.lesson == lesson }
    let names = { (scores: [Score]) in scores.map { "\($0.method): \($0.question)" } }
    guard names(kept) == names(new) else {
      return ["what is scored is not what lessons/scores.json lists; --record writes it anew"]
    }
    return zip(kept, new).flatMap { kept, new in
      var faults: [String] = []
      if !new.isWithin {
        faults.append(
          "\(new.method) scores \(new.score), which is not within "
            + "\(new.within[0]) and \(new.within[1]): \(new.question)")
      }
      if kept.within != new.within {
        faults.append(
          "\(new.method) may score between \(new.within[0]) and \(new.within[1]), and "
            + "lessons/scores.json says between \(kept.within[0]) and \(kept.within[1]); "
            + "--record writes it anew: \(new.question)")
      }
      return faults
    }
  }

  /// Writes the book, whole or not at all.
  func write(to path: String) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(scores)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: URL(filePath: path), options: .atomic)
  }
}
