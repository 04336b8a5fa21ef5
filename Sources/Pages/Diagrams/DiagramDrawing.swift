import Texts

extension Diagram {
  /// The diagram in SVG: it has one layout, which a wide screen shows a little larger.
  public func drawing(width: Double) -> Drawing {
    let bounds = bounds
    precondition(
      bounds.width <= Self.largestWidth,
      "the diagram “\(title)” is \(bounds.width.text(decimals: 0)) wide, and a phone shows "
        + "\(Int(Self.largestWidth)): put parts of it under each other")
    var drawing = Drawing(width: bounds.width)
    drawing.height = bounds.height
    drawing.largestScale = 1.3
    drawing.rules = DiagramStyle.rules
    for element in elements { drawing.draw(element, from: Point(bounds.x, bounds.y)) }
    return drawing
  }

  /// What the elements take, with a narrow margin.
  var bounds: Frame {
    let frames = elements.map(\.frame)
    let margin = 5.0
    let (left, top) = (frames.map(\.x).min() ?? 0, frames.map(\.y).min() ?? 0)
    let right = frames.map { $0.x + $0.width }.max() ?? 0
    let bottom = frames.map { $0.y + $0.height }.max() ?? 0
    return Frame(
      x: left - margin, y: top - margin, width: right - left + 2 * margin,
      height: bottom - top + 2 * margin)
  }
}

extension Diagram.Element {
  /// About what it takes, words included.
  var frame: Diagram.Frame {
    switch self {
    case .box(let frame, _, _, _, _), .square(let frame, _, _), .room(let frame): return frame
    case .label(let text, let point, let side, _, _): return words(text, at: point, side).frame
    case .line(let points, _, _, _, _):
      let (x, y) = (points.map(\.x), points.map(\.y))
      let (left, top) = (x.min() ?? 0, y.min() ?? 0)
      return Diagram.Frame(
        x: left, y: top, width: (x.max() ?? 0) - left, height: (y.max() ?? 0) - top)
    case .brace(let start, let end, let side, let text, _):
      let words = words(text, at: Diagram.Element.tip(of: start, end, side), side).frame
      let (left, top) = (min(start.x, words.x), min(start.y, words.y))
      return Diagram.Frame(
        x: left, y: top, width: max(end.x, words.x + words.width) - left,
        height: max(end.y, words.y + words.height) - top)
    }
  }

  /// How far a brace reaches out.
  static let braceDepth = 10.0

  /// The point of a brace, where its words begin.
  static func tip(
    of start: Diagram.Point, _ end: Diagram.Point, _ side: Diagram.Side
  ) -> Diagram.Point {
    let middle = Diagram.Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    switch side {
    case .above: return middle + Diagram.Point(0, -braceDepth)
    case .below: return middle + Diagram.Point(0, braceDepth)
    case .left: return middle + Diagram.Point(-braceDepth, 0)
    case .right: return middle + Diagram.Point(braceDepth, 0)
    case .on: return middle
    }
  }
}

/// Lines of words at a place: what they take, and how each lies about its own place.
struct PlacedWords {
  let frame: Diagram.Frame
  let lines: [String]
  let anchor: Drawing.Anchor
  /// Where the lines' texts are anchored.
  let x: Double

  /// The middle of a line, from the top.
  func middle(of line: Int) -> Double {
    frame.y + (Double(line) + 0.5) * ChartStyle.lineHeight
  }
}

func words(_ text: String, at point: Diagram.Point, _ side: Diagram.Side) -> PlacedWords {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  let width = lines.map { TextSize.width(of: $0, size: ChartStyle.fontSize) }.max() ?? 0
  let height = Double(lines.count) * ChartStyle.lineHeight
  let gap = 4.0
  let (x, left, anchor): (Double, Double, Drawing.Anchor) =
    switch side {
    case .on, .above, .below: (point.x, point.x - width / 2, .middle)
    case .left: (point.x - gap, point.x - gap - width, .end)
    case .right: (point.x + gap, point.x + gap, .start)
    }
  let top =
    switch side {
    case .on, .left, .right: point.y - height / 2
    case .above: point.y - height - 1
    case .below: point.y + 1
    }
  return PlacedWords(
    frame: Diagram.Frame(x: left, y: top, width: width, height: height), lines: lines,
    anchor: anchor, x: x)
}

