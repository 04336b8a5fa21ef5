import Figures
import Foundation
import Testing
import Texts

@testable import Showing

/// Charts of a lesson's text: what was recorded, and what differs from it.
@Suite struct KeptChartsTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    .path

  private func charts(_ value: Double = 0.5, name: String = "bar", file: String = "bars.svg")
    -> KeptCharts
  {
    var charts = KeptCharts()
    charts.keep(
      BarChart("Bars", axis: Axis("length"), bars: [.init(name, value), .init("other", 1)]),
      as: file)
    return charts
  }

  @Test func `what was recorded has no faults, and less than a pixel is none`() throws {
    try charts().write(into: folder)
    #expect(charts().faults(comparedWith: folder) == [])
    #expect(charts(0.5001).faults(comparedWith: folder) == [])
    let svg = try String(contentsOfFile: "\(folder)/bars.svg", encoding: .utf8)
    #expect(svg.hasPrefix("<svg") && svg.hasSuffix("</svg>\n"))
  }

  @Test func `other lengths, other words, a missing chart and one too many are faults`() throws {
    try charts().write(into: folder)
    let start = "figures/bars.svg is not what the demo draws: "
    let longer = charts(0.6).faults(comparedWith: folder)
    #expect(longer.count == 1 && longer[0].hasPrefix(start) && longer[0].contains(" instead of "))
    #expect(
      charts(name: "beam").faults(comparedWith: folder)
        == ["\(start)its words or lines are others"])
    #expect(
      charts(file: "more.svg").faults(comparedWith: folder) == [
        "figures/bars.svg is not drawn by the demo",
        "figures/more.svg is drawn, but not there; --record writes it",
      ])
  }

  @Test func `another colour is a fault, though it is near as a number`() throws {
    func squares(_ value: Double) -> KeptCharts {
      var diagram = Diagram("A square", saying: "Red.")
      diagram.squares([[value]], at: Diagram.Point(0, 0))
      var charts = KeptCharts()
      charts.keep(diagram, as: "square.svg")
      return charts
    }
    try squares(0.5).write(into: folder)
    #expect(squares(0.51).faults(comparedWith: folder) == [])
    #expect(
      squares(0.6).faults(comparedWith: folder)
        == ["figures/square.svg is not what the demo draws: 0.6 instead of 0.5"])
  }

  @Test func `a demonstration keeps charts beside pictures`() throws {
    let show = Demonstration("A lesson", lesson: "07-lesson", terminal: Terminal(output: { _ in }))
    show.keep(BarChart("Bars", axis: Axis("length"), bars: []), as: "bars.svg")
    try show.finish(.compare(folder: "\(folder)/compared"), root: folder)
    let faults = try String(contentsOfFile: "\(folder)/compared/faults.txt", encoding: .utf8)
    #expect(faults == "figures/bars.svg is drawn, but not there; --record writes it\n")
    let bars = "\(folder)/compared/figures/bars.svg"
    #expect(FileManager.default.fileExists(atPath: bars))
  }

  @Test func `shown pictures and frames are kept as one sheet each, or as one chart`() throws {
    let show = Demonstration("A lesson", lesson: "07-lesson", terminal: Terminal(output: { _ in }))
    let plates = (0..<5).map { index in
      Plate(
        Picture(width: 4, height: 4, channels: .grey, samples: Array(repeating: 9, count: 16)),
        "\(index)", alternative: "A grey square.")
    }
    show.plates(Array(plates[..<2]), columns: 2, panelWidth: 40, as: "two.png")
    show.frames(Frames("the layer", plates), as: "layers.png")
    let bars = BarChart("Bars", axis: Axis("length"), bars: [.init("a", 1)])
    show.frames(Frames("the time", (0..<3).map { ("\($0) s", bars) }), as: "bars.svg")
    try show.finish(.compare(folder: "\(folder)/compared"), root: folder)
    func width(_ name: String) throws -> Int {
      try Picture(contentsOf: "\(folder)/compared/figures/\(name)").width
    }
    #expect(try width("two.png") == 3 * 16 + 2 * 40)
    // The first, the middle and the last of five.
    #expect(try width("layers.png") == 4 * 16 + 3 * 448)
    let svg = try String(contentsOfFile: "\(folder)/compared/figures/bars.svg", encoding: .utf8)
    #expect(svg.contains("2 s") && svg.matches(of: /<g transform/).count == 3)
  }
}
