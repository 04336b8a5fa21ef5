import Pages
import Tensors
import Testing

/// Charts: whatever the data, the markup is whole, the ticks are round and labels keep apart.
@Suite struct ChartTests {
  /// Data that break charts.
  static let hard: [[Double]] = [
    [], [3], [3, 3, 3], [.nan], [.nan, 1, .infinity, 2, 2.5, -.infinity], [0, 0], [-1e-9, 1e-9],
    [1e12, 1e12 + 1], [1e-300, 1e299], [-1e308, 1e308], [2e-308, 1], [1, 1.0000000001], [-7, -7.5],
    [999_999, 1_000_001], [0.1, 0.2, 0.30000000000000004], [123_456_789, 123_456_999],
  ]

  static func lineChart(_ values: [Double], _ scale: Axis.Scale, lines: Int = 3) -> LineChart {
    let x = values.indices.map { Double($0 + 1) }
    return LineChart(
      "Errors <fall> & rise", x: Axis("steps", scale: scale), y: Axis("error", scale: scale),
      lines: (0..<lines).map { index in
        LineChart.Line(
          "line \(index)", x: x, y: values.map { $0 * Double(index + 1) },
          band: values.map { $0.isFinite ? min($0, $0 * 2)...max($0, $0 * 2) : 0...1 })
      })
  }

  static func all(_ values: [Double]) -> [any Chart] {
    [
      lineChart(values, .linear), lineChart(values, .logarithmic),
      lineChart(values, .linear, lines: 14),
      BarChart(
        "Bars", axis: Axis("value", unit: "nats"),
        bars: values.enumerated().map { BarChart.Bar("bar \($0)", $1) }, order: .magnitude,
        mark: BarChart.Mark("chance", 0.5)),
      BarChart(
        "Bars with spreads", axis: Axis("value"),
        bars: values.enumerated().map { BarChart.Bar("bar \($0)", $1, spread: abs($1) / 2) }),
      LineChart(
        "A cloud", x: Axis("across"), y: Axis("up"),
        lines: [
          LineChart.Line("points", x: values, y: values, isCloud: true),
          LineChart.Line("a line", x: values, y: values),
        ]),
      MatrixChart(
        "Matrix", rows: ["a", "b"], columns: values.indices.map { "column \($0)" },
        values: [values, values]),
    ]
  }

  @Test(arguments: hard) func `every drawing is whole markup`(values: [Double]) throws {
    for chart in Self.all(values) {
      for width in [344.0, 640] {
        let svg = chart.svg(width: width)
        let root = try #require(tree(of: svg).children.first)
        #expect(root.name == "svg" && root.attributes["role"] == "img")
        #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("NaN\""))
        let labels = root.attributes["aria-labelledby"]?.split(separator: " ").map(String.init)
        #expect(labels == root.children.prefix(2).compactMap { $0.attributes["id"] })
        #expect(root.children[0].text == chart.title)
        #expect(root.children[1].text == chart.summary && !chart.summary.isEmpty)
      }
    }
  }

  @Test(arguments: hard) func `no label lies on another or leaves the drawing`(values: [Double])
    throws
  {
    for chart in Self.all(values) {
      for width in [344.0, 640] {
        let root = try #require(tree(of: chart.svg(width: width)).children.first)
        let boxes = root.all("text").filter { $0.attributes["transform"] == nil }.map(Box.init)
        for (index, box) in boxes.enumerated() {
          #expect(box.left >= -1 && box.right <= root.number("width") + 1, "\(box)")
          #expect(box.top >= -1 && box.bottom <= root.number("height") + 1, "\(box)")
          for other in boxes[(index + 1)...] {
            #expect(!box.overlaps(other), "\(chart.title), \(width): \(box) and \(other)")
          }
        }
      }
    }
  }

