import CourseKit
import Testing

/// What changed between texts, and what is kept of long ones.
@Suite struct TextTests {
  @Test func `a difference shows what changed with lines around it`() {
    let old = (1...20).map(String.init).joined(separator: "\n")
    let new = old.replacing("10", with: "ten")
    let lines = LineDifference.unified(from: old, to: new, context: 1)
    #expect(lines == ["@ line 9", "  9", "- 10", "+ ten", "  11"])
    #expect(LineDifference.unified(from: old, to: old, context: 1).isEmpty)
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
