import Pages
import Tensors
import Testing
import Texts

/// The terminal: which codes are written, and that every line keeps to its columns.
@Suite struct TerminalTests {
  @Test(arguments: [20, 33, 80, 200]) func `no line is wider than the terminal`(columns: Int)
    throws
  {
    for colours in [Terminal.Colours.none, .full] {
      let transcript = Transcript()
      _ = try Demonstration.page(on: transcript.terminal(columns: columns, colours: colours))
      for line in transcript.lines {
        #expect(columnCount(of: line) <= columns, "\(line)")
      }
    }
  }

  @Test func `no line of random words is wider than the terminal`() {
    var generator = SplitMix64(seed: 11)
    let letters = [
      "a", "é", "中", "🐈", " ", " ", "-", "ｗ", "e\u{301}", "👩‍🔬",
      "\u{1B}[2J", "\t", "한",
    ]
    func word(_ count: Int) -> String {
      (0..<count).map { _ in letters[Int(generator.next() % UInt64(letters.count))] }.joined()
    }
    for columns in [20, 41, 80] {
      for _ in 0..<5 {
        let transcript = Transcript()
        let page = Page(word(30), terminal: transcript.terminal(columns: columns))
        page.section("\(word(60))")
        page.text("\(word(200)) `\(word(40))`")
        let header = (0..<Int(generator.next() % 6 + 1)).map { _ in word(12) }
        let words = header.map { _ in PageTable.Cell.text(word(25)) }
        page.table(PageTable(header, rows: [words, header.map { _ in 12345.678 }]))
        page.chart(
          BarChart(word(40), axis: Axis(word(9)), bars: [.init(word(50), 1), .init(word(3), -2)]))
        page.chart(
          MatrixChart(word(9), rows: [word(30)], columns: header, values: [header.map { _ in 0.5 }])
        )
        page.chart(
          LineChart(
            word(40), x: Axis(word(90)), y: Axis(word(90)),
            lines: [.init(word(90), x: [1, 1e5], y: [-1e6, 1e6])]))
        for line in transcript.lines {
          #expect(columnCount(of: line) <= columns, "\(line)")
        }
        #expect(!transcript.text.contains("\u{1B}") && !transcript.text.contains("\t"))
      }
    }
  }

  @Test func `without colours there is no escape code`() throws {
    let transcript = Transcript()
    _ = try Demonstration.page(on: transcript.terminal())
    #expect(!transcript.text.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
    #expect(!transcript.lines.contains { $0.hasSuffix(" ") })
  }

  @Test func `without colours a map tells for and against by characters, and says so`() {
    func shown(_ picture: Picture, _ colours: Terminal.Colours = .none) -> String {
      let transcript = Transcript()
      picture.draw(on: transcript.terminal(columns: 40, colours: colours))
      return transcript.text
    }
    func row(_ colours: [Colour]) -> Picture {
      Picture(
        width: colours.count, height: 1, channels: .rgb,
        samples: colours.flatMap { [$0.red, $0.green, $0.blue].map { .init($0) } })
    }
    let map = ColourMap.diverging
    let values: [Float] = [-1, -0.5, -0.2, 0, 0, 0.2, 0.5, 1]
    let text = shown(row(values.map { map[$0] }))
    let line = text.split(separator: "\n").first ?? ""
    let characters = line.reduce(into: "") { if $0.last != $1 { $0.append($1) } }
    #expect(characters == "~=- +*#", "\(text)")
    #expect(text.contains("for: + * #") && text.contains("against: - = ~"))
    // A photograph, a map of amounts, and a terminal with colours are as they were.
    for other in [
      row(values.map { ColourMap.sequential[$0.magnitude] }),
      row(values.map { ColourMap.grey[$0.magnitude] }), row(values.map { _ in map[0] }),
    ] {
      #expect(!shown(other).contains("against"))
    }
    #expect(!shown(row(values.map { map[$0] }), .full).contains("against"))
  }