extension Drawing {
  fileprivate mutating func draw(_ element: Diagram.Element, from origin: Diagram.Point) {
    switch element {
    case .box(let frame, let text, let tone, let outline, let lettering):
      if outline != .none {
        rectangle(
          x: frame.x - origin.x, y: frame.y - origin.y, width: frame.width, height: frame.height,
          radius: outline == .round ? min(frame.height / 2, 16) : 4, style: "d-box d-\(tone)")
      }
      write(
        text, at: frame.centre, .on, tone == .quiet ? .quiet : .ink, lettering, origin,
        style: outline == .none ? "" : " d-inside")
    case .label(let text, let point, let side, let tone, let lettering):
      write(text, at: point, side, tone, lettering, origin)
    case .line(let points, let heads, let tone, let isDashed, let isHeavy):
      let places = points.map { (x: $0.x - origin.x, y: $0.y - origin.y) }
      let style = "d-line d-\(tone)\(isDashed ? " d-dashed" : "")\(isHeavy ? " d-heavy" : "")"
      let size = isHeavy ? 11.0 : 9
      var ends = places
      if heads != .none { ends.shorten(by: size - 2) }
      if heads == .both {
        ends.reverse()
        ends.shorten(by: size - 2)
      }
      path(ends, style: style)
      guard heads != .none else { return }
      head(at: places[places.count - 1], from: places[places.count - 2], size, "d-head d-\(tone)")
      if heads == .both { head(at: places[0], from: places[1], size, "d-head d-\(tone)") }
    case .brace(let start, let end, let side, let text, let tone):
      brace(start, end, side, origin, style: "d-line d-\(tone)")
      write(text, at: Diagram.Element.tip(of: start, end, side), side, .ink, .plain, origin)
    case .room: break
    case .square(let frame, let value, let text):
      rectangle(
        x: frame.x - origin.x, y: frame.y - origin.y, width: frame.width, height: frame.height,
        style: "d-square")
      rectangle(
        x: frame.x - origin.x, y: frame.y - origin.y, width: frame.width, height: frame.height,
        style: value < 0 ? "d-against" : "d-for", opacity: value.magnitude)
      guard !text.isEmpty else { return }
      let centre = frame.centre
      self.text(
        text, x: centre.x - origin.x, y: centre.y - origin.y + 5, anchor: .middle,
        style: value.magnitude > 0.62 ? "d-on-square" : "d-in-square")
    }
  }

  private mutating func write(
    _ text: String, at point: Diagram.Point, _ side: Diagram.Side, _ tone: Diagram.Tone,
    _ lettering: Diagram.Lettering, _ origin: Diagram.Point, style: String = ""
  ) {
    let words = words(text, at: point, side)
    // Words on a line interrupt it.
    if side == .on, style.isEmpty {
      let narrower = words.frame.width * 0.08
      rectangle(
        x: words.frame.x - origin.x + narrower, y: words.frame.y - origin.y + 2,
        width: words.frame.width - 2 * narrower, height: words.frame.height - 4, style: "paper")
    }
    for (index, line) in words.lines.enumerated() {
      self.text(
        line, x: words.x - origin.x, y: words.middle(of: index) - origin.y + 5,
        anchor: words.anchor, style: "d-text d-\(tone) d-\(lettering)\(style)")
    }
  }

  private mutating func head(
    at tip: (x: Double, y: Double), from: (x: Double, y: Double), _ size: Double, _ style: String
  ) {
    let length = Diagram.Point(tip.x, tip.y).distance(to: Diagram.Point(from.x, from.y))
    let (x, y) = ((from.x - tip.x) / length, (from.y - tip.y) / length)
    let half = size * 0.42
    path(
      [
        tip, (tip.x + x * size - y * half, tip.y + y * size + x * half),
        (tip.x + x * size + y * half, tip.y + y * size - x * half),
      ], isClosed: true, style: style)
  }

  private mutating func brace(
    _ start: Diagram.Point, _ end: Diagram.Point, _ side: Diagram.Side, _ origin: Diagram.Point,
    style: String
  ) {
    let isAcross = side == .above || side == .below
    let out = side == .above || side == .left ? -1.0 : 1
    let depth = Diagram.Element.braceDepth / 2 * out
    let span = isAcross ? end.x - start.x : end.y - start.y
    let bend = min(span / 4, Diagram.Element.braceDepth / 2)
    // Along the brace and out of it: an arc, a straight run, an arc to the point, and mirrored.
    func point(_ along: Double, _ away: Double) -> (x: Double, y: Double) {
      isAcross
        ? (start.x - origin.x + along, start.y - origin.y + away)
        : (start.x - origin.x + away, start.y - origin.y + along)
    }
    curve(
      from: point(0, 0),
      [
        (point(0, depth), point(bend, depth)),
        (point(span / 4, depth), point(span / 2 - bend, depth)),
        (point(span / 2, depth), point(span / 2, 2 * depth)),
        (point(span / 2, depth), point(span / 2 + bend, depth)),
        (point(span * 3 / 4, depth), point(span - bend, depth)),
        (point(span, depth), point(span, 0)),
      ], style: style)
  }
}

extension [(x: Double, y: Double)] {
  /// Ends the last piece a little earlier, where a head's base is.
  fileprivate mutating func shorten(by length: Double) {
    let (from, to) = (self[count - 2], self[count - 1])
    let whole = Diagram.Point(from.x, from.y).distance(to: Diagram.Point(to.x, to.y))
    let part = Swift.max(0, whole - length) / Swift.max(whole, .leastNonzeroMagnitude)
    self[count - 1] = (from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part)
  }
}
