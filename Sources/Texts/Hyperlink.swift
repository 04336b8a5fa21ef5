import Foundation

/// The escape sequences around a text that leads somewhere (OSC 8), which terminals that do not know
/// them pass over.
enum Hyperlink {
  /// What stands before a text that leads to a file.
  static func opening(file path: String) -> String {
    "\u{1B}]8;;\(URL(fileURLWithPath: path).absoluteString)\u{1B}\\"
  }

  /// What stands behind it.
  static let closing = "\u{1B}]8;;\u{1B}\\"
}
