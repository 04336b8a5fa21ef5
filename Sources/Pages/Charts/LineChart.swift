import Texts

/// Lines over an axis, each with a band if it is uncertain, and clouds of points.
///
/// Names stand at the lines' ends where there is room, above the chart elsewhere, and never on the
/// data. Numbers that have no place (not finite, or not positive on a logarithmic axis) leave a
/// gap, and the chart says how many they are.
public struct LineChart: Chart, Equatable {
  /// One of the lines.
  public struct Line: Equatable, Sendable {
    /// What the line is called.
    public let name: String
    /// Where its points lie.
    public let x: [Double]
    /// How high its points lie.
    public let y: [Double]
    /// The lower and the upper edge of its band at each point; nil for none.
    public let band: [ClosedRange<Double>]?
    /// Whether it is a law to compare with, such as 1/√n, and no measurement.
    public let isReference: Bool
    /// Whether its points stand for themselves and are not joined.
    public let isCloud: Bool

    /// Makes a line of points.
    ///
    /// - Parameters:
    ///   - name: What the line is called.
    ///   - x: Where its points lie.
    ///   - y: How high its points lie, as many.
    ///   - band: The lower and the upper edge of its band at each point; nil for none.
    ///   - isReference: Whether it is a law to compare with and no measurement.
    ///   - isCloud: Whether its points stand for themselves and are not joined.
    public init(
      _ name: String, x: [Double], y: [Double], band: [ClosedRange<Double>]? = nil,
      isReference: Bool = false, isCloud: Bool = false
    ) {
      precondition(
        x.count == y.count && x.count == band?.count ?? x.count,
        "the line \(name) has \(x.count) places, \(y.count) heights"
          + (band.map { " and \($0.count) pieces of a band" } ?? "")
          + ": as many are needed of each")
      self.name = name
      self.x = x
      self.y = y
      self.band = band
      self.isReference = isReference
      self.isCloud = isCloud
    }
  }

  /// The claim or the quantity that stands over the chart.
  public let title: String

  /// What goes to the right.
  public let x: Axis

  /// What goes up.
  public let y: Axis

  /// The lines in the order of their colours.
  public let lines: [Line]

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: The claim or the quantity that stands over the chart.
  ///   - x: What goes to the right.
  ///   - y: What goes up.
  ///   - lines: The lines in the order of their colours.
  public init(_ title: String, x: Axis, y: Axis, lines: [Line]) {
    self.title = title
    self.x = x
    self.y = y
    self.lines = lines
  }

  /// One piece of a line: a point that has a place, and the band there if it has one, too.
  struct Point: Equatable {
    var x: Double
    var y: Double
    var band: ClosedRange<Double>?
  }

  /// A line's points that have a place, cut where one between them has none.
  func runs(of line: Line) -> [[Point]] {
    var runs: [[Point]] = [[]]
    for (index, (x, y)) in zip(line.x, line.y).enumerated() {
      guard self.x.holds(x), self.y.holds(y) else {
        runs.append([])
        continue
      }
      let band = line.band?[index]
      let hasBand = band.map { self.y.holds($0.lowerBound) && self.y.holds($0.upperBound) } ?? false
      runs[runs.count - 1].append(Point(x: x, y: y, band: hasBand ? band : nil))
    }
    return runs.filter { !$0.isEmpty }
  }

  /// How many points have no place.
  var lostCount: Int {
    lines.reduce(0) { $0 + $1.x.count - runs(of: $1).reduce(0) { $0 + $1.count } }
  }

  /// What has to be said about points that are not drawn.
  var note: String? {
    if lines.allSatisfy({ $0.x.isEmpty }) { return "There are no values to draw." }
    guard lostCount > 0 else { return nil }
    let isLogarithmic = x.scale == .logarithmic || y.scale == .logarithmic
    return "\(lostCount) of \(lines.reduce(0) { $0 + $1.x.count }) points cannot be drawn: "
      + (isLogarithmic
        ? "they are not finite, not above 0, or too large." : "they are not finite, or too large.")
  }

  func allX() -> [Double] { lines.flatMap { runs(of: $0).joined().map(\.x) } }

  func allY() -> [Double] {
    lines.flatMap { line in
      runs(of: line).joined().flatMap { point in
        [point.y] + (point.band.map { [$0.lowerBound, $0.upperBound] } ?? [])
      }
    }
  }

  /// The values in sentences, for those who cannot see the chart.
  public var summary: String {
    var sentences = [
      "Line chart of \(y.fullTitle)\(y.scale == .logarithmic ? ", logarithmic," : "") "
        + "over \(x.fullTitle)\(x.scale == .logarithmic ? ", logarithmic" : "")."
    ]
    for line in lines {
      let points = runs(of: line).flatMap { $0 }
      guard let first = points.first, let last = points.last else {
        sentences.append("\(line.name): no values.")
        continue
      }
      if line.isCloud {
        let (across, up) = (points.map(\.x), points.map(\.y))
        sentences.append(
          "\(line.name): \(points.count) points from \((across.min() ?? 0).shortText) to "
            + "\((across.max() ?? 0).shortText) across and \((up.min() ?? 0).shortText) to "
            + "\((up.max() ?? 0).shortText) up.")
        continue
      }
      sentences.append(
        points.count == 1
          ? "\(line.name): \(first.y.shortText) at \(first.x.shortText)."
          : "\(line.name): from \(first.y.shortText) at \(first.x.shortText) to "
            + "\(last.y.shortText) at \(last.x.shortText)"
            + (line.band == nil ? "." : ", with a band.")
      )
    }
    return (sentences + [note].compactMap { $0 }).joined(separator: " ")
  }
}
