import Foundation

/// A file that comes with the course, in the resources of one of its modules.
///
///     let path = try CourseFile("photos/chelsea.png").path()
public struct CourseFile: Sendable, Equatable {
  /// Its path below the module's resources.
  public let name: String

  private let module: String
  private let folder: String

  /// Names a file in the resources of the module that calls.
  ///
  /// - Parameters:
  ///   - name: Its path below the module's resources.
  ///   - file: The caller's module and file; leave it out.
  ///   - path: The path of the caller's source; leave it out.
  public init(_ name: String, file: String = #fileID, path: String = #filePath) {
    self.name = name
    module = String(file.prefix { $0 != "/" })
    var folder = URL(filePath: path).deletingLastPathComponent()
    while folder.lastPathComponent != module, folder.pathComponents.count > 1 {
      folder.deleteLastPathComponent()
    }
    self.folder = folder.appending(path: "Resources").path
  }

  /// The folders where the file may be: beside the program first, so that a built program can be
  /// moved, then where the build puts resources, then in the sources.
  ///
  /// Not through the bundle that the build generates, because asking for it stops the program where
  /// the bundle is not at its place.
  private var folders: [String] {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let besides = [program, Bundle.main.bundleURL].compactMap { $0 }
    let bundles = besides.flatMap { beside in
      ["resources", "bundle"].map { beside.appending(path: "Glassbox_\(module).\($0)/Resources") }
    }
    var folders: [String] = []
    for folder in (besides + bundles).map(\.path) + [folder] where !folders.contains(folder) {
      folders.append(folder)
    }
    return folders
  }

  /// Finds the file.
  ///
  /// - Returns: Its path.
  /// - Throws: A `CourseFileError` that names the folders in which it is not.
  public func path() throws(CourseFileError) -> String {
    let folders = folders
    for folder in folders {
      let path = "\(folder)/\(name)"
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    throw CourseFileError(file: name, problem: .missing(folders: folders))
  }

  /// Reads the file as text.
  public func text() throws(CourseFileError) -> String {
    let path = try path()
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw damaged("it cannot be read as UTF-8 text")
    }
    return text
  }

  /// The error that says what is wrong with the file's contents.
  public func damaged(_ reason: String) -> CourseFileError {
    CourseFileError(file: name, problem: .damaged(reason))
  }
}
