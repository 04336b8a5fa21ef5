import Explanations
import Figures
import Foundation
import Texts

/// A lesson's story as it is shown: its page, the pictures and scores that are kept.
///
///     @main struct Demo {
///       static func main() {
///         Demonstration.run("First look", lesson: "00-first-look") { show in
///           show.page.text("A network looks at a cat.")
///           let picture = show.keep(heat.picture, as: "cat-heat.png")
///           show.page.plates([Plate(picture, "The heat", alternative: "Bright eyes on black.")])
///         }
///       }
///     }
///
/// A demo is started without anything to be looked at; with `--mine` on the learner's own code;
/// with `--record` to keep its pictures in the lesson's `figures` and its scores in
/// `lessons/scores.json`; with `--train` to train again what is kept there because it takes minutes;
/// with `--into FOLDER` to write all of it into a folder, with `faults.txt` saying how it differs from
/// what is kept. A lesson that has a `PlantedCase` shows it with `--case SEED`, and grades an answer
/// with `--answer 2,5` behind that.
public final class Demonstration {
  /// What is shown, in order.
  public let page: Page

  /// Whether the learner's own code is at work.
  public let isMine: Bool

  /// The folder of what the lesson keeps for its text: pictures, charts, what was trained beforehand.
  public let figures: String

  private let lesson: String
  private let book: ScoreBook
  private let planted: (any PlantedCase.Type)?
  private var pictures = KeptPictures()
  private var charts = KeptCharts()
  private var fragments: [(name: String, frames: Frames)] = []
  private var scores: [Score] = []
  private let line = ProgressLine(log: .nothing)

  /// Tells a lesson's story and ends the process.
  ///
  /// - Parameters:
  ///   - title: The lesson's title.
  ///   - lesson: The name of its folder, such as `00-first-look`.
  ///   - planted: The lesson's case, where it has one.
  ///   - train: Trains again what the lesson keeps in a folder, and tells what it is doing, where a
  ///     lesson shows what takes too long for every run.
  ///   - explain: Explains four photographs of the reader's own on a page, given their names, where the
  ///     lesson explains photographs.
  ///   - tell: Tells it.
  public static func run(
    _ title: String, lesson: String, case planted: (any PlantedCase.Type)? = nil,
    training train: ((_ folder: String, _ note: (String) -> Void) throws -> Void)? = nil,
    photographs explain: ((Page, [(name: String, picture: Picture)]) throws -> Void)? = nil,
    tell: (Demonstration) throws -> Void
  ) -> Never {
    let options: DemoOptions
    do {
      options = try DemoOptions(Array(CommandLine.arguments.dropFirst()))
    } catch {
      end("\(error)", 2)
    }
    do {
      let root = courseFolder()
      if let outcome = try CaseRun(planted, lesson: lesson, root: root).outcome(of: options) {
        exit(outcome)
      }
      if case .photographs(let paths, let isMine) = options {
        guard let explain else {
          throw DemoError("\(lesson) explains no photographs, so it has no use for yours.")
        }
        let pictures = try paths.map {
          (name: URL(filePath: $0).lastPathComponent, picture: try Picture(contentsOf: $0))
        }
        let page = Page(
          "\(title), on your own photographs\(isMine ? ", by your own code" : "")",
          lesson: Int(lesson.prefix(2)))
        try explain(page, pictures)
        try page.write(to: "\(root)/.course/pages/\(lesson)-photos.html")
        exit(0)
      }
      let figures = "\(root)/lessons/\(lesson)/figures"
      if options == .train {
        guard let train else { throw DemoError("\(lesson) keeps nothing that is trained.") }
        let line = ProgressLine()
        try train(figures) { line.show($0) }
        line.clear()
        exit(0)
      }
      let demonstration = Demonstration(
        title, lesson: lesson, isMine: options == .mine, case: planted,
        log: options.isLookedAt ? PredictionLog(root: root, lesson: lesson) : nil,
        book: try ScoreBook(contentsOf: "\(root)/lessons/scores.json"), figures: figures)
      try tell(demonstration)
      demonstration.line.clear()
      try demonstration.finish(options, root: root)
      exit(0)
    } catch let error as Unfinished {
      end(
        "\(error), and the pictures need it: `./course show \(lesson)` says what it should do.", 1)
    } catch let error as DemoError where options.takesWords {
      end("\(error)", 2)
    } catch let error where options.takesWords {
      // A picture that cannot be used, as a rule; with own code it may be that.
      end("\(error)", options.isOnOwnCode ? 1 : 2)
    } catch {
      end(
        options.isOnOwnCode ? "Your code stopped: \(error)" : "\(error)",
        options.isOnOwnCode ? 1 : 3)
    }
  }

  private static func end(_ sentence: String, _ code: Int32) -> Never {
    fflush(nil)
    Terminal.write("\(sentence)\n", to: STDERR_FILENO)
    exit(code)
  }

