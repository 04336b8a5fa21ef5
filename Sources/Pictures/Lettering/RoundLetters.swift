extension Canvas {
  /// Writes one line of text with round strokes along the ink of its letters, smooth at any size.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - top: Its upper edge.
  ///   - left: Its left edge.
  ///   - scale: How many pixels a pixel of the letters takes along a side.
  ///   - colour: The colour of the ink.
  package mutating func write(
    _ text: some StringProtocol, row top: Int, column left: Int, scale: Int, _ colour: Colour
  ) {
    var left = left
    for glyph in text.map(Glyph.of) {
      let strokes = glyph.strokes
      for row in -1...Glyph.height * scale {
        for column in -1...glyph.width * scale {
          let place = (
            x: (Double(column) + 0.5) / Double(scale) - 0.5,
            y: (Double(row) + 0.5) / Double(scale) - 0.5
          )
          let distance = strokes.map { $0.distance(to: place) }.min() ?? .infinity
          let coverage = min(max((0.52 - distance) * Double(scale) + 0.5, 0), 1)
          if coverage > 0 { mix(colour, coverage, row: top + row, column: left + column) }
        }
      }
      left += (glyph.width + 1) * scale
    }
  }
}

/// A piece of a letter, from the middle of one pixel to that of another.
private struct Stroke {
  let start: (x: Double, y: Double)
  let end: (x: Double, y: Double)

  func distance(to place: (x: Double, y: Double)) -> Double {
    let (x, y) = (end.x - start.x, end.y - start.y)
    let square = x * x + y * y
    let along = square == 0 ? 0 : ((place.x - start.x) * x + (place.y - start.y) * y) / square
    let part = min(max(along, 0), 1)
    let (across, down) = (start.x + part * x - place.x, start.y + part * y - place.y)
    return (across * across + down * down).squareRoot()
  }
}

extension Glyph {
  /// Lines between inked pixels that touch: side by side, or by a corner where no side leads there.
  fileprivate var strokes: [Stroke] {
    func hasInk(_ row: Int, _ column: Int) -> Bool {
      rows.indices.contains(row) && rows[row].indices.contains(column) && rows[row][column]
    }
    var strokes: [Stroke] = []
    for row in rows.indices {
      for column in rows[row].indices where hasInk(row, column) {
        func add(_ down: Int, _ across: Int) {
          strokes.append(
            Stroke(
              start: (Double(column), Double(row)),
              end: (Double(column + across), Double(row + down))))
        }
        add(0, 0)
        if hasInk(row, column + 1) { add(0, 1) }
        if hasInk(row + 1, column) { add(1, 0) }
        for across in [-1, 1]
        where hasInk(row + 1, column + across) && !hasInk(row + 1, column)
          && !hasInk(row, column + across)
        {
          add(1, across)
        }
      }
    }
    return strokes
  }
}
