import Testing
import Texts

/// Markdown as a tree: every construct that lessons use, and marks that are none.
@Suite struct MarkdownTests {
  private func line(_ text: String) -> [Markdown.Inline] {
    guard case .paragraph(let parts)? = Markdown(text).blocks.first else { return [] }
    return parts
  }

  @Test(
    arguments: [
      ("a *b* c", [.text("a "), .emphasis([.text("b")]), .text(" c")]),
      ("**a *b***", [.strong([.text("a "), .emphasis([.text("b")])])]),
      ("*a **b** c*", [.emphasis([.text("a "), .strong([.text("b")]), .text(" c")])]),
      ("***a***", [.strong([.emphasis([.text("a")])])]),
      ("2 * 3 * 4, 2 ** 3", [.text("2 * 3 * 4, 2 ** 3")]),
      ("*a `*` b*", [.emphasis([.text("a "), .code("*"), .text(" b")])]),
      ("``a ` b``", [.code("a ` b")]), ("`` `a` ``", [.code("`a`")]), ("a ` b", [.text("a ` b")]),
      ("$5 or $6", [.text("$5 or $6")]), ("$x$2", [.text("$x$2")]), ("$ x $", [.text("$ x $")]),
      (#"\*a\* and a \b"#, [.text(#"*a* and a \b"#)]),
      ("[a *b*](c.md)", [.link([.text("a "), .emphasis([.text("b")])], target: "c.md")]),
      ("![a](b.png \"c\")", [.picture(alternative: "a", target: "b.png")]),
      ("[a](b_(c).md)", [.link([.text("a")], target: "b_(c).md")]),
      ("[1, 2] (3)", [.text("[1, 2] (3)")]), ("a[b](c", [.text("a[b](c")]),
    ] as [(String, [Markdown.Inline])])
  func `a line is cut at its marks`(text: String, parts: [Markdown.Inline]) {
    #expect(line(text) == parts)
  }

  @Test func `a formula is read, also within emphasis, and one that cannot be stays`() throws {
    #expect(
      line("*a $x_i$ b*") == [
        .emphasis([.text("a "), .formula(try Formula(tex: "x_i")), .text(" b")])
      ])
    #expect(line(#"$\nothing$"#) == [.text(#"\nothing"#)])
  }

  @Test func `blocks follow each other, with and without empty lines`() {
    let document = Markdown(
      """
      # A `b`
      one
      two
      ## C
      - first
        more

        second paragraph
      - last
      lazy

      1984 was a year, and
      7. is no list here
      3. three
      """)
    #expect(
      document.blocks == [
        .heading(level: 1, [.text("A "), .code("b")]), .paragraph([.text("one two")]),
        .heading(level: 2, [.text("C")]),
        .list(
          first: nil,
          [
            [.paragraph([.text("first more")]), .paragraph([.text("second paragraph")])],
            [.paragraph([.text("last lazy")])],
          ]),
        .paragraph([.text("1984 was a year, and 7. is no list here 3. three")]),
      ])
  }

  @Test func `code keeps its lines, and what looks like something else in it`() {
    let document = Markdown(
      """
      ```swift
      # not a heading

        <details>
      ```

          ./course
              --help

      text
      """)
    #expect(
      document.blocks == [
        .code("# not a heading\n\n  <details>", language: "swift"),
        .code("./course\n    --help", language: ""), .paragraph([.text("text")]),
      ])
  }

  @Test func `folds hold blocks and other folds, in quotes as well`() {
    let document = Markdown(
      """
      > **Predict.** More?
      >
      > <details><summary>The <b>answer</b></summary>
      >
      > No.
      >
      > <details>
      > <summary>Why</summary>
      > So.
      > </details>
      > </details>
      <details><summary>One line</summary>Take `abs`.</details>
      after
      """)
    #expect(
      document.blocks == [
        .quote([
          .paragraph([.strong([.text("Predict.")]), .text(" More?")]),
          .fold(
            summary: [.text("The answer")],
            [
              .paragraph([.text("No.")]),
              .fold(summary: [.text("Why")], [.paragraph([.text("So.")])]),
            ]),
        ]),
        .fold(
          summary: [.text("One line")], [.paragraph([.text("Take "), .code("abs"), .text(".")])]),
        .paragraph([.text("after")]),
      ])
  }

  @Test func `tables have as many cells in each row as in their head`() {
    let document = Markdown(
      """
      | a | `b|c` |
      | --- | ---: |
      | 1 \\| 2 |
      | 3 | 4 | 5 |

      | no table
      """)
    #expect(
      document.blocks == [
        .table(
          header: [[.text("a")], [.code("b|c")]],
          rows: [[[.text("1 | 2")], []], [[.text("3")], [.text("4")]]], areNumbers: [false, true]),
        .paragraph([.text("| no table")]),
      ])
  }

  @Test func `formulas stand alone on one line or several; comments show nothing`() {
    let document = Markdown(
      """
      $$x = 1$$
      <!-- a comment
      of two lines -->
      $$
      y =
      2
      $$
      ---
      """)
    #expect(document.blocks == [.formula("x = 1"), .formula("y = 2"), .rule])
  }

  @Test(arguments: [
    "", "```", "$$", "<details>", "> <details><summary>", "|a|\n|-|", "- ", "`", "[",
  ])
  func `what is cut off is read as far as it goes`(text: String) {
    _ = Markdown(text)
    _ = MarkdownHTML().rendered(Markdown(text))
  }

  @Test func `headings have the anchors that GitHub gives them`() {
    let document = Markdown("# A & b: *c*\n\n> ## `f(_:)`\n\n## A & b: c\n")
    #expect(document.headings.map(\.anchor) == ["a--b-c", "f_", "a--b-c-1"])
    #expect(document.headings.map(\.level) == [1, 2, 2])
  }
}
