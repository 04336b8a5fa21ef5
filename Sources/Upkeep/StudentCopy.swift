import CourseKit
import Foundation

/// The course as students get it: without solutions, mutants and the course's own proof.
///
/// Only what git tracks is handed out, and of that only what stands in the list here: notes, results
/// and marks that lie about in a clone are nobody's business.
public struct StudentCopy {
  private let course: Course

  /// Prepares a copy of a course.
  public init(course: Course) {
    self.course = course
  }

  /// Files, and folders with all that is in them.
  private static let handedOut = [
    ".editorconfig", ".gitignore", ".swift-format", ".vscode/", "CHANGELOG.md", "LICENSE",
    "Package.swift", "course", "Sources/", "docs/", "exercises/Demos/", "exercises/Package.swift",
    "exercises/Tests/",
    "lessons/",
  ]

  /// What stands in those folders and is of use only to those who have the solutions.
  private static let keptBack = [
    "Sources/Upkeep/", "Sources/maintain/", "lessons/\(Lesson.comparison.folder)/",
  ]

  /// What the copy says of itself; the course's own page speaks of what is left out.
  private static let readMe = """
    # Glassbox

    Look inside neural networks, lesson by lesson, in Swift. You need Swift 6.3, from
    [swift.org](https://www.swift.org/install), on Linux or macOS; what else is missing `./course`
    puts in, or names.

        ./course            watch: save a file, see whether it is right
        ./course show       what to do now
        ./course hint       a hint, one more each time
        ./course run --mine the pictures of the lesson, drawn by your own code
        ./course --help     all that it can do

    The lessons are in `lessons`, one folder each, with the text in `lesson.md`. You write in the
    folder of the same name in `exercises`.

    """

  /// Writes the copy into a folder that is not there yet or empty.
  ///
  /// It is written beside that folder and then renamed, so that nobody finds a half.
  ///
  /// - Parameter folder: The folder.
  /// - Returns: How many exercises it holds.
  /// - Throws: A `CourseError` where there is something already, git does not know the course, a
  ///   link leads out of it, or a file cannot be written; then nothing is left behind.
  public func write(to folder: String) throws(CourseError) -> Int {
    guard course.hasSolutions else {
      throw CourseError(
        .nothingMatched, "This is a student’s copy already; it can be copied as it is.")
    }
    let target = try target(named: folder)
    let paths = try paths()
    var made: [DerivedFile] = [DerivedFile(path: "README.md", content: .text(StudentCopy.readMe))]
    for lesson in course.curriculum.lessons { made += try files(of: lesson) }
    let beside = "\(target).\(getpid()).new"
    do {
      for path in paths {
        try Interruption.check()
        try copy(path, to: beside)
      }
      for file in made { try file.write(in: beside) }
      // An empty folder of that name gives way.
      guard rename(beside, target) == 0 else {
        throw CourseError(.fault, "\(folder) cannot be made: \(String(cString: strerror(errno))).")
      }
    } catch {
      try? FileManager.default.removeItem(atPath: beside)
      throw error as? CourseError
        ?? CourseError(
          .fault, "\(folder) cannot be written: \(error.localizedDescription) Is the disk full?")
    }
    return course.curriculum.lessons.count
  }

  /// Where a name leads, whatever links are on the way.
  private func target(named folder: String) throws(CourseError) -> String {
    // What is not there yet cannot be a link.
    var real = URL(fileURLWithPath: folder).standardizedFileURL
    var missing: [String] = []
    while !FileManager.default.fileExists(atPath: real.path), real.path != "/" {
      missing.insert(real.lastPathComponent, at: 0)
      real.deleteLastPathComponent()
    }
    let path = ([real.resolvingSymlinksInPath().path] + missing).joined(separator: "/")
    // What the course keeps for itself is its own place, where the proof looks at a copy.
    guard !isInside(path) || isInside(path, folder: ".course/") else {
      throw CourseError(
        .usage, "\(folder) is inside the course. Name a folder beside it: --student ../class")
    }
    let present = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    guard present.isEmpty, missing.isEmpty == false || isFolder(path) else {
      throw CourseError(
        .usage, "\(folder) is not empty. Name a folder that is not there yet, and it is made.")
    }
    return path
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private func isInside(_ path: String, folder: String = "") -> Bool {
    let root = URL(fileURLWithPath: course.root).resolvingSymlinksInPath().path
    return (path + "/").hasPrefix("\(root)/\(folder)")
  }

  /// The tracked files that are handed out as they are, by their paths from the course's folder on.
  private func paths() throws(CourseError) -> [String] {
    let outcome = try Command("git", ["-C", course.root, "ls-files", "-z", "--cached"]).run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    guard outcome.succeeded, outcome.output.dropped == 0 else {
      throw CourseError(
        .fault,
        "Only what git tracks is handed out, and git does not know \(course.root). Pack from a clone "
          + "of the course.")
    }
    func isIn(_ list: [String], _ path: String) -> Bool {
      list.contains { $0.hasSuffix("/") ? path.hasPrefix($0) : path == $0 }
    }
    return Set(outcome.output.text.split(separator: "\0").map(String.init)).sorted().filter {
      isIn(StudentCopy.handedOut, $0) && !isIn(StudentCopy.keptBack, $0)
    }
  }

  /// The untouched exercise, a second one to go back to, and what is given beside it: all from the
  /// solution, since somebody may have worked on what stands in the exercises of this copy.
  private func files(of lesson: Lesson) throws(CourseError) -> [DerivedFile] {
    let stub = try course.stub(of: lesson)
    let path = "\(lesson.folder)/\(lesson.module).swift"
    return [
      DerivedFile(path: "exercises/\(path)", content: .text(stub)),
      DerivedFile(path: "exercises/Stubs/\(path)", content: .text(stub)),
    ] + (try DerivedFiles(of: course).given(in: lesson))
  }

  private func copy(_ path: String, to folder: String) throws {
    let source = "\(course.root)/\(path)"
    let target = "\(folder)/\(path)"
    // What git tracks and somebody has deleted is not there to be copied.
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: source) else { return }
    if let outside = exit(of: source, isLink: attributes[.type] as? FileAttributeType) {
      throw CourseError(
        .fault,
        "\(path) leads out of the course, to \(outside), so it is not handed out. Put the file itself "
          + "there, or take it out of git.")
    }
    try FileManager.default.createDirectory(
      atPath: (target as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: source, toPath: target)
  }

  /// Where a file or link leads, if that is outside of the course.
  private func exit(of source: String, isLink type: FileAttributeType?) -> String? {
    let folder = (source as NSString).deletingLastPathComponent
    var place = URL(fileURLWithPath: folder).resolvingSymlinksInPath()
    if type == .typeSymbolicLink,
      let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: source)
    {
      if destination.hasPrefix("/") { return destination }
      place.append(path: destination)
      place = place.standardizedFileURL.resolvingSymlinksInPath()
    }
    return isInside(place.path) ? nil : place.path
  }
}
