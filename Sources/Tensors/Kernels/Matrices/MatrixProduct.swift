/// A matrix product cut into parts for the threads, and into pieces that fit the caches.
///
/// A part of at most 512 × 512 elements goes through `inner` in blocks of 256, and in each through
/// its columns in panels of 32 (32 KiB of the right operand, which the first cache keeps), and in
/// each through its rows in tiles of 8. Operands are read where they are if that is fast enough,
/// and it mostly is: copies are made for the order of numbers, not for the caches.
///
/// A result too large for the second cache would be fetched again for every block of `inner`. So
/// each of its tiles is finished before the next is begun, if `inner` is not too long either: then
/// the second cache keeps 64 columns of the right operand, copied, while all rows pass by, and a part
/// has all rows.
@safe struct MatrixProduct {
  let left: MatrixView
  let right: MatrixView
  let target: UnsafeMutablePointer<Float>
  let targetRowStride: Int
  let targetColumnStride: Int
  let rows: Int
  let inner: Int
  let columns: Int

  /// The length of a block of `inner`; it decides the order of the sums.
  static let depth = 256

  /// The most rows, and the most columns, of a part.
  private static let side = 512

  /// The fewest multiply-adds of a part that another thread might take: some four microseconds.
  private static let grain = 1 << 19

  /// Whether each tile is finished before the next is begun.
  var finishesTiles: Bool {
    2 &* Self.depth <= inner && inner <= 6 &* Self.depth && left.columnStride == 1
      && rows >= 256 && columns >= 128 && rows &* columns >= 1 << 17
  }

  /// Computes all parts.
  func compute() {
    let bands = (rows &+ 7) / 8
    let stripes = (columns &+ 63) / 64
    // Another part of the same columns would copy them again.
    let isWhole = finishesTiles
    var rowParts = isWhole ? 1 : (rows &+ Self.side &- 1) / Self.side
    var columnParts = (columns &+ Self.side &- 1) / Self.side
    let threads = Threads.count
    // Two parts a thread: if one thread is late, others take over half of its share.
    let wanted = threads > 1 ? min(2 &* threads, rows &* columns &* inner / Self.grain) : 1
    while rowParts &* columnParts < wanted {
      let higher = !isWhole && rows &* columnParts >= columns &* rowParts
      if rowParts < bands, higher || columnParts >= stripes {
        rowParts &+= 1
      } else if columnParts < stripes {
        columnParts &+= 1
      } else {
        break
      }
    }
    Threads.run(rowParts &* columnParts) { part in
      let (row, column) = part.quotientAndRemainder(dividingBy: columnParts)
      let top = bands &* row / rowParts &* 8
      let bottom = min(bands &* (row &+ 1) / rowParts &* 8, rows)
      let start = stripes &* column / columnParts &* 64
      let end = min(stripes &* (column &+ 1) / columnParts &* 64, columns)
      computePart(rows: top..<bottom, columns: start..<end)
    }
  }

  /// Computes some rows and columns of the result.
  private func computePart(rows: Range<Int>, columns: Range<Int>) {
    var columns = columns
    if self.rows == 1, right.rowStride == 1, targetColumnStride == 1, columns.count >= 16 {
      let whole = columns.count & ~15
      let right = self.right.from(row: 0, column: columns.lowerBound)
      unsafe right.multiply(
        by: left.pointer, stride: left.columnStride, rows: inner, columns: whole,
        depth: Self.depth, into: target + columns.lowerBound)
      columns = (columns.lowerBound &+ whole)..<columns.upperBound
      if columns.isEmpty { return }
    }
    let part = MatrixPart(product: self, rows: rows, columns: columns)
    if part.scratchCount == 0 {
      unsafe part.compute(scratch: target)
    } else {
      unsafe withScratch(part.scratchCount) { scratch in unsafe part.compute(scratch: scratch) }
    }
  }
}
