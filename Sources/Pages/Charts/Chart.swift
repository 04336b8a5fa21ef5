import Texts

/// Something drawn of numbers: as SVG on a page or in a file, as characters on a terminal.
public protocol Chart: Sendable {
  /// The claim or the quantity that stands over the chart.
  var title: String { get }

  /// What the chart shows, in sentences, for those who cannot see it.
  var summary: String { get }

  /// The chart laid out for a width in pixels: text keeps its size, room is what changes.
  func drawing(width: Double) -> Drawing

  /// Writes the chart in characters, in lines no wider than the terminal.
  func draw(on terminal: Terminal)
}

extension Chart {
  /// The chart as a file of its own, which follows the reader's choice of light or dark.
  ///
  /// - Parameter width: How many pixels wide it is laid out.
  /// - Returns: An SVG document.
  public func svg(width: Double = 640) -> String {
    let drawing = drawing(width: width)
    return drawing.element(
      of: self, identifier: "chart",
      opening: "<style>\(ChartStyle.standalone)\(drawing.rules)</style>"
        + #"<rect class="paper" width="100%" height="100%"/>"#)
  }
}

/// A chart's elements, and how much room they take.
public struct Drawing: Sendable {
  /// How a text lies about its place.
  enum Anchor: String { case start, middle, end }

  /// How many pixels wide the drawing is.
  public internal(set) var width: Double

  /// How many pixels high the drawing is.
  public internal(set) var height: Double = 0

  /// How much larger than it is laid out a wide screen may show it.
  var largestScale = 1.0

  /// Rules for elements that only some drawings have.
  var rules = ""

  /// The elements in the order of painting, as SVG.
  public private(set) var elements = ""

  init(width: Double) { self.width = width }

  mutating func text(
    _ text: String, x: Double, y: Double, anchor: Anchor = .start, style: String = "label",
    rotation: Double = 0
  ) {
    let turn = rotation == 0 ? "" : #" transform="rotate(\#(p(rotation)) \#(p(x)) \#(p(y)))""#
    elements +=
      #"<text class="\#(style)" x="\#(p(x))" y="\#(p(y))" text-anchor="\#(anchor)"\#(turn)>"#
      + "\(escaped(text))</text>\n"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) {
    elements +=
      #"<line class="\#(style)" x1="\#(p(x1))" y1="\#(p(y1))" x2="\#(p(x2))" y2="\#(p(y2))"/>"#
      + "\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0, style: String,
    opacity: Double? = nil
  ) {
    let corners = radius == 0 ? "" : #" rx="\#(p(radius))""#
    let fill = opacity.map { #" fill-opacity="\#($0.asciiText(decimals: 3))""# } ?? ""
    elements +=
      #"<rect class="\#(style)" x="\#(p(x))" y="\#(p(y))" width="\#(p(max(0, width)))" "#
      + #"height="\#(p(max(0, height)))"\#(corners)\#(fill)/>"# + "\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, style: String) {
    elements += #"<circle class="\#(style)" cx="\#(p(x))" cy="\#(p(y))" r="\#(p(radius))"/>"# + "\n"
  }

  /// A line through points, or the area they enclose.
  mutating func path(_ points: [(x: Double, y: Double)], isClosed: Bool = false, style: String) {
    let commands = points.enumerated().map { index, point in
      "\(index == 0 ? "M" : "L")\(p(point.x)) \(p(point.y))"
    }
    elements +=
      #"<path class="\#(style)" d="\#(commands.joined())\#(isClosed ? "Z" : "")"/>"# + "\n"
  }

  /// Quadratic curves, each to a point by way of another that it bends towards.
  mutating func curve(
    from start: (x: Double, y: Double),
    _ bends: [(by: (x: Double, y: Double), to: (x: Double, y: Double))], style: String
  ) {
    let commands = bends.map { "Q\(p($0.by.x)) \(p($0.by.y)) \(p($0.to.x)) \(p($0.to.y))" }
    elements +=
      #"<path class="\#(style)" d="M\#(p(start.x)) \#(p(start.y))\#(commands.joined())"/>"#
      + "\n"
  }

  /// Draws another drawing below a height.
  mutating func append(_ drawing: Drawing, y: Double) {
    elements += #"<g transform="translate(0 \#(p(y)))">"# + "\n\(drawing.elements)</g>\n"
  }

  /// The whole SVG element with its text alternative.
  ///
  /// - Parameters:
  ///   - chart: Whose title and summary are read to those who cannot see it.
  ///   - identifier: What identifiers in the element begin with, unique on a page.
  ///   - attributes: More attributes of the element.
  ///   - opening: What comes before everything that is painted.
  /// - Returns: The element, with its title and summary in front.
  func element(
    of chart: some Chart, identifier: String, attributes: String = "", opening: String = ""
  ) -> String {
    #"<svg xmlns="http://www.w3.org/2000/svg" class="chart" role="img" "#
      + #"viewBox="0 0 \#(p(width)) \#(p(height))" width="\#(p(width * largestScale))" "#
      + #"height="\#(p(height * largestScale))" "#
      + #"aria-labelledby="\#(identifier)-title \#(identifier)-summary"\#(attributes)>"# + "\n"
      + #"<title id="\#(identifier)-title">\#(escaped(chart.title))</title>"# + "\n"
      + #"<desc id="\#(identifier)-summary">\#(escaped(chart.summary))</desc>"# + "\n"
      + opening + elements + "</svg>"
  }

  /// A coordinate in tenths of a pixel.
  private func p(_ value: Double) -> String {
    precondition(value.magnitude < 1e6, "a chart's coordinate is \(value)")
    return value.asciiText(decimals: 1)
  }
}

extension Double {
  /// The number as markup has it: with an ASCII minus, and without trailing zeros.
  func asciiText(decimals: Int) -> String {
    let text = text(decimals: decimals).replacing("−", with: "-")
    let digits = text.reversed().drop { $0 == "0" }.drop { $0 == "." }
    return text.contains(".") ? String(digits.reversed()) : text
  }
}
