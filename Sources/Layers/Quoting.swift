/// A text from a file in quotes, control characters escaped and the end of a long one left out.
func quoted(_ text: String) -> String {
  // By scalars, since one character may carry any number of accents.
  let scalars = text.unicodeScalars
  let shown = String(String.UnicodeScalarView(scalars.prefix(80)))
  return shown.debugDescription + (scalars.dropFirst(80).isEmpty ? "" : "…")
}
