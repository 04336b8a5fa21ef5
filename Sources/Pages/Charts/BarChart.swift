import Foundation
import Texts

/// Values with names, as bars to the right of zero and to the left of it.
///
/// Each bar carries its number. Bars that speak for are red and bars that speak against blue, as
/// everywhere in the course; amounts that have no sign, such as scores, are green. A value that is
/// not finite has no bar, and its number says so.
public struct BarChart: Chart, Equatable {
  /// One of the bars.
  public struct Bar: Equatable, Sendable {
    /// What is measured.
    public let name: String
    /// How long the bar is.
    public let value: Double
    /// How far the value usually is from that, drawn as a line to both sides; nil for nothing.
    public let spread: Double?
    /// Whether it stands back behind the others, which are what the chart is about.
    public let isQuiet: Bool

    /// Makes a bar.
    ///
    /// - Parameters:
    ///   - name: What is measured.
    ///   - value: How long the bar is.
    ///   - spread: How far the value usually is from that; nil for nothing.
    ///   - isQuiet: Whether it stands back behind the others.
    public init(_ name: String, _ value: Double, spread: Double? = nil, isQuiet: Bool = false) {
      self.name = name
      self.value = value
      self.spread = spread
      self.isQuiet = isQuiet
    }
  }

  /// In which order bars stand.
  public enum Order: Equatable, Sendable {
    /// As they are given.
    case given
    /// The largest value first.
    case value
    /// The value farthest from zero first.
    case magnitude
  }

  /// A value to compare with, drawn as a line across all bars.
  public struct Mark: Equatable, Sendable {
    /// What the value is.
    public let name: String
    /// Where the line stands.
    public let value: Double

    /// Makes a mark.
    ///
    /// - Parameters:
    ///   - name: What the value is, such as chance.
    ///   - value: Where the line stands.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  /// The claim or the quantity that stands over the chart.
  public let title: String

  /// What the length of a bar measures.
  public let axis: Axis

  /// The bars from top to bottom.
  public let bars: [Bar]

  /// A value to compare with; nil for none.
  public let mark: Mark?

  /// How many decimals the numbers have; nothing for as many as give the largest three digits.
  public let decimals: Int?

  /// Whether values above zero speak for something, and values below zero against it.
  public let isSigned: Bool

  /// Makes a chart.
  ///
  /// - Parameters:
  ///   - title: The claim or the quantity that stands over the chart.
  ///   - axis: What the length of a bar measures, on a linear scale.
  ///   - bars: The bars.
  ///   - order: In which order they stand; those that are not finite are last.
  ///   - mark: A value to compare with; nil for none.
  ///   - decimals: How many decimals the numbers have; nothing for as many as give the largest
  ///     three digits.
  ///   - isSigned: Whether values above zero speak for something, and values below zero against it;
  ///     a chart with a value below zero is signed in any case.
  public init(
    _ title: String, axis: Axis, bars: [Bar], order: Order = .given, mark: Mark? = nil,
    decimals: Int? = nil, isSigned: Bool = false
  ) {
    precondition(
      axis.scale == .linear,
      "bars begin at zero, which a logarithmic axis does not have: draw a line chart instead")
    self.title = title
    self.axis = axis
    self.mark = mark
    self.decimals = decimals
    self.isSigned = isSigned || bars.contains { $0.value < 0 }
    func rank(_ bar: Bar) -> Double {
      axis.holds(bar.value) ? order == .value ? bar.value : bar.value.magnitude : -.infinity
    }
    // Equal ones stay as they are given, so that equal input gives an equal chart.
    self.bars =
      order == .given
      ? bars
      : bars.enumerated().sorted { first, second in
        (rank(second.element), first.offset) < (rank(first.element), second.offset)
      }.map(\.element)
  }

  /// The number that a bar carries: all with as many decimals as give the largest three digits.
  func text(of value: Double) -> String {
    if let decimals { return value.text(decimals: decimals) }
    let values = allValues()
    let largest = values.map(\.magnitude).max() ?? 0
    guard value.isFinite, largest < 1e6 else { return value.shortText }
    let isWhole = values.allSatisfy { $0 == $0.rounded() }
    let decimals = isWhole ? 0 : (0...6).first { largest >= 100 / pow(10, Double($0)) } ?? 6
    let text = value.text(decimals: decimals)
    // What would vanish keeps digits of its own.
    return value == 0 || text.contains { "1"..."9" ~= $0 } ? text : value.shortText
  }

  /// The number that a bar carries, with its spread behind it.
  func text(of bar: Bar) -> String {
    text(of: bar.value) + (bar.spread.map { " ± \(text(of: $0))" } ?? "")
  }

  /// What is on the axis in any case: zero, where bars begin, and the mark.
  func allValues() -> [Double] {
    ([0] + bars.map(\.value) + [mark?.value].compactMap { $0 }).filter(axis.holds)
  }

