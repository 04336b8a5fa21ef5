extension Picture {
  /// The picture enlarged by a whole number, every pixel a square of equal ones.
  public func scaled(by factor: Int) -> Picture {
    precondition(factor > 0, "a picture cannot be scaled by \(factor)")
    return picking(width: width * factor, height: height * factor) { row, column in
      (row / factor, column / factor)
    }
  }

  /// A part of the picture, which must lie within it.
  ///
  /// - Parameters:
  ///   - rows: Which rows.
  ///   - columns: Which columns.
  /// - Returns: A picture of the same kind.
  public func cropped(rows: Range<Int>, columns: Range<Int>) -> Picture {
    precondition(
      !rows.isEmpty && !columns.isEmpty && rows.lowerBound >= 0 && columns.lowerBound >= 0
        && rows.upperBound <= height && columns.upperBound <= width,
      "rows \(rows) and columns \(columns) are no part of a picture of \(height) × \(width)")
    return picking(width: columns.count, height: rows.count) { row, column in
      (rows.lowerBound + row, columns.lowerBound + column)
    }
  }

  /// The picture with the outline of a box on it, for what an explanation localised.
  ///
  /// The line lies inside the box, and what of it lies outside the picture is left out.
  ///
  /// - Parameters:
  ///   - rows: The rows of the box.
  ///   - columns: The columns of the box.
  ///   - colour: The colour of the line.
  ///   - thickness: How many pixels wide the line is.
  /// - Returns: A picture of eight bits without transparency.
  public func outlined(
    rows: Range<Int>, columns: Range<Int>, in colour: Colour = .red, thickness: Int = 2
  ) -> Picture {
    precondition(thickness > 0, "a line of \(thickness) pixels cannot be seen")
    var canvas = Canvas(width: width, height: height, .white)
    canvas.draw(self, row: 0, column: 0)
    let (top, bottom) = (rows.lowerBound, rows.upperBound)
    let (left, right) = (columns.lowerBound, columns.upperBound)
    canvas.fill(rows: top..<min(top + thickness, bottom), columns: columns, colour)
    canvas.fill(rows: max(bottom - thickness, top)..<bottom, columns: columns, colour)
    canvas.fill(rows: rows, columns: left..<min(left + thickness, right), colour)
    canvas.fill(rows: rows, columns: max(right - thickness, left)..<right, colour)
    return canvas.picture
  }

  /// A picture of the same kind whose pixels are taken from this one.
  private func picking(
    width: Int, height: Int, from place: (_ row: Int, _ column: Int) -> (row: Int, column: Int)
  ) -> Picture {
    let count = channels.rawValue
    var result: [UInt16] = []
    result.reserveCapacity(width * height * count)
    for row in 0..<height {
      for column in 0..<width {
        let source = place(row, column)
        let start = (source.row * self.width + source.column) * count
        result.append(contentsOf: samples[start..<start + count])
      }
    }
    return Picture(width: width, height: height, channels: channels, bits: bits, samples: result)
  }
}
