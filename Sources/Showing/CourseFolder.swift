import Foundation

/// Where the course is: what `COURSE_ROOT` says, else the nearest folder around the current one that
/// has lessons, else the current one.
func courseFolder(
  environment: [String: String] = ProcessInfo.processInfo.environment,
  current: String = FileManager.default.currentDirectoryPath
) -> String {
  if let root = environment["COURSE_ROOT"], !root.isEmpty { return root }
  var folder = URL(filePath: current).standardizedFileURL
  while true {
    let hasLessons = ["lessons", "Package.swift"].allSatisfy {
      FileManager.default.fileExists(atPath: folder.appending(path: $0).path)
    }
    if hasLessons { return folder.path }
    let parent = folder.deletingLastPathComponent().standardizedFileURL
    if parent.path == folder.path || folder.path == "/" { return current }
    folder = parent
  }
}
