import Foundation

/// The processor that the course's code is compiled for.
enum Processor {
  /// What tells it from another: the name that was asked for, or all that this one can do.
  static var name: String {
    if let name = ProcessInfo.processInfo.environment["GLASSBOX_CPU"] { return name }
    // The first of many processors says it all; the system makes the others' lines on demand.
    let file = FileHandle(forReadingAtPath: "/proc/cpuinfo")
    let text = (try? file?.read(upToCount: 1 << 14)) ?? Data()
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    let abilities = lines.first { $0.hasPrefix("flags") || $0.hasPrefix("Features") }
    return Fingerprint((abilities ?? "").utf8).description
  }

  /// Takes away what was built for another processor.
  ///
  /// SwiftPM would not: it is told “this machine’s processor” each time, and sees no difference. What
  /// it built would stop at the first instruction that this one does not have.
  ///
  /// - Parameter folder: The folder of a build.
  /// - Throws: A `CourseError` where it cannot be noted which processor this is.
  static func prepare(_ folder: String) throws(CourseError) {
    let note = folder + "/processor"
    let (known, name) = (WholeFile.read(note), name)
    if known == name { return }
    if known != nil { try? FileManager.default.removeItem(atPath: folder) }
    try WholeFile.write(name, to: note)
  }
}
