import Figures
import Foundation

/// What was predicted and what came out, a line of JSON for each, in `.course/predictions.jsonl`.
///
/// A line is added as soon as its result is shown, so that a demo that is left early loses none;
/// `./course predictions` reads them.
struct PredictionLog {
  /// The folder of the course.
  let root: String
  /// The folder of the demo's lesson.
  let lesson: String

  private struct Line: Encodable {
    let lesson: String
    let question: String
    let options: Int
    let answer: String
    let sureness: Double?
    let isRight: Bool?
  }

  /// Adds a prediction that was answered; where the disk refuses, the story goes on without.
  func add(_ prediction: Prediction, isRight: Bool?) {
    guard let answer = prediction.answer else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let line = Line(
      lesson: lesson, question: prediction.question.plain, options: prediction.options.count,
      answer: answer, sureness: prediction.sureness, isRight: isRight)
    guard var data = try? encoder.encode(line) else { return }
    data.append(UInt8(ascii: "\n"))
    let folder = "\(root)/.course"
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let descriptor = open("\(folder)/predictions.jsonl", O_WRONLY | O_CREAT | O_APPEND, 0o644)
    guard descriptor >= 0 else { return }
    // In one piece: another demo may be adding to the same file.
    _ = data.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    close(descriptor)
  }
}
