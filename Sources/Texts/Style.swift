/// Colours and weights of text in a terminal; without colours, plain text.
public struct Style: Sendable {
  /// Whether escape sequences are written at all.
  public let isColoured: Bool

  /// Creates a style.
  public init(isColoured: Bool) {
    self.isColoured = isColoured
  }

  private func wrap(_ code: String, _ text: some StringProtocol) -> String {
    isColoured && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : String(text)
  }

  /// Headings and names.
  public func bold(_ text: some StringProtocol) -> String { wrap("1", text) }
  /// What matters less.
  public func dim(_ text: some StringProtocol) -> String { wrap("2", text) }
  /// What is stressed.
  public func italic(_ text: some StringProtocol) -> String { wrap("3", text) }
  /// What passed.
  public func green(_ text: some StringProtocol) -> String { wrap("32", text) }
  /// What failed.
  public func red(_ text: some StringProtocol) -> String { wrap("31", text) }
  /// What is still to be done, or wants attention.
  public func yellow(_ text: some StringProtocol) -> String { wrap("33", text) }
  /// What can be typed.
  public func cyan(_ text: some StringProtocol) -> String { wrap("36", text) }

  /// A text that leads to a file, in terminals that can follow a link; others show the text alone.
  public func link(_ text: some StringProtocol, toFile path: String) -> String {
    isColoured ? Hyperlink.opening(file: path) + text + Hyperlink.closing : String(text)
  }
}
