import Foundation
import Texts

/// What methods are worth in exams whose right answers are known, each beside chance.
///
/// A score is a dot with its spread as a line through it; chance is a dashed line with its own spread
/// around it. The methods that the chart is about are green and stand in front, all others are grey.
public struct LeagueChart: Chart, Equatable {
  /// A number, and how far it may be from that if everything is done again.
  public struct Amount: Equatable, Sendable {
    /// The number.
    public let value: Double
    /// Its spread, one standard deviation; nil where it was measured once, or is known exactly.
    public let spread: Double?

    /// Makes an amount.
    ///
    /// - Parameters:
    ///   - value: The number.
    ///   - spread: Its spread, one standard deviation; nil where there is none.
    public init(_ value: Double, spread: Double? = nil) {
      (self.value, self.spread) = (value, spread)
    }

    /// Two decimals, or as many more as a small spread needs to be seen; none where all was alike.
    var text: String {
      for decimals in 2...4 {
        if let spread, spread * pow(10, Double(decimals)) >= 0.5 {
          return "\(value.text(decimals: decimals)) ± \(spread.text(decimals: decimals))"
        }
      }
      return value.text(decimals: 2)
    }

    /// The spread as it stands in `text`.
    var spreadText: String? {
      text.split(separator: " ± ").dropFirst().first.map(String.init)
    }
  }

  /// What a method is worth in an exam.
  public struct Answer: Equatable, Sendable {
    /// The method.
    public let method: String
    /// What its answer is worth.
    public let score: Amount
    /// Whether the chart is about it.
    public let isOwn: Bool

    /// Makes an answer.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - score: What its answer is worth.
    ///   - isOwn: Whether the chart is about it.
    public init(_ method: String, _ score: Amount, isOwn: Bool = false) {
      (self.method, self.score, self.isOwn) = (method, score, isOwn)
    }
  }

  /// A question that several methods answered.
  public struct Exam: Equatable, Sendable {
    /// The question.
    public let question: String
    /// What guessing is worth; nil where that is not known.
    public let chance: Amount?
    /// The answers, those that the chart is about in front, and within both the best first.
    public let answers: [Answer]

    /// Makes an exam.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - chance: What guessing is worth; nil where that is not known.
    ///   - answers: The answers, in any order.
    public init(_ question: String, chance: Amount? = nil, answers: [Answer]) {
      self.question = question
      self.chance = chance
      let best = answers.enumerated().sorted { one, other in
        (other.element.score.value, one.offset) < (one.element.score.value, other.offset)
      }.map(\.element)
      self.answers = best.filter(\.isOwn) + best.filter { !$0.isOwn }
    }
  }

  /// What stands over the chart.
  public let title: String

  /// The exams from top to bottom.
  public let exams: [Exam]

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: What stands over the chart.
  ///   - exams: The exams from top to bottom.
  public init(_ title: String, exams: [Exam]) {
    precondition(
      exams.allSatisfy { $0.answers.allSatisfy(\.score.value.isFinite) },
      "a score in “\(title)” is no finite number")
    (self.title, self.exams) = (title, exams)
  }

  /// How its elements look, beyond what all charts share.
  static let rules = """
    .chart .strong{font-weight:600}
    .chart .chance{fill:var(--muted);fill-opacity:.22}
    .chart .dot-quiet{fill:var(--muted)}

    """

  /// What a phone shows of a chart that is wider than its screen: a question is read without
  /// scrolling.
  private static let screen = 300.0

  /// The values in sentences, for those who cannot see the chart.
  public var summary: String {
    exams.map { exam in
      "\(exam.question) "
        + exam.answers.map { "\($0.method) \($0.score.text)" }.joined(separator: ", ")
        + (exam.chance.map { "; chance \($0.text)." } ?? ".")
    }.joined(separator: " ")
  }

