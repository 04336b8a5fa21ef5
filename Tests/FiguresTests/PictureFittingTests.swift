import Figures
import Tensors
import Testing

/// Pictures brought to the square that a network wants to see.
@Suite struct PictureFittingTests {
  @Test func `a picture of that size stays as it is`() {
    let picture = Picture(width: 2, height: 2, channels: .grey, samples: [1, 2, 3, 4])
    #expect(picture.fitted(toSquare: 2) == picture)
  }

  @Test func `one colour stays that colour at every size`() {
    for (width, height, side) in [(7, 3, 5), (2, 9, 4), (40, 31, 8), (5, 5, 50)] {
      let picture = Picture(
        width: width, height: height, channels: .rgb,
        samples: (0..<width * height).flatMap { _ in [200, 10, 77] as [UInt16] })
      let fitted = picture.fitted(toSquare: side)
      #expect(fitted.width == side && fitted.height == side)
      #expect(fitted.samples == (0..<side * side).flatMap { _ in [200, 10, 77] as [UInt16] })
    }
  }

  @Test func `the longer side loses its ends`() {
    // Columns 0 to 4, of which 1 to 3 are the middle.
    let row: [UInt16] = [9, 10, 20, 30, 9]
    let picture = Picture(width: 5, height: 3, channels: .grey, samples: row + row + row)
    let fitted = picture.fitted(toSquare: 3)
    #expect(fitted.values[0, 0].scalars == [10, 20, 30])
  }

  /// Half the size: the tent covers four pixels with the weights 1, 3, 3 and 1, of eight.
  @Test func `halving weighs four pixels by a tent`() {
    let row: [UInt16] = [0, 0, 80, 0, 0, 0, 0, 0]
    let picture = Picture(
      width: 8, height: 8, channels: .grey, samples: (0..<8).flatMap { _ in row })
    // The first pixel has only three under its tent: 3, 3 and 1, of seven.
    #expect(picture.fitted(toSquare: 4).values[0, 2].scalars == [11, 30, 0, 0])
  }

  @Test func `mirrored pictures are fitted to mirrored squares`() {
    let samples = (0..<35).map { UInt16($0 * 37 % 251) }
    let mirrored = (0..<5).flatMap { row in (0..<7).map { samples[row * 7 + 6 - $0] } }
    func fitted(_ samples: [UInt16]) -> [Float] {
      Picture(width: 7, height: 5, channels: .grey, samples: samples)
        .fitted(toSquare: 4).values[0].scalars
    }
    let (a, b) = (fitted(samples), fitted(mirrored))
    for row in 0..<4 {
      for column in 0..<4 { #expect(abs(a[row * 4 + column] - b[row * 4 + 3 - column]) <= 1) }
    }
  }
}
