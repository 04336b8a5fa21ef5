import Pictures
import Texts

/// What colours stand for: all of a map's colours in a row, with the numbers at its ends.
public struct ColourBar: Equatable, Sendable {
  /// The colours.
  public let colours: ColourMap

  /// What stands under it: at its beginning, at its end, and evenly between.
  public let numbers: [String]

  /// What the numbers measure; may be empty.
  public let measure: String

  /// Makes a bar.
  ///
  /// - Parameters:
  ///   - colours: The colours.
  ///   - numbers: What stands at its beginning, at its end, and evenly between.
  ///   - measure: What the numbers measure, such as "part of the logit".
  public init(_ colours: ColourMap, numbers: [String], measure: String) {
    precondition(numbers.count >= 2, "a colour bar needs a number at either end")
    (self.colours, self.numbers, self.measure) = (colours, numbers, measure)
  }

  /// The bar in words.
  var summary: String {
    "Colours from \(numbers.first ?? "") to \(numbers.last ?? "")"
      + (measure.isEmpty ? "." : ": \(measure).")
  }

  /// The colour at a part of the way from the first to the last.
  private func colour(at part: Double) -> Colour {
    colours[Float(colours.isSigned ? 2 * part - 1 : part)]
  }

  // MARK: On a sheet

  /// How high it is on a sheet, its words included.
  func height(scale: Int) -> Int {
    (Caption.lineHeight * (measure.isEmpty ? 1 : 2) + 12) * scale
  }

  /// Draws it between two columns of a sheet.
  func draw(on canvas: inout Canvas, row top: Int, columns: Range<Int>, scale: Int) {
    let thickness = 7 * scale
    for column in columns {
      let part = Double(column - columns.lowerBound) / Double(max(1, columns.count - 1))
      canvas.fill(rows: top..<top + thickness, columns: column..<column + 1, colour(at: part))
    }
    let ink = Colour(grey: 40)
    for (index, number) in numbers.enumerated() {
      let last = numbers.count - 1
      let place = columns.lowerBound + (columns.count - 1) * index / last
      canvas.fill(
        rows: top + thickness..<top + thickness + 2 * scale, columns: place..<place + scale / 2 + 1,
        ink)
      let length = Caption.width(of: number) * scale
      canvas.write(
        number, row: top + thickness + 4 * scale,
        column: columns.lowerBound + (columns.count - length) * index / last, scale: scale, ink)
    }
    canvas.write(
      measure, row: top + thickness + (4 + Caption.lineHeight) * scale, column: columns.lowerBound,
      scale: scale, ink)
  }

  // MARK: On a page and on a terminal

  var html: String {
    let stops = (0...16).map { colour(at: Double($0) / 16).css }.joined(separator: ",")
    let numbers = numbers.map { "<span>\(escaped($0))</span>" }.joined()
    return #"<div class="bar" role="img" aria-label="\#(escaped(summary))">"#
      + #"<div style="background:linear-gradient(to right,\#(stops))"></div>"#
      + "<p>\(numbers)</p>" + (measure.isEmpty ? "" : "<p>\(escaped(measure))</p>") + "</div>"
  }

  func draw(on terminal: Terminal) {
    let width = min(40, terminal.textColumns)
    guard terminal.colours != .none else {
      return terminal.write(StyledText(summary, .faint).wrapped(to: terminal.textColumns))
    }
    var bar = StyledText()
    for column in 0..<width {
      let colour = colour(at: Double(column) / Double(width - 1))
      bar.append(
        " ",
        StyledText.Style(background: TerminalColour(colour)))
    }
    var words = StyledText()
    for (index, number) in numbers.enumerated() {
      let place = (width - DisplayWidth.columns(of: number)) * index / (numbers.count - 1)
      words = words.padded(to: max(place, words.width + (index == 0 ? 0 : 1)))
      words.append(number, .faint)
    }
    let lines = [bar, words.shortened(to: terminal.columns)]
    terminal.write(
      measure.isEmpty
        ? lines : lines + StyledText(measure, .faint).wrapped(to: terminal.textColumns))
  }
}

extension Colour {
  /// The colour as style sheets have it.
  fileprivate var css: String { "rgb(\(red),\(green),\(blue))" }
}
