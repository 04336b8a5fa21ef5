import Pages
import Testing

/// Tables: numbers keep their places, words wrap, and narrow terminals get lists.
@Suite struct PageTableTests {
  private func lines(_ table: PageTable, columns: Int = 80) -> [String] {
    let transcript = Transcript()
    table.draw(on: transcript.terminal(columns: columns))
    return transcript.lines.dropLast()
  }

  @Test func `numbers stand right with the decimals they need, words left`() {
    let table = PageTable(
      ["method", "score", "n"],
      rows: [["é", 0.5, 10], ["中文", 12.25, 7], ["🐈 cat", .none, .none]])
    #expect(
      lines(table) == [
        "method  score   n", "─────────────────", "é        0.50  10", "中文    12.25   7",
        "🐈 cat      –   –",
      ])
  }

  @Test func `decimals are as many as tell numbers apart, and tiny ones do not vanish`() {
    #expect(lines(PageTable(["x"], rows: [[1], [2]]))[2...] == ["1", "2"])
    #expect(lines(PageTable(["x"], rows: [[0.1239], [2]]))[2...] == ["0.124", "2.000"])
    #expect(lines(PageTable(["x"], rows: [[0.1239], [2]], decimals: 1))[2...] == ["0.1", "2.0"])
    #expect(lines(PageTable(["x"], rows: [[0.00002], [1], [0]]))[2...].last == "     0")
    #expect(lines(PageTable(["x"], rows: [[0.00002], [1]]))[2] == "2×10⁻⁵")
    #expect(
      lines(PageTable(["x"], rows: [[.number(.nan)], [.number(-.infinity)], [-1.5]]))[2...]
        == [" NaN", "  −∞", "−1.5"])
  }

  @Test func `words wrap before numbers are touched`() {
    let table = PageTable(
      ["what it is", "score"], rows: [["a text that is too long for its place", 0.123]])
    let lines = lines(table, columns: 24)
    #expect(
      lines == [
        "what it is         score", "────────────────────────", "a text that is     0.123",
        "too long for its", "place",
      ])
  }

  @Test func `a table that cannot fit becomes a list`() {
    let header = (1...6).map { "column \($0)" }
    let lines = lines(
      PageTable(header, rows: [[1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12]]), columns: 24)
    #expect(lines.count == 13 && lines[0] == "column 1: 1" && lines[12] == "column 6: 12")
  }

  @Test func `a row with a cell too few stops`() async {
    await #expect(processExitsWith: .failure) { _ = PageTable(["a", "b"], rows: [["c"]]) }
  }
}
