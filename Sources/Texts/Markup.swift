/// Text for a place between tags or in quotes: markup characters as references, and without the
/// control characters that no XML document may have.
package func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\t", "\n", "\r": result += " "
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{FFFE}", "\u{FFFF}": break
    // Marks that turn the direction of the text around them would turn that of the markup.
    case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}": break
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
