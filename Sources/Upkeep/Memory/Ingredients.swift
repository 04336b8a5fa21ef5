import CourseKit
import Foundation

/// What goes into each part of the course, as a hash: where that is the same, so is the verdict.
///
/// SwiftPM is asked which targets a part is built from. So a change of a library proves anew what
/// uses it, and nothing else; and a new lesson proves no old one anew, because of `Package.swift` all
/// counts but the curriculum.
struct Ingredients: Sendable {
  private struct Part {
    let path: String
    let dependencies: [String]
  }

  private let inventory: Inventory
  private let parts: [String: Part]
  /// What goes into everything: the compiler, the manifest, how verdicts are reached.
  private let common: Fingerprint

  /// Looks at a course.
  ///
  /// - Parameters:
  ///   - course: The course.
  ///   - inventory: Its files.
  /// - Throws: A `CourseError` where it was interrupted, or the curriculum cannot be read.
  init(of course: Course, inventory: Inventory) throws(CourseError) {
    self.inventory = inventory
    let described = try Ingredients.swift(
      ["package", "--package-path", course.root, "describe", "--type", "json"])
    var parts: [String: Part] = [:]
    for target in JSONValue(parsing: Data(described.utf8))?["targets"]?.elements ?? [] {
      guard let name = target["name"]?.string, let path = target["path"]?.string else { continue }
      parts[name] = Part(
        path: path,
        dependencies: target["target_dependencies"]?.elements.compactMap(\.string) ?? [])
    }
    self.parts = parts
    var common = Fingerprint(try Ingredients.swift(["--version"]).utf8)
    // The build will say what is wrong with the manifest; until then nothing is known to be proved.
    if parts.isEmpty { common.combine("\(UInt64.random(in: 0...(.max)))".utf8) }
    common.combine((ProcessInfo.processInfo.environment["GLASSBOX_CPU"] ?? "").utf8)
    common.combine(try Ingredients.manifestWithoutCurriculum(of: course).utf8)
    let judges = ["Sources/Upkeep/Proof/", "Sources/CourseKit/Checks/"]
    for (path, hash) in inventory.hashes.sorted(by: { $0.key < $1.key })
    where judges.contains(where: path.hasPrefix) {
      common.combine((path + hash).utf8)
    }
    self.common = common
  }

  /// The hash of what some targets are built from, and of whatever else is named.
  ///
  /// - Parameters:
  ///   - targets: The names of the targets.
  ///   - others: What else goes in, such as kept scores.
  /// - Returns: The hash.
  func hash(ofTargets targets: [String], and others: String = "") -> String {
    var known: Set<String> = []
    var rest = targets
    while let name = rest.popLast() {
      if known.insert(name).inserted { rest += parts[name]?.dependencies ?? [] }
    }
    let folders = known.compactMap { parts[$0]?.path }
    return hash(and: others + known.sorted().joined(separator: " ")) { path in
      // No program reads the text of a lesson.
      folders.contains { path.hasPrefix($0 + "/") } && !path.hasSuffix("/lesson.md")
    }
  }

  /// The hash of everything but some files.
  func hashOfEverything(without paths: Set<String>) -> String {
    hash(and: "everything") { !paths.contains($0) }
  }

  /// The hash of one file.
  func hash(ofFile path: String, and others: String) -> String {
    hash(and: others) { $0 == path }
  }

  private func hash(and others: String, of isIncluded: (String) -> Bool) -> String {
    var fingerprint = common
    fingerprint.combine(others.utf8)
    for (path, hash) in inventory.hashes.sorted(by: { $0.key < $1.key }) where isIncluded(path) {
      fingerprint.combine("\(path) \(hash)\n".utf8)
    }
    return fingerprint.description
  }

  private static func manifestWithoutCurriculum(of course: Course) throws(CourseError) -> String {
    let text = WholeFile.read(course.root + "/Package.swift") ?? ""
    let reading = try CurriculumReading(manifest: text)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let first = reading.entries.first?.firstLine ?? reading.lastLine
    return (lines[..<(first - 1)] + lines[(reading.lastLine - 1)...]).joined(separator: "\n")
  }

  private static func swift(_ arguments: [String]) throws(CourseError) -> String {
    let outcome = try Command("swift", arguments).run()
    if outcome.ending == .interrupted { throw CourseError(.interrupted, "Interrupted.") }
    return outcome.succeeded && outcome.output.dropped == 0 ? outcome.output.text : ""
  }
}
