import Foundation

/// Finds and ends a program together with everything it started, wherever that went.
///
/// A group of processes is not enough: a program may leave it, and its parent. So every program
/// carries a mark in its environment, which its children inherit, and all who bear it are ended.
struct Descendants {
  /// The name of the environment variable that carries the mark.
  static let variable = "COURSE_MARK"

  let leader: pid_t
  let mark: String

  /// Asks politely, and ends whoever is still there after `grace` seconds.
  func end(grace: Double = 0.3) {
    kill(-leader, SIGTERM)
    for process in marked() { kill(process, SIGTERM) }
    let deadline = Date().addingTimeInterval(grace)
    while Date() < deadline, !marked().isEmpty { usleep(20_000) }
    kill(-leader, SIGKILL)
    // Once more, because a process may start another between the look and the blow.
    for _ in 0..<20 {
      let left = marked()
      if left.isEmpty { return }
      for process in left { kill(process, SIGKILL) }
      usleep(5_000)
    }
  }

  /// Ends who is left after the leader has ended by itself; mostly that is nobody.
  func endThoseLeft() {
    if !marked().isEmpty { end(grace: 0) }
  }

  #if os(Linux)
    /// Everyone alive who carries the mark.
    func marked() -> [pid_t] {
      let sought = Data("\(Descendants.variable)=\(mark)\0".utf8)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
      return names.compactMap { pid_t($0) }.filter { process in
        guard process != getpid() else { return false }
        // What has ended but was not waited for has an empty environment, so it does not count.
        return FileManager.default.contents(atPath: "/proc/\(process)/environ")?
          .range(of: sought) != nil
      }
    }
  #else
    /// Everyone alive in the group; a process that left it is not found here.
    func marked() -> [pid_t] {
      kill(-leader, 0) == 0 ? [leader] : []
    }
  #endif
}
