import Texts

extension Diagram {
  /// Writes the diagram in characters; where the terminal is too narrow, what there is to see.
  public func draw(on terminal: Terminal) {
    let bounds = bounds
    var sheet = CharacterSheet(
      columns: Int((bounds.width / CharacterSheet.column).rounded(.up)) + 1,
      rows: Int((bounds.height / CharacterSheet.row).rounded(.up)) + 1,
      origin: Point(bounds.x, bounds.y))
    guard sheet.columns <= terminal.columns else {
      terminal.write(StyledText(summary).wrapped(to: terminal.textColumns))
      return
    }
    let hasColours = terminal.colours != .none
    for case .square(let frame, let value, let text) in elements {
      sheet.square(frame, value: value, text: text, hasColours: hasColours)
    }
    // Boxes first, so that lines end in front of them; words last, on top of everything.
    for case .box(let frame, _, let tone, let outline, _) in elements where outline != .none {
      sheet.box(frame, style: tone.terminalStyle, isRound: outline == .round)
    }
    for case .line(let points, let heads, let tone, let isDashed, let isHeavy) in elements {
      sheet.line(
        points, heads: heads, style: tone.terminalStyle, isDashed: isDashed, isHeavy: isHeavy)
    }
    for element in elements {
      switch element {
      case .box(let frame, let text, let tone, let outline, let lettering):
        sheet.write(
          text, in: frame, isFilled: outline != .none,
          style: (tone == .quiet ? tone : .ink).terminalStyle.lettered(lettering))
      case .label(let text, let point, let side, let tone, let lettering):
        sheet.write(text, at: point, side, style: tone.terminalStyle.lettered(lettering))
      case .brace(let start, let end, let side, let text, let tone):
        sheet.brace(from: start, to: end, side, style: tone.terminalStyle)
        sheet.write(
          text, at: Element.tip(of: start, end, side), side, style: Tone.ink.terminalStyle)
      case .line, .square, .room: break
      }
    }
    terminal.write(sheet.lines)
  }
}

extension Diagram.Tone {
  /// Colours of a lightness that can be read on black and on white.
  var terminalStyle: StyledText.Style {
    switch self {
    case .ink: .plain
    case .quiet: .faint
    case .accent: .coloured(ChartStyle.terminalAmount)
    case .positive: .coloured(ChartStyle.terminalFor)
    case .negative: .coloured(ChartStyle.terminalAgainst)
    }
  }
}

extension StyledText.Style {
  fileprivate func lettered(_ lettering: Diagram.Lettering) -> StyledText.Style {
    var style = self
    switch lettering {
    case .plain: break
    case .bold: style.isBold = true
    case .formula: style.isItalic = true
    }
    return style
  }
}
