import CourseKit
import Texts

extension Verb {
  static let predictions = Verb(
    "predictions", "how often your predictions came true, and how sure you were",
    detail: """
      The demos ask what will come out before they show it, and how sure you are. Of a question that \
      was answered twice the first answer counts.
      """,
    examples: [("./course predictions", "all lessons")]
  ) { (invocation) throws(CourseError) in
    let course = try invocation.course()
    let text = PredictionText(
      predictions: Predictions(of: course), lessons: course.curriculum.lessons,
      style: invocation.style, width: invocation.width)
    invocation.say(text.text)
    return .passed
  }
}

/// Predictions as a terminal draws them.
struct PredictionText {
  let predictions: Predictions
  let lessons: [Lesson]
  let style: Style
  let width: Int

  private static let barWidth = 20

  /// How often one was right, lesson by lesson, and beside how sure one was.
  var text: String {
    let all = predictions.all
    if all.isEmpty {
      return "No prediction of yours was kept yet. ./course run 3 asks for some."
    }
    var summary = "\(predictions.right) of \(all.count) came as you said."
    if let chance = predictions.chance {
      summary += " Guessing gets about \(percent(100 * chance))."
    }
    var lines = [Wrapping.wrap(style.bold(summary), width: width), ""]
    for lesson in lessons {
      let own = all.filter { $0.lesson == lesson.folder }
      if own.isEmpty { continue }
      let marks = own.map { $0.isRight ? style.green("●") : style.dim("○") }.joined()
      lines.append("  \(lesson.number) \(Wrapping.pad(lesson.slug, to: longest))  \(marks)")
    }
    if !predictions.bands.isEmpty { lines += ["", style.bold("How sure, and how often right")] }
    for band in predictions.bands {
      let share = Double(band.right) / Double(band.count)
      let said = "\(band.sureness.lowerBound)–\(band.sureness.upperBound) %"
      lines.append(
        "  \(Wrapping.pad(said, to: 9)) \(bar(share, said: band.sureness))  "
          + "\(band.right) of \(band.count)")
    }
    if let verdict { lines += ["", Wrapping.wrap(verdict, width: width)] }
    return lines.joined(separator: "\n")
  }

  private var longest: Int { lessons.map(\.slug.count).max() ?? 0 }

  private func percent(_ number: Double) -> String { "\(Int(number.rounded())) %" }

  /// A bar as long as the share that came true, with a stroke in the middle of what was said.
  private func bar(_ share: Double, said: ClosedRange<Int>) -> String {
    let filled = Int((share * Double(Self.barWidth)).rounded())
    let place = (said.lowerBound + said.upperBound) * Self.barWidth / 200
    return (0..<Self.barWidth).map { index in
      if index == min(place, Self.barWidth - 1) { return style.bold("│") }
      return index < filled ? style.green("█") : style.dim("·")
    }.joined()
  }

  /// What the two means say; a few predictions say nothing.
  private var verdict: String? {
    guard let (sureness, right, count) = predictions.calibration else { return nil }
    let means = "You were \(percent(sureness)) sure on average, and right in \(percent(right))"
    guard count >= 8 else {
      return
        "\(means). With \(count) predictions that is mostly luck; eight and more begin to tell."
    }
    // The spread of a share of so many, two standard deviations.
    let spread = 2 * (right * (100 - right) / Double(count)).squareRoot()
    if abs(sureness - right) <= max(spread, 5) { return "\(means): as sure as you are right." }
    return means
      + (sureness > right ? ": surer than you are right." : ": you know more than you say.")
  }
}
