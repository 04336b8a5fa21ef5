/// Transposes a block of at most 16 × 16 numbers.
///
/// - Parameters:
///   - source: The first row; 16 numbers of every row are read.
///   - sourceStride: The distance from one row to the next.
///   - sourceRows: How many rows there are; missing ones are taken to be like the last.
///   - target: Where the first column goes; 16 numbers are written for every column.
///   - targetStride: The distance from one column to the next.
///   - targetRows: How many columns to write.
@inline(never)
func transposeSquare(
  _ source: UnsafePointer<Float>, sourceStride: Int, sourceRows: Int,
  to target: UnsafeMutablePointer<Float>, targetStride: Int, targetRows: Int
) {
  var square = unsafe Square(at: source, stride: sourceStride, rows: sourceRows)
  square.shuffle()
  square.shuffle()
  square.shuffle()
  square.shuffle()
  unsafe square.store(to: target, stride: targetStride, rows: targetRows)
}

/// Sixteen vectors of sixteen numbers, for transposing in registers.
private struct Square {
  private var row0: SIMD16<Float>
  private var row1: SIMD16<Float>
  private var row2: SIMD16<Float>
  private var row3: SIMD16<Float>
  private var row4: SIMD16<Float>
  private var row5: SIMD16<Float>
  private var row6: SIMD16<Float>
  private var row7: SIMD16<Float>
  private var row8: SIMD16<Float>
  private var row9: SIMD16<Float>
  private var row10: SIMD16<Float>
  private var row11: SIMD16<Float>
  private var row12: SIMD16<Float>
  private var row13: SIMD16<Float>
  private var row14: SIMD16<Float>
  private var row15: SIMD16<Float>

  /// The rows that begin `stride` apart; missing rows are taken to be like the last.
  @inline(__always)
  init(at address: UnsafePointer<Float>, stride: Int, rows: Int) {
    @inline(__always)
    func row(_ index: Int) -> SIMD16<Float> {
      unsafe SIMD16(at: address + min(index, rows &- 1) &* stride)
    }
    row0 = row(0)
    row1 = row(1)
    row2 = row(2)
    row3 = row(3)
    row4 = row(4)
    row5 = row(5)
    row6 = row(6)
    row7 = row(7)
    row8 = row(8)
    row9 = row(9)
    row10 = row(10)
    row11 = row(11)
    row12 = row(12)
    row13 = row(13)
    row14 = row(14)
    row15 = row(15)
  }

  /// Writes the first rows, `stride` apart.
  @inline(__always)
  func store(to address: UnsafeMutablePointer<Float>, stride: Int, rows: Int) {
    unsafe row0.store(to: address)
    if rows > 1 { unsafe row1.store(to: address + stride) }
    if rows > 2 { unsafe row2.store(to: address + 2 &* stride) }
    if rows > 3 { unsafe row3.store(to: address + 3 &* stride) }
    if rows > 4 { unsafe row4.store(to: address + 4 &* stride) }
    if rows > 5 { unsafe row5.store(to: address + 5 &* stride) }
    if rows > 6 { unsafe row6.store(to: address + 6 &* stride) }
    if rows > 7 { unsafe row7.store(to: address + 7 &* stride) }
    if rows > 8 { unsafe row8.store(to: address + 8 &* stride) }
    if rows > 9 { unsafe row9.store(to: address + 9 &* stride) }
    if rows > 10 { unsafe row10.store(to: address + 10 &* stride) }
    if rows > 11 { unsafe row11.store(to: address + 11 &* stride) }
    if rows > 12 { unsafe row12.store(to: address + 12 &* stride) }
    if rows > 13 { unsafe row13.store(to: address + 13 &* stride) }
    if rows > 14 { unsafe row14.store(to: address + 14 &* stride) }
    if rows > 15 { unsafe row15.store(to: address + 15 &* stride) }
  }

  /// Writes every two neighbouring rows' even columns to a row of the upper half, odd to the lower.
  ///
  /// In the eight digits of a number's place, row before column, this moves the last to the front.
  /// Done four times it exchanges row and column.
  @inline(__always)
  mutating func shuffle() {
    let old = self
    (row0, row8) = Self.split(old.row0, old.row1)
    (row1, row9) = Self.split(old.row2, old.row3)
    (row2, row10) = Self.split(old.row4, old.row5)
    (row3, row11) = Self.split(old.row6, old.row7)
    (row4, row12) = Self.split(old.row8, old.row9)
    (row5, row13) = Self.split(old.row10, old.row11)
    (row6, row14) = Self.split(old.row12, old.row13)
    (row7, row15) = Self.split(old.row14, old.row15)
  }

  @inline(__always)
  private static func split(
    _ first: SIMD16<Float>, _ second: SIMD16<Float>
  ) -> (SIMD16<Float>, SIMD16<Float>) {
    (
      SIMD16(lowHalf: first.evenHalf, highHalf: second.evenHalf),
      SIMD16(lowHalf: first.oddHalf, highHalf: second.oddHalf)
    )
  }
}
