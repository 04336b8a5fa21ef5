extension Heat {
  /// A bar of the map's colours with the numbers they stand for, zero and the scale.
  ///
  /// - Parameters:
  ///   - width: How many pixels the bar is wide, at least 64.
  ///   - textScale: How many pixels a pixel of the letters takes along a side.
  /// - Returns: A picture on the light ground of contact sheets.
  public func colourBar(width: Int = 224, textScale: Int = 1) -> Picture {
    precondition(width >= 64, "a colour bar of \(width) pixels: its numbers need at least 64")
    let barHeight = 12 * textScale
    let tickHeight = 3 * textScale
    var canvas = Canvas(
      width: width, height: barHeight + tickHeight + Caption.lineHeight * textScale,
      Colour(grey: 246))
    let lowest: Float = signs == .signed ? -1 : 0
    for column in 0..<width {
      let share = Float(column) / Float(width - 1)
      canvas.fill(
        rows: 0..<barHeight, columns: column..<column + 1,
        colours[lowest + (1 - lowest) * share])
    }
    // At the left, in the middle and at the right; between the outer two where there are no signs.
    let numbers =
      signs == .signed ? [-scale, 0, scale] : [0, scale / 2, scale]
    for (index, number) in numbers.enumerated() {
      let text = number == 0 ? "0" : short(number)
      let length = Caption.width(of: text) * textScale
      let place = (width - 1) * index / 2
      canvas.fill(
        rows: barHeight..<barHeight + tickHeight, columns: place..<place + 1, Colour(grey: 120))
      canvas.write(
        text, row: barHeight + tickHeight + textScale,
        column: (width - length) * index / 2, scale: textScale, Colour(grey: 40))
    }
    return canvas.picture
  }
}
