import Figures
import Tensors

/// Boxes with text, and lines between them: a tape as a graph.
struct TapePicture {
  /// A step: what is written into its box, and where that stands.
  struct Box {
    let text: String
    let column: Double
    let row: Double
  }

  /// The way from a value to a step that takes it, and what comes back on it.
  struct Way {
    let from: Int
    let to: Int
    let text: String
  }

  let boxes: [Box]
  let ways: [Way]

  private static let size = (width: 182, height: 76)
  private static let between = (width: 88, height: 64)
  private static let margin = 16

  /// The graph on a light ground.
  var picture: Picture {
    let width = 2 * Self.margin + Int(left(of: boxes.map(\.column).max() ?? 0)) + Self.size.width
    let height = 2 * Self.margin + Int(top(of: boxes.map(\.row).max() ?? 0)) + Self.size.height
    var sheet = Sheet(width: width, height: height)
    for way in ways {
      let (start, end) = ends(of: way)
      sheet.line(start, end)
      let place = (x: (start.x + end.x) / 2, y: (start.y + end.y) / 2)
      sheet.text(way.text, centredAt: place, width: 48, height: 26, isFramed: false)
    }
    for (index, box) in boxes.enumerated() {
      sheet.text(
        box.text, centredAt: middle(index), width: Self.size.width, height: Self.size.height,
        isFramed: true)
    }
    return sheet.picture
  }

  private func left(of column: Double) -> Double {
    column * Double(Self.size.width + Self.between.width)
  }

  private func top(of row: Double) -> Double {
    row * Double(Self.size.height + Self.between.height)
  }

  private func middle(_ index: Int) -> (x: Double, y: Double) {
    let box = boxes[index]
    return (
      left(of: box.column) + Double(Self.size.width / 2 + Self.margin),
      top(of: box.row) + Double(Self.size.height / 2 + Self.margin)
    )
  }

  /// Where a way begins and ends: at the sides of boxes, or between two that stand in a column.
  private func ends(of way: Way) -> (start: (x: Double, y: Double), end: (x: Double, y: Double)) {
    let (start, end) = (middle(way.from), middle(way.to))
    if start.x == end.x {
      let half = Double(Self.size.height / 2) * (start.y < end.y ? 1 : -1)
      return ((start.x, start.y + half), (end.x, end.y - half))
    }
    let half = Double(Self.size.width / 2)
    return ((start.x + half, start.y), (end.x - half, end.y))
  }
}

/// Light paper to draw on in greys.
private struct Sheet {
  let width: Int
  let height: Int
  private var greys: [Float]
  private static let paper: Float = 246.0 / 255

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    greys = [Float](repeating: Self.paper, count: width * height)
  }

  var picture: Picture { Picture(Tensor(greys, shape: [height, width])) }

  /// Draws a line two pixels wide, with soft edges.
  mutating func line(_ start: (x: Double, y: Double), _ end: (x: Double, y: Double)) {
    let (across, down) = (end.x - start.x, end.y - start.y)
    let length = (across * across + down * down).squareRoot()
    for row in 0..<height {
      for column in 0..<width {
        let (x, y) = (Double(column) - start.x, Double(row) - start.y)
        let along = min(max((x * across + y * down) / length, 0), length) / length
        let (dx, dy) = (x - along * across, y - along * down)
        let ink = Float(min(max(1.5 - (dx * dx + dy * dy).squareRoot(), 0), 1))
        let place = row * width + column
        greys[place] = min(greys[place], Self.paper * (1 - ink) + 0.6 * ink)
      }
    }
  }

  /// Writes lines of text, centred, over whatever was there.
  mutating func text(
    _ text: String, centredAt place: (x: Double, y: Double), width: Int, height: Int, isFramed: Bool
  ) {
    let (left, top) = (Int(place.x) - width / 2, Int(place.y) - height / 2)
    for row in 0..<height {
      for column in 0..<width {
        let isEdge = row < 2 || column < 2 || row >= height - 2 || column >= width - 2
        greys[(top + row) * self.width + left + column] =
          isFramed ? (isEdge ? 0.35 : 1) : Self.paper
      }
    }
    // The letters are those of captions, cut to their ink.
    let lines = text.split(separator: "\n").map { letters(String($0)) }
    let lineHeight = 26
    var y = top + (height - lineHeight * lines.count) / 2 - 3
    for line in lines {
      let (rows, columns) = (line.shape[0], line.shape[1])
      let numbers = line.scalars
      let x = left + (width - columns) / 2
      for row in 0..<rows {
        for column in 0..<columns where numbers[row * columns + column] < 0.9 {
          greys[(y + row) * self.width + x + column] = numbers[row * columns + column]
        }
      }
      y += lineHeight
    }
  }

  /// One line of text in dark grey on light, `[height, width]`.
  private func letters(_ text: String) -> Tensor {
    let blank = Picture(Tensor.ones([1, 400]))
    let sheet = ContactSheet(columns: 1, margin: 0, textScale: 2, [blank.captioned(text)]).picture
    let rows = sheet.intensities[0, 1...]
    let inked = (rows .< 0.5).max(along: 0).scalars
    let last = inked.lastIndex { $0 > 0 } ?? 0
    return rows[.all, 0...last]
  }
}
