import Foundation

/// Builds one version of a lesson's file together with the lesson's checks.
///
/// There are two ways. With the compiler alone, where that is known to work, it takes a third of a
/// second; with SwiftPM it works wherever SwiftPM does, and that is also what is asked where the
/// first way meets something it has no words for.
public struct LessonBuild {
  private let course: Course
  private let package: LessonPackage
  private let scratch: String
  private let progress: (String) -> Void

  /// What a build leads to.
  public enum Outcome {
    /// The checks can be started; the compiler may have warned of something in the lesson's file.
    case ready(Command, warnings: [String])
    /// The lesson's file does not compile, or not with its checks: in the compiler's words.
    case errors([String])
  }

  /// The ways to build.
  public enum Way: String, Sendable {
    /// The compiler's own jobs, against libraries that SwiftPM has made.
    case direct
    /// SwiftPM, for everything.
    case package

    /// The way on this system, unless `COURSE_BUILD` names the other.
    public static var preferred: Way {
      let name = ProcessInfo.processInfo.environment["COURSE_BUILD"]
      if let way = name.flatMap({ Way(rawValue: $0) }) { return way }
      #if os(Linux)
        return .direct
      #else
        return .package
      #endif
    }
  }

  /// Prepares a build; nothing is built yet.
  ///
  /// - Parameters:
  ///   - package: The version of the lesson's file, and what stands beside it.
  ///   - course: The course, whose libraries are linked.
  ///   - progress: Is told what takes its time; an empty text when it is done.
  public init(
    of package: LessonPackage, in course: Course,
    progress: @escaping (String) -> Void = { _ in }
  ) {
    self.course = course
    self.package = package
    self.progress = progress
    scratch = course.stateFolder + "/build"
  }

  /// Builds what has changed.
  ///
  /// - Returns: How to start the checks, or what is wrong with the lesson's file.
  /// - Throws: A `CourseError` where the fault is another's, or it was interrupted.
  public func run() throws(CourseError) -> Outcome {
    try prepare()
    if Way.preferred == .direct, let compiler = SwiftCompiler() {
      let libraries = CheckLibraries(course: course, scratch: scratch)
      if let built = try build(libraries, with: compiler) {
        let build = DirectBuild(
          course: course, package: package, folder: folder, compiler: compiler, libraries: built)
        if let outcome = try build.run() { return outcome }
        if let changed = course.changedSignature(in: package) { return .errors([changed]) }
      }
      // Whatever it was, the next time begins with SwiftPM's look at the libraries.
      libraries.forget()
    }
    return try PackageBuild(
      course: course, package: package, scratch: isLearners ? scratch : folder + "/build",
      progress: progress
    ).run()
  }

  /// Lessons that are proved at the same time share the libraries, and what is noted of them.
  private static let shared = NSLock()

  private func prepare() throws(CourseError) {
    LessonBuild.shared.lock()
    defer { LessonBuild.shared.unlock() }
    try Processor.prepare(scratch)
  }

  private func build(
    _ libraries: CheckLibraries, with compiler: SwiftCompiler
  ) throws(CourseError) -> CheckLibraries.Built? {
    LessonBuild.shared.lock()
    defer { LessonBuild.shared.unlock() }
    return try libraries.build(with: compiler, progress: progress)
  }

  private var isLearners: Bool { package.folder == course.root + "/exercises" }

  /// Where what is made of this version is put.
  private var folder: String {
    isLearners ? "\(scratch)/lessons/\(package.lesson.slug)" : "\(package.folder)/made"
  }
}

extension Course {
  /// A sentence about the first function whose declaration is no longer the exercise's; nil where
  /// all are.
  func changedSignature(in package: LessonPackage) -> String? {
    let squeezed = (WholeFile.read(package.file) ?? "").filter { !$0.isWhitespace }
    let changed = functions(of: package.lesson).first {
      !squeezed.contains($0.signature.filter { !$0.isWhitespace })
    }
    return changed.map {
      """
      \(shown(package.file)): \($0.name) is not declared as the checks call it. They need

          \($0.signature)
      """
    }
  }

  /// The manifest's limit for expressions that are too hard for the compiler; nil where it sets none.
  var expressionLimit: String? {
    (WholeFile.read(root + "/Package.swift") ?? "")
      .firstMatch(of: /"(-solver-scope-threshold=\d+)"/).map { String($0.1) }
  }

  /// The features that the manifest switches on for every target.
  var upcomingFeatures: [String] {
    let lines = (WholeFile.read(root + "/Package.swift") ?? "").split(separator: "\n")
    return lines.compactMap { line in
      line.range(of: ".enableUpcomingFeature(\"").map {
        String(line[$0.upperBound...].prefix { $0 != "\"" })
      }
    }
  }
}
