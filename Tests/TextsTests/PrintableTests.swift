import Testing
import Texts

/// Text from outside cannot steer a terminal.
@Suite struct PrintableTests {
  @Test func `what a program printed cannot move the cursor`() {
    #expect(Printable.cleaned("a\u{1B}[2Jb\r\nc\u{7}") == "a␛[2Jb\nc␇")
    let (lines, left) = Printable.excerpt("1\n2\n3\n4\n", lines: 2, width: 10)
    #expect(lines == ["1", "2"])
    #expect(left == 3)
  }

  @Test func `old control codes and marks of direction go too`() {
    #expect(Printable.cleaned("a\u{9B}31mb\u{7F}") == "a�31mb␡")
    #expect(Printable.cleaned("pay \u{202E}100\u{2069}\u{200F} now\u{FEFF}") == "pay 100 now")
  }

  @Test func `one line has neither breaks nor tabs`() {
    #expect(Printable.line("a\r\nb\tc\u{2028}d\u{85}e") == "a b c d e")
    #expect(Printable.line("plain text") == "plain text")
  }

  @Test func `what is harmless stays as it is`() {
    let text = "é 中文 👩‍🔬 ∂L/∂x\tx\n"
    #expect(Printable.cleaned(text) == text)
    #expect(Printable.cleaned(Printable.cleaned("\u{1B}[2J")) == Printable.cleaned("\u{1B}[2J"))
  }
}
