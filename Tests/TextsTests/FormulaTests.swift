import Testing
import Texts

/// Formulas: each construct as text, and errors that say where.
@Suite struct FormulaTests {
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
    (#"\sum_{S \not\ni i} \frac{s!\,(n-s-1)!}{n!}"#, "∑_(S ∌ i) (s! (n − s − 1)!)/n!"),
    (#"\bigl( v(S) \bigr), \qquad a \not\sim b"#, "(v(S)), \u{2003}a ∼\u{338} b"),
    (#"\underbrace{w_k}_{\text{worth}} A_k"#, "wₖ (worth) Aₖ"),
    (#"\overbrace{a + b}^{c}"#, "a + b (c)"),
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
    (#"\underbrace{x}"#, 14, .missing("_")), (#"\overbrace{x}_y"#, 13, .missing("^")),
    (#"\underbrace{x}_"#, 15, .missing("what the brace says")),
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

  @Test func `parts nested too deeply are an error and no crash`() {
    for source in [
      String(repeating: "{", count: 100_000), String(repeating: "\\sqrt", count: 100_000),
      "x" + String(repeating: "^\\hat", count: 100_000),
    ] {
      #expect(throws: FormulaError.self) { try Formula(tex: source) }
    }
  }
}
