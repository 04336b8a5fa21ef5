import Checking
import Explanations
import Foundation
import Testing

/// Marks a suite as the checks of one exercise function, which is the suite's name.
///
///     @Suite(.exercise) struct `heat(from:)` {
///
/// A check ends with its first verdict, which is recorded as an issue in the words of `Verdict`. One
/// that met a function still to be written is unfinished, or waits for it if it is another's.
public struct ExerciseTrait: SuiteTrait, TestTrait, TestScoping {
  /// Every check of the suite is judged.
  public var isRecursive: Bool { true }

  /// Runs a check and records what it throws.
  public func provideScope(
    for test: Test, testCase: Test.Case?,
    performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    do {
      try await function()
    } catch let failure as CheckFailure {
      record(failure.verdict, at: failure.sourceLocation)
    } catch let unfinished as Unfinished {
      let name = exerciseFunction(inSuite: "\(test.id)")
      record(Verdict(checking: name, met: unfinished), at: test.sourceLocation)
    } catch let error as ExpectationFailedError {
      // Recorded already, by the requirement that failed.
      throw error
    } catch {
      record(Verdict(.failed, "stopped with an error: \(error)"), at: test.sourceLocation)
    }
  }

  private func record(_ verdict: Verdict, at location: SourceLocation) {
    // Set by `./course`, which compares the verdicts of a function; people who type `swift test` read
    // one, to which what it is unlike says nothing.
    let isCompared = ProcessInfo.processInfo.environment["COURSE_MARK"] != nil
    Issue.record(
      Comment(rawValue: isCompared ? verdict.description : verdict.words),
      sourceLocation: location)
  }
}

extension Trait where Self == ExerciseTrait {
  /// Marks a suite as the checks of the exercise function that it is named after.
  public static var exercise: Self { ExerciseTrait() }
}

/// Returns the name of the outermost suite in a test's identifier: ``Module.`name`/test()/file``.
func exerciseFunction(inSuite identifier: String) -> String? {
  guard let dot = identifier.firstIndex(of: ".") else { return nil }
  let name = identifier[identifier.index(after: dot)...].prefix { $0 != "/" }
  return name.isEmpty ? nil : name.filter { $0 != "`" }
}
