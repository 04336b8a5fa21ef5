import Foundation
import Texts

/// What a demo tells: each part appears on the terminal as it is added, and all of them in one
/// file when the page is written.
///
///     let page = Page("Integrated gradients", lesson: 7)
///     page.text("The gradient alone *saturates*: where $f$ is flat it says nothing.")
///     page.formula(#"\phi_i = (x_i - x'_i) \int_0^1 \frac{\partial f}{\partial x_i} \, d\alpha"#)
///     let prediction = page.predict("Will the tag get more than half?", options: ["yes", "no"])
///     page.plates([Plate(photograph, "The input", alternative: "A cat that looks up.")])
///     page.outcome(of: prediction, "It gets 0.93.", answer: "yes")
///     try page.write(to: ".course/pages/07-integrated-gradients.html")
///
/// The file needs no network, and a script only for frames, their sliders and boxes; it follows the
/// reader's choice of light or dark, and is equal for equal parts.
public final class Page {
  /// What the page is about.
  public let title: String

  /// The number of its lesson; nil where it belongs to none.
  public let lesson: Int?

  /// Is told each prediction when its result is shown, and whether it came as was said.
  package var noteOutcome: (Prediction, Bool?) -> Void = { _, _ in }

  /// Where a reader goes from here, at the foot of the file.
  public var links: [Link] = []

  private let terminal: Terminal
  private var body: [any Block] = []

  /// Begins a page and says its title.
  ///
  /// - Parameters:
  ///   - title: What the page is about.
  ///   - lesson: The number of its lesson.
  ///   - terminal: Where parts appear as they are added.
  public init(_ title: String, lesson: Int? = nil, terminal: Terminal = .standard()) {
    self.title = title
    self.lesson = lesson
    self.terminal = terminal
    let name = StyledText(title, .bold)
    let number = StyledText(lesson.map { "Lesson \(twoDigits($0))\u{A0} " } ?? "", .faint)
    let lines = (number + name).wrapped(to: terminal.textColumns)
    let width = lines.map(\.width).max() ?? 0
    terminal.write(lines + [StyledText(String(repeating: "━", count: width), .faint)])
  }

  /// Begins a section.
  ///
  /// - Parameter heading: What it is about.
  public func section(_ heading: Prose) {
    terminal.write([StyledText()])
    add(Heading(text: heading))
  }

  /// Tells a paragraph.
  ///
  /// - Parameter text: What it says.
  public func text(_ text: Prose) { add(Paragraph(text: text)) }

  /// Tells things that are alike, each with a bullet.
  ///
  /// - Parameter items: What they say.
  public func list(_ items: [Prose]) { add(ItemList(items: items)) }

  /// Shows a formula on a line of its own.
  ///
  /// - Parameter formula: The formula, in a small part of TeX.
  public func formula(_ formula: Formula) { add(DisplayedFormula(formula: formula)) }

  /// Shows a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - caption: What stands under it.
  public func table(_ table: PageTable, caption: Prose? = nil) {
    add(TableBlock(table: table, caption: caption))
  }

  /// Shows pictures beside each other.
  ///
  /// - Parameters:
  ///   - plates: The pictures, each with its own caption.
  ///   - bar: What their colours stand for; nil where colours are no numbers.
  ///   - caption: What stands under all of them.
  public func plates(_ plates: [Plate], bar: ColourBar? = nil, caption: Prose? = nil) {
    add(PlateRow(plates: plates, bar: bar, caption: caption))
  }

  /// Shows pictures in rows and columns: for a few things, what each of several methods makes of
  /// them.
  ///
  /// - Parameters:
  ///   - columns: The names of the columns.
  ///   - rows: The rows with their names, each with a picture for every column.
  ///   - caption: What stands under all of them.
  public func plates(
    inColumns columns: [String], rows: [(name: String, plates: [Plate])], caption: Prose? = nil
  ) {
    add(PlateTable(columns: columns, rows: rows, caption: caption))
  }

  /// Shows a chart.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - caption: What stands under it.
  public func chart(_ chart: some Chart, caption: Prose? = nil) {
    add(ChartBlock(chart: chart, caption: caption))
  }

  /// Shows pictures or charts that a reader walks through with a slider.
  ///
  /// - Parameters:
  ///   - frames: What the slider shows.
  ///   - caption: What stands under it.
  public func frames(_ frames: Frames, caption: Prose? = nil) {
    add(FrameBlock(frames: frames, caption: caption))
  }