  @Test func `ticks are round, evenly apart and cover the data`() throws {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<60 {
      let scale = Double(generator.next() % 2000) / 100 + 0.01
      let low = (Double(generator.next() % 1000) - 500) / 50
      let values = [low, low + scale]
      let chart = LineChart(
        "", x: Axis("x"), y: Axis("y"), lines: [.init("a", x: [0, 1], y: values)])
      let root = try #require(tree(of: chart.svg()).children.first)
      let labels = root.all("text").filter { $0.attributes["text-anchor"] == "end" }
      let ticks = labels.compactMap { Double($0.text.replacing("−", with: "-")) }
      try #require(
        ticks.count >= 3 && ticks.count <= 12 && ticks.count == labels.count,
        "\(labels.map(\.text))")
      let step = ticks[1] - ticks[0]
      for (first, second) in zip(ticks, ticks.dropFirst()) {
        #expect(abs(second - first - step) < 1e-9 * max(1, step))
      }
      let isRound = (-6...6).contains { exponent in
        let power = (0..<abs(exponent)).reduce(1.0) { value, _ in value * 10 }
        return [1.0, 2, 5].contains { factor in
          abs(step - factor * (exponent < 0 ? 1 / power : power)) < 1e-9
        }
      }
      #expect(isRound, "\(step)")
      #expect(ticks[0] <= values[0] + 1e-9 && ticks[ticks.count - 1] >= values[1] - 1e-9)
      // Not more than one step of room at either end.
      #expect(ticks[0] > values[0] - step && ticks[ticks.count - 1] < values[1] + step)
    }
  }

  @Test func `a law of powers is a straight line on logarithmic axes`() throws {
    let n = [1.0, 10, 100, 1000]
    let chart = LineChart(
      "", x: Axis("n", scale: .logarithmic), y: Axis("error", scale: .logarithmic),
      lines: [.init("1/√n", x: n, y: n.map { 1 / $0.squareRoot() }, isReference: true)])
    let root = try #require(tree(of: chart.svg()).children.first)
    let path = try #require(root.all("path").first { $0.attributes["class"] == "reference" })
    let numbers = (path.attributes["d"] ?? "").split { "ML ".contains($0) }.compactMap {
      Double($0)
    }
    #expect(numbers.count == 8)
    for index in [2, 4] {
      #expect(abs(numbers[index] - numbers[index - 2] - (numbers[2] - numbers[0])) < 0.25)
      #expect(abs(numbers[index + 1] - numbers[index - 1] - (numbers[3] - numbers[1])) < 0.25)
    }
  }

  @Test func `what cannot be drawn is said`() {
    let values = [1, .nan, 2, .infinity, 3]
    #expect(
      Self.lineChart(values, .linear, lines: 1).svg().contains("2 of 5 points cannot be drawn"))
    let logarithmic = Self.lineChart([1, 0, -1], .logarithmic, lines: 1)
    #expect(
      logarithmic.summary.hasSuffix(
        "2 of 3 points cannot be drawn: they are not finite, not above 0, or too large."))
    for chart in Self.all([]) { #expect(chart.summary.contains("There are no values to draw.")) }
    let bars = BarChart(
      "", axis: Axis("v"), bars: [.init("a", .nan), .init("b", 1)], order: .value)
    #expect(bars.bars.map(\.name) == ["b", "a"])
    #expect(
      bars.summary == "Bar chart of v: b 1, a NaN. 1 of 2 values are not finite and have no bar.")
  }

  @Test func `bars are as long as their values, to both sides of zero`() throws {
    let chart = BarChart(
      "", axis: Axis("v"), bars: [.init("a", 2), .init("b", -1), .init("c", 0)])
    let root = try #require(tree(of: chart.svg()).children.first)
    let bars = root.all("rect").filter { ($0.attributes["class"] ?? "").hasPrefix("bar") }
    #expect(abs(bars[0].number("width") - 2 * bars[1].number("width")) < 0.3)
    #expect(abs(bars[1].number("x") + bars[1].number("width") - bars[0].number("x")) < 0.2)
    #expect(bars[2].number("width") == 0)
    #expect(
      bars.map { $0.attributes["class"] } == ["bar-positive", "bar-negative", "bar-positive"])
  }

  @Test func `a spread reaches as far to both sides, and its number stands behind it`() throws {
    let chart = BarChart(
      "", axis: Axis("v"), bars: [.init("a", 4, spread: 1), .init("b", 0.5, spread: 1)])
    #expect(chart.summary == "Bar chart of v: a 4.00 ± 1.00, b 0.50 ± 1.00.")
    let root = try #require(tree(of: chart.svg()).children.first)
    let bars = root.all("rect").filter { $0.attributes["class"] == "bar" }
    let spreads = root.all("line").filter { $0.attributes["class"] == "whisker" }
    #expect(bars.count == 2 && spreads.count == 2)
    let end = bars[0].number("x") + bars[0].number("width")
    #expect(abs(end - spreads[0].number("x1") - (spreads[0].number("x2") - end)) < 0.3)
    // As far below zero as half of the second bar's value.
    #expect(abs(bars[1].number("x") - spreads[1].number("x1") - bars[1].number("width")) < 0.3)
  }

  @Test func `the points of a cloud are not joined, and each is there`() throws {
    let (x, y) = ([1.0, 3, 2, .nan], [5.0, 1, 4, 2])
    let chart = LineChart(
      "", x: Axis("across"), y: Axis("up"), lines: [.init("cells", x: x, y: y, isCloud: true)])
    let root = try #require(tree(of: chart.svg()).children.first)
    #expect(root.all("path").isEmpty)
    // Three points, and one beside the name.
    #expect(root.all("circle").count == 4)
    #expect(
      chart.summary.contains("cells: 3 points from 1 to 3 across and 1 to 5 up."),
      "\(chart.summary)")
    let transcript = Transcript()
    chart.draw(on: transcript.terminal())
    #expect(transcript.text.contains("cells"))
  }

  @Test func `orders sort as they say`() {
    let bars = [BarChart.Bar("a", 1), .init("b", -3), .init("c", 2), .init("d", -1)]
    func names(_ order: BarChart.Order) -> String {
      BarChart("", axis: Axis("v"), bars: bars, order: order).bars.map(\.name).joined()
    }
    #expect(names(.given) == "abcd")
    #expect(names(.value) == "cadb")
    #expect(names(.magnitude) == "bcad")
  }

  @Test func `long names are wrapped and hostile ones harmless`() throws {
    let name = "</text><script>alert(1)</script> & a name that goes on and on \u{1B}[31m\u{202E}"
    let chart = BarChart(name, axis: Axis(name, unit: name), bars: [.init(name, 1)])
    let matrix = MatrixChart(name, rows: [name], columns: [name, name], values: [[1, -2]])
    let lines = LineChart(
      name, x: Axis(name), y: Axis(name), lines: [.init(name, x: [1, 2], y: [1, 2])])
    for chart in [chart, matrix, lines] as [any Chart] {
      let root = try #require(tree(of: chart.svg(width: 344)).children.first)
      #expect(root.all("script").isEmpty)
      for box in root.all("text").filter({ $0.attributes["transform"] == nil }).map(Box.init) {
        #expect(box.left >= -1 && box.right <= root.number("width") + 1, "\(box)")
      }
    }
  }
}

/// The rectangle that a text takes about, by widths of its own.
struct Box: CustomStringConvertible {
  let text: String
  let left: Double
  let right: Double
  let top: Double
  let bottom: Double

  init(_ element: Element) {
    text = element.text
    let size = element.attributes["class"] == "title" ? 16.0 : 14
    let width = text.reduce(0) { $0 + ("il.,' |1".contains($1) ? 0.35 : 0.56) } * size
    let x = element.number("x")
    left =
      switch element.attributes["text-anchor"] {
      case "middle": x - width / 2
      case "end": x - width
      default: x
      }
    right = left + width
    top = element.number("y") - size * 0.75
    bottom = element.number("y") + size * 0.2
  }

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  var description: String { "\(text) \(Int(left))…\(Int(right)) × \(Int(top))…\(Int(bottom))" }
}
