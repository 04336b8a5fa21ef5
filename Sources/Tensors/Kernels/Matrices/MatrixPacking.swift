extension MatrixView {
  /// Copies some columns of this matrix so that each row of the copy is contiguous.
  ///
  /// To pack rows of a left operand, transpose it first.
  ///
  /// - Parameters:
  ///   - rows: How many rows to copy.
  ///   - columns: How many columns to copy.
  ///   - width: The length of a row of the copy; what `columns` leaves of it is filled with zeros.
  ///   - stride: The distance from one row of the copy to the next.
  ///   - target: Where the copy begins.
  func pack(
    rows: Int, columns: Int, width: Int, stride: Int, into target: UnsafeMutablePointer<Float>
  ) {
    let whole = columns & ~7
    if columnStride == 1 {
      unsafe copyRows(rows, whole, stride, target)
    } else {
      var column = 0
      while column < whole {
        unsafe from(row: 0, column: column).transposeEight(rows, stride, target + column)
        column &+= 8
      }
    }
    guard whole < width else { return }
    for row in 0..<rows {
      let source = unsafe pointer + row &* rowStride
      let line = unsafe target + row &* stride
      for column in whole..<columns { unsafe line[column] = source[column &* columnStride] }
      for column in columns..<width { unsafe line[column] = 0 }
    }
  }

  private func copyRows(
    _ rows: Int, _ columns: Int, _ stride: Int, _ target: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      let source = unsafe pointer + row &* rowStride
      let line = unsafe target + row &* stride
      var column = 0
      while column < columns {
        unsafe (line + column).storeVector((source + column).loadVector(SIMD8.self))
        column &+= 8
      }
    }
  }

  private func transposeEight(_ rows: Int, _ stride: Int, _ target: UnsafeMutablePointer<Float>) {
    var row = 0
    if rowStride == 1 {
      while rows &- row >= 16 {
        let block = unsafe TransposedBlock(pointer + row, stride: columnStride)
        unsafe block.store(to: target + row &* stride, stride: stride)
        row &+= 16
      }
    }
    while row < rows {
      let source = unsafe pointer + row &* rowStride
      let line = unsafe target + row &* stride
      for column in 0..<8 { unsafe line[column] = source[column &* columnStride] }
      row &+= 1
    }
  }
}
