/// How many columns of a terminal a character takes: 2 for East Asian ones and emoji, 0 for what
/// only changes its neighbour.
func displayWidth(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if first.isASCII { return first.value < 32 || first.value == 127 ? 0 : 1 }
  if first.properties.isEmojiPresentation { return 2 }
  if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  default: break
  }
  return switch first.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18AFF, 0x1AFF0...0x1B2FF, 0x1F1E6...0x1F1FF,
    0x1F200...0x1F2FF, 0x20000...0x3FFFD:
    2
  default: 1
  }
}

/// How many columns of a terminal a text takes.
func displayWidth(of text: String) -> Int {
  text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// A text that cannot steer a terminal: without control characters and without marks that turn the
/// direction of what follows; tabs and line breaks are spaces.
func harmless(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\t", "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": result.append(" ")
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": break
    case "\u{200E}", "\u{200F}", "\u{061C}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
    case "\u{FEFF}", "\u{E0000}"..."\u{E007F}": break
    default: result.append(scalar)
    }
  }
  return String(result)
}