  init(
    _ title: String, lesson: String, isMine: Bool = false,
    case planted: (any PlantedCase.Type)? = nil, log: PredictionLog? = nil,
    book: ScoreBook = ScoreBook(), figures: String = "",
    terminal: Terminal = .standard()
  ) {
    self.lesson = lesson
    self.isMine = isMine
    self.book = book
    self.figures = figures
    self.planted = planted
    page = Page(
      isMine ? "\(title), by your own code" : title, lesson: Int(lesson.prefix(2)),
      terminal: terminal)
    page.noteOutcome = { log?.add($0, isRight: $1) }
  }

  /// Tells a part of the story, which on the learner's own code may need a function that is not
  /// written yet: then it says which, and the story goes on behind it.
  ///
  /// - Parameter tell: Tells it.
  /// - Throws: What the telling throws, but for `Unfinished` on the learner's own code.
  public func part(_ tell: () throws -> Void) throws {
    do {
      try tell()
    } catch let unfinished as Unfinished where isMine {
      line.clear()
      page.text("The rest of this part waits: `\(unfinished.function)` is still to be written.")
    }
  }

  /// Keeps a picture that the lesson's text shows.
  ///
  /// - Parameters:
  ///   - picture: The picture.
  ///   - name: The name of its file in the lesson's `figures`.
  /// - Returns: The picture, to be shown.
  @discardableResult
  public func keep(_ picture: Picture, as name: String) -> Picture {
    pictures.keep(picture, as: name)
    return picture
  }

  /// Shows pictures beside each other, and keeps them as one sheet that the lesson's text shows.
  ///
  /// - Parameters:
  ///   - plates: The pictures, each with its label as its caption.
  ///   - columns: How many of them stand in a row of the sheet.
  ///   - panelWidth: How many pixels of the sheet a picture is wide; fewer where a row has many.
  ///   - bar: What their colours stand for; nil where colours are no numbers.
  ///   - caption: What stands under all of them.
  ///   - name: The name of the sheet's file in the lesson's `figures`.
  public func plates(
    _ plates: [Plate], columns: Int, panelWidth: Int = 448, bar: ColourBar? = nil,
    caption: Prose? = nil, as name: String
  ) {
    let sheet = PlateSheet(columns: columns, panelWidth: panelWidth, bar: bar, plates)
    pictures.keep(sheet.picture, as: name)
    page.plates(plates, bar: bar, caption: caption)
  }

  /// Shows pictures or charts that a reader walks through with a slider, and keeps the first, the
  /// middle and the last of them for the lesson's text.
  ///
  /// - Parameters:
  ///   - frames: What the slider shows.
  ///   - caption: What stands under it.
  ///   - name: The name of the stills' file in the lesson's `figures`: `x.png` for pictures and
  ///     `x.svg` for charts.
  public func frames(_ frames: Frames, caption: Prose? = nil, as name: String) {
    if let chart = frames.stillChart { charts.keep(chart, as: name) }
    if let sheet = frames.stillSheet { pictures.keep(sheet.picture, as: name) }
    fragments.append((name, frames))
    page.frames(frames, caption: caption)
  }

  /// Keeps a chart that the lesson's text shows.
  ///
  /// - Parameters:
  ///   - chart: The chart.
  ///   - name: The name of its file in the lesson's `figures`, such as `patient.svg`.
  /// - Returns: The chart, to be shown.
  @discardableResult
  public func keep<Kept: Chart>(_ chart: Kept, as name: String) -> Kept {
    charts.keep(chart, as: name)
    return chart
  }

  /// Keeps what a method's answer is worth to a question whose right answer is known.
  ///
  /// - Parameters:
  ///   - method: The method that answered.
  ///   - score: What its answer is worth; four decimals are kept.
  ///   - spread: The spread of the score, one standard deviation, where it was measured often.
  ///   - question: The question.
  ///   - chance: What guessing is worth, where that is known.
  ///   - chanceSpread: The spread of chance, where guessing was tried and not worked out.
  ///   - within: What it may be on any machine.
  public func score(
    _ method: String, _ score: Double, spread: Double? = nil, question: Question,
    chance: Double? = nil, chanceSpread: Double? = nil, within: ClosedRange<Double>
  ) {
    scores.append(
      Score(
        lesson: lesson, question: question.rawValue, method: method,
        score: fourDecimals(score), spread: spread.map(fourDecimals),
        chance: chance.map(fourDecimals), chanceSpread: chanceSpread.map(fourDecimals),
        within: [within.lowerBound, within.upperBound]))
  }

  /// Keeps the mean of what a method's answers are worth, with their spread.
  ///
  ///     show.score("mine", exam.peaks(of: maps), question: .peakOnTheShape, chance: exam.areas, …)
  ///
  /// - Parameters:
  ///   - method: The method that answered.
  ///   - values: What each of its answers is worth, at least two.
  ///   - question: The question.
  ///   - chance: What guessing is worth, on average; its spread is that of a rate where the question
  ///     asks for one.
  ///   - within: What the mean may be on any machine.
  public func score(
    _ method: String, _ values: [Double], question: Question, chance: [Double]? = nil,
    within: ClosedRange<Double>
  ) {
    let measured = Spread(values)
    let mean = chance.map { $0.reduce(0, +) / Double($0.count) }
    let variance = chance?.reduce(0) { $0 + $1 * (1 - $1) }
    score(
      method, measured.mean, spread: question.isRate ? measured.error : measured.deviation,
      question: question, chance: mean,
      chanceSpread: question.isRate
        ? variance.map { $0.squareRoot() / Double(chance?.count ?? 1) } : nil,
      within: within)
  }

