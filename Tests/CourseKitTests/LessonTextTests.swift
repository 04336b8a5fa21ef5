import CourseKit
import Testing

/// What the terminal needs of a lesson is found in its Markdown.
@Suite struct LessonTextTests {
  private let text = LessonText(
    markdown: """
      # First look

      > A claim in
      > two lines.

      ●●○○○ · 10 minutes · needs nothing

      ## Predict first
      Which pixel?
      <details><summary>Answer</summary>
      The ear.
      </details>

      ## Exercise
      First look around.

      ### `heat(from:)` ★ · 5 minutes
      ```swift
      ## not a heading
      ### nor this
      ```
      Write it.

      <details>
      <summary>Hint 1</summary>

      Which axis?

      </details>

      <details><summary>Hint 2: the sign</summary>Take `abs` first.</details>

      <details><summary>What you should see now</summary>

      A cat.

      </details>

      ### `other()`
      Nothing folded.

      ## Where it misleads

      > **Predict.** More, or less?
      >
      > <details><summary>The answer</summary>
      >
      > Less.
      >
      > </details>

      """)

  @Test func `the head is read`() {
    #expect(text.title == "First look")
    #expect(text.claim == "A claim in two lines.")
    #expect(text.difficulty == 2)
    #expect(text.minutes == 10)
    #expect(text.needs == "needs nothing")
  }

  @Test func `sections are read, and code is not mistaken for a heading`() {
    #expect(text.sections == ["Predict first", "Exercise", "Where it misleads"])
    #expect(text.exercise.hasPrefix("First look around."))
    #expect(text.exercise.contains("Write it."))
    #expect(text.exercise.contains("## not a heading"))
  }

  @Test func `hints are read below their function, weakest first`() {
    #expect(text.hints.map(\.function) == ["heat(from:)", "other()"])
    #expect(text.hints[0].hints.map(\.text) == ["Which axis?", "Take `abs` first."])
    #expect(text.hints[0].hints.map(\.title) == ["Hint 1", "Hint 2: the sign"])
    #expect(text.hints[1].hints.isEmpty)
  }

  @Test func `what is to be done is told without the hints, and other folds stay`() {
    #expect(!text.exercise.contains("Which axis?"))
    #expect(!text.exercise.contains("Hint"))
    #expect(text.exercise.contains("<summary>What you should see now</summary>"))
    #expect(text.exercise.contains("A cat."))
  }

  @Test func `predictions are counted, in a section of their own and within an experiment`() {
    #expect(text.predictions == 2)
  }

  @Test func `an empty lesson is empty, not wrong`() {
    let text = LessonText(markdown: "")
    #expect(text.title.isEmpty && text.hints.isEmpty && text.predictions == 0)
  }

  @Test(arguments: [
    ("| it tells | it needs | it costs | it misleads |\n|-|-|-|-|\n| a | b c | d | e |", 4),
    ("| it tells | it needs |\n|-|-|\n| a | b |", 0),
    (
      "Words first.\n\n| it tells | it needs | it costs | it misleads |\n|-|-|-|-|\n| a | b | c | d |",
      0
    ),
    ("", 0),
  ])
  func `when to use a method is the row of the table that begins its section`(
    section: String, count: Int
  ) {
    let use = LessonText(markdown: "# A\n\n## When to use it\n\n\(section)\n\n## Exercise\n").use
    #expect(use.count == count)
    #expect(count == 0 || use == ["a", "b c", "d", "e"])
  }
}
