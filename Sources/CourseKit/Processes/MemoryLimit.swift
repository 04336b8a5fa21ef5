import Foundation

/// How much memory the learner's code may take, so that the rest of the machine goes on working.
public enum MemoryLimit {
  /// Half of the memory, and no more than four gigabytes.
  public static let bytes = min(available / 2, 4_000_000_000)

  /// The limit as people say it, `4 GB`.
  static var text: String {
    let tenths = (Double(bytes) / 1e8).rounded() / 10
    return tenths == tenths.rounded() ? "\(Int(tenths)) GB" : "\(tenths) GB"
  }

  /// What this machine has, or what the container is given in which this runs.
  private static var available: Int {
    let files = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
    let given = files.compactMap { try? String(contentsOfFile: $0, encoding: .utf8) }
      .compactMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    return given.reduce(Int(clamping: ProcessInfo.processInfo.physicalMemory), min)
  }
}
