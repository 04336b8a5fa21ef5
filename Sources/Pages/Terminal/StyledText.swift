/// A line for a terminal: pieces of text, each with a look, that never contain an escape code.
///
/// Codes are written by the terminal alone, so that no text can smuggle one in.
struct StyledText: Equatable {
  struct Style: Equatable {
    var isBold = false
    var isItalic = false
    var isFaint = false
    var foreground: TerminalColour?
    var background: TerminalColour?

    static let plain = Style()
    static let bold = Style(isBold: true)
    static let italic = Style(isItalic: true)
    static let faint = Style(isFaint: true)
    static func coloured(_ colour: TerminalColour) -> Style { Style(foreground: colour) }
  }

  struct Piece: Equatable {
    var text: String
    var style: Style
  }

  private(set) var pieces: [Piece] = []

  /// How many columns the line takes.
  private(set) var width = 0

  init(_ text: String = "", _ style: Style = .plain) { append(text, style) }

  mutating func append(_ text: String, _ style: Style = .plain) {
    let text = harmless(text)
    guard !text.isEmpty else { return }
    width += displayWidth(of: text)
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    for piece in right.pieces { result.append(piece.text, piece.style) }
    return result
  }

  /// The line filled with spaces to a width, behind it or in front of it.
  func padded(to width: Int, alignedRight: Bool = false) -> StyledText {
    let space = StyledText(String(repeating: " ", count: max(0, width - self.width)))
    return alignedRight ? space + self : self + space
  }

  /// The text in lines of at most a width, broken at spaces where that is possible.
  ///
  /// - Parameters:
  ///   - width: How many columns a line may take; a character that takes more stands alone.
  ///   - indent: What the lines behind the first begin with.
  /// - Returns: At least one line, which is empty for an empty text.
  func wrapped(to width: Int, indent: String = "") -> [StyledText] {
    var lines: [StyledText] = []
    var line = StyledText()
    var isStart = true
    func finish() {
      lines.append(line)
      line = StyledText(indent)
      isStart = true
    }
    var word = StyledText()
    var gap: Style?
    func place() {
      guard word.width > 0 else { return }
      let space = isStart || gap == nil ? 0 : 1
      if !isStart, line.width + space + word.width > width {
        finish()
      } else if space == 1 {
        line.append(" ", gap ?? .plain)
      }
      for piece in word.pieces {
        for character in piece.text {
          if !isStart, line.width + displayWidth(of: character) > width { finish() }
          line.append(String(character), piece.style)
          isStart = false
        }
      }
      word = StyledText()
      gap = nil
    }
    for piece in pieces {
      for character in piece.text {
        if character == " " {
          place()
          gap = piece.style
        } else {
          word.append(String(character), piece.style)
        }
      }
    }
    place()
    if !isStart || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// The line cut to a width, with a mark where something is missing.
  func shortened(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var result = StyledText()
    for piece in pieces {
      for character in piece.text {
        if result.width + displayWidth(of: character) > width - 1 {
          result.append("…", piece.style)
          return result
        }
        result.append(String(character), piece.style)
      }
    }
    return result
  }
}

/// A colour of eight bits a channel.
struct TerminalColour: Equatable {
  var red: UInt8
  var green: UInt8
  var blue: UInt8

  /// The nearest colour of the palette of 256: of its cube or of its greys.
  var paletteIndex: Int {
    let steps = [0, 95, 135, 175, 215, 255]
    func nearest(_ value: UInt8) -> Int {
      steps.indices.min { abs(steps[$0] - Int(value)) < abs(steps[$1] - Int(value)) } ?? 0
    }
    func distance(_ other: [Int]) -> Int {
      zip([red, green, blue], other).reduce(0) {
        $0 + (Int($1.0) - $1.1) * (Int($1.0) - $1.1)
      }
    }
    let cube = [nearest(red), nearest(green), nearest(blue)]
    let mean = (Int(red) + Int(green) + Int(blue)) / 3
    let grey = min(23, max(0, (mean - 3) / 10))
    let level = 8 + 10 * grey
    return distance([level, level, level]) < distance(cube.map { steps[$0] })
      ? 232 + grey : 16 + 36 * cube[0] + 6 * cube[1] + cube[2]
  }
}