  /// Shows where the lesson's methods stand: every score of this lesson and of those before it, in the
  /// exams that this one took, beside chance.
  ///
  /// - Parameters:
  ///   - caption: What stands under it.
  ///   - name: The name of its file in the lesson's `figures`, such as `league.svg`.
  public func league(caption: Prose? = nil, as name: String) {
    let exams = book.league(of: lesson, with: scores)
    precondition(!exams.isEmpty, "nothing was scored yet: the league comes after the scores")
    page.chart(keep(LeagueChart("Where this stands", exams: exams), as: name), caption: caption)
  }

  /// Ends the experiment whose right answer was planted: the scores that were kept for a question,
  /// chance, and what other lessons' methods are worth.
  ///
  /// - Parameters:
  ///   - statement: What was planted, and what would be right.
  ///   - question: The question.
  ///   - measure: What a score counts, and from where to where it goes.
  public func truth(
    _ statement: Prose, question: Question, measure: Axis = Axis("score", including: 0...1)
  ) {
    let own = scores.filter { $0.question == question.rawValue }
    guard let first = own.first else {
      preconditionFailure("nothing was scored for the question “\(question.rawValue)”")
    }
    let others = own.dropFirst() + book.others(than: lesson, question: question.rawValue)
    page.truth(
      statement, method: first.method, score: first.score, chance: first.chance,
      others: others.map { ($0.method, $0.score) }, measure: measure)
    for score in own where isMine && !score.isWithin {
      page.text(
        """
        With the right code \(score.method) scores between \(score.within[0]) and \
        \(score.within[1]): `./course check \(lesson)` says what is different in yours.
        """)
    }
  }

  /// Does something many times, and says on a terminal how far it is.
  ///
  /// - Parameters:
  ///   - name: What is done.
  ///   - items: What it is done with.
  ///   - work: Does it once.
  /// - Returns: What came of each.
  public func progress<Item, Result>(
    _ name: String, _ items: some Collection<Item>, work: (Item) throws -> Result
  ) rethrows -> [Result] {
    defer { line.clear() }
    return try items.enumerated().map { index, item in
      line.show("\(name), \(index + 1) of \(items.count)")
      return try work(item)
    }
  }

  func finish(_ options: DemoOptions, root: String) throws {
    let home = "\(root)/lessons/\(lesson)"
    let pages = "\(root)/.course/pages"
    page.links = Onward(root: root, lesson: lesson).links
    switch options {
    case .look:
      try page.write(to: "\(pages)/\(lesson).html")
      try writeFragments(into: "\(pages)/\(lesson)")
    case .mine:
      try page.write(to: "\(pages)/\(lesson)-mine.html")
      // Beside the reference's on the lesson's page: ./course read
      try? FileManager.default.removeItem(atPath: "\(pages)/\(lesson)-mine")
      try pictures.write(into: "\(pages)/\(lesson)-mine")
      try charts.write(into: "\(pages)/\(lesson)-mine")
      try writeFragments(into: "\(pages)/\(lesson)-mine")
    case .record:
      try page.write(to: "\(pages)/\(lesson).html")
      try writeFragments(into: "\(pages)/\(lesson)")
      try pictures.write(into: "\(home)/figures")
      try charts.write(into: "\(home)/figures")
      try book.replacing(lesson, with: scores).write(to: "\(root)/lessons/scores.json")
    case .ask, .grade, .train, .photographs:
      preconditionFailure("neither a case nor photographs nor a training are a story")
    case .compare(let folder):
      try page.write(to: "\(folder)/page.html")
      try pictures.write(into: "\(folder)/figures")
      try charts.write(into: "\(folder)/figures")
      try ScoreBook(scores).write(to: "\(folder)/scores.json")
      let faults =
        pictures.faults(comparedWith: "\(home)/figures")
        + charts.faults(comparedWith: "\(home)/figures") + book.faults(lesson, of: scores)
        + (planted.map { CaseProof.faults(of: $0) } ?? [])
      try Data(faults.map { "\($0)\n" }.joined().utf8)
        .write(to: URL(filePath: "\(folder)/faults.txt"), options: .atomic)
    }
  }
}

extension Demonstration {
  /// Keeps frames with their sliders for the lesson's page, where stills of them stand in the text.
  private func writeFragments(into folder: String) throws {
    for (index, fragment) in fragments.enumerated() {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(fragment.frames.fragment(number: 1000 + index).utf8)
        .write(to: URL(filePath: "\(folder)/\(fragment.name).html"), options: .atomic)
    }
  }
}

private func fourDecimals(_ number: Double) -> Double { (number * 10_000).rounded() / 10_000 }
