import Foundation

/// Takes apart what a run of checks writes: Swift Testing's events, one JSON document a line, and
/// between them what the learner's code prints.
///
/// Both come through one terminal, in the order in which they were written, so it is known which
/// check a print belongs to. Nothing is concluded from text that people read, and where events are
/// signed, nothing from what looks like one and is not.
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
    /// Whether Swift Testing said that it passed; that no issue was seen is no such word.
    package var hasPassed = false
    /// Whether it was left out by a condition of its own.
    package var wasSkipped = false
    package var issues: [String] = []
    var prints = CappedOutput(limit: 64_000)
  }

  package private(set) var announced: [Announced] = []
  package private(set) var records: [String: Record] = [:]
  /// Whether the run began, with checks or without.
  private(set) var hasBegun = false
  private(set) var hasEnded = false
  /// What was printed outside of any check.
  private(set) var outside = CappedOutput(limit: 64_000)

  private var current: String?
  private var line: [UInt8] = []

  /// A line longer than this is a print, and is passed on in pieces, unless an event may have begun
  /// in it.
  private static let longest = 1 << 18

  /// Events are some kilobytes, with a large value in an issue some megabytes.
  private static let longestEvent = 1 << 24

  private let signature: [UInt8]
  private let opening: Data

  /// Creates a stream of which nothing has come yet.
  ///
  /// - Parameter signature: What stands before every event; nothing where they are not signed.
  public init(signature: String = "") {
    self.signature = Array(signature.utf8)
    opening = Data((signature + #"{"kind":""#).utf8)
  }

  /// Takes in a piece of any length.
  package mutating func append(_ bytes: ArraySlice<UInt8>) {
    var rest = bytes
    while let length = EventStream.lengthOfLine(in: rest) {
      line.append(contentsOf: rest.prefix(length))
      finishLine()
      rest = rest.dropFirst(length + 1)
    }
    line.append(contentsOf: rest)
    if line.count > EventStream.longest { passOn() }
  }

  /// Hands on what a long line has so far, up to where an event may begin in it.
  private mutating func passOn() {
    var kept = line.count - opening.count + 1
    if let start = Data(line).range(of: opening)?.lowerBound {
      kept = start
      if line.count - start > EventStream.longestEvent {
        if signature.isEmpty {
          // Nobody knows that it is one.
          kept = line.count
        } else {
          line.removeSubrange((start + opening.count)...)
        }
      }
    }
    guard kept > 0 else { return }
    print(Array(line[..<kept]))
    line.removeFirst(kept)
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
    guard let (start, event) = event(in: line) else {
      // A signed event that is no whole one was cut off, or was too long; it is no print.
      let end = signature.isEmpty ? nil : Data(line).range(of: opening)?.lowerBound
      print(end.map { Array(line[..<$0]) } ?? line + [0x0A])
      return
    }
    // A print without a line break stands before the event on the same line.
    if start > 0 { print(Array(line[..<start])) }
    handle(event)
  }

  /// The event that a line ends with, and where it begins.
  ///
  /// A print before it may look like the beginning of one, so each place is tried.
  private func event(in line: [UInt8]) -> (start: Int, event: JSONValue)? {
    guard line.last == UInt8(ascii: "}") else { return nil }
    let data = Data(line)
    var from = 0
    for _ in 0..<100 {
      guard let start = data.range(of: opening, in: from..<data.count)?.lowerBound else {
        return nil
      }
      if let event = JSONValue(parsing: data[(start + signature.count)...]) {
        return (start, event)
      }
      from = start + 1
    }
    return nil
  }

  private mutating func print(_ bytes: [UInt8]) {
    if let current {
      records[current, default: Record()].prints.append(bytes)
    } else {
      outside.append(bytes)
    }
  }

  /// The symbols with which Swift Testing says that a check passed.
  private static let passes = ["pass", "passWithKnownIssue", "passWithWarnings"]

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
    case "testSkipped":
      guard let id, announced.contains(where: { $0.id == id }) else { return }
      records[id, default: Record()].wasSkipped = true
    case "testEnded":
      guard let id else { return }
      records[id]?.hasEnded = true
      let symbols = (payload["messages"]?.elements ?? []).compactMap { $0["symbol"]?.string }
      records[id]?.hasPassed = symbols.contains { EventStream.passes.contains($0) }
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
    case "runStarted":
      hasBegun = true
    case "runEnded":
      hasEnded = true
    default: break
    }
  }
}
