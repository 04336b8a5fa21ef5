import Showing
import Testing

struct SpreadTests {
  @Test func `of three numbers in a row the deviation is their distance`() {
    let spread = Spread([2, 4, 6])
    #expect(spread.mean == 4)
    #expect(spread.deviation == 2)
    #expect(abs(spread.error - 1.1547005) < 1e-6)
    #expect(spread.text(decimals: 1) == "4.0 ± 2.0")
  }

  @Test func `equal numbers have no spread`() {
    #expect(Spread([0.5, 0.5]).deviation == 0)
  }
}
