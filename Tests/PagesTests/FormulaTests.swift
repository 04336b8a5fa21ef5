import Pages
import Tensors
import Testing

/// Formulas: each construct as MathML and as text, and errors that say where.
@Suite struct FormulaTests {
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
      #"2\log x"#,
      #"<mn>2</mn><mspace width="0.167em"/><mi mathvariant="normal">log</mi>"#
        + #"<mspace width="0.167em"/><mi>x</mi>"#
    ),
  ])
  func `each construct has its element`(source: String, expected: String) throws {
    #expect(try markup(source) == expected)
  }

  @Test(arguments: [
    (#"\phi_i = (x_i - x'_i) \int_0^1 f \, d\alpha"#, "ϕᵢ = (xᵢ − xᵢ′) ∫₀¹ f dα"),
    (#"\frac{a+b}{c}"#, "(a + b)/c"), (#"\frac{a}{b c}"#, "a/bc"), (#"\frac{a}{b-c}"#, "a/(b − c)"),
    (#"\frac{\partial f}{\partial x}"#, "∂f/∂x"), (#"\sqrt{n}"#, "√n"),
    (#"\sqrt[3]{x+1}"#, "∛(x + 1)"),
    (#"e^{-\|x\|^2 / 2}"#, "e^(−‖x‖²/2)"), (#"\log(x)"#, "log(x)"), (#"\max_i x_i"#, "maxᵢ xᵢ"),
    (#"-x"#, "−x"), (#"a = -x"#, "a = −x"), (#"\sum_{i=1}^{n} x_i"#, "∑ᵢ₌₁ⁿ xᵢ"),
    (#"W_{hw}"#, "W_hw"), (#"\hat{y}"#, "y\u{302}"), (#"A^{\top}"#, "Aᵀ"),
    (#"\operatorname{softmax}(z)"#, "softmax(z)"), (#"\left[ x \right]"#, "[x]"),
    (#"\begin{aligned} a &= b \\ &\le c \end{aligned}"#, "a = b;  ≤ c"),
    (#"\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}"#, "(1, 2; 3, 4)"),
  ])
  func `a formula has a line of text`(source: String, expected: String) throws {
    #expect(try Formula(tex: source).text == expected)
  }

  @Test(arguments: [
    (#"x + \foo{y}"#, 4, FormulaError.Problem.unknownCommand("foo")),
    (#"\sum_{i"#, 7, .missing("}")), (#"\frac{1}"#, 8, .missing("a denominator")),
    ("x^", 2, .missing("what is raised")), ("x^a^b", 3, .unexpected("a second ^")),
    ("^2", 0, .unexpected("^")), ("x}", 1, .unexpected("}")),
    (#"\left( x"#, 8, .missing(#"\right"#)),
    (#"\begin{tabular}x\end{tabular}"#, 6, .unknownEnvironment("tabular")),
    (#"\begin{cases} x"#, 15, .missing(#"\end{cases}"#)), ("a & b", 2, .unexpected("&")),
    (#"\mathbb{e}"#, 0, .unexpected(#"e in \mathbb"#)), ("\\", 0, .unknownCommand("")),
    (#"\right)"#, 0, .unexpected("\\")), (#"\text{x"#, 7, .missing("}")),
    (#"\mathbf"#, 7, .missing("what is bold")), (#"\sqrt[2"#, 7, .missing("]")),
  ])
  func `errors say what is wrong and where`(
    source: String, offset: Int, problem: FormulaError.Problem
  ) {
    let error = #expect(throws: FormulaError.self) { try Formula(tex: source) }
    #expect(error?.formula == source && error?.offset == offset && error?.problem == problem)
  }

  @Test func `the sentence names the formula, the place and the remedy`() {
    let error = #expect(throws: FormulaError.self) { try Formula(tex: #"x + \foo"#) }
    #expect(
      error?.description
        == #"the formula "x + \\foo", character 4: the command \foo is not known; "#
        + "use another, or teach it to FormulaSymbols.swift.")
  }

  @Test func `no text makes the reader stop or its markup break`() {
    var generator = SplitMix64(seed: 5)
    let pieces = [
      "x", "{", "}", "^", "_", "\\frac", "\\left(", "\\right)", "&", "\\\\", "\\sum", "1", ".", "'",
      "\\begin{cases}", "\\end{cases}", "\\text{a", "<", "\\sqrt", "[", "]", " ", "\\hat", "\\",
      "é",
      "\\mathbf", "|", "\\quad", "中", "\"",
    ]
    var known = 0
    for _ in 0..<1000 {
      let count = Int(generator.next() % 9 + 1)
      let source = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }
        .joined()
      guard let formula = try? Formula(tex: source) else { continue }
      known += 1
      #expect(throws: Never.self) { _ = try tree(of: formula.mathML(isDisplayed: true)) }
      _ = formula.text
    }
    #expect(known > 50)
    #expect(throws: FormulaError.self) { try Formula(tex: String(repeating: "{", count: 100_000)) }
    #expect(throws: FormulaError.self) {
      try Formula(tex: String(repeating: "\\sqrt", count: 100_000))
    }
    #expect(throws: FormulaError.self) {
      try Formula(tex: "x" + String(repeating: "^\\hat", count: 100_000))
    }
  }
}
