import Testing
import Texts

/// Lines fit the terminal.
@Suite struct WrappingTests {
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

  @Test func `a word that is too long stays whole, so that it can be copied`() {
    #expect(
      Wrapping.wrap("see /a/very/long/path now", width: 10) == "see\n/a/very/long/path\nnow")
  }

  @Test func `colours around words do not count, and wide characters count twice`() {
    #expect(
      Wrapping.wrap("\u{1B}[1m中文\u{1B}[0m ab cd", width: 7)
        == "\u{1B}[1m中文\u{1B}[0m ab\ncd")
    #expect(Wrapping.cut("中文中文", width: 5) == "中文…")
    #expect(Wrapping.cut("a中文b", width: 3) == "a…")
    #expect(Wrapping.pad("中", to: 4) == "中  ")
  }

  @Test func `an accent that stands alone and a joiner take no room`() {
    #expect(Wrapping.width(of: "e\u{301}") == 1)
    #expect(Wrapping.width(of: "👩‍🔬") == 2)
    #expect(Wrapping.width(of: "ｗ\u{200B}") == 2)
  }

  @Test func `a link takes the room of its text, and a plain style has none`() {
    let link = Style(isColoured: true).link("two words", toFile: "/a folder/b.md")
    #expect(link.contains("file:///a%20folder/b.md") && Wrapping.width(of: link) == 9)
    let lines = Wrapping.wrap("see \(link) there", width: 9).split(separator: "\n")
    #expect(lines.map { Wrapping.width(of: $0) } == [7, 5, 5])
    #expect(Style(isColoured: false).link("two words", toFile: "/b.md") == "two words")
  }
}