  /// Ends an experiment whose right answer is known by construction.
  ///
  /// - Parameters:
  ///   - statement: What was planted, and what would be right.
  ///   - method: The method that answered.
  ///   - score: What its answer is worth.
  ///   - chance: What guessing is worth, if that is known.
  ///   - others: What other methods' answers are worth.
  ///   - measure: What a score counts, and from where to where it goes.
  public func truth(
    _ statement: Prose, method: String, score: Double, chance: Double? = nil,
    others: [(method: String, score: Double)] = [], measure: Axis = Axis("score", including: 0...1)
  ) {
    add(
      Truth(
        statement, method: method, score: score, chance: chance, others: others, measure: measure))
  }

  /// Puts a question before its result is shown; on a terminal it waits for an answer, and Enter
  /// skips it.
  ///
  /// What is no answer is asked for again.
  ///
  /// - Parameters:
  ///   - question: What will come out?
  ///   - options: What could be answered; none where a number is asked for.
  /// - Returns: What was answered, for `outcome`.
  public func predict(_ question: Prose, options: [String] = []) -> Prediction {
    add(Question(question: question, options: options))
    let wanted = options.isEmpty ? "a number" : "1 to \(options.count)"
    var prompt = "Your answer, \(wanted) (Enter skips):"
    var answer: String?
    while let line = terminal.ask(StyledText(prompt, .faint)), line.contains(where: { $0 != " " }) {
      answer = Prediction.answer(line, among: options)
      if answer != nil { break }
      prompt = "That is none of the answers. Please type \(wanted), or Enter to skip:"
    }
    return Prediction(
      question: question, options: options, answer: answer,
      sureness: answer == nil ? nil : sureness())
  }

  /// Asks how sure an answer is; what is no answer to that is asked for once more.
  private func sureness() -> Double? {
    var prompt = "How sure are you, 0 to 100 % (Enter skips):"
    for _ in 0..<2 {
      guard let line = terminal.ask(StyledText(prompt, .faint)),
        line.contains(where: { $0 != " " })
      else { return nil }
      if let sureness = Prediction.sureness(line) { return sureness }
      prompt = "A number from 0 to 100, or Enter to skip:"
    }
    return nil
  }

  /// Shows what came out beside what was predicted.
  ///
  /// - Parameters:
  ///   - prediction: What `predict` returned.
  ///   - result: What came out.
  ///   - answer: Which option is right, in its words; nothing where there are none.
  public func outcome(of prediction: Prediction, _ result: Prose, answer: String? = nil) {
    precondition(
      answer.map { prediction.options.isEmpty || prediction.options.contains($0) } ?? true,
      "the right answer \(answer ?? "") is none of \(prediction.options)")
    let isRight = answer.flatMap { right in prediction.answer.map { $0 == right } }
    add(Outcome(prediction: prediction, result: result, isRight: isRight))
    noteOutcome(prediction, isRight)
  }

  /// Tells what only some readers want to know: folded on the page, open on the terminal.
  ///
  /// - Parameters:
  ///   - summary: What is inside.
  ///   - tell: Tells it, on this page.
  public func fold(_ summary: Prose, tell: () throws -> Void) rethrows {
    body.append(Fold.begin(summary))
    terminal.write([StyledText()])
    Fold.begin(summary).draw(on: terminal)
    defer { body.append(Fold.end) }
    try tell()
  }

  private func add(_ block: some Block) {
    terminal.write([StyledText()])
    block.draw(on: terminal)
    body.append(block)
  }

  /// The whole page as one HTML file.
  public var html: String {
    let body = body.enumerated().map { $1.html(number: $0 + 1) }.joined(separator: "\n")
    let hasFrames = self.body.contains { $0 is FrameBlock }
    let script = hasFrames ? "<script>\n\(FrameBlock.script)\n</script>\n" : ""
    let kicker = lesson.map { "<p class=\"kicker\">Lesson \(twoDigits($0))</p>\n" } ?? ""
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(escaped(title))</title>
      <style>
      \(PageStyle.sheet)
      </style>
      </head>
      <body>
      <main>
      <header>
      \(kicker)<h1>\(escaped(title))</h1>
      </header>
      \(body)
      \(links.isEmpty ? "" : "<nav>\(links.map(\.html).joined(separator: "\n"))</nav>")
      </main>
      \(script)</body>
      </html>

      """
  }

  /// Writes the page to a path, as a whole or not at all, and says where it is.
  ///
  /// - Parameter path: Where to; folders are made, and a file that is there is replaced.
  /// - Throws: An error if the system refuses.
  public func write(to path: String) throws(PageError) {
    let url = URL(filePath: path).resolvingSymlinksInPath()
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(html.utf8).write(to: url, options: .atomic)
    } catch {
      throw PageError(file: path)
    }
    var link = StyledText.Style.faint
    link.file = url.path
    terminal.write([StyledText(), StyledText("The page: ", .faint) + StyledText(path, link)])
  }
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