  @Test func `every colour is reset on its line, and only colours are written`() throws {
    let transcript = Transcript()
    _ = try Demonstration.page(on: transcript.terminal(colours: .full))
    for line in transcript.lines {
      let codes = line.matches(of: #/\u{1B}\[([0-9;]*)m/#).map { String($0.1) }
      #expect(codes.count == line.unicodeScalars.count { $0 == "\u{1B}" })
      #expect(
        codes.enumerated().allSatisfy { ($0 % 2 == 1) == ($1 == "0") }, "\(line.debugDescription)")
      #expect(codes.count % 2 == 0)
    }
  }

  @Test func `names from outside cannot steer the terminal`() {
    let transcript = Transcript()
    let page = Page("a\u{1B}[31mb\u{9B}c\u{202E}d\u{7}", terminal: transcript.terminal())
    page.text("\("x\u{1B}]0;title\u{7}\r\ny")")
    #expect(transcript.lines[0] == "a␛[31mb�cd␇")
    #expect(transcript.lines.contains("x␛]0;title␇ y"))
  }

  @Test func `half blocks carry two pixels in exact colours`() {
    let samples: [UInt16] = [255, 0, 0, 0, 255, 0, 0, 0, 255, 9, 8, 7]
    let picture = Picture(width: 2, height: 2, channels: .rgb, samples: samples)
    let transcript = Transcript()
    // Small pictures grow by a whole factor: twelvefold, to 24 columns and twelve lines.
    picture.draw(on: transcript.terminal(colours: .full))
    let lines = transcript.lines
    #expect(lines.count == 13)
    let upper = "\u{1B}[38;2;255;0;0;48;2;255;0;0m" + String(repeating: "▀", count: 12)
    #expect(lines[0].hasPrefix(upper + "\u{1B}[0m\u{1B}[38;2;0;255;0"))
    #expect(lines[11].contains("\u{1B}[38;2;9;8;7;48;2;9;8;7m"))
  }

  @Test func `large pictures are averaged by area`() {
    // Columns 0, 1, 2 … of a ramp: the mean over a cell is that of the ramp there.
    let width = 400
    let ramp = (0..<width * 4).map { UInt16(65535 * ($0 % width) / (width - 1)) }
    let picture = Picture(width: width, height: 4, channels: .grey, bits: 16, samples: ramp)
    let transcript = Transcript()
    picture.draw(on: transcript.terminal(columns: 80, colours: .full))
    let reds = transcript.lines[0].matches(of: #/38;2;([0-9]+);/#).compactMap { Double($0.1) }
    #expect(reds.count == 80)
    for (column, red) in reds.enumerated() {
      #expect(abs(red - 255 * (Double(column) * 5 + 2) / 399) <= 0.51)
    }
  }

  @Test func `without colours brightness is a ramp of characters`() {
    let transcript = Transcript()
    let ramp = (0..<240).map { UInt16(255 * ($0 % 24) / 23) }
    Picture(width: 24, height: 10, channels: .grey, samples: ramp).draw(on: transcript.terminal())
    #expect(transcript.lines[0] == "   ..::---==++***##%%@@@")
    #expect(transcript.lines.count == 6)
  }

  @Test func `bars are drawn to eighths and align`() {
    let transcript = Transcript()
    BarChart("t", axis: Axis("v"), bars: [.init("中文", 2), .init("b", 1), .init("long", -1)])
      .draw(on: transcript.terminal(columns: 40))
    let lines = transcript.lines
    #expect(lines[2].hasPrefix("中文   2"))
    #expect(lines[3].hasPrefix("b      1"))
    #expect(lines[4].hasPrefix("long  −1"))
    let axes = lines[2...4].map { line in columnCount(of: String(line.prefix { $0 != "│" })) }
    #expect(Set(axes).count == 1)
    #expect(lines[2].count { $0 == "█" } == 2 * lines[3].count { $0 == "█" })
  }
}

/// How many columns a line takes, by a table that is enough for these tests.
func columnCount(of line: String) -> Int {
  line.replacing(#/\u{1B}\[[0-9;]*m/#, with: "").reduce(0) { count, character in
    let first = character.unicodeScalars.first?.value ?? 0
    let isWide =
      (0x1100...0x115F).contains(first) || (0x3000...0x9FFF).contains(first)
      || (0xAC00...0xD7A3).contains(first) || (0xFF00...0xFF60).contains(first)
      || (0x1F300...0x1FAFF).contains(first)
    return count + (isWide ? 2 : 1)
  }
}
