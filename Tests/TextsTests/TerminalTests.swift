import Foundation
import Synchronization
import Testing
import Texts

/// What a terminal is like: its colours and its size.
@Suite struct TerminalTests {
  @Test(arguments: [
    (ColourChoice.auto, true, ["TERM": "xterm"], Terminal.Colours.palette),
    (.auto, true, ["COLORTERM": "truecolor"], .full),
    (.auto, true, ["COLORTERM": "24bit"], .full),
    (.auto, true, ["COLORTERM": "truecolor", "NO_COLOR": "1"], .none),
    (.auto, true, ["COLORTERM": "truecolor", "NO_COLOR": ""], .full),
    (.auto, true, ["COLORTERM": "truecolor", "TERM": "dumb"], .none),
    (.auto, false, ["COLORTERM": "truecolor"], .none),
    (.always, false, ["COLORTERM": "truecolor", "NO_COLOR": "1"], .full),
    (.always, false, [:], .palette), (.never, true, ["COLORTERM": "truecolor"], .none),
  ])
  func `colours follow the choice, then the environment`(
    choice: ColourChoice, isTerminal: Bool, environment: [String: String],
    expected: Terminal.Colours
  ) {
    let colours = choice.colours(onTerminal: isTerminal, environment: environment)
    #expect(colours == expected)
  }

  @Test func `a size comes from the environment first, and nonsense in it is passed over`() {
    let size = Terminal.size(environment: ["COLUMNS": "123", "LINES": "7"])
    #expect(size == (123, 7))
    for wrong in ["", "0", "-5", "wide", "999999999999999999999"] {
      let size = Terminal.size(of: -1, environment: ["COLUMNS": wrong, "LINES": wrong])
      #expect(size == (80, 24))
    }
  }

  @Test func `pages and the command line agree about the width`() {
    let environment = ["COLUMNS": "61"]
    #expect(
      Terminal.standard(environment: environment).columns
        == Terminal.size(environment: environment).columns)
  }

  @Test func `writing to a pipe that is full waits until all is taken`() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let (reader, writer) = (ends[0], ends[1])
    #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
    let text = String(repeating: "x", count: 300_000)
    let taken = Mutex(0)
    let thread = Thread {
      var bytes = [UInt8](repeating: 0, count: 4096)
      while true {
        let count = read(reader, &bytes, bytes.count)
        guard count > 0 else { return }
        taken.withLock { $0 += count }
      }
    }
    thread.start()
    Terminal.write(text, to: writer)
    close(writer)
    while !thread.isFinished { usleep(1000) }
    close(reader)
    #expect(taken.withLock { $0 } == 300_000)
  }
}
