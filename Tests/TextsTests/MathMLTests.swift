import Testing
import Texts

/// Formulas as MathML: an element for each construct, and markup that no text can break.
@Suite struct MathMLTests {
  /// The MathML without its wrapping.
  private func markup(_ source: String) throws -> String {
    let markup = try Formula(tex: source).mathML(isDisplayed: false)
    let root = try tree(of: markup)
    #expect(root.all("annotation").first?.text == source)
    let start = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow>"
    let end = "</mrow><annotation"
    let content = markup.dropFirst(start.count)
    return String(content[..<(content.firstRange(of: end)?.lowerBound ?? content.endIndex)])
  }

  @Test(arguments: [
    ("x", "<mi>x</mi>"), ("12.5", "<mn>12.5</mn>"), ("-", "<mo>−</mo>"), ("<", "<mo>&lt;</mo>"),
    (#"\alpha"#, "<mi>α</mi>"), ("x^2", "<msup><mi>x</mi><mn>2</mn></msup>"),
    ("x_i^{2}", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("x^2_i", "<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>"),
    ("x'", "<msup><mi>x</mi><mo>′</mo></msup>"),
    (#"\frac{1}{n}"#, "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
    (#"\frac12"#, "<mfrac><mn>1</mn><mn>2</mn></mfrac>"),
    (#"\sqrt{n}"#, "<msqrt><mi>n</mi></msqrt>"),
    (#"\mathbf{w}"#, #"<mi mathvariant="normal" class="bold">w</mi>"#),
    (#"\mathbb{E}"#, #"<mi mathvariant="normal">𝔼</mi>"#),
    (#"\mathcal{L}"#, #"<mi mathvariant="normal">ℒ</mi>"#),
    (#"\text{if } "#, "<mtext>if\u{A0}</mtext>"),
    (
      #"\sum_{i}^n"#,
      #"<munderover><mo largeop="true" movablelimits="true">∑</mo>"#
        + "<mi>i</mi><mi>n</mi></munderover>"
    ),
    (#"\int_0^1"#, #"<msubsup><mo largeop="true">∫</mo><mn>0</mn><mn>1</mn></msubsup>"#),
    (
      #"\underbrace{w}_{\text{worth}}"#,
      #"<munder><munder><mi>w</mi><mo stretchy="true">⏟</mo></munder><mtext>worth</mtext></munder>"#
    ),
    (
      #"2\log x"#,
      #"<mn>2</mn><mspace width="0.167em"/><mi mathvariant="normal">log</mi>"#
        + #"<mspace width="0.167em"/><mi>x</mi>"#
    ),
  ])
  func `each construct has its element`(source: String, expected: String) throws {
    #expect(try markup(source) == expected)
  }

  @Test func `no text makes the reader stop or its markup break`() {
    // A small generator of our own, so that each run tries the same.
    var state: UInt64 = 5
    func drawn(below count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    let pieces = [
      "x", "{", "}", "^", "_", "\\frac", "\\left(", "\\right)", "&", "\\\\", "\\sum", "1", ".", "'",
      "\\begin{cases}", "\\end{cases}", "\\text{a", "<", "\\sqrt", "[", "]", " ", "\\hat", "\\",
      "é",
      "\\mathbf", "|", "\\quad", "中", "\"",
    ]
    var known = 0
    for _ in 0..<1000 {
      let source = (0...drawn(below: 9)).map { _ in pieces[drawn(below: pieces.count)] }.joined()
      guard let formula = try? Formula(tex: source) else { continue }
      known += 1
      #expect(throws: Never.self) { _ = try tree(of: formula.mathML(isDisplayed: true)) }
      _ = formula.text
    }
    #expect(known > 50)
  }
}
