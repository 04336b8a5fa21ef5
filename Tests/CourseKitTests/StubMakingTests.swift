import CourseKit
import Testing

/// How the file that a learner begins with is made from the solution.
@Suite struct StubMakingTests {
  private static let solution = """
    import Foundation
    import Tensors

    /// Returns how hot each pixel is.
    ///
    ///     heat = max |gradient|
    public func heat(from gradient: Tensor) throws -> Tensor {
      func helper() -> Int {
        if true { 1 } else { 2 }
      }
      return gradient.abs().max(along: 0)
    }

    // A comment of the file.

    /// Explains a score.
    @discardableResult
    public func attributions(
      of score: @escaping (Tensor, Int) throws -> Tensor, at input: Tensor,
      _ sizes: [String: (Int, Int)] = [:], from text: String = "a, (b"
    ) throws(SomeError) -> [Tensor] {
      []
    }

    public func example() throws -> Int {
      1
    }

    """

  @Test func `bodies are replaced, everything else stays`() throws {
    #expect(
      try ExerciseSource(Self.solution).stub == """
        import Explanations
        import Foundation
        import Tensors

        /// Returns how hot each pixel is.
        ///
        ///     heat = max |gradient|
        public func heat(from gradient: Tensor) throws -> Tensor {
          throw Unfinished()
        }

        // A comment of the file.

        /// Explains a score.
        @discardableResult
        public func attributions(
          of score: @escaping (Tensor, Int) throws -> Tensor, at input: Tensor,
          _ sizes: [String: (Int, Int)] = [:], from text: String = "a, (b"
        ) throws(SomeError) -> [Tensor] {
          throw Unfinished()
        }

        public func example() throws -> Int {
          throw Unfinished()
        }

        """)
  }

  @Test func `functions are named as Swift names them, in the order of the file`() throws {
    let functions = try ExerciseSource(Self.solution).functions
    #expect(functions.map(\.name) == ["heat(from:)", "attributions(of:at:_:from:)", "example()"])
    #expect(
      functions.map(\.summary) == ["Returns how hot each pixel is.", "Explains a score.", ""])
    #expect(functions.map(\.line) == [7, 18, 25])
    #expect(functions.map(\.lastLine) == [12, 23, 27])
  }

  @Test func `a signature over several lines is written on one`() throws {
    #expect(
      try ExerciseSource(Self.solution).functions[1].signature
        == "public func attributions(of score: @escaping (Tensor, Int) throws -> Tensor, "
        + "at input: Tensor, _ sizes: [String: (Int, Int)] = [:], from text: String = \"a, (b\") "
        + "throws(SomeError) -> [Tensor]")
  }

  @Test func `a stub of a stub is the stub`() throws {
    let stub = try ExerciseSource(Self.solution).stub
    #expect(try ExerciseSource(stub).stub == stub)
    #expect(
      try ExerciseSource(stub).functions.map(\.signature)
        == ExerciseSource(Self.solution).functions.map(\.signature))
  }

  @Test(arguments: [
    ("import Tensors\n\n", "import Explanations\nimport Tensors\n\n"),
    ("import Apples\n\n", "import Apples\nimport Explanations\n\n"),
    ("import Explanations\n\n", "import Explanations\n\n"),
    ("// Licence.\n\n", "// Licence.\n\nimport Explanations\n\n"),
    ("", "import Explanations\n\n"),
  ])
  func `the import that a stub needs stands at its place`(head: String, stub: String) throws {
    let function = "public func f() throws -> Int {\n  1\n}\n"
    let hole = "public func f() throws -> Int {\n  throw Unfinished()\n}\n"
    #expect(try ExerciseSource(head + function).stub == stub + hole)
  }

  @Test(arguments: [
    ("let secret = 42\n", 1, "outside of the public functions"),
    ("func helper() -> Int {\n  1\n}\n", 1, "outside of the public functions"),
    ("import Tensors\nextension Tensor {\n}\n", 2, "outside of the public functions"),
    ("  struct Indented {}\n", 1, "outside of the public functions"),
    ("public func f() -> Int {\n  1\n}\n", 1, "f() does not throw"),
    ("public func f(g: () throws -> Int) -> Int {\n  1\n}\n", 1, "f(g:) does not throw"),
    ("public func f() throws -> Int {\n  1\n", 1, "no } alone in column 0"),
    ("public func f() throws -> Int { 1 }\n\nlet a = 1\n", 1, "no } alone in column 0"),
    (
      "public func f() throws -> Int { 1 }\npublic func g() throws -> Int {\n  1\n}\n", 1,
      "on a line of its own"
    ),
    (
      "public func f() throws -> Int {\n  1\n}\npublic func f() throws -> Double {\n  1\n}\n",
      4, "f() is there twice"
    ),
    (
      "public func f() throws -> String {\n  \"\"\"\n}\n  secret\n  \"\"\"\n}\n", 4,
      "outside of the public functions"
    ),
  ])
  func `what would leave something of the solution in the stub is refused`(
    text: String, line: Int, words: String
  ) {
    let error = #expect(throws: ExerciseSourceError.self) { try ExerciseSource(text) }
    #expect(error?.line == line)
    #expect(error?.description.contains(words) == true)
  }
}
