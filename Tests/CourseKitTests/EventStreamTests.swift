import Foundation
import Testing

@testable import CourseKit

/// Events are found among prints, and what they do not say is not concluded.
@Suite struct EventStreamTests {
  private let planned =
    #"{"kind":"test","payload":{"kind":"function","id":"M.F/a()","name":"a()"}}"#
  private let started = #"{"kind":"event","payload":{"kind":"testStarted","testID":"M.F/a()"}}"#

  private func ended(_ symbol: String) -> String {
    #"{"kind":"event","payload":{"kind":"testEnded","testID":"M.F/a()","messages":[{"symbol":"\#(symbol)"}]}}"#
  }

  private func outcome(of text: String, pieces: Int = 1 << 20) -> EventStream.Record? {
    var stream = EventStream()
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      stream.append(rest.prefix(pieces))
      rest = rest.dropFirst(pieces)
    }
    stream.finish()
    return stream.records["M.F/a()"]
  }

  @Test(arguments: [("pass", true), ("fail", false), ("default", false), ("skip", false)])
  func `passed is what was said to have passed`(symbol: String, passed: Bool) throws {
    let text = [planned, started, ended(symbol)].joined(separator: "\n")
    let record = try #require(outcome(of: text))
    #expect(record.hasEnded)
    #expect(record.hasPassed == passed)
  }

  @Test(arguments: ["x = ", #"{"kind":"cat"} and "#, String(repeating: "x", count: 300_000)])
  func `an event behind an unfinished print is seen, and the print kept`(print: String) throws {
    for pieces in [1 << 20, 1000] {
      let text = "\(planned)\n\(started)\n\(print)\(ended("pass"))\n"
      let record = try #require(outcome(of: text, pieces: pieces))
      #expect(record.hasPassed)
      #expect(record.prints.total == print.utf8.count)
    }
  }

  @Test func `an event with a very long text is seen`() throws {
    let long = String(repeating: "1, ", count: 200_000)
    let issue =
      #"{"kind":"event","payload":{"kind":"issueRecorded","testID":"M.F/a()","messages":[{"text":"\#(long)"}]}}"#
    let text = [planned, started, issue, ended("fail")].joined(separator: "\n")
    #expect(try #require(outcome(of: text, pieces: 4096)).issues == [long])
  }

  @Test(arguments: [20, 17_000_000])
  func `a signed event is never a print, nor a print a signed event`(length: Int) {
    let cut =
      #"{"kind":"event","payload":{"kind":"issueRecorded","testID":"M.F/a()","messages":[{"text":""#
      + String(repeating: "y", count: length)
    var stream = EventStream(signature: "s1gned")
    for line in [planned, started].map({ "s1gned" + $0 }) + ["x", ended("pass"), "zs1gned" + cut] {
      stream.append(Array((line + "\n").utf8)[...])
    }
    stream.finish()
    let record = stream.records["M.F/a()"]
    #expect(record?.hasEnded == false)
    #expect(record?.prints.text == "x\n" + ended("pass") + "\nz")
  }
}
