import Figures
import Foundation

/// The charts of a lesson's text, as its demo draws them: SVG, which follows light and dark.
struct KeptCharts {
  private(set) var charts: [(name: String, svg: String)] = []

  /// Adds a chart under the name of its file.
  mutating func keep(_ chart: some Chart, as name: String) {
    precondition(
      name.hasSuffix(".svg") && !name.contains("/"), "\(name) is no name for a chart: say x.svg")
    precondition(!charts.contains { $0.name == name }, "\(name) is kept twice")
    charts.append((name, chart.svg() + "\n"))
  }

  /// Writes them into a folder.
  func write(into folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, svg) in charts {
      try Data(svg.utf8).write(to: URL(filePath: "\(folder)/\(name)"), options: .atomic)
    }
  }

  /// How far a number of a chart may be from the one that is kept: a pixel, for what is a place.
  ///
  /// Processors round differently in the last places, so charts are not compared byte by byte.
  private static let largestDistance = 1.0

  /// How far a colour may be, whose depth is a number from 0 to 1: no eye sees less.
  private static let largestFade = 0.02

  /// What speaks against these charts, where a folder has the ones that are kept.
  func faults(comparedWith folder: String) -> [String] {
    let kept = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".svg") }.sorted()
    let drawn = charts.map(\.name)
    var faults = kept.filter { !drawn.contains($0) }.map {
      "figures/\($0) is not drawn by the demo"
    }
    for (name, svg) in charts {
      guard let old = try? String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8) else {
        faults.append("figures/\(name) is drawn, but not there; --record writes it")
        continue
      }
      if let difference = KeptCharts.difference(svg, old) {
        faults.append("figures/\(name) is not what the demo draws: \(difference)")
      }
    }
    return faults
  }

  /// The first thing in which two charts differ that a reader could see.
  private static func difference(_ one: String, _ other: String) -> String? {
    let (parts, others) = (KeptCharts.parts(of: one), KeptCharts.parts(of: other))
    guard parts.words == others.words else { return "its words or lines are others" }
    for (index, (number, kept)) in zip(parts.numbers, others.numbers).enumerated() {
      let isFade = parts.words[index].hasSuffix("fill-opacity=\"")
      if !(abs(number - kept) <= (isFade ? largestFade : largestDistance)) {
        return "\(number) instead of \(kept)"
      }
    }
    return nil
  }

  /// A drawing's numbers, and what stands between them.
  private static func parts(of svg: String) -> (words: [Substring], numbers: [Double]) {
    let number = /[0-9]+(\.[0-9]+)?/
    return (
      svg.split(separator: number, omittingEmptySubsequences: false),
      svg.matches(of: number).compactMap { Double($0.output.0) }
    )
  }
}
