import CourseKit

/// What a lesson begins with: files that compile and agree, about doubling numbers, in which each
/// place that is still to be written is marked.
struct LessonSkeleton {
  let lesson: Lesson
  let title: String

  /// The files that are written by hand, by their paths from the course's folder on.
  var files: [(path: String, text: String)] {
    [
      ("solutions/\(lesson.folder)/\(lesson.module).swift", solution),
      ("solutions/\(lesson.folder)/Given.swift", given),
      ("exercises/Tests/\(lesson.folder)/\(upper(function))Checks.swift", checks),
      ("exercises/Tests/\(lesson.folder)/InputThatExposesHasteChecks.swift", breaking),
      ("Tests/Mutants/\(lesson.folder)/\(function).swift", versions),
      ("Tests/Mutants/\(lesson.folder)/inputThatExposesHaste.swift", versionsOfBreaking),
      ("lessons/\(lesson.folder)/lesson.md", text),
      ("lessons/\(lesson.folder)/Demo.swift", demo),
      ("lessons/\(lesson.folder)/Case.swift", plantedCase),
      // The manifest names the folder, and git keeps none that is empty.
      ("lessons/\(lesson.folder)/figures/.gitkeep", ""),
    ]
  }

  /// The words of the folder's name as that of a function: `integratedGradients`.
  private var function: String {
    let words = lesson.slug.split(separator: "-").map(String.init)
    return words[0] + words.dropFirst().map(upper).joined()
  }

  private func upper(_ word: String) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  private var solution: String {
    """
    import Tensors

    /// TODO: say what it returns, and give its formula.
    ///
    ///     y = 2x
    ///
    /// - Parameter x: TODO: what it is, and its shape.
    /// - Returns: TODO: what it is, and its shape.
    /// - Throws: TODO: when it refuses.
    public func \(function)(of x: Tensor) throws -> Tensor {
      2 * x
    }

    /// TODO: say which rule, right to the ear and wrong, it exposes.
    ///
    /// - Returns: An input at which `hasty\(upper(function))` is wrong.
    /// - Throws: Nothing; only an untouched exercise does.
    public func inputThatExposesHaste() throws -> Tensor {
      [1, 1]
    }

    """
  }

  private var given: String {
    """
    import Tensors

    /// TODO: a wrong rule that sounds right; this one is right at 0 and at 2.
    ///
    /// - Parameter x: Any numbers.
    /// - Returns: Their squares.
    public func hasty\(upper(function))(of x: Tensor) -> Tensor {
      x * x
    }

    """
  }

  private var checks: String {
    """
    import Expecting
    import \(lesson.module)
    import Tensors
    import Testing

    /// TODO: say what is right, from a closed form, a law, or brute force on a tiny case.
    @Suite(.exercise) struct `\(function)(of:)` {
      @Test func `two and three become four and six`() throws {
        let x: Tensor = [2, 3]
        try expect(
          \(function)(of: x), is: [4, 6],
          mistakes: ["the square of the input": [4, 9]], given: ["x": x])
      }
    }

    """
  }

  private var breaking: String {
    """
    import Expecting
    import \(lesson.module)
    import Tensors
    import Testing

    /// TODO: say which wrong rule the learner's input exposes.
    @Suite(.exercise) struct `inputThatExposesHaste()` {
      @Test func `the hasty rule is wrong there`() throws {
        let x = try inputThatExposesHaste()
        try expect(
          hasty\(upper(function))(of: x) != 2 * x, "the hasty rule gives something else than 2x",
          given: ["your input": x])
      }
    }

    """
  }

  private var versions: String {
    """
    /// The input is squared. Verdict: "the square of the input"
    public func \(function)(of x: Tensor) throws -> Tensor {
      x * x
    }

    /// Right: it is added to itself.
    public func \(function)(of x: Tensor) throws -> Tensor {
      x + x
    }

    """
  }

  private var versionsOfBreaking: String {
    """
    /// Both rules agree at 0 and at 2. Verdict: "something else than 2x"
    public func inputThatExposesHaste() throws -> Tensor {
      [0, 2]
    }

    /// Right: a single number is enough.
    public func inputThatExposesHaste() throws -> Tensor {
      -3
    }

    """
  }