  /// The chart laid out for a width in pixels.
  public func drawing(width: Double) -> Drawing {
    let (size, lineHeight) = (ChartStyle.fontSize, ChartStyle.lineHeight)
    var drawing = Drawing(width: width)
    drawing.rules = Self.rules
    var y = drawing.paragraph(title, y: 0, size: ChartStyle.titleSize, style: "title") + 4
    let answers = exams.flatMap(\.answers)
    let nameWidth = answers.map { TextSize.width(of: $0.method, size: size) }.max() ?? 0
    // Names stand beside the dots, or above them where they would take more than their share.
    let isBeside = nameWidth <= width * 0.4
    let numberWidth = answers.map { TextSize.width(of: $0.score.text, size: size) }.max() ?? 0
    let left = (isBeside ? nameWidth + 10 : 0) + 6
    let room = max(40, width - left - numberWidth - 16)
    let values = answers.map(\.score.value)
    let (low, high) = (min(0, values.min() ?? 0), max(1, values.max() ?? 1))
    func place(_ value: Double) -> Double {
      left + (min(max(value, low), high) - low) / (high - low) * room
    }
    for exam in exams {
      y =
        drawing.paragraph(
          exam.question, y: y + 8, width: min(width, Self.screen), size: size, style: "label strong"
        )
        + 2
      if let chance = exam.chance {
        let label = "chance \(chance.text)"
        let fits = TextSize.width(of: label, size: size) <= place(chance.value)
        drawing.text(
          label, x: place(chance.value), y: y + size, anchor: fits ? .end : .start, style: "quiet")
        y += lineHeight + 2
      }
      for answer in exam.answers {
        let name = TextSize.shortened(answer.method, to: width, size: size)
        let style = answer.isOwn ? "label strong" : "quiet"
        drawing.text(name, x: 0, y: y + size + 2, style: style)
        let middle = y + (isBeside ? 12 : 10 + lineHeight)
        drawing.line(place(low), middle, place(high), middle, style: "grid")
        if let chance = exam.chance {
          drawing.mark(chance, height: middle, halfHeight: isBeside ? 12 : 8, place)
        }
        let own = answer.isOwn ? "bar" : "bar-quiet"
        if let spread = answer.score.spread {
          let (from, to) = (
            place(answer.score.value - spread), place(answer.score.value + spread)
          )
          drawing.rectangle(
            x: from, y: middle - 1.5, width: to - from, height: 3, style: own)
        }
        drawing.circle(
          x: place(answer.score.value), y: middle, radius: answer.isOwn ? 5.5 : 4.5,
          style: answer.isOwn ? "bar" : "dot-quiet")
        drawing.text(answer.score.text, x: width, y: middle + 5, anchor: .end, style: style)
        y += isBeside ? 24 : 24 + lineHeight
      }
    }
    drawing.height = y + 4
    return drawing
  }

  /// Writes the chart in characters, in lines no wider than the terminal.
  public func draw(on terminal: Terminal) {
    terminal.write(StyledText(title, .bold).wrapped(to: terminal.textColumns))
    for exam in exams {
      terminal.write([StyledText()])
      let bars = exam.answers.map { answer in
        let name = answer.score.spreadText.map { "\(answer.method) (± \($0))" }
        return BarChart.Bar(name ?? answer.method, answer.score.value, isQuiet: !answer.isOwn)
      }
      BarChart(
        exam.question, axis: Axis("", including: 0...1), bars: bars,
        mark: exam.chance.map { BarChart.Mark("chance", $0.value) }, decimals: 2
      ).draw(on: terminal)
    }
  }
}

extension Drawing {
  /// Draws chance across a row, with its spread; names above a row are not crossed.
  fileprivate mutating func mark(
    _ chance: LeagueChart.Amount, height: Double, halfHeight: Double, _ place: (Double) -> Double
  ) {
    if let spread = chance.spread {
      let (from, to) = (place(chance.value - spread), place(chance.value + spread))
      rectangle(
        x: from, y: height - halfHeight, width: to - from, height: 2 * halfHeight, style: "chance")
    }
    let x = place(chance.value)
    line(x, height - halfHeight, x, height + halfHeight, style: "mark")
  }
}
