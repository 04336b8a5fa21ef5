import Foundation

/// Takes apart what a run of checks writes: Swift Testing's events, one JSON document a line, and
/// between them what the learner's code prints.
///
/// Both come through one terminal, in the order in which they were written, so it is known which
/// check a print belongs to. Nothing is concluded from text that people read.
public struct EventStream {
  /// A check as Swift Testing announces it.
  package struct Announced {
    package let id: String
    package let name: String
  }

  /// What became of one check in this run.
  package struct Record {
    var hasStarted = false
    package var hasEnded = false
    package var issues: [String] = []
    var prints = CappedOutput(limit: 64_000)
  }

  package private(set) var announced: [Announced] = []
  package private(set) var records: [String: Record] = [:]
  private(set) var hasEnded = false
  /// What was printed outside of any check.
  private(set) var outside = CappedOutput(limit: 64_000)

  private var current: String?
  private var line: [UInt8] = []

  /// Events are some kilobytes; a longer line is a print, and is passed on in pieces.
  private static let longest = 1 << 18

  /// Creates a stream of which nothing has come yet.
  public init() {}

  /// Takes in a piece of any length.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let length = EventStream.lengthOfLine(in: rest) {
      line.append(contentsOf: rest.prefix(length))
      finishLine()
      rest = rest.dropFirst(length + 1)
    }
    line.append(contentsOf: rest)
    if line.count > EventStream.longest {
      print(line)
      line.removeAll(keepingCapacity: true)
    }
  }

  /// How many bytes come before the first line break, if there is one.
  ///
  /// The C library looks through a hundred megabytes of prints a hundred times as fast as a loop
  /// that was compiled for debugging.
  private static func lengthOfLine(in bytes: ArraySlice<UInt8>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let end = memchr(start, 0x0A, buffer.count) else {
        return nil
      }
      return UnsafeRawPointer(end) - start
    }
  }

  /// Takes in what came after the last line break.
  package mutating func finish() {
    if !line.isEmpty { finishLine() }
  }

  private mutating func finishLine() {
    defer { line.removeAll(keepingCapacity: true) }
    // A print without a line break stands before the event on the same line.
    guard let start = EventStream.startOfEvent(in: line),
      let event = JSONValue(parsing: Data(line[start...]))
    else {
      print(line + [0x0A])
      return
    }
    if start > 0 { print(Array(line[..<start])) }
    handle(event)
  }

  private static let opening = Array(#"{"kind":""#.utf8)

  private static func startOfEvent(in line: [UInt8]) -> Int? {
    if line.starts(with: opening) { return 0 }
    // Only the end of an unfinished print is searched: the rest is the event.
    guard line.last == UInt8(ascii: "}"), line.count > opening.count else { return nil }
    let range = Data(line).range(of: Data(opening))
    return range?.lowerBound
  }

  private mutating func print(_ bytes: [UInt8]) {
    if let current {
      records[current, default: Record()].prints.append(bytes)
    } else {
      outside.append(bytes)
    }
  }

  private mutating func handle(_ event: JSONValue) {
    guard let payload = event["payload"] else { return }
    if event["kind"]?.string == "test" {
      if payload["kind"]?.string == "function", let id = payload["id"]?.string {
        let name = payload["displayName"]?.string ?? payload["name"]?.string ?? id
        announced.append(Announced(id: id, name: name))
      }
      return
    }
    let id = payload["testID"]?.string
    switch payload["kind"]?.string {
    case "testStarted":
      guard let id, announced.contains(where: { $0.id == id }) else { return }
      records[id, default: Record()].hasStarted = true
      current = id
    case "testEnded", "testSkipped":
      guard let id else { return }
      records[id]?.hasEnded = true
      if current == id { current = nil }
    case "issueRecorded":
      guard payload["issue"]?["isKnown"] != .bool(true),
        payload["issue"]?["severity"]?.string != "warning"
      else { return }
      let messages = payload["messages"]?.elements ?? []
      let details = messages.filter { $0["symbol"]?.string == "details" }
      let chosen = details.isEmpty ? messages : details
      let text = chosen.compactMap { $0["text"]?.string }.joined(separator: "\n")
      let marked = chosen.compactMap { $0["text"]?.string }.first { $0.hasPrefix("[") }
      records[id ?? current ?? "", default: Record()].issues.append(marked ?? text)
    case "runEnded":
      hasEnded = true
    default: break
    }
  }
}
