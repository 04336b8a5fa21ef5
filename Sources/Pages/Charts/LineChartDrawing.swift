extension LineChart {
  /// The chart laid out for a width in pixels.
  public func drawing(width: Double) -> Drawing {
    let size = ChartStyle.fontSize
    var drawing = Drawing(width: width)
    var top = drawing.paragraph(title, y: 0, size: ChartStyle.titleSize, style: "title") + 4

    // Names at the ends need a margin; above a fifth to a third of the width, lines need it more.
    let drawn = lines.indices.filter { !runs(of: lines[$0]).isEmpty }
    let nameWidth = drawn.map { TextSize.width(of: lines[$0].name, size: size) }.max() ?? 0
    let plotHeight = min(300, max(190, width * 0.46))
    let isDirect =
      !lines.contains(where: \.isCloud) && nameWidth <= width * 0.3
      && Double(drawn.count) * ChartStyle.lineHeight <= plotHeight
    if !isDirect { top = drawing.legend(of: self, drawn, y: top) + 4 }

    let yTicks = y.ticks(covering: allY(), about: y.scale == .linear ? 5 : 8)
    let left = (yTicks.labels.map { TextSize.width(of: $0, size: size) }.max() ?? 0) + 8
    top = drawing.paragraph(y.fullTitle, y: top, size: size, style: "quiet") + 12

    let (xTicks, shown) = xTicks(room: width - left - (isDirect ? nameWidth + 22 : 0))
    let lastWidth =
      xTicks.labels.indices.last { shown[$0] }
      .map { TextSize.width(of: xTicks.labels[$0], size: size) } ?? 0
    let right = max(isDirect ? nameWidth + 22 : 6, lastWidth / 2 + 2)
    let plot = Plot(
      left: left, top: top, width: max(40, width - left - right), height: plotHeight, x: xTicks,
      y: yTicks)

    for (value, label) in zip(yTicks.values, yTicks.labels) {
      let height = plot.place(xTicks.values[0], value).y
      drawing.line(left, height, left + plot.width, height, style: "grid")
      drawing.text(label, x: left - 8, y: height + 5, anchor: .end, style: "quiet")
    }
    let bottom = top + plotHeight
    drawing.line(left, bottom, left + plot.width, bottom, style: "axis")
    for (index, value) in xTicks.values.enumerated() {
      let across = plot.place(value, yTicks.values[0]).x
      drawing.line(across, bottom, across, bottom + 5, style: "axis")
      guard shown[index] else { continue }
      drawing.text(
        xTicks.labels[index], x: across, y: bottom + 21, anchor: .middle, style: "quiet")
    }

    for index in drawn { drawing.band(of: lines[index], runs(of: lines[index]), index, on: plot) }
    for index in drawn { drawing.line(of: lines[index], runs(of: lines[index]), index, on: plot) }
    if isDirect { drawing.names(of: self, drawn, on: plot) }

    var end = drawing.paragraph(
      x.fullTitle, y: bottom + 27, size: size, style: "quiet", from: left, to: left + plot.width)
    if let note { end = drawing.paragraph(note, y: end + 4, size: size, style: "quiet") }
    drawing.height = end + 4
    return drawing
  }

  /// Ticks to the right, and which have room for a label.
  private func xTicks(room: Double) -> (Ticks, [Bool]) {
    let data = allX()
    var ticks = x.ticks(covering: data, about: 6)
    for count in [6, 5, 4, 3, 2] {
      ticks = x.ticks(covering: data, about: count)
      if labelsFit(ticks, every: 1, room: room) { break }
    }
    let step = (1...ticks.values.count).first { labelsFit(ticks, every: $0, room: room) }
    return (ticks, ticks.values.indices.map { $0 % (step ?? ticks.values.count) == 0 })
  }

  private func labelsFit(_ ticks: Ticks, every step: Int, room: Double) -> Bool {
    var end = -Double.infinity
    for index in stride(from: 0, to: ticks.values.count, by: step) {
      let width = TextSize.width(of: ticks.labels[index], size: ChartStyle.fontSize)
      let middle = ticks.place(of: ticks.values[index]) * room
      if middle - width / 2 < end + 10 { return false }
      end = middle + width / 2
    }
    return true
  }
}

/// The rectangle that data are drawn in.
private struct Plot {
  let left: Double
  let top: Double
  let width: Double
  let height: Double
  let x: Ticks
  let y: Ticks

  func place(_ x: Double, _ y: Double) -> (x: Double, y: Double) {
    (left + self.x.place(of: x) * width, top + (1 - self.y.place(of: y)) * height)
  }
}

