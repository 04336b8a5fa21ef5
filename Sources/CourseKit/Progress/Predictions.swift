import Foundation

/// What somebody predicted in the demos, and how often it came so.
///
/// Of a question that was answered twice only the first answer counts: the second time one knows.
public struct Predictions: Equatable, Sendable {
  /// A prediction whose result was shown.
  public struct Prediction: Equatable, Sendable {
    /// The folder of the lesson.
    public let lesson: String
    /// What was asked.
    public let question: String
    /// How many answers there were to choose from; 0 where a number was asked for.
    public let options: Int
    /// What was answered.
    public let answer: String
    /// How sure the answer was, in per cent; nil where that was not said.
    public let sureness: Double?
    /// Whether it came so.
    public let isRight: Bool
  }

  /// The predictions that can be judged, in the order in which they were made.
  public let all: [Prediction]

  /// Reads what demos have written; a line that is damaged is passed over.
  ///
  /// - Parameter text: The lines of `.course/predictions.jsonl`.
  public init(lines text: String) {
    var known: Set<[String]> = []
    all = text.split(separator: "\n").compactMap { line in
      guard let value = JSONValue(parsing: Data(line.utf8)),
        let lesson = value["lesson"]?.string, let question = value["question"]?.string,
        let answer = value["answer"]?.string, let options = value["options"]?.integer
      else { return nil }
      let isRight: Bool
      switch value["isRight"] {
      case .bool(let came): isRight = came
      default: return nil
      }
      guard known.insert([lesson, question]).inserted else { return nil }
      var sureness: Double?
      if case .number(let number)? = value["sureness"], (0...100).contains(number) {
        sureness = number
      }
      return Prediction(
        lesson: lesson, question: question, options: options, answer: answer, sureness: sureness,
        isRight: isRight)
    }
  }

  /// The predictions that a course remembers; none where no demo has asked yet.
  public init(of course: Course) {
    self.init(lines: WholeFile.read(course.stateFolder + "/predictions.jsonl") ?? "")
  }

  /// How many came so.
  public var right: Int { all.count { $0.isRight } }

  /// What share guessing would have got, of those with answers to choose from.
  public var chance: Double? {
    let shares = all.filter { $0.options > 1 }.map { 1 / Double($0.options) }
    return shares.isEmpty ? nil : shares.reduce(0, +) / Double(shares.count)
  }

  /// Predictions that were about equally sure.
  public struct Band: Equatable, Sendable {
    /// How sure they were, from and to, in per cent.
    public let sureness: ClosedRange<Int>
    /// How many came so, and how many there were.
    public let right: Int
    /// How many there were.
    public let count: Int
  }

  /// The predictions by how sure they were, in fifths; empty ones left out.
  public var bands: [Band] {
    [0...19, 20...39, 40...59, 60...79, 80...100].compactMap { range in
      let inside = all.filter { prediction in
        prediction.sureness.map { range.contains(Int($0)) } ?? false
      }
      return inside.isEmpty
        ? nil : Band(sureness: range, right: inside.count { $0.isRight }, count: inside.count)
    }
  }

  /// How sure one was and what share came so, as means over those who said how sure.
  public var calibration: (sureness: Double, right: Double, count: Int)? {
    let said = all.filter { $0.sureness != nil }
    guard !said.isEmpty else { return nil }
    let count = Double(said.count)
    return (
      said.reduce(0) { $0 + ($1.sureness ?? 0) } / count,
      100 * Double(said.count { $0.isRight }) / count, said.count
    )
  }
}
