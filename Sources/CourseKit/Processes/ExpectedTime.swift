import Foundation

/// What is built only once, and takes long.
enum FirstBuild: Double {
  // How many times as long as the command line it takes, measured on two processors.
  /// The libraries that checks are linked to.
  case libraries = 6
  /// A demo on the learner's code, with what it needs besides those libraries.
  case ownDemo = 2.5
  /// A demo on the reference, in optimised code.
  case demo = 11
}

extension Course {
  /// How many seconds a first build takes on this machine, going by the build of the command line,
  /// which the launcher has timed.
  func expectedSeconds(_ build: FirstBuild) -> Double {
    let text = WholeFile.read(stateFolder + "/tool/seconds") ?? ""
    let seconds = Double(text.filter { !$0.isWhitespace }) ?? 20
    return build.rawValue * min(max(seconds, 5), 600)
  }

  /// Whether what all checks need is built; until then a check takes a minute or two.
  public var hasBuiltLibraries: Bool {
    let build = stateFolder + "/build"
    if LessonBuild.Way.preferred == .direct, let compiler = SwiftCompiler() {
      return CheckLibraries(course: self, scratch: build).areBuilt(with: compiler)
    }
    return FileManager.default.fileExists(atPath: build + "/debug/ExercisesPackageTests.xctest")
  }
}
