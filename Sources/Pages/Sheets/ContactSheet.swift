/// A picture with what is to be read below it.
public struct CaptionedPicture: Sendable {
  /// The picture.
  public let picture: Picture

  /// What is below it; may be empty.
  public let caption: String
}

extension Picture {
  /// This picture with a text, for a contact sheet.
  public func captioned(_ caption: String) -> CaptionedPicture {
    CaptionedPicture(picture: self, caption: caption)
  }
}

/// Pictures side by side in rows, each with its caption below.
///
///     let sheet = ContactSheet(columns: 2, [
///       photo.captioned("Egyptian cat"), photo.overlaid(with: heat).captioned(heat.caption),
///     ])
///     try sheet.picture.write(to: "cats.png")
///
/// A column is as wide as its widest picture and a row as high as its highest; pictures stand on
/// their captions, at the left.
public struct ContactSheet: Sendable {
  /// The pictures, row after row.
  public var pictures: [CaptionedPicture]

  /// How many of them stand in a row.
  public var columns: Int

  /// How many pixels there are between pictures, and around them.
  public var margin: Int

  /// How many pixels of the sheet a pixel of the letters takes, along either side.
  public var textScale: Int

  /// How many lines a caption may have; what is longer ends in "…".
  public var lineLimit = 3

  /// The least width of a column with captions, in pixels of the letters: about twelve of them.
  private static let leastTextWidth = 72

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - columns: How many pictures stand in a row.
  ///   - margin: How many pixels there are between pictures.
  ///   - textScale: How many pixels a pixel of the letters takes along a side.
  ///   - pictures: The pictures, row after row.
  public init(
    columns: Int, margin: Int = 12, textScale: Int = 1, _ pictures: [CaptionedPicture]
  ) {
    precondition(columns > 0, "a contact sheet of \(columns) columns: it needs at least one")
    precondition(
      margin >= 0 && textScale > 0,
      "a contact sheet with a margin of \(margin) and letters of \(textScale) pixels")
    precondition(!pictures.isEmpty, "a contact sheet needs at least one picture")
    self.pictures = pictures
    self.columns = columns
    self.margin = margin
    self.textScale = textScale
  }

  /// The sheet as one picture, on a light ground.
  public var picture: Picture {
    let count = min(columns, pictures.count)
    let rows = stride(from: 0, to: pictures.count, by: count).map {
      Array(pictures[$0..<min($0 + count, pictures.count)])
    }
    let widths = (0..<count).map { column in
      rows.reduce(1) { width, row in
        guard column < row.count else { return width }
        let least = row[column].caption.isEmpty ? 0 : Self.leastTextWidth * textScale
        return max(width, row[column].picture.width, least)
      }
    }
    let captions = rows.map { row in
      zip(row, widths).map { Caption($0.caption, width: $1 / textScale, limit: lineLimit) }
    }
    let pictureHeights = rows.map { $0.reduce(0) { max($0, $1.picture.height) } }
    // Below a picture a gap of half a line, then the caption.
    let gap = Caption.lineHeight * textScale / 2
    let textHeights = captions.map { row in
      row.reduce(0) { max($0, $1.lines.count) } * Caption.lineHeight * textScale
    }.map { $0 == 0 ? 0 : $0 + gap }

    var canvas = Canvas(
      width: widths.reduce(margin) { $0 + $1 + margin },
      height: zip(pictureHeights, textHeights).reduce(margin) { $0 + $1.0 + $1.1 + margin },
      Colour(grey: 246))
    var top = margin
    for (index, row) in rows.enumerated() {
      let foot = top + pictureHeights[index]
      var left = margin
      for (column, cell) in row.enumerated() {
        canvas.draw(cell.picture, row: foot - cell.picture.height, column: left)
        for (line, text) in captions[index][column].lines.enumerated() {
          canvas.write(
            text, row: foot + gap + line * Caption.lineHeight * textScale, column: left,
            scale: textScale, Colour(grey: 40))
        }
        left += widths[column] + margin
      }
      top = foot + textHeights[index] + margin
    }
    return canvas.picture
  }
}
