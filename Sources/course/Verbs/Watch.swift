import CourseKit
import Foundation
import Synchronization
import Texts

extension Verb {
  static let watch = Verb(
    "watch", "check whenever you save",
    detail: """
      Keys, without Enter: n the next lesson, h a hint, l the list, c check all, x begin anew, q \
      quit. It never moves on by itself.
      """,
    examples: [
      ("./course", "watch the lesson you are at"), ("./course 3", "watch lesson 3"),
    ],
    operands: .lesson,
    options: [Option("--timeout", "SECONDS", "when checks that do not end are ended (30)")]
  ) { (invocation) throws(CourseError) in
    guard Terminal.isTerminal(STDIN_FILENO), Terminal.isTerminal(STDOUT_FILENO) else {
      throw CourseError(
        .usage, "watch needs a terminal to read keys from. ./course check checks once.")
    }
    let course = try invocation.course()
    var checker = Checker(course: course)
    checker.timeout = try invocation.seconds("--timeout") ?? checker.timeout
    var session = WatchSession(
      course: course, lesson: try invocation.lesson(of: course), checker: checker,
      style: invocation.style)
    return try session.run()
  }
}

/// What ends a check before its end: a save, or q.
private final class CheckStop: Sendable {
  private struct State {
    var file: FileWatch
    var key: RawTerminal.Key?
  }

  private let state: Mutex<State>

  init(watching file: FileWatch) {
    state = Mutex(State(file: file))
  }

  /// The watch of the file, as far as it has seen.
  var file: FileWatch { state.withLock { $0.file } }

  /// Enter for a save, or q; nil where there was neither.
  var key: RawTerminal.Key? { state.withLock { $0.key } }

  /// Whether the check is to end.
  var isDue: Bool {
    state.withLock { state in
      if state.key == nil, state.file.hasChanged() { state.key = .enter }
      // Other keys are dropped: they were meant for what was on the screen before.
      if state.key == nil, RawTerminal.key(within: 0) == .character("q") {
        state.key = .character("q")
      }
      return state.key != nil
    }
  }
}

/// A terminal that shows a verdict after every save, until somebody presses q.
struct WatchSession {
  let course: Course
  var lesson: Lesson
  var checker: Checker
  let style: Style

  private var report: CheckReport?
  /// What stands below the verdict: a hint, a question, a complaint.
  private var note = ""
  private var list: LessonList?
  private var asksForReset = false
  /// Whether the file is about to change by our own hand, so that the note about it stays.
  private var hasReset = false
  private var size = (columns: 0, rows: 0)
  /// Builds the demo while somebody reads or writes.
  private var preparation: DemoPreparation?

  init(course: Course, lesson: Lesson, checker: Checker, style: Style) {
    self.course = course
    self.lesson = lesson
    self.checker = checker
    self.style = style
  }

  private var width: Int { max(20, min(100, Terminal.size().columns)) }

  /// Watches until it is told to stop.
  mutating func run() throws(CourseError) -> ExitCode {
    let terminal = RawTerminal()
    defer {
      preparation?.stop()
      RawTerminal.restore()
    }
    var file = FileWatch(path: course.file(of: lesson))
    var isDue = true
    while true {
      if Interruption.isRequested {
        Terminal.write("\n")
        return .interrupted
      }
      if isDue {
        isDue = false
        if let key = check(terminal, file: &file) {
          if key == .character("q") { return quit() }
          isDue = true
          continue
        }
        draw(terminal)
        prepareDemo()
      }
      if Terminal.size() != size || RawTerminal.hasResumed() { draw(terminal) }
      let key = RawTerminal.key(within: 50)
      if file.hasChanged() {
        list = nil
        if !hasReset { note = "" }
        hasReset = false
        asksForReset = false
        isDue = true
      }
      guard let key else { continue }
      let before = lesson
      if handle(key, &isDue) == .quit { return quit() }
      if lesson != before {
        file = FileWatch(path: course.file(of: lesson))
        report = nil
        note = ""
        isDue = true
      }
      if !isDue { draw(terminal) }
    }
  }

  /// Builds the demo in the background, once; where SwiftPM builds checks too, a check ends that.
  private mutating func prepareDemo() {
    if preparation == nil, report != nil {
      preparation = DemoPreparation(of: lesson, in: course)
    }
  }

  private func quit() -> ExitCode {
    Terminal.write("\n")
    return .passed
  }

  private enum Reaction { case stay, quit }

  /// Checks the current exercise; a save meanwhile begins it anew, and q ends it.
  ///
  /// - Returns: What stopped the check: q, or Enter for a save; nothing when it came to its end.
  private mutating func check(_ terminal: RawTerminal, file: inout FileWatch) -> RawTerminal.Key? {
    let isFirst = !course.hasBuiltLibraries
    if LessonBuild.Way.preferred == .package {
      preparation?.stop()
      preparation = nil
    }
    show(terminal, busy: "Checking")
    let stop = CheckStop(watching: file)
    let shown = ProgressLine()
    checker.progress = { shown.show($0) }
    defer { file = stop.file }
    do throws(CourseError) {
      try Interruption.stopping(when: { stop.isDue }) { () throws(CourseError) in
        let report = try checker.check(lesson)
        self.report = report
        if !report.notice.isEmpty { note = report.notice }
      }
    } catch {
      if let key = stop.key { return key }
      report = nil
      if error.kind != .interrupted { note = Printable.cleaned(error.description) }
    }
    shown.show("")
    if isFirst, report != nil, note.isEmpty {
      note = "What you were reading: ./course show \(lesson.number)"
    }
    return stop.key
  }

