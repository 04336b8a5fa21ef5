/// Why a picture cannot be read, written or made, in a sentence that names it and says what to do.
public struct PictureError: Error, Equatable {
  /// The path of the file, or what the thing is called.
  public let name: String

  /// What is wrong with it.
  public let problem: Problem

  /// Makes an error about a picture from elsewhere.
  ///
  /// - Parameters:
  ///   - name: The path of the file, or what the thing is called.
  ///   - problem: What is wrong with it.
  public init(name: String, problem: Problem) {
    self.name = name
    self.problem = problem
  }

  /// What is wrong with a file, or with the numbers a picture was to show.
  public enum Problem: Equatable, Sendable {
    /// There is nothing at the path.
    case missing
    /// The path names a folder.
    case folder
    /// The path names a device, a pipe or a socket.
    case special
    /// The file is there, but the system does not hand out its bytes.
    case refused
    /// The file does not begin as a PNG does; where its first bytes tell, what it is instead.
    case notPNG(found: String?)
    /// The file ends before the picture does.
    case cutOff(byteCount: Int)
    /// The file is a PNG, but breaks the format's rules; `reason` is libpng's.
    case damaged(reason: String)
    /// The header states a size beyond what is read.
    case tooLarge(width: Int, height: Int)
    /// The system refuses to write the file.
    case unwritable
    /// Some of the numbers to be shown are NaN or infinite.
    case notFinite(count: Int, total: Int)
  }
}

extension PictureError: CustomStringConvertible {
  /// One sentence: the file, what is wrong with it, and what to do.
  public var description: String { "\(name): \(problem)." }
}

extension PictureError.Problem: CustomStringConvertible {
  /// What is wrong and what to do, to follow the name.
  public var description: String {
    switch self {
    case .missing: "no file can be found there; check the path"
    case .folder: "this is a folder; give the path of a file in it"
    case .special: "this is not an ordinary file; give the path of one"
    case .refused: "the file cannot be read to its end; check its permissions"
    case .notPNG(let found?): "this is a \(found), not a PNG; save the picture again as PNG"
    case .notPNG(nil): "this is not a PNG picture; check the path, or save the picture as PNG"
    case .cutOff(let byteCount):
      "the picture is not complete in the file's \(byteCount) bytes; fetch it again"
    case .damaged(let reason):
      "the picture is damaged (libpng says: \(reason)); fetch it again, or save it with another "
        + "program"
    case .tooLarge(let width, let height):
      "a picture of \(width) × \(height) pixels is too large; scale it down to at most "
        + "\(Picture.largestSide) pixels a side and \(Picture.largestArea) in all"
    case .unwritable:
      "the file cannot be written; check that the folder exists, that it may be written to, and "
        + "that there is room"
    case .notFinite(let count, let total):
      "\(count) of its \(total) numbers are NaN or infinite, which has no colour; find the division "
        + "or logarithm that made them"
    }
  }
}
