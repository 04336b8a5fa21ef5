extension ColourMap {
  /// A bar of all colours with numbers under it, the first at its beginning, the last at its end and
  /// the others between.
  ///
  /// - Parameters:
  ///   - numbers: What stands under it, at least two texts.
  ///   - width: How many pixels the bar is wide, at least 64.
  ///   - textScale: How many pixels a pixel of the letters takes along a side.
  /// - Returns: A picture on the light ground of contact sheets.
  public func bar(numbers: [String], width: Int, textScale: Int) -> Picture {
    precondition(width >= 64, "a colour bar of \(width) pixels: its numbers need at least 64")
    precondition(numbers.count >= 2, "a colour bar needs a number at either end")
    let barHeight = 12 * textScale
    let tickHeight = 3 * textScale
    var canvas = Canvas(
      width: width, height: barHeight + tickHeight + Caption.lineHeight * textScale,
      Colour(grey: 246))
    let lowest: Float = isSigned ? -1 : 0
    for column in 0..<width {
      let share = Float(column) / Float(width - 1)
      canvas.fill(
        rows: 0..<barHeight, columns: column..<column + 1, self[lowest + (1 - lowest) * share])
    }
    for (index, number) in numbers.enumerated() {
      let length = Caption.width(of: number) * textScale
      let last = numbers.count - 1
      let place = (width - 1) * index / last
      canvas.fill(
        rows: barHeight..<barHeight + tickHeight, columns: place..<place + 1, Colour(grey: 120))
      canvas.write(
        number, row: barHeight + tickHeight + textScale,
        column: (width - length) * index / last, scale: textScale, Colour(grey: 40))
    }
    return canvas.picture
  }
}
