extension Picture {
  /// The picture enlarged by a whole number, every pixel a square of equal ones.
  public func scaled(by factor: Int) -> Picture {
    precondition(factor > 0, "a picture cannot be scaled by \(factor)")
    return picking(width: width * factor, height: height * factor) { row, column in
      (row / factor, column / factor)
    }
  }

  /// The picture enlarged to a width, in proportion, or as it is where it is as wide already.
  ///
  /// Pixels of small pictures stay squares; those of photographs are joined by straight lines between
  /// their centres.
  ///
  /// - Parameter newWidth: How many pixels a row is to have.
  /// - Returns: A picture of the same kind.
  public func enlarged(toWidth newWidth: Int) -> Picture {
    guard newWidth > width else { return self }
    let isSmall = max(width, height) <= 128
    let newHeight = max(1, (height * newWidth + width / 2) / width)
    guard !isSmall else {
      return picking(width: newWidth, height: newHeight) { row, column in
        (row * height / newHeight, column * width / newWidth)
      }
    }
    let count = channels.rawValue
    let (down, across) = (blends(from: height, to: newHeight), blends(from: width, to: newWidth))
    var result: [UInt16] = []
    result.reserveCapacity(newWidth * newHeight * count)
    for (upper, lower, low) in down {
      for (left, right, far) in across {
        for channel in 0..<count {
          func sample(_ row: Int, _ column: Int) -> Float {
            Float(samples[(row * width + column) * count + channel])
          }
          let above = sample(upper, left) * (1 - far) + sample(upper, right) * far
          let below = sample(lower, left) * (1 - far) + sample(lower, right) * far
          result.append(UInt16((above * (1 - low) + below * low).rounded()))
        }
      }
    }
    return Picture(
      width: newWidth, height: newHeight, channels: channels, bits: bits, samples: result)
  }

  /// For each new pixel the two old ones whose centres it lies between, and how far it is on its way.
  private func blends(from old: Int, to new: Int) -> [(Int, Int, Float)] {
    (0..<new).map { index in
      let place = max(0, (Float(index) + 0.5) * Float(old) / Float(new) - 0.5)
      let first = min(Int(place), old - 1)
      return (first, min(first + 1, old - 1), place - Float(first))
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
