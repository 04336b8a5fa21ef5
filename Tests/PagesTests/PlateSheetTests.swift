import Pages
import Testing

/// Panels in rows, each with its label, and what their colours stand for.
@Suite struct PlateSheetTests {
  private func plate(_ width: Int, _ height: Int, _ value: UInt16, _ label: Prose) -> Plate {
    Plate(
      Picture(
        width: width, height: height, channels: .grey,
        samples: Array(repeating: value, count: width * height)), label, alternative: "plain")
  }

  private func red(_ picture: Picture, _ row: Int, _ column: Int) -> UInt16 {
    picture.samples[(row * picture.width + column) * 3]
  }

  @Test func `panels are equally wide, stand on a common foot, and have their labels below`() {
    let plates = [plate(10, 20, 1, "one"), plate(30, 15, 2, "two"), plate(40, 40, 3, "three")]
    let sheet = PlateSheet(columns: 2, panelWidth: 60, plates).picture
    #expect(sheet.width == 16 + 60 + 16 + 60 + 16)
    // The first is 120 high, and the second, which is 30 high, ends where it ends.
    for (value, rows, columns) in [(1, 16..<136, 16..<76), (2, 106..<136, 92..<152)]
      as [(UInt16, Range<Int>, Range<Int>)]
    {
      #expect(red(sheet, rows.lowerBound, columns.lowerBound) == value)
      #expect(red(sheet, rows.upperBound - 1, columns.upperBound - 1) == value)
      #expect(red(sheet, rows.lowerBound - 1, columns.lowerBound) == 250)
      #expect(red(sheet, rows.upperBound, columns.upperBound - 1) == 250)
    }
    func hasInk(_ rows: Range<Int>, _ columns: Range<Int>) -> Bool {
      rows.contains { row in columns.contains { red(sheet, row, $0) < 60 } }
    }
    #expect(hasInk(140..<165, 16..<76) && hasInk(140..<165, 92..<152))
    #expect(!hasInk(140..<165, 76..<92))
  }

  @Test func `a panel without a label is refused`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      let picture = Picture(width: 1, height: 1, channels: .grey, samples: [0])
      let plates = ["here", ""].map { Plate(picture, Prose(verbatim: $0), alternative: "a dot") }
      _ = PlateSheet(columns: 2, plates)
    }
    let message = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(message.contains("panel 2 of 2 has no label: say in its caption what it shows"))
  }

  @Test func `labels can be read on a phone, however many panels stand in a row`() {
    for columns in 1...4 {
      let plates = (0..<columns).map { _ in plate(448, 10, 250, "l") }
      let sheet = PlateSheet(columns: columns, plates).picture
      // An l is seven pixels of its letter high, and begins and ends with ink.
      let inked = (0..<sheet.height).filter { row in
        (16..<60).contains { red(sheet, row, $0) < 60 }
      }
      let height = Double((inked.last ?? 0) - (inked.first ?? 0) + 1)
      #expect((7.5...12).contains(height * 358 / Double(sheet.width)), "\(columns): \(height)")
    }
  }

  @Test func `a colour bar runs from blue over white to red, and says for and against`() throws {
    let bar = ColourBar(
      .diverging, numbers: ["−2 against", "0", "2 for"], measure: "part of the logit")
    let sheet = PlateSheet(columns: 1, bar: bar, [plate(448, 10, 9, "x")]).picture
    let rows = (0..<sheet.height).filter { row in
      let start = (row * sheet.width + 16) * 3
      let first = ColourMap.diverging.colours[0]
      return sheet.samples[start..<start + 3].elementsEqual(
        [first.red, first.green, first.blue].map(UInt16.init))
    }
    let row = try #require(rows.first)
    let end = (row * sheet.width + 16 + 447) * 3
    let last = ColourMap.diverging.colours[510]
    #expect(
      Array(sheet.samples[end..<end + 3]) == [last.red, last.green, last.blue].map(UInt16.init))

    let transcript = Transcript()
    let page = Page("Bars", terminal: transcript.terminal())
    page.plates([plate(8, 8, 9, "x")], bar: bar)
    #expect(transcript.text.contains("Colours from −2 against to 2 for: part of the logit."))
    #expect(page.html.contains("<span>−2 against</span><span>0</span><span>2 for</span>"))
  }

  @Test func `pixels of small pictures stay squares, and large pictures become smooth`() {
    let small = Picture(width: 2, height: 1, channels: .grey, samples: [0, 200])
      .enlarged(toWidth: 5)
    #expect(small.height == 3 && Array(small.samples.prefix(5)) == [0, 0, 0, 200, 200])
    let wide = Picture(
      width: 129, height: 1, channels: .grey, samples: (0..<129).map { UInt16($0) })
    let large = wide.enlarged(toWidth: 258)
    #expect(large.height == 2)
    // Centres lie a quarter and three quarters of an old pixel apart.
    #expect(Array(large.samples[..<4]) == [0, 0, 1, 1] && large.samples[257] == 128)
    #expect(wide.enlarged(toWidth: 100) == wide)
  }
}