extension Drawing {
  fileprivate mutating func band(
    of line: LineChart.Line, _ runs: [[LineChart.Point]], _ index: Int, on plot: Plot
  ) {
    for run in runs {
      // A point without a band ends it: half a band would be a lie.
      for piece in run.split(whereSeparator: { $0.band == nil }) where piece.count > 1 {
        let upper = piece.compactMap { point in
          point.band.map { plot.place(point.x, $0.upperBound) }
        }
        let lower = piece.compactMap { point in
          point.band.map { plot.place(point.x, $0.lowerBound) }
        }
        let style = "band-\(index % ChartStyle.colourCount)"
        path(upper + lower.reversed(), isClosed: true, style: style)
      }
    }
  }

  fileprivate mutating func line(
    of line: LineChart.Line, _ runs: [[LineChart.Point]], _ index: Int, on plot: Plot
  ) {
    let point = "point-\(index % ChartStyle.colourCount)"
    if line.isCloud {
      for place in runs.joined().map({ plot.place($0.x, $0.y) }) {
        circle(x: place.x, y: place.y, radius: 2.5, style: point)
      }
      return
    }
    let isSparse = runs.reduce(0) { $0 + $1.count } <= 12 && !line.isReference
    for run in runs {
      let points = run.map { plot.place($0.x, $0.y) }
      if points.count > 1 {
        path(points, style: line.isReference ? "reference" : ChartStyle.line(index))
      }
      guard isSparse || points.count == 1 else { continue }
      for place in points { circle(x: place.x, y: place.y, radius: 3, style: point) }
    }
  }

  /// Writes each name to the right of the plot, as near to its line's end as the others allow.
  fileprivate mutating func names(of chart: LineChart, _ drawn: [Int], on plot: Plot) {
    let ends = drawn.compactMap { index in
      chart.runs(of: chart.lines[index]).last?.last.map { (index, plot.place($0.x, $0.y)) }
    }.sorted { ($0.1.y, $0.0) < ($1.1.y, $1.0) }
    let heights = spread(
      ends.map(\.1.y), apart: ChartStyle.lineHeight, from: plot.top, to: plot.top + plot.height)
    let edge = plot.left + plot.width
    for ((index, end), height) in zip(ends, heights) {
      if abs(end.y - height) > 3 || end.x < edge - 3 {
        path(
          [(end.x + 5, end.y), (max(end.x + 5, edge), end.y), (edge + 14, height)], style: "leader")
      }
      let style =
        chart.lines[index].isReference ? "quiet" : "text-\(index % ChartStyle.colourCount)"
      text(chart.lines[index].name, x: edge + 18, y: height + 5, style: style)
    }
  }

  /// Writes samples of the lines with their names above the plot and returns where they end.
  fileprivate mutating func legend(of chart: LineChart, _ drawn: [Int], y: Double) -> Double {
    let (size, sample) = (ChartStyle.fontSize, 34.0)
    var (x, y) = (0.0, y)
    for index in drawn {
      let line = chart.lines[index]
      let name = TextSize.shortened(line.name, to: width - sample, size: size)
      let room = sample + TextSize.width(of: name, size: size)
      if x > 0, x + room > width { (x, y) = (0, y + ChartStyle.lineHeight + 2) }
      if line.isCloud {
        circle(x: x + 22, y: y + 10, radius: 4, style: "point-\(index % ChartStyle.colourCount)")
      } else {
        self.line(
          x, y + 10, x + 26, y + 10, style: line.isReference ? "reference" : ChartStyle.line(index))
      }
      text(name, x: x + sample, y: y + size)
      x += room + 18
    }
    return y + ChartStyle.lineHeight + 4
  }

  /// Writes lines of text centred between two edges and returns where they end.
  fileprivate mutating func paragraph(
    _ text: String, y: Double, size: Double, style: String, from left: Double, to right: Double
  ) -> Double {
    var y = y
    for line in TextSize.wrapped(text, to: right - left, size: size) {
      self.text(line, x: (left + right) / 2, y: y + size, anchor: .middle, style: style)
      y += size + 5
    }
    return y
  }
}

/// Places near the wished ones, in their order, at least a distance apart and between two ends.
///
/// Pushing down from the top and then up from the bottom: whoever is pushed touches a neighbour, so
/// that nobody moves farther than its crowd needs.
private func spread(
  _ wishes: [Double], apart distance: Double, from low: Double, to high: Double
) -> [Double] {
  var places = wishes
  var free = low
  for index in places.indices {
    places[index] = max(places[index], free)
    free = places[index] + distance
  }
  var limit = high
  for index in places.indices.reversed() {
    places[index] = min(places[index], limit)
    limit = places[index] - distance
  }
  return places
}
