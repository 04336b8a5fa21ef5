import Texts

/// What a method's answer was worth where the right one is known by construction.
struct Truth: Block {
  let statement: Prose
  let chart: BarChart

  init(
    _ statement: Prose, method: String, score: Double, chance: Double?,
    others: [(method: String, score: Double)], measure: Axis
  ) {
    self.statement = statement
    chart = BarChart(
      measure.title, axis: Axis("", including: measure.including),
      bars: [BarChart.Bar(method, score)]
        + others.map { BarChart.Bar($0.method, $0.score, isQuiet: true) },
      order: .given, mark: chance.map { BarChart.Mark("chance", $0) }, decimals: 2)
  }

  func html(number: Int) -> String {
    let figure = ChartBlock(chart: chart, caption: nil, inset: 46).html(number: number)
    return #"<aside class="truth" aria-label="Planted truth"><p class="kicker">Planted truth</p>"#
      + "\n<p>\(statement.html)</p>\n\(figure)</aside>"
  }

  func draw(on terminal: Terminal) {
    let label = StyledText("Planted truth\u{A0} ", .coloured(ChartStyle.terminalColour(2)))
    terminal.write(
      (label + statement.styled(on: terminal)).wrapped(to: terminal.textColumns) + [StyledText()])
    chart.draw(on: terminal)
  }
}
