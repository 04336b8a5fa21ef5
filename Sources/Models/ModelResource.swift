import Foundation

/// Why a model that comes with the course cannot be made, in a sentence that says what to do.
public struct ModelError: Error, Equatable, CustomStringConvertible {
  /// The file that is not there.
  public let file: String

  /// Where it was looked for.
  public let folders: [String]

  /// One sentence: which file is missing, where it was looked for, and what to do.
  public var description: String {
    "\(file): the file is in none of \(folders.joined(separator: ", ")); "
      + "copy it beside the program, or run the program from a whole clone of the course."
  }
}

/// A file that comes with the course.
enum ModelResource: String {
  case efficientNetLite0 = "efficientnet-lite0.safetensors"
  case imageNetClasses = "imagenet-classes.txt"

  /// The path of the file: beside the program first, so that a built program can be moved, then
  /// where the build puts resources, then in the sources.
  ///
  /// Not through the bundle that the build generates, because asking for it stops the program where
  /// the bundle is not at its place.
  func path() throws(ModelError) -> String {
    let program = Bundle.main.executableURL?.resolvingSymlinksInPath().deletingLastPathComponent()
    let besides = [program, Bundle.main.bundleURL].compactMap { $0 }
    let names = ["Glassbox_Models.resources", "Glassbox_Models.bundle"]
    let bundles = besides.flatMap { beside in
      names.map { beside.appending(path: "\($0)/Resources") }
    }
    let sources = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Resources")
    let folders = besides + bundles + [sources]
    for folder in folders {
      let path = folder.appending(path: rawValue).path
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    throw ModelError(file: rawValue, folders: folders.map(\.path))
  }
}
