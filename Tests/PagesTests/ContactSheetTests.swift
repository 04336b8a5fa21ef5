import Pages
import Testing

/// Pictures in rows with captions.
@Suite struct ContactSheetTests {
  private func plain(_ width: Int, _ height: Int, _ value: UInt16) -> Picture {
    Picture(
      width: width, height: height, channels: .grey,
      samples: Array(repeating: value, count: width * height))
  }

  /// The red of a pixel.
  private func red(_ picture: Picture, _ row: Int, _ column: Int) -> UInt16 {
    picture.samples[(row * picture.width + column) * 3]
  }

  @Test func `pictures stand in rows, on a common foot, with the margin around them`() {
    let sheet = ContactSheet(
      columns: 2, margin: 5,
      [plain(10, 20, 1), plain(30, 8, 2), plain(12, 4, 3)].map { $0.captioned("") }
    ).picture
    #expect(sheet.width == 5 + 12 + 5 + 30 + 5)
    #expect(sheet.height == 5 + 20 + 5 + 4 + 5)
    // Top left and bottom right pixel of each, and the ground just outside.
    for (value, rows, columns) in [
      (1, 5..<25, 5..<15), (2, 17..<25, 22..<52), (3, 30..<34, 5..<17),
    ] as [(UInt16, Range<Int>, Range<Int>)] {
      #expect(red(sheet, rows.lowerBound, columns.lowerBound) == value)
      #expect(red(sheet, rows.upperBound - 1, columns.upperBound - 1) == value)
      #expect(red(sheet, rows.lowerBound - 1, columns.lowerBound) == 246)
      #expect(red(sheet, rows.upperBound, columns.upperBound - 1) == 246)
      #expect(red(sheet, rows.lowerBound, columns.upperBound) == 246)
    }
  }

  @Test func `a caption is below its picture and nowhere else`() {
    let sheet = ContactSheet(columns: 1, margin: 4, [plain(100, 10, 9).captioned("A cat")]).picture
    let inked = (0..<sheet.height).filter { row in
      (0..<sheet.width).contains { red(sheet, row, $0) == 40 }
    }
    // Half a line below the picture, capitals of seven rows.
    #expect(inked == Array(19..<26))
    #expect(sheet.height == 4 + 10 + 5 + 11 + 4)
  }

  @Test func `long captions are wrapped, longer ones shortened, and never leave their column`() {
    let long = String(repeating: "attribution of the score ", count: 30)
    func sheet(_ caption: String) -> Picture {
      ContactSheet(
        columns: 2, margin: 4,
        [plain(90, 10, 9).captioned(caption), plain(90, 10, 9).captioned("")]
      ).picture
    }
    let heights = ["one", "two lines of it, that is", long, String(repeating: "m", count: 500)]
      .map { sheet($0).height - 18 }
    #expect(heights == [16, 27, 38, 38])
    for caption in [long, String(repeating: "m", count: 500)] {
      let picture = sheet(caption)
      for row in 14..<picture.height {
        for column in 94..<picture.width { #expect(red(picture, row, column) == 246) }
      }
    }
  }

  @Test func `narrow pictures get room for their captions, and larger letters more`() {
    let small = plain(28, 28, 0)
    #expect(ContactSheet(columns: 1, margin: 0, [small.captioned("seven")]).picture.width == 72)
    let large = ContactSheet(columns: 1, margin: 0, textScale: 2, [small.captioned("seven")])
    #expect(large.picture.width == 144)
    #expect(ContactSheet(columns: 3, margin: 0, [small.captioned("")]).picture.width == 28)
  }

  @Test func `transparent pictures let the ground through, and sixteen bits fit`() {
    let clear = Picture(
      width: 3, height: 1, channels: .rgba, bits: 16,
      samples: [65535, 0, 0, 65535, 65535, 0, 0, 0, 0, 0, 0, 32768])
    let sheet = ContactSheet(columns: 1, margin: 0, [clear.captioned("")]).picture
    #expect(sheet.samples == [255, 0, 0, 246, 246, 246, 123, 123, 123])
  }
}

/// The letters of captions.
@Suite struct GlyphTests {
  /// The rows of ink that a caption leaves on a sheet.
  private func ink(_ character: Character) -> [Bool] {
    let ground = Picture(width: 1, height: 1, channels: .grey, samples: [246])
    let sheet = ContactSheet(columns: 1, margin: 0, [ground.captioned("\(character)")]).picture
    return stride(from: 0, to: sheet.samples.count, by: 3).map { sheet.samples[$0] == 40 }
  }

  @Test func `every printable character of ASCII has a letter of its own`() {
    let letters = (33...126).map { ink(Character(UnicodeScalar($0))) }
    #expect(Set(letters).count == 94)
    #expect(!letters.contains(ink("\u{1F408}")))
  }

  @Test func `signs and Greek letters of formulas are there`() {
    let box = ink("\u{1F408}")
    for character in "×−–—…·°±²³αβγδελμπρσφΔΣ∂√∞≈≤≥≠→←" {
      #expect(ink(character) != box && ink(character).contains(true), "\(character)")
    }
  }

  @Test func `a letter with an accent is at least the letter`() {
    #expect(ink("é") == ink("e") && ink("Ü") == ink("U"))
  }
}

/// Enlarging, cutting out, and boxes.
@Suite struct PictureEditingTests {
  private let picture = Picture(
    width: 3, height: 2, channels: .greyAlpha, bits: 16, samples: (0..<12).map { $0 * 1000 })

  @Test func `enlarged pixels are squares, and every other one gives the picture back`() {
    let large = picture.scaled(by: 3)
    #expect(large.width == 9 && large.height == 6 && large.bits == 16)
    for row in 0..<6 {
      for column in 0..<9 {
        let (from, to) = ((row / 3 * 3 + column / 3) * 2, (row * 9 + column) * 2)
        #expect(large.samples[to..<to + 2] == picture.samples[from..<from + 2])
      }
    }
    #expect(picture.scaled(by: 1) == picture)
  }

  @Test func `a part has the part's pixels`() {
    let part = picture.cropped(rows: 1..<2, columns: 1..<3)
    #expect(part.width == 2 && part.height == 1)
    #expect(part.samples == [8000, 9000, 10000, 11000])
  }

  @Test func `an outline lies inside the box and nothing else changes`() {
    let white = Picture(
      width: 8, height: 7, channels: .rgb, samples: Array(repeating: 255, count: 168))
    let box = white.outlined(rows: 1..<6, columns: 2..<8, in: .black, thickness: 1)
    for row in 0..<7 {
      for column in 0..<8 {
        let isInside = (1..<6).contains(row) && (2..<8).contains(column)
        let isLine = isInside && (row == 1 || row == 5 || column == 2 || column == 7)
        #expect(box.samples[(row * 8 + column) * 3] == (isLine ? 0 : 255))
      }
    }
    // Beyond the picture there is nothing to draw on.
    let outside = white.outlined(rows: -3..<20, columns: 5..<30, in: .black, thickness: 1)
    #expect(outside.samples.count { $0 == 0 } == 7 * 3)
    #expect(white.outlined(rows: 2..<2, columns: 0..<8) == white)
  }
}
