import Foundation
import Testing
import Texts

/// Lessons and hints as a terminal shows them.
@Suite struct MarkdownTextTests {
  @Test func `Markdown becomes plain text without losing any`() {
    let markdown = MarkdownText(style: Style(isColoured: false), width: 30)
    let text = markdown.rendered(
      """
      ## A *heading*
      Some **strong** `code` and a [link](a.md) to
      the next line that is long.

      - an item that is longer than the line is wide
      1. first

      ```swift
      let x = 1
      ```
      """)
    #expect(
      text == """
        A heading

        Some strong code and a link to
        the next line that is long.

        - an item that is longer than
          the line is wide

        1. first

            let x = 1
        """)
  }

  @Test func `formulas become text, and a line of formulas a line each`() {
    let markdown = MarkdownText(style: Style(isColoured: false), width: 40)
    let text = markdown.rendered(
      """
      For $n$ players there are $2^n - 1$; `$0` costs $5 or $6.

      $$\\frac{\\partial L}{\\partial x} = \\sum_k
      x_k \\qquad s = |S|$$
      """)
    #expect(
      text == """
        For n players there are 2ⁿ − 1; $0 costs
        $5 or $6.

            ∂L/∂x = ∑ₖ xₖ
            s = |S|
        """)
  }

  @Test func `a formula that cannot be read stays as it was written`() {
    let markdown = MarkdownText(style: Style(isColoured: false), width: 40)
    #expect(markdown.rendered(#"See $\nothing{x}$."#) == #"See \nothing{x}."#)
  }

  /// A formula with a command that is not known would be shown as TeX, with its backslashes.
  @Test func `every formula of the lessons is text`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.appending(path: "lessons")
    let lessons = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .map { folder.appending(path: "\($0)/lesson.md") }
      .filter { FileManager.default.fileExists(atPath: $0.path) }
    #expect(lessons.count >= 5)
    let markdown = MarkdownText(style: Style(isColoured: true), width: 80)
    for lesson in lessons {
      let text = markdown.rendered(try String(contentsOf: lesson, encoding: .utf8))
      // Code is cyan, and may contain both.
      let prose = text.replacing(#/\u{1B}\[36m[^\u{1B}]*/#, with: "")
      for line in prose.split(separator: "\n") {
        #expect(!line.contains("$") && !line.contains("\\"), "\(lesson.path): \(line)")
      }
    }
  }

  @Test func `a link to a file says where it leads, from the course's folder on`() {
    let text =
      "See [the rules](../../docs/a.md#ties), [below](#end), [docs/c.md](../../docs/c.md)."
    func rendered(_ isColoured: Bool, _ origin: MarkdownText.Origin?) -> String {
      MarkdownText(style: Style(isColoured: isColoured), width: 200, origin: origin).rendered(text)
    }
    let origin = MarkdownText.Origin(root: "/course", folder: "lessons/03")
    #expect(rendered(false, nil) == "See the rules, below, docs/c.md.")
    #expect(rendered(false, origin) == "See the rules (docs/a.md), below, docs/c.md.")
    #expect(rendered(true, origin).contains("\u{1B}]8;;file:///course/docs/a.md"))
  }
}
