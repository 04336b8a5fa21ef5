/// What is known of versions that were proved earlier, so that they need not be compiled again.
///
/// A question names the lesson, what is asked of a version, and the version's whole text. What else
/// the answer depends on is added by whoever remembers: the checks, what is given beside the
/// solution, the libraries, the compiler. Lessons are proved side by side, so both may be called
/// from any thread.
public struct ProofMemory: Sendable {
  /// How many checks ran on a version that was proved earlier; nil where it is to be proved.
  public let recall: @Sendable (_ question: String) -> Int?

  /// Is told of a version against which nothing speaks, and how many checks ran.
  public let remember: @Sendable (_ question: String, _ checks: Int) -> Void

  /// Creates a memory of two functions.
  ///
  /// - Parameters:
  ///   - recall: How many checks ran on a version that was proved earlier, or nil.
  ///   - remember: Is told of a version against which nothing speaks, and how many checks ran.
  public init(
    recall: @escaping @Sendable (_ question: String) -> Int?,
    remember: @escaping @Sendable (_ question: String, _ checks: Int) -> Void
  ) {
    self.recall = recall
    self.remember = remember
  }

  /// Remembers nothing.
  public static let none = ProofMemory(recall: { _ in nil }, remember: { _, _ in })
}