  private var demo: String {
    """
    import Figures
    import \(lesson.module)
    import Showing
    import Tensors

    /// TODO: what the story is about, in one sentence.
    @main struct Demo {
      static func main() {
        Demonstration.run(
          "\(title)", lesson: "\(lesson.folder)", case: \(lesson.module)Case.self
        ) { show in
          show.page.text("TODO: tell the story, and end it with a truth that was planted.")
          let score = try \(function)(of: [1]).sum().scalar
          // TODO: whose answer is known? Each question is a case of `Question`.
          show.score("doubling", Double(score), question: .rightGradient, within: 2...2)
        }
      }
    }

    """
  }
}

extension LessonSkeleton {
  private var plantedCase: String {
    """
    import Figures
    import \(lesson.module)
    import Showing
    import Tensors

    /// TODO: what is planted, and the trap beside it; here one number of three is not 0.
    struct \(lesson.module)Case: PlantedCase {
      private let place: Int

      init(seed: UInt64) { place = Int(seed % 3) }

      let question = CaseQuestion("TODO: one question.", options: ["first", "second", "third"])

      func evidence() throws -> [Float] {
        try \(function)(of: Tensor((0..<3).map { $0 == place ? 1 : 0 })).scalars
      }

      func tell(_ evidence: [Float], on page: Page) {
        page.text("TODO: show what the learner's functions say: \\(evidence.description).")
      }

      /// The place of the largest number.
      func answer(from evidence: [Float]) -> Set<Int> {
        Set(evidence.indices.filter { evidence[$0] == evidence.max() })
      }

      func reply(to answer: Set<Int>) -> CaseReply {
        answer == [place]
          ? .right("TODO: what was planted, and how one can tell.")
          : .wrong("TODO: what speaks against the answer, and what would tell.")
      }

      var wrongAnswers: [(mistake: String, answer: Set<Int>)] {
        [("TODO: the trap", [(place + 1) % 3])]
      }
    }

    """
  }
}

// MARK: - The text

extension LessonSkeleton {
  private var text: String {
    let sections = LessonTextProof.sections.map { section in
      "## \(section)\n\n\(body(of: section))"
    }
    return """
      # \(title)

      > TODO: the claim in one sentence.

      TODO: a picture, a question that a stranger would ask, three lines of what one will be able to do.

      ●●○○○ · 60 minutes · needs lesson 00

      \(sections.joined(separator: "\n\n"))

      """
  }

  private func body(of section: String) -> String {
    switch section {
    case "Experiments":
      """
      > **Question.** TODO: one sentence.
      >
      > **We measure** TODO: what, on how many, chance and its spread.
      >
      > **Predict.** TODO: what will be seen?
      >
      > <details><summary>The answer, after you have written down a guess</summary>
      >
      > TODO: the answer.
      >
      > </details>
      >
      > **Result: TODO: a sentence.** *Because* TODO. *What this does not show:* TODO.
      """
    case "When to use it":
      """
      | it tells | it needs | it costs | it misleads |
      | --- | --- | --- | --- |
      | TODO | TODO | TODO | TODO |
      """
    case "Exercise":
      """
      TODO: what is written in `exercises/\(lesson.folder)/\(lesson.module).swift`, and in which order.

      ### `\(function)(of:)`

      TODO: stars, minutes, core or optional; what to do.

      \(hints)

      ### `inputThatExposesHaste()`

      TODO: which wrong rule is given, and what the input must show.

      \(hints)
      """
    default: "TODO: \(LessonSkeleton.advice[section] ?? "write this section.")"
    }
  }

  private var hints: String {
    ["a question", "nearly the answer"].enumerated().map { index, what in
      "<details><summary>Hint \(index + 1)</summary>\n\nTODO: \(what).\n\n</details>"
    }.joined(separator: "\n\n")
  }

  /// What belongs into a section.
  private static let advice = [
    "The idea": "the mechanism drawn, before any formula; then what it gives on a real input.",
    "By hand": "two inputs, real numbers, the likely wrong answers worked out as well.",
    "The formula": "each factor braced with words, where it comes from, what else it is called.",
    "In words": "three to six steps.",
    "Where it misleads": "three cases at most, worst first.",
    "Where this stands": "the chart of all methods so far on one exam.",
    "Next": "a picture of the next lesson, with one question.",
    "Questions": "questions with folded answers.",
    "Conventions": "how Captum, shap and pytorch-grad-cam do the same.",
    "Sources": "papers, with the numbers of their equations.",
  ]
}
