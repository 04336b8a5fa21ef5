extension Diagram {
  /// Places a box with words in it.
  ///
  /// - Parameters:
  ///   - text: The words; a line break begins another line.
  ///   - centre: The middle of the box.
  ///   - width: How wide it is; without it, as wide as its words need.
  ///   - height: How high it is; without it, as high as its words need.
  ///   - tone: Its colour.
  ///   - outline: Whether it is a box, a round node, or words alone.
  ///   - lettering: How the words are set.
  /// - Returns: The rectangle that it takes, to draw arrows from and to.
  @discardableResult
  public mutating func box(
    _ text: String, at centre: Point, width: Double? = nil, height: Double? = nil,
    tone: Tone = .ink, outline: Outline = .box, lettering: Lettering = .plain
  ) -> Frame {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let height = height ?? Double(lines.count) * ChartStyle.lineHeight + 12
    let words = lines.map { TextSize.width(of: String($0), size: ChartStyle.fontSize) }
    let width = width ?? max((words.max() ?? 0) + 16, outline == .round ? height : 0)
    let frame = Frame(
      x: centre.x - width / 2, y: centre.y - height / 2, width: width, height: height)
    place(.box(frame, text: text, tone: tone, outline: outline, lettering: lettering))
    return frame
  }

  /// Writes words at a place.
  ///
  /// - Parameters:
  ///   - text: The words; a line break begins another line.
  ///   - point: The place.
  ///   - side: Where the words stand: on the place, or beside it.
  ///   - tone: Their colour.
  ///   - lettering: How they are set.
  public mutating func label(
    _ text: String, at point: Point, side: Side = .on, tone: Tone = .ink,
    lettering: Lettering = .plain
  ) {
    place(.label(text, point, side: side, tone: tone, lettering: lettering))
  }

  /// Draws a line through points.
  ///
  /// - Parameters:
  ///   - points: Two points or more.
  ///   - heads: Which ends are arrows.
  ///   - tone: Its colour.
  ///   - isDashed: Whether it is dashed.
  ///   - isHeavy: Whether it is drawn thick, as what is lit.
  public mutating func line(
    _ points: [Point], heads: Heads = .none, tone: Tone = .ink, isDashed: Bool = false,
    isHeavy: Bool = false
  ) {
    precondition(points.count > 1, "a line needs two points, not \(points.count)")
    place(.line(points, heads: heads, tone: tone, isDashed: isDashed, isHeavy: isHeavy))
  }

  /// Draws an arrow from one box to another, from edge to edge.
  ///
  /// - Parameters:
  ///   - start: Where it comes from.
  ///   - end: Where it goes to.
  ///   - label: Words in its middle.
  ///   - side: Where the words stand.
  ///   - shift: How far it is moved to its own left, so that two arrows can run side by side.
  ///   - heads: Which ends are arrows.
  ///   - tone: Its colour, and that of its words.
  ///   - isDashed: Whether it is dashed.
  ///   - isHeavy: Whether it is drawn thick.
  public mutating func arrow(
    from start: Frame, to end: Frame, label: String = "", side: Side = .on, shift: Double = 0,
    heads: Heads = .end, tone: Tone = .ink, isDashed: Bool = false, isHeavy: Bool = false
  ) {
    let (from, to) = (start.centre, end.centre)
    let length = from.distance(to: to)
    precondition(length > 0, "an arrow from a box to itself has no direction")
    let across = Point((to.y - from.y) / length * shift, (from.x - to.x) / length * shift)
    let (first, last) = (from + across, to + across)
    // A little room between an arrow and its boxes makes both easier to see.
    let points = [
      start.edge(from: first, towards: last, gap: 2), end.edge(from: last, towards: first, gap: 3),
    ]
    line(points, heads: heads, tone: tone, isDashed: isDashed, isHeavy: isHeavy)
    guard !label.isEmpty else { return }
    let middle = Point((points[0].x + points[1].x) / 2, (points[0].y + points[1].y) / 2)
    self.label(label, at: middle, side: side, tone: tone)
  }

  /// Draws a brace along an edge, with the words that it stands for.
  ///
  /// - Parameters:
  ///   - text: The words; a line break begins another line.
  ///   - start: Where it begins.
  ///   - end: Where it ends, on the same height as the start or straight below it.
  ///   - side: Where its point and the words are: above or below, left or right.
  ///   - tone: Its colour.
  public mutating func brace(
    _ text: String, from start: Point, to end: Point, side: Side, tone: Tone = .quiet
  ) {
    let isAcross = start.y == end.y
    precondition(
      isAcross
        ? side == .above || side == .below : start.x == end.x && [.left, .right].contains(side),
      "the brace “\(text)” runs across and points up or down, or runs down and points aside")
    place(.brace(from: start, to: end, side: side, text: text, tone: tone))
  }

  /// Keeps room that may stay empty, so that several diagrams are equally large, as frames have to be.
  ///
  /// - Parameter frame: What belongs to the picture in any case.
  public mutating func room(_ frame: Frame) { place(.room(frame)) }

  /// Places a square whose colour is a number: red above zero, blue below, white at zero.
  ///
  /// - Parameters:
  ///   - value: The number, from −1 to 1; what is beyond has the full colour.
  ///   - frame: Where it stands.
  ///   - text: What stands in it, such as the number that the colour was made from.
  public mutating func square(_ value: Double, in frame: Frame, text: String = "") {
    precondition(value.isFinite, "a square of \(value) has no colour")
    place(.square(frame, value: min(max(value, -1), 1), text: text))
  }

  /// Places squares in rows, each with the colour of its number.
  ///
  /// - Parameters:
  ///   - values: The numbers, row after row, from −1 to 1.
  ///   - corner: The upper left corner.
  ///   - side: How long a side of a square is.
  ///   - texts: What stands in them, in the same rows; none for nothing.
  /// - Returns: The rectangle that all of them take.
  @discardableResult
  public mutating func squares(
    _ values: [[Double]], at corner: Point, side: Double = 24, texts: [[String]] = []
  ) -> Frame {
    for (row, numbers) in values.enumerated() {
      for (column, value) in numbers.enumerated() {
        let frame = Frame(
          x: corner.x + Double(column) * side, y: corner.y + Double(row) * side, width: side,
          height: side)
        square(value, in: frame, text: texts.isEmpty ? "" : texts[row][column])
      }
    }
    return Frame(
      x: corner.x, y: corner.y, width: Double(values.map(\.count).max() ?? 0) * side,
      height: Double(values.count) * side)
  }

  /// Draws a ruler: a line across with ticks and what stands at them.
  ///
  /// - Parameters:
  ///   - ends: Where it begins and ends, from left to right.
  ///   - y: How far down it is.
  ///   - ticks: Where the ticks are, and what is written at each.
  ///   - side: Where ticks and words stand: above or below.
  ///   - tone: Its colour.
  public mutating func ruler(
    _ ends: ClosedRange<Double>, y: Double, ticks: [(x: Double, text: String)],
    side: Side = .below, tone: Tone = .quiet
  ) {
    precondition(side == .above || side == .below, "a ruler has its ticks above or below")
    let length = side == .below ? 6.0 : -6
    line([Point(ends.lowerBound, y), Point(ends.upperBound, y)], tone: tone)
    for tick in ticks {
      line([Point(tick.x, y), Point(tick.x, y + length)], tone: tone)
      if !tick.text.isEmpty {
        label(tick.text, at: Point(tick.x, y + length), side: side, tone: tone)
      }
    }
  }
}

extension Diagram.Point {
  static func + (left: Self, right: Self) -> Self { Self(left.x + right.x, left.y + right.y) }

  func distance(to other: Self) -> Double {
    let (across, down) = (other.x - x, other.y - y)
    return (across * across + down * down).squareRoot()
  }
}

extension Diagram.Frame {
  /// Where the way from a point inside to another leaves the frame, and a gap further on.
  func edge(from inside: Diagram.Point, towards other: Diagram.Point, gap: Double) -> Diagram.Point
  {
    let (across, down) = (other.x - inside.x, other.y - inside.y)
    let length = inside.distance(to: other)
    func share(_ distance: Double, _ step: Double) -> Double {
      step == 0 ? .infinity : distance / step
    }
    let toSide = share((across > 0 ? x + width : x) - inside.x, across)
    let toEnd = share((down > 0 ? y + height : y) - inside.y, down)
    let part = min(toSide, toEnd, 1) + gap / length
    return Diagram.Point(inside.x + across * part, inside.y + down * part)
  }
}
