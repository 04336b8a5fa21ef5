import CourseKit
import Foundation

/// What was proved earlier, so that it need not be proved again while nothing of it has changed.
///
/// A success is a line of a file, appended as soon as it is there: a run that is interrupted keeps
/// what it has proved. What failed is never remembered. The file may be deleted at any time.
final class ProvedEarlier: @unchecked Sendable {
  private let path: String
  private let lock = NSLock()
  private var facts: [String: String] = [:]

  /// Older halves are forgotten beyond this many lines; 32 lessons have some three thousand.
  private static let largest = 20_000

  /// Opens the file.
  ///
  /// - Parameters:
  ///   - path: Where it stands.
  ///   - forgetful: Whether nothing of it is believed; what is proved is still added.
  /// - Throws: A `CourseError` where the file cannot be written.
  init(path: String, forgetful: Bool = false) throws(CourseError) {
    self.path = path
    let lines = (WholeFile.read(path) ?? "").split(separator: "\n")
    if lines.count > ProvedEarlier.largest {
      let half = lines.suffix(ProvedEarlier.largest / 2).joined(separator: "\n")
      try WholeFile.write(half + "\n", to: path)
    }
    guard !forgetful else { return }
    for line in lines {
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      if words.count == 2, words[0].count == 16 { facts[words[0]] = words[1] }
    }
  }

  /// What was found when this was proved; nil where it is to be proved.
  func fact(of question: String) -> String? {
    let key = Fingerprint(question.utf8).description
    return lock.withLock { facts[key] }
  }

  /// Remembers a success.
  ///
  /// - Parameters:
  ///   - question: All that the answer depends on.
  ///   - fact: What was found, on one line.
  func remember(_ question: String, _ fact: String) {
    let key = Fingerprint(question.utf8).description
    lock.withLock {
      facts[key] = fact
      // A memory that cannot be written costs time, and no verdict.
      let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
      guard descriptor >= 0 else { return }
      defer { close(descriptor) }
      let line = Array("\(key) \(fact.isEmpty ? "–" : fact)\n".utf8)
      _ = write(descriptor, line, line.count)
    }
  }

  /// The same for the versions of one lesson, whose answer depends on what it is built from too.
  func memory(of ingredients: String) -> ProofMemory {
    ProofMemory(
      recall: { self.fact(of: ingredients + $0).flatMap { Int($0) } },
      remember: { self.remember(ingredients + $0, String($1)) })
  }
}
