import Testing
import Texts

/// Numbers as people read them.
@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.25, 2, "0.25"), (-0.25, 2, "−0.25"), (0.125, 2, "0.13"), (-0.125, 2, "−0.13"), (3, 0, "3"),
    (2.5, 0, "3"), (0.999, 2, "1.00"), (1e20, 2, "10²⁰"), (.nan, 1, "NaN"), (-.infinity, 1, "−∞"),
  ])
  func `a number has as many decimals as asked`(value: Double, decimals: Int, expected: String) {
    #expect(value.text(decimals: decimals) == expected)
  }

  @Test func `what is rounded to zero has no sign`() {
    #expect((-0.001).text(decimals: 2) == "0.00")
    #expect((-0.0).text(decimals: 2) == "0.00")
    #expect((-0.4).text(decimals: 0) == "0")
    #expect((-0.001).signedText(decimals: 2) == "0.00")
    #expect(0.001.signedText(decimals: 2) == "0.00")
    #expect((-0.0).shortText == "0")
  }

  @Test func `signs are shown on both sides of zero where that is asked`() {
    #expect(1.5.signedText(decimals: 1) == "+1.5")
    #expect((-1.5).signedText(decimals: 1) == "−1.5")
  }

  @Test func `numbers of any width are rounded alike`() {
    #expect(Float(-0.25).text(decimals: 1) == (-0.25).text(decimals: 1))
    #expect(Float(0.0132).shortText == "0.0132")
  }

  @Test(arguments: [
    (0.0132, "0.0132"), (-0.01324, "−0.0132"), (100, "100"), (1234.5, "1235"), (2.10, "2.1"),
    (2.1e-7, "2.1×10⁻⁷"), (1e7, "10⁷"), (0, "0"),
  ])
  func `a short number has three digits that say something`(value: Double, expected: String) {
    #expect(value.shortText == expected)
  }
}
