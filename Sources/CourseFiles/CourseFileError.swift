/// Why a file that comes with the course cannot be used, in a sentence that says what to do.
public struct CourseFileError: Error, Equatable, CustomStringConvertible {
  /// What is wrong with a file.
  public enum Problem: Equatable, Sendable {
    /// It is in none of the folders where it may be.
    case missing(folders: [String])
    /// It is there, but not what the course ships.
    case damaged(String)
  }

  /// The file's path below its module's resources.
  public let file: String

  /// What is wrong with it.
  public let problem: Problem

  /// One sentence: which file, what is wrong with it, and what to do.
  public var description: String {
    switch problem {
    case .missing(let folders):
      "\(file): the file is in none of \(folders.joined(separator: ", ")); "
        + "copy it beside the program, or run the program from a whole clone of the course."
    case .damaged(let reason):
      "\(file): \(reason); fetch the file again from the course's repository."
    }
  }
}
