import Texts

extension Page {
  /// A way on from a page.
  public struct Link: Equatable, Sendable {
    /// What it says.
    public let words: String
    /// Where it leads, from the page's own folder.
    public let target: String

    /// Makes a link.
    ///
    /// - Parameters:
    ///   - words: What it says.
    ///   - target: Where it leads, from the page's own folder.
    public init(_ words: String, to target: String) {
      self.words = words
      self.target = target
    }

    var html: String {
      let address = escaped(target).replacing(" ", with: "%20")
      return "<a href=\"\(address)\">\(escaped(words))</a>"
    }
  }
}
