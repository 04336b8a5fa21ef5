/// Output of a program, of which the beginning and the end are kept and the middle is only counted.
public struct CappedOutput: Equatable, Sendable {
  private let half: Int
  private var head: [UInt8] = []
  private var tail: [UInt8] = []

  /// How many bytes came in altogether.
  public private(set) var total = 0

  /// Creates an empty output that keeps at most `limit` bytes.
  public init(limit: Int) {
    half = limit / 2
  }

  /// Takes more bytes in.
  public mutating func append(_ bytes: some Collection<UInt8>) {
    total += bytes.count
    let room = half - head.count
    head.append(contentsOf: bytes.prefix(room))
    tail.append(contentsOf: bytes.dropFirst(room))
    // Cut only now and then: a cut moves what is left.
    if tail.count > 2 * half { tail.removeFirst(tail.count - half) }
  }

  /// How many bytes were left out between the beginning and the end.
  public var dropped: Int { max(0, total - head.count - min(tail.count, half)) }

  /// What was kept, with a line in the middle that says how much is missing.
  public var text: String {
    if dropped == 0 { return String(decoding: head + tail, as: UTF8.self) }
    return String(decoding: head, as: UTF8.self)
      + "\n… \(CappedOutput.size(dropped)) left out …\n"
      + String(decoding: tail.suffix(half), as: UTF8.self)
  }

  /// A number of bytes as people say it.
  public static func size(_ bytes: Int) -> String {
    if bytes >= 10_000_000 { return "\(bytes / 1_000_000) MB" }
    if bytes >= 10_000 { return "\(bytes / 1_000) kB" }
    return "\(bytes) bytes"
  }
}
