import CourseKit
import Foundation

/// Whether a lesson's text has all that readers and the command line count on.
public enum LessonTextProof {
  /// What every lesson has, in this order; others may stand between.
  static let sections = [
    "The idea", "By hand", "The formula", "In words", "Experiments", "Where it misleads",
    "When to use it", "Exercise", "In three sentences", "Where this stands", "Next", "Questions",
    "Conventions", "Sources",
  ]

  /// What is wrong with the order of a lesson's sections, or missing from it.
  static func faults(ofSections found: [String]) -> [String] {
    let missing = sections.filter { !found.contains($0) }.map { "no ## \($0)" }
    let wanted = sections.filter(found.contains)
    let order = found.filter(sections.contains)
    guard wanted != order, let first = zip(wanted, order).first(where: { $0 != $1 }) else {
      return missing
    }
    return missing + ["## \(first.1) stands where ## \(first.0) should"]
  }

  /// Pictures without words for those who cannot see them.
  static func faults(ofPictures markdown: String) -> [String] {
    markdown.split(separator: "\n").filter { $0.contains("![](") }
      .map { "a picture without a text alternative: \($0)" }
  }

  /// Pictures without a caption that readers see, or with a number out of order.
  ///
  /// A caption is the paragraph below a picture, **Figure 3.** and words; what is shown in tables has
  /// one below the table. Experiments are quotes; comments and code are no part of the page.
  static func faults(ofCaptions markdown: String) -> [String] {
    let shown = markdown.replacing(/<!--(?s:.*?)-->/, with: "")
      .replacing(/(?m:^```)(?s:.*?)(?m:^```)/, with: "")
      .replacing(/(?m:^> ?)/, with: "")
    let paragraphs = shown.split(separator: /\n[ \t]*\n/).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines)
    }.filter { !$0.isEmpty }
    var faults: [String] = []
    var number = 0
    for (index, paragraph) in paragraphs.enumerated() {
      guard let file = paragraph.firstMatch(of: /!\[[^\]]*\]\(([^)\s]*)/)?.output.1 else {
        continue
      }
      number += 1
      let below = index + 1 < paragraphs.count ? paragraphs[index + 1] : ""
      guard let caption = below.wholeMatch(of: /\*\*Figure (\d+)\.\*\*(?s:\s+\S.*)/) else {
        faults.append(
          "\(file) has no caption: a paragraph below it that begins with **Figure \(number).**")
        continue
      }
      if Int(caption.output.1) != number {
        faults.append("\(file) is figure \(number), and its caption says \(caption.output.1)")
      }
    }
    return faults
  }

  /// Lines within a paragraph that Markdown takes for the first item of a list, since they begin
  /// with `-`, `*`, `+` or `1.`; a formula or code that is wrapped before such a sign falls apart.
  static func faults(ofLines markdown: String) -> [String] {
    let lines = markdown.replacing(/(?m:^```)(?s:.*?)(?m:^```)/, with: "")
      .replacing(/(?m:^> ?)/, with: "").split(separator: "\n", omittingEmptySubsequences: false)
    return zip(lines, lines.dropFirst()).compactMap { above, line in
      guard line.prefixMatch(of: /(1[.)]|[-+*])\s/) != nil,
        above.contains(where: { !$0.isWhitespace }),
        above.prefixMatch(of: /\d+[.)]\s|[-+*]\s|\s/) == nil
      else { return nil }
      return "a line of a paragraph looks like a list, so wrap it elsewhere: \(line)"
    }
  }

  /// What is missing in a lesson's text; a sentence each.
  public static func faults(of lesson: Lesson, in course: Course) -> [String] {
    guard let markdown = WholeFile.read(course.textFile(of: lesson)) else {
      return ["\(course.shown(course.textFile(of: lesson))) is not there"]
    }
    let text = LessonText(markdown: markdown)
    var faults =
      faults(ofSections: text.sections) + faults(ofPictures: markdown)
      + self.faults(ofCaptions: markdown) + self.faults(ofLines: markdown)
    if text.title.isEmpty { faults.append("no title (# …)") }
    if text.claim.isEmpty { faults.append("no claim in one sentence (> …)") }
    if text.difficulty == 0 || text.minutes == 0 {
      faults.append("no line of difficulty and minutes (●○○○○ · 10 minutes · …)")
    }
    if text.predictions == 0 {
      faults.append("nothing is predicted: a paragraph **Predict.** …, and its answer in a fold")
    }
    for function in course.functions(of: lesson) {
      let count = text.hints.first { $0.function == function.name }?.hints.count ?? 0
      if count < 2 {
        faults.append(
          "### `\(function.name)` has \(count) hints below it, and should have two or three")
      }
      if !text.exercise.contains(function.name) {
        faults.append("## Exercise does not speak of \(function.name)")
      }
    }
    for hint in text.hints
    where !course.functions(of: lesson).contains(where: { $0.name == hint.function }) {
      faults.append("hints for \(hint.function), which is no function of the exercise")
    }
    return faults
  }
}
