import CourseKit
import Texts

/// What is said of one function: a line, and on demand all its checks.
struct FunctionText {
  let name: String
  let results: [CheckResult]
  let report: CheckReport
  let course: Course
  let style: Style
  let width: Int

  /// The worst that happened to one of its checks.
  private var worst: CheckOutcome {
    let order: [CheckOutcome] = [
      .courseFault, .crashed, .endless, .mistake, .failed, .skipped, .unfinished, .waiting,
    ]
    return order.first { outcome in results.contains { $0.outcome == outcome } } ?? .passed
  }

  /// Whether there is more to say than one line: something was tried, and it did not pass.
  var isTried: Bool { results.contains { !FunctionText.isQuiet($0) } }

  /// Whether a check says nothing about its function: it passed, or found nothing to look at.
  private static func isQuiet(_ result: CheckResult) -> Bool {
    [.passed, .unfinished, .waiting].contains(result.outcome)
  }

  /// The check that is shown first: one that names a mistake, or else the first that fails.
  private var first: CheckResult? {
    let failing = results.filter { !FunctionText.isQuiet($0) && $0.outcome != .skipped }
    return failing.first { $0.mistake != nil } ?? failing.first
  }

  // MARK: - One line

  /// The function's name, and in short what is wrong with it and where.
  ///
  /// - Parameters:
  ///   - nameWidth: How many columns names take.
  ///   - isFull: Whether what is wrong follows in full.
  /// - Returns: The line, broken where it is too long.
  func summary(nameWidth: Int, isFull: Bool) -> String {
    let passed = results.count { $0.outcome == .passed }
    let count = "\(passed) of \(results.count)"
    let place = (first?.line ?? report.lines[name]).map { "line \($0)" }
    let fault = isFull ? nil : shortFault
    let (mark, parts): (String, [String?]) =
      switch worst {
      case .passed: (style.green("✓"), [style.dim(count)])
      case .unfinished: (style.yellow("○"), [style.dim("still to be written")])
      case .waiting:
        (style.yellow("…"), [passed > 0 ? style.dim(count) : nil, style.dim("waits \(waiting)")])
      case .courseFault: (style.red("!"), ["the course is at fault"])
      case .crashed: (style.red("✗"), [count, "crashed", place, fault])
      case .endless: (style.red("✗"), [count, "did not end", place])
      case .mistake, .failed, .skipped: (style.red("✗"), [count, place, fault])
      }
    let start = "  \(mark) \(Wrapping.pad(name, to: nameWidth))  "
    let room = String(repeating: " ", count: Wrapping.width(of: start))
    let words = room + parts.compactMap { $0 }.joined(separator: " · ")
    // Columns are kept as they are, so only what follows them is broken.
    return start + Wrapping.wrap(words, width: width, indent: "      ").dropFirst(room.count)
  }

  /// What it waits for.
  private var waiting: String {
    Printable.line(results.first { $0.outcome == .waiting }?.message ?? "")
  }

  /// What is wrong, on one line: the mistake, or what the check that fails is called.
  private var shortFault: String? {
    guard let first else { return nil }
    return first.outcome == .failed && first.message == CheckResult.unnamed
      ? "fails: \(first.name)" : Printable.line(first.message)
  }

  // MARK: - In full

  /// Every check, and what is wrong at the one that is shown first.
  ///
  /// - Parameter isShort: Whether only that one is listed, and the others are counted.
  /// - Returns: The lines.
  func details(isShort: Bool) -> [String] {
    guard let first else { return [] }
    var lines = line(of: first) + explanation(of: first)
    // What has been said once is not said again.
    var said = [first.message]
    let others = results.filter {
      $0 != first && ![.unfinished, .waiting].contains($0.outcome)
    }
    if isShort {
      let count = others.count { !FunctionText.isQuiet($0) }
      if count > 0 {
        let what = count == 1 ? "one more check fails" : "\(count) more checks fail"
        lines.append("      " + style.dim("… \(what); ./course check lists them"))
      }
      return lines
    }
    for result in others {
      lines += line(of: result)
      if result.mistake != nil, !said.contains(result.message) {
        lines.append(indented(style.dim(Printable.cleaned(result.message))))
        said.append(result.message)
      }
    }
    return lines
  }

  private func line(of result: CheckResult) -> [String] {
    let (mark, note): (String, String) =
      switch result.outcome {
      case .passed: (style.green("✓"), "")
      case .skipped: (style.dim("-"), style.dim(" (not run)"))
      default: (style.red("✗"), "")
      }
    return [
      Wrapping.wrap("      \(mark) \(result.name)\(note)", width: width, indent: "        ")
    ]
  }

  private func explanation(of result: CheckResult) -> [String] {
    var lines = [indented(style.bold(Printable.cleaned(result.message)))]
    lines += result.details.map { detail in
      let text = Printable.cleaned(detail)
      // The rows of a tensor stay rows.
      return text.hasPrefix("[") || text.hasPrefix(" ") ? "        " + text : indented(text)
    }
    if let number = result.line {
      lines.append(indented("\(course.shown(course.file(of: report.lesson))):\(number)"))
      if let line = sourceLine(number) {
        lines.append("          " + style.cyan(Wrapping.cut(line, width: width - 10)))
      }
    }
    if !result.prints.isEmpty {
      let excerpt = Printable.excerpt(result.prints, lines: 20, width: width - 10)
      lines.append("        " + style.dim("Printed before:"))
      lines += excerpt.lines.map { "          " + $0 }
      if excerpt.left > 0 { lines.append("          " + style.dim("… \(excerpt.left) lines more")) }
    }
    return lines
  }

  private func indented(_ text: String) -> String {
    Wrapping.wrap("        " + text, width: width, indent: "        ")
  }

  private func sourceLine(_ number: Int) -> String? {
    let lines = (try? course.learnerText(of: report.lesson))?
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard let lines, lines.indices.contains(number - 1) else { return nil }
    return Printable.line(String(lines[number - 1].drop(while: \.isWhitespace)))
  }
}
