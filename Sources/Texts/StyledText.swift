/// A line for a terminal: pieces of text, each with a look, that never contain an escape code.
///
/// Codes are written by the terminal alone, so that no text can smuggle one in.
package struct StyledText: Equatable {
  package struct Style: Equatable {
    package var isBold = false
    package var isItalic = false
    package var isFaint = false
    package var foreground: TerminalColour?
    package var background: TerminalColour?
    /// The file that the text leads to.
    package var file: String?

    package init(
      isBold: Bool = false, isItalic: Bool = false, isFaint: Bool = false,
      foreground: TerminalColour? = nil, background: TerminalColour? = nil
    ) {
      self.isBold = isBold
      self.isItalic = isItalic
      self.isFaint = isFaint
      self.foreground = foreground
      self.background = background
    }

    package static let plain = Style()
    package static let bold = Style(isBold: true)
    package static let italic = Style(isItalic: true)
    package static let faint = Style(isFaint: true)
    package static func coloured(_ colour: TerminalColour) -> Style { Style(foreground: colour) }
  }

  package struct Piece: Equatable {
    package var text: String
    package var style: Style
  }

  package private(set) var pieces: [Piece] = []

  /// How many columns the line takes.
  package private(set) var width = 0

  package init(_ text: String = "", _ style: Style = .plain) { append(text, style) }

  package mutating func append(_ text: String, _ style: Style = .plain) {
    let text = Printable.line(text)
    guard !text.isEmpty else { return }
    width += DisplayWidth.columns(of: text)
    if let last = pieces.indices.last, pieces[last].style == style {
      pieces[last].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var result = left
    for piece in right.pieces { result.append(piece.text, piece.style) }
    return result
  }

  /// The line filled with spaces to a width, behind it or in front of it.
  package func padded(to width: Int, alignedRight: Bool = false) -> StyledText {
    let space = StyledText(String(repeating: " ", count: max(0, width - self.width)))
    return alignedRight ? space + self : self + space
  }

  /// The text in lines of at most a width, broken at spaces where that is possible.
  ///
  /// - Parameters:
  ///   - width: How many columns a line may take; a character that takes more stands alone.
  ///   - indent: What the lines behind the first begin with.
  /// - Returns: At least one line, which is empty for an empty text.
  package func wrapped(to width: Int, indent: String = "") -> [StyledText] {
    let characters = pieces.flatMap { piece in piece.text.map { ($0, piece.style) } }
    let lines = LineBreaking.lines(
      of: characters.map { character, _ in
        LineBreaking.Place(
          width: DisplayWidth.columns(of: character), isSpace: character == " ")
      },
      width: width, indent: DisplayWidth.columns(of: indent), keepsWords: false)
    return lines.enumerated().map { index, places in
      var line = StyledText(index == 0 ? "" : indent)
      for place in places { line.append(String(characters[place].0), characters[place].1) }
      return line
    }
  }

  /// The line cut to a width, with a mark where something is missing.
  package func shortened(to width: Int) -> StyledText {
    guard self.width > width else { return self }
    var result = StyledText()
    for piece in pieces {
      for character in piece.text {
        if result.width + DisplayWidth.columns(of: character) > width - 1 {
          result.append("…", piece.style)
          return result
        }
        result.append(String(character), piece.style)
      }
    }
    return result
  }
}
