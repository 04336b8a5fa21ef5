import Foundation

/// A short name for the content of a file, by which a pass is found stale.
///
/// FNV-1a: nobody tries to fool their own progress, so sixteen digits are enough.
public struct Fingerprint: Equatable, Sendable, CustomStringConvertible {
  private var hash: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The fingerprint of nothing.
  public init() {}

  /// The fingerprint of some bytes.
  public init(_ bytes: some Sequence<UInt8>) {
    combine(bytes)
  }

  /// Takes more bytes in.
  public mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }

  /// Takes in a file's path, size and time: enough to notice a change, without reading it.
  public mutating func combine(statusOf path: String) {
    combine(path.utf8)
    guard let status = FileStatus(path) else { return }
    for number in [Int64(status.size), status.seconds, status.nanoseconds] {
      withUnsafeBytes(of: number) { combine($0) }
    }
  }

  /// Sixteen hexadecimal digits.
  public var description: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What tells one version of a file from another without reading it.
public struct FileStatus: Equatable, Sendable {
  /// The number of bytes.
  public let size: Int
  /// When it was written, in whole seconds.
  public let seconds: Int64
  /// The rest of that time.
  public let nanoseconds: Int64
  /// Which file it is: an editor that saves by renaming makes a new one.
  public let inode: UInt64
  /// Whether it holds bytes; a folder, a pipe and a device do not.
  public let isOrdinary: Bool

  /// Looks at a file; nothing where there is none.
  public init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    size = Int(status.st_size)
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = Int64(time.tv_sec)
    nanoseconds = Int64(time.tv_nsec)
    inode = UInt64(status.st_ino)
    isOrdinary = status.st_mode & S_IFMT == S_IFREG
  }
}