  /// What has to fit on the axis: all values, as far as their spreads reach.
  func reaches() -> [Double] {
    allValues()
      + bars.flatMap { bar in bar.spread.map { [bar.value - $0, bar.value + $0] } ?? [] }
      .filter(axis.holds)
  }

  var note: String? {
    if bars.isEmpty { return "There are no values to draw." }
    let lost = bars.count { !axis.holds($0.value) }
    return lost == 0 ? nil : "\(lost) of \(bars.count) values are not finite and have no bar."
  }

  /// The values in sentences, for those who cannot see the chart.
  public var summary: String {
    let values = bars.map { "\($0.name) \(text(of: $0))" }.joined(separator: ", ")
    let start = "Bar chart of \(axis.fullTitle)" + (bars.isEmpty ? "." : ": \(values).")
    let comparison = mark.map { "A line marks \($0.name), \(text(of: $0.value))." }
    return ([start] + [comparison, note].compactMap { $0 }).joined(separator: " ")
  }

  /// How the lines look that show spreads.
  static let whiskers = ".chart .whisker{stroke:var(--ink);stroke-width:1.5}\n"

  /// The chart laid out for a width in pixels.
  public func drawing(width: Double) -> Drawing {
    let (size, lineHeight) = (ChartStyle.fontSize, ChartStyle.lineHeight)
    var drawing = Drawing(width: width)
    if bars.contains(where: { $0.spread != nil }) { drawing.rules = Self.whiskers }
    var y = drawing.paragraph(title, y: 0, size: ChartStyle.titleSize, style: "title")
    y = drawing.paragraph(axis.fullTitle, y: y, size: size, style: "quiet") + 6

    // Names stand beside the bars, or above them where they would take more than their share.
    let nameWidth = bars.map { TextSize.width(of: $0.name, size: size) }.max() ?? 0
    let isBeside = nameWidth <= width * 0.34
    let valueWidth = bars.map { TextSize.width(of: text(of: $0), size: size) }.max() ?? 0
    let (low, high) = extent(of: reaches())
    let isTwoSided = extent(of: allValues()).low < 0
    // A number stands behind its bar's end, so that both ends need room for one.
    let left = (isBeside ? nameWidth + 10 : 0) + (isTwoSided ? valueWidth + 8 : 0)
    let room = max(30, width - left - (valueWidth + 8))
    func place(_ value: Double) -> Double { left + (value - low) / (high - low) * room }

    if let mark, axis.holds(mark.value) {
      let label = "\(mark.name) \(text(of: mark.value))"
      let half = TextSize.width(of: label, size: size) / 2
      let middle = min(max(place(mark.value), half), max(half, width - half))
      drawing.text(label, x: middle, y: y + size, anchor: .middle, style: "quiet")
      y += lineHeight + 4
    }
    for bar in bars {
      let above = y
      if !isBeside {
        for line in TextSize.wrapped(bar.name, to: width, size: size) {
          drawing.text(line, x: 0, y: y + size)
          y += lineHeight
        }
      } else {
        drawing.text(bar.name, x: 0, y: y + 15)
      }
      let isHeld = axis.holds(bar.value)
      let (zero, end) = (place(0), place(isHeld ? bar.value : 0))
      let style =
        bar.isQuiet
        ? "bar-quiet" : !isSigned ? "bar" : bar.value < 0 ? "bar-negative" : "bar-positive"
      drawing.rectangle(
        x: min(zero, end), y: y + 2, width: abs(end - zero), height: 16, style: style)
      let isNegative = isHeld && bar.value < 0
      var tip = end
      if isHeld, let spread = bar.spread, axis.holds(bar.value + spread),
        axis.holds(bar.value - spread)
      {
        let (from, to) = (place(bar.value - spread), place(bar.value + spread))
        drawing.line(from, y + 10, to, y + 10, style: "whisker")
        tip = isNegative ? from : to
      }
      drawing.text(
        text(of: bar), x: isNegative ? tip - 6 : tip + 6, y: y + 15,
        anchor: isNegative ? .end : .start, style: bar.isQuiet ? "quiet" : "label")
      // Names above the bars are not crossed by lines.
      let (from, to) = (isBeside ? above - 4 : y, y + 22)
      drawing.line(place(0), from, place(0), to, style: "axis")
      if let mark, axis.holds(mark.value) {
        drawing.line(place(mark.value), from, place(mark.value), to, style: "mark")
      }
      y += isBeside ? 26 : 28
    }
    if let note { y = drawing.paragraph(note, y: y + 4, size: size, style: "quiet") }
    drawing.height = y + 4
    return drawing
  }

  /// The ends of the axis: bars fill the room, since their numbers say what ticks would.
  func extent(of values: [Double]) -> (low: Double, high: Double) {
    let shown = axis.including
    let low = min(0, values.min() ?? 0, shown?.lowerBound ?? 0)
    let high = max(0, values.max() ?? 0, shown?.upperBound ?? 0)
    return low == high ? (0, 1) : (low, high)
  }
}
