/// Why a page cannot be written, in a sentence that names the file and what to do.
public struct PageError: Error, Equatable, CustomStringConvertible {
  /// Where the page should have gone.
  public let file: String

  /// One sentence: the file, that it was not written, and what to do.
  public var description: String {
    "\(file): the page cannot be written; check that the folder may be written to, that the path "
      + "is not a folder's, and that there is room."
  }
}
