import CourseKit
import Testing

/// Text fits the terminal, suggestions fit what was typed.
@Suite struct TextTests {
  @Test func `escape sequences take no room, pictures take two columns`() {
    #expect(Wrapping.width(of: "\u{1B}[31mab\u{1B}[0m") == 2)
    #expect(Wrapping.width(of: "🐱") == 2)
    #expect(Wrapping.width(of: "é✓") == 2)
  }

  @Test func `no line is wider than asked, and no word is lost`() {
    let text = "one two three four five six seven eight nine ten"
    for width in 6...60 {
      let lines = Wrapping.wrap(text, width: width, indent: "  ").split(separator: "\n")
      #expect(lines.allSatisfy { Wrapping.width(of: $0) <= max(width, 7) })
      #expect(lines.joined(separator: " ").split(separator: " ").joined(separator: " ") == text)
    }
  }

  @Test func `a cut line ends with an ellipsis and keeps its colours closed`() {
    let line = Wrapping.cut("\u{1B}[31mabcdef\u{1B}[0m", width: 4)
    #expect(line == "\u{1B}[31mabc\u{1B}[0m…")
    #expect(Wrapping.cut("abcd", width: 4) == "abcd")
  }

  @Test func `a slip is understood, a different word is not`() {
    let verbs = ["check", "status", "watch", "reset"]
    #expect(Suggestion.nearest(to: "chekc", among: verbs) == "check")
    #expect(Suggestion.nearest(to: "stat", among: verbs) == "status")
    #expect(Suggestion.nearest(to: "wacth", among: verbs) == "watch")
    #expect(Suggestion.nearest(to: "banana", among: verbs) == nil)
  }

  @Test func `what a program printed cannot move the cursor`() {
    #expect(Printable.cleaned("a\u{1B}[2Jb\r\nc\u{7}") == "a␛[2Jb\nc␇")
    let (lines, left) = Printable.excerpt("1\n2\n3\n4\n", lines: 2, width: 10)
    #expect(lines == ["1", "2"])
    #expect(left == 3)
  }

  @Test func `colours follow no-color.org`() {
    let auto = ColourChoice.auto
    #expect(auto.isColoured(onTerminal: true, environment: [:]))
    #expect(!auto.isColoured(onTerminal: false, environment: [:]))
    #expect(!auto.isColoured(onTerminal: true, environment: ["NO_COLOR": "1"]))
    #expect(auto.isColoured(onTerminal: true, environment: ["NO_COLOR": ""]))
    #expect(!auto.isColoured(onTerminal: true, environment: ["TERM": "dumb"]))
    #expect(ColourChoice.always.isColoured(onTerminal: false, environment: ["NO_COLOR": "1"]))
  }

  @Test func `a difference shows what changed with lines around it`() {
    let old = (1...20).map(String.init).joined(separator: "\n")
    let new = old.replacing("10", with: "ten")
    let lines = LineDifference.unified(from: old, to: new, context: 1)
    #expect(lines == ["@ line 9", "  9", "- 10", "+ ten", "  11"])
    #expect(LineDifference.unified(from: old, to: old, context: 1).isEmpty)
  }

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

  @Test func `a capped output keeps its beginning and its end`() {
    var output = CappedOutput(limit: 10)
    output.append(Array("0123456789".utf8))
    #expect(output.text == "0123456789")
    output.append(Array("abcdef".utf8))
    #expect(output.total == 16)
    #expect(output.dropped == 6)
    #expect(output.text.hasPrefix("01234\n") && output.text.hasSuffix("\nbcdef"))
  }
}
