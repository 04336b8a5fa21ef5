import Pictures
import Testing

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
