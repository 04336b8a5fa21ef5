import Foundation
import Texts

/// What the course needs of a machine, and what it finds.
public struct Examination {
  /// One thing that was looked at.
  public struct Finding: Equatable, Sendable {
    /// How it is.
    public enum State: String, Sendable { case good, warning, bad }
    /// What was looked at.
    public let subject: String
    /// How it is.
    public let state: State
    /// What was found.
    public let fact: String
    /// The command or step that mends it.
    public let remedy: String?

    /// The finding for programs.
    public var json: JSONValue {
      [
        "subject": .string(subject), "state": .string(state.rawValue), "fact": .string(fact),
        "remedy": remedy.map { .string($0) } ?? .null,
      ]
    }
  }

  private let root: String?

  /// Creates an examination of this machine, and of a course if there is one.
  public init(root: String?) {
    self.root = root
  }

  /// Looks at everything.
  public func findings() -> [Finding] {
    [swift(), libpng(), disk(), memory(), course(), terminal()]
  }

  private func swift() -> Finding {
    guard Executable.path(of: "swift") != nil else {
      return Finding(
        subject: "Swift", state: .bad, fact: "is not installed",
        remedy: "get \(Examination.triedSwift) from https://www.swift.org/install")
    }
    var command = Command("swift", ["--version"])
    command.timeout = 30
    let text = (try? command.run())?.output.text ?? ""
    let version = text.range(of: "Swift version ").map {
      text[$0.upperBound...].prefix { $0.isNumber || $0 == "." }
    }
    let numbers = version?.split(separator: ".").compactMap { Int($0) } ?? []
    guard numbers.count >= 2 else {
      return Finding(
        subject: "Swift", state: .bad, fact: "does not answer", remedy: "swift --version")
    }
    return Finding(
      subject: "Swift", state: Examination.state(ofSwift: (numbers[0], numbers[1])),
      fact: String(version ?? ""),
      remedy: numbers[...1] == [6, 3]
        ? nil
        : "the course was tried with \(Examination.triedSwift): https://www.swift.org/install")
  }

  /// The version with which all of this was tried.
  private static let triedSwift = "6.3.1"

  /// How a version of Swift is: the manifest asks for 6.2, and nobody has tried other minor ones.
  static func state(ofSwift version: (major: Int, minor: Int)) -> Finding.State {
    version == (6, 3) ? .good : version >= (6, 2) ? .warning : .bad
  }

  /// Where the header of libpng is; nil where it is missing.
  private static var libpngHeader: String? {
    [
      "/usr/include/png.h", "/usr/local/include/png.h", "/opt/homebrew/include/png.h",
      "/usr/include/libpng16/png.h",
    ].first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether pictures can be read and written.
  static var hasLibpng: Bool { libpngHeader != nil }

  private func libpng() -> Finding {
    let found = Examination.libpngHeader
    return Finding(
      subject: "libpng", state: found == nil ? .bad : .good,
      fact: found ?? "its headers are missing",
      remedy: found == nil ? Examination.libpngRemedy : nil)
  }

  /// The command that installs libpng on this system.
  static var libpngRemedy: String {
    #if os(macOS)
      return "brew install libpng"
    #else
      let managers = [
        ("apt-get", "sudo apt-get install libpng-dev"), ("dnf", "sudo dnf install libpng-devel"),
        ("pacman", "sudo pacman -S libpng"), ("zypper", "sudo zypper install libpng16-devel"),
        ("apk", "sudo apk add libpng-dev"),
      ]
      return managers.first { Executable.path(of: $0.0) != nil }?.1
        ?? "install libpng with its headers"
    #endif
  }

  private func disk() -> Finding {
    let folder = root ?? FileManager.default.currentDirectoryPath
    let values = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    let free = (values?[.systemFreeSize] as? NSNumber)?.int64Value ?? 0
    let gigabytes = Double(free) / 1e9
    let text = "\((gigabytes * 10).rounded() / 10) GB free"
    return Finding(
      subject: "Disk", state: gigabytes < 0.5 ? .bad : gigabytes < 2 ? .warning : .good, fact: text,
      remedy: gigabytes < 2 ? "make room: builds take up to 2 GB" : nil)
  }

  private func memory() -> Finding {
    let gigabytes = Double(ProcessInfo.processInfo.physicalMemory) / 1e9
    return Finding(
      subject: "Memory", state: gigabytes < 3 ? .warning : .good,
      fact: "\((gigabytes * 10).rounded() / 10) GB, "
        + "\(ProcessInfo.processInfo.activeProcessorCount) cores",
      remedy: gigabytes < 3 ? "close other programs while the libraries are built" : nil)
  }

  private func course() -> Finding {
    guard let root else {
      return Finding(
        subject: "Course", state: .bad, fact: "this folder is not inside it",
        remedy: "go to the course’s folder and type ./course doctor")
    }
    let state = root + "/.course"
    let exists = FileManager.default.fileExists(atPath: state)
    let isWritable = FileManager.default.isWritableFile(atPath: exists ? state : root)
    return Finding(
      subject: "Course", state: isWritable ? .good : .bad,
      fact: isWritable ? root : "\(exists ? state : root) cannot be written",
      remedy: isWritable ? nil : "sudo chown -R $(id -un) \(exists ? state : root)")
  }

  private func terminal() -> Finding {
    let environment = ProcessInfo.processInfo.environment
    let locale =
      [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
      .compactMap { $0 }.first { !$0.isEmpty } ?? ""
    let isUnicode = locale.lowercased().contains("utf") || locale.isEmpty
    guard Terminal.isTerminal(STDOUT_FILENO) else {
      return Finding(
        subject: "Terminal", state: .good, fact: "none: plain text", remedy: nil)
    }
    let size = Terminal.size()
    let colours = environment["COLORTERM"].map { ", \($0)" } ?? ""
    return Finding(
      subject: "Terminal", state: isUnicode ? .good : .warning,
      fact: "\(environment["TERM"] ?? "unknown")\(colours), \(size.columns) × \(size.rows)",
      remedy: isUnicode ? nil : "export LANG=C.UTF-8, or signs look odd")
  }
}
