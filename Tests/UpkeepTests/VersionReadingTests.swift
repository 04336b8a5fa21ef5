import CourseKit
import Testing
import Upkeep

/// How wrong and right versions of a function are read, and put into the solution.
@Suite struct VersionReadingTests {
  private static let solution = """
    import Tensors

    /// Returns twice a number.
    public func doubled(_ x: Int) throws -> Int {
      2 * x
    }

    /// Returns twice each number.
    public func doubled(
      all numbers: [Int]
    ) throws -> [Int] {
      numbers.map { 2 * $0 }
    }

    """

  private static let versions = """
    import Foundation

    /// A number is added. Once. Verdict: "the number plus 2"
    public func doubled(_ x: Int) throws -> Int {
      2 + x
    }

    /// Right: by a helper.
    public func doubled(all numbers: [Int]) throws -> [Int] {
      numbers.map(twice)
    }

    /// Below its function.
    private func twice(_ x: Int) -> Int { x + x }

    """

  private func read(_ text: String, named name: String = "doubled") throws -> [FunctionVersion] {
    try ExerciseSource(Self.solution).versions(in: text, named: name)
  }

  @Test func `a claim says what is wrong, or how it is right`() throws {
    let versions = try read(Self.versions)
    #expect(versions.map(\.function) == ["doubled(_:)", "doubled(all:)"])
    #expect(versions.map(\.line) == [3, 8])
    #expect(versions.map(\.claim) == [.wrong(words: "the number plus 2"), .right])
    #expect(versions.map(\.sentence) == ["A number is added. Once", "by a helper"])
    #expect(versions.map(\.isMutant) == [true, false])
  }

  @Test func `a version takes its function's place, and nothing else changes`() throws {
    let source = try ExerciseSource(Self.solution)
    let versions = try read(Self.versions)
    #expect(
      source.replacing(with: versions[0])
        == Self.solution.replacing("import Tensors", with: "import Foundation\nimport Tensors")
        .replacing("  2 * x\n", with: "  2 + x\n"))
    #expect(
      source.replacing(with: versions[1]) == """
        import Foundation
        import Tensors

        /// Returns twice a number.
        public func doubled(_ x: Int) throws -> Int {
          2 * x
        }

        /// Returns twice each number.
        public func doubled(all numbers: [Int]) throws -> [Int] {
          numbers.map(twice)
        }

        /// Below its function.
        private func twice(_ x: Int) -> Int { x + x }

        """)
  }

  private static let wrong = "/// It is wrong. Verdict: \"words\"\n"
  private static let three = "public func doubled(_ x: Int) throws -> Int {\n  3 * x\n}\n"

  @Test(arguments: [
    "", "// It is wrong. Verdict: \"words\"\n", "/// It is wrong.\n",
    "/// . Verdict: \"words\"\n", "/// It is wrong. Verdict: \"\"\n",
    "/// It is wrong. Verdict: words\n", "/// Right: .\n", "/// Right: in a loop\n", "/// Right.\n",
    wrong + "\n", "/// A second line.\n" + wrong,
  ])
  func `a version without a claim is refused`(above: String) {
    let line = above.count { $0 == "\n" } + 1
    let error = #expect(throws: ExerciseSourceError.self) { try read(above + Self.three) }
    #expect(error?.line == line)
    #expect(error?.problem.contains("one line with its claim, ///") == true)
  }

  @Test(arguments: [
    ("", 1, "no version of doubled is here"),
    (wrong + three + "\n" + three, 6, "one line with its claim"),
    ("let helper = 1\n\n" + wrong + three, 1, "only imports stand above"),
    (
      wrong + "public func tripled(_ x: Int) throws -> Int {\n  3 * x\n}\n", 2,
      "a file of its name"
    ),
    (
      wrong + "public func doubled(x: Int) throws -> Int {\n  3 * x\n}\n", 2,
      "no function of the exercise, which has doubled(_:), doubled(all:)."
    ),
    (
      wrong + "public func doubled(_ x: Double) throws -> Int {\n  3\n}\n", 2,
      "not the solution’s: public func doubled(_ x: Int) throws -> Int"
    ),
    (
      wrong + "public func doubled(_ x: Int) throws -> Int {\n  2*x  // As it is.\n}\n", 2,
      "is the solution’s"
    ),
    (
      "/// Right: as it is.\npublic func doubled(_ x: Int) throws -> Int {\n  2 * x\n}\n", 2,
      "is the solution’s"
    ),
    (wrong + three + "\n" + wrong + three, 7, "is that of line 2"),
    (wrong + "public func doubled(_ x: Int) throws -> Int { 3 }\n", 2, "no } alone in column 0"),
  ])
  func `what is no version of its own is refused`(text: String, line: Int, words: String) {
    let error = #expect(throws: ExerciseSourceError.self) { try read(text) }
    #expect(error?.line == line)
    #expect(error?.problem.contains(words) == true)
  }

  @Test func `what stands in a text is no comment, and white space in it is none`() throws {
    let solution = try ExerciseSource(
      "public func f() throws -> String {\n  \"a // b \\\" // c\"\n}\n")
    let version = "/// Wrong. Verdict: \"d\"\npublic func f() throws -> String {\n"
    for text in ["  \"a // b \\\" // d\"", "  \"a//b \\\" // c\""] {
      #expect(try solution.versions(in: version + text + "\n}\n", named: "f").count == 1)
    }
  }
}
