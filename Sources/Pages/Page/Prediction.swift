import Texts

/// A question that was put before the result was shown, and what was answered.
public struct Prediction: Equatable, Sendable {
  /// What was asked.
  public let question: Prose

  /// What could be answered; none where a number is asked for.
  public let options: [String]

  /// What was answered; nil where nobody did.
  public let answer: String?

  /// How sure the answer is, in per cent; nil where that was not said.
  public let sureness: Double?

  /// Reads how sure somebody is: a number from 0 to 100, with or without a sign for per cent.
  static func sureness(_ line: String) -> Double? {
    let number = line.filter { $0 != " " && $0 != "%" }.replacing(",", with: ".")
    return Double(number).flatMap { (0...100).contains($0) ? $0 : nil }
  }

  /// Reads an answer: an option by its number or by the beginning of its words; without options, a
  /// number.
  ///
  /// - Returns: The option or the number; nil for anything else, such as a command that was meant for
  ///   a shell.
  static func answer(_ line: String, among options: [String]) -> String? {
    let words = line.split(separator: " ").joined(separator: " ")
    if options.isEmpty {
      let number = words.replacing(",", with: ".").replacing(/\ ?%$/, with: "")
      return Double(number)?.isFinite == true ? words : nil
    }
    if let number = Int(words), options.indices.contains(number - 1) { return options[number - 1] }
    let begun = options.filter { $0.lowercased().hasPrefix(words.lowercased()) }
    return begun.count == 1 ? begun[0] : nil
  }
}

struct Question: Block {
  let question: Prose
  let options: [String]

  func html(number: Int) -> String {
    let list = options.map { "<li>\(escaped($0))</li>" }.joined(separator: "\n")
    return
      #"<aside class="question" aria-label="Predict first"><p class="kicker">Predict first</p>"#
      + "\n<p>\(question.html)</p>"
      + (options.isEmpty ? "" : "\n<ol>\n\(list)\n</ol>") + "</aside>"
  }

  func draw(on terminal: Terminal) {
    let label = StyledText("Predict first\u{A0} ", .coloured(ChartStyle.terminalColour(1)))
    var lines = (label + question.styled(on: terminal)).wrapped(to: terminal.textColumns)
    for (index, option) in options.enumerated() {
      lines += StyledText("\u{A0}\u{A0}\(index + 1)\u{A0} \(option)")
        .wrapped(to: terminal.textColumns, indent: "     ")
    }
    terminal.write(lines)
  }
}

struct Outcome: Block {
  let prediction: Prediction
  let result: Prose
  let isRight: Bool?

  private var verdict: String {
    switch isRight {
    case true: " – as it came."
    case false: " – it came otherwise."
    default: "."
    }
  }

  func html(number: Int) -> String {
    let said = prediction.answer.map {
      "\n<p>You predicted <strong>\(escaped($0))</strong>\(verdict)</p>"
    }
    return #"<aside class="outcome" aria-label="Result of the prediction">"#
      + #"<p class="kicker">You were asked</p>"#
      + "\n<p class=\"asked\">\(prediction.question.html)</p>\n<p>\(result.html)</p>"
      + "\(said ?? "")</aside>"
  }

  func draw(on terminal: Terminal) {
    guard terminal.canAsk else {
      // Nobody was asked, so that there is no guess to be held against it.
      let label = StyledText("The answer\u{A0} ", .coloured(ChartStyle.terminalColour(1)))
      return terminal.write(
        (label + result.styled(on: terminal)).wrapped(to: terminal.textColumns))
    }
    let label = StyledText("You were asked\u{A0} ", .coloured(ChartStyle.terminalColour(1)))
    let question = label + prediction.question.styled(on: terminal, .faint)
    var lines = question.wrapped(to: terminal.textColumns)
    lines += result.styled(on: terminal).wrapped(to: terminal.textColumns)
    if let answer = prediction.answer {
      let said = StyledText("You predicted ") + StyledText(answer, .bold) + StyledText(verdict)
      lines += said.wrapped(to: terminal.textColumns)
    }
    terminal.write(lines)
  }
}