  private mutating func handle(_ key: RawTerminal.Key, _ isDue: inout Bool) -> Reaction {
    if asksForReset {
      asksForReset = false
      note = ""
      if key == .character("y") { reset() }
      return .stay
    }
    if var open = list {
      switch key {
      case .character("q"), .character("l"), .escape: list = nil
      case .enter:
        lesson = open.chosen
        list = nil
      default:
        open.move(key)
        list = open
      }
      return .stay
    }
    switch key {
    case .character("q"): return .quit
    case .character("n"): next()
    case .character("h"): hint()
    case .character("l"): list = LessonList(course: course, current: lesson)
    case .character("c"): checkAll()
    case .character("x"):
      note = "Begin \(lesson.slug) anew? Your work is kept.  y / n"
      asksForReset = true
    case .enter: isDue = true
    default: break
    }
    return .stay
  }

  // MARK: - What keys do

  private mutating func next() {
    guard report?.hasPassed == true else {
      note = "This lesson has not passed yet; l lists the others."
      return
    }
    let progress = course.progressFile.read().progress
    let lessons = course.curriculum.lessons
    let place = lessons.firstIndex(of: lesson) ?? 0
    let order = lessons[(place + 1)...] + lessons[..<place]
    if let next = order.first(where: { course.standing(in: $0, progress: progress) != .passed }) {
      lesson = next
    } else {
      note = style.green("Every lesson has passed. Well done.")
    }
  }

  private mutating func hint() {
    let hints = HintText(course: course, lesson: lesson, style: style, width: width)
    do throws(CourseError) {
      note = try hints.text(
        function: nil, again: false, progress: course.progressFile.read().progress)
    } catch {
      note = error.description
    }
  }

  private mutating func reset() {
    do throws(CourseError) {
      let kept = try Backups(course: course, lesson: lesson).reset()
      hasReset = kept != nil
      note =
        kept == nil
        ? "It was untouched already."
        : "Begun anew. ./course undo \(lesson.slug) brings yours back."
    } catch {
      note = error.description
    }
  }

  private mutating func checkAll() {
    let progress = course.progressFile.read().progress
    let begun = course.curriculum.lessons.filter {
      course.standing(in: $0, progress: progress) != .untouched
    }
    var lines: [String] = []
    for lesson in begun {
      Terminal.write("\r\u{1B}[K" + "Checking \(lesson.slug) …")
      guard let report = try? checker.check(lesson) else { break }
      let mark = report.hasPassed ? style.green("✓") : style.red("✗")
      let count =
        report.errors.isEmpty
        ? "\(report.count(.passed)) of \(report.planned)" : "does not compile"
      lines.append("\(mark) \(lesson.number) \(lesson.slug)  \(count)")
    }
    note = lines.isEmpty ? "No lesson has been begun yet." : lines.joined(separator: "\n")
  }

  // MARK: - The screen

  private mutating func draw(_ terminal: RawTerminal) { show(terminal, busy: nil) }

  private mutating func show(_ terminal: RawTerminal, busy: String?) {
    terminal.apply()
    size = Terminal.size()
    var lines: [String] = []
    if let list, busy == nil {
      lines = [list.text(style: style, width: width, rows: size.rows)]
    } else if busy != nil, report == nil, !course.hasBuiltLibraries {
      lines = FirstBuildText(course: course, lesson: lesson, style: style, width: width)
        .lines(columns: size.columns, rows: size.rows)
    } else {
      let text = WindowText(
        verdict: verdict,
        note: note.isEmpty ? [] : [""] + Window.rows(of: Wrapping.wrap(note, width: width)),
        foot: ["", bar]
          + Window.rows(of: Wrapping.wrap("You write in " + file, width: width) + "\n" + keys))
      // One row stays for what it is busy with.
      lines = text.lines(
        columns: size.columns, rows: size.rows - 1, rest: "./course check \(lesson.number)")
    }
    if let busy { lines.append(busy + " …") }
    Terminal.write("\u{1B}[H\u{1B}[2J\u{1B}[3J" + lines.joined(separator: "\n"))
  }

  /// The verdict, or the lesson's name.
  private var verdict: [String] {
    guard let report else { return [style.bold("\(lesson.number) \(lesson.slug)")] }
    func lines(isShort: Bool) -> [String] {
      Window.rows(
        of: VerdictText(
          report: report, course: course, style: style, width: width, isShort: isShort
        )
        .text)
    }
    let whole = lines(isShort: false)
    // Where there are too few rows, the first failing check matters more than the names of others.
    return whole.count <= size.rows - 6 ? whole : lines(isShort: true)
  }

  private var file: String {
    let path = course.file(of: lesson)
    return style.link(style.cyan(course.shown(path)), toFile: path)
  }

  private var bar: String {
    let overview = Overview(course: course, progress: course.progressFile.read().progress)
    let (passed, all) = overview.checks
    let lessons = overview.rows.count { $0.standing == .passed }
    let count = "\(lessons) of \(overview.rows.count) lessons · \(passed) of \(all) checks"
    let room = width - count.count - 2
    guard room >= 10 else { return count }
    return StatusText.bar(passed, of: all, width: min(40, room), style: style) + "  " + count
  }

  private var keys: String {
    var keys = [("h", "hint"), ("l", "list"), ("c", "check all"), ("x", "reset"), ("q", "quit")]
    if report?.hasPassed == true { keys.insert(("n", "next lesson"), at: 0) }
    let words = keys.map { "\(style.bold($0.0)) \($0.1)" }
    return Wrapping.wrap(words.joined(separator: " · "), width: width)
  }
}
