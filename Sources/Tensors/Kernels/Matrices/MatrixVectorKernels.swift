extension MatrixView {
  /// Multiplies a row of numbers by this matrix, whose columns are contiguous.
  ///
  /// The obvious way, vectors along the columns, sums in another order than the kernel for many
  /// rows does. Here they lie along the result, and blocks of numbers are transposed in registers
  /// on the way: that costs little, as the matrix mostly comes from slow memory.
  ///
  /// - Parameters:
  ///   - row: The row's numbers, `rows` of them.
  ///   - stride: The distance from one of them to the next.
  ///   - rows: The number of rows of this matrix.
  ///   - columns: The number of its columns, a multiple of sixteen.
  ///   - depth: After how many products a sum is put away and a new one begins.
  ///   - target: Where the result goes; it is contiguous.
  func multiply(
    by row: UnsafePointer<Float>, stride: Int, rows: Int, columns: Int, depth: Int,
    into target: UnsafeMutablePointer<Float>
  ) {
    // More than sixteen columns at a time are more streams than the processor fetches ahead.
    var column = 0
    while column < columns {
      let first = unsafe pointer + column &* columnStride
      let second = unsafe first + 8 &* columnStride
      var start = 0
      while start < rows {
        let end = min(start &+ depth, rows)
        var firstSums = SIMD8<Float>(repeating: 0)
        var secondSums = SIMD8<Float>(repeating: 0)
        var index = start
        while end &- index >= 16 {
          let factors = unsafe row + index &* stride
          let firstBlock = unsafe TransposedBlock(first + index, stride: columnStride)
          unsafe firstBlock.add(times: factors, stride: stride, to: &firstSums)
          let secondBlock = unsafe TransposedBlock(second + index, stride: columnStride)
          unsafe secondBlock.add(times: factors, stride: stride, to: &secondSums)
          index &+= 16
        }
        while index < end {
          let factor = SIMD8(repeating: unsafe row[index &* stride])
          unsafe firstSums.addProduct(factor, gathered(first + index))
          unsafe secondSums.addProduct(factor, gathered(second + index))
          index &+= 1
        }
        unsafe (target + column).storeVector(firstSums, adding: start > 0)
        unsafe (target + column + 8).storeVector(secondSums, adding: start > 0)
        start = end
      }
      column &+= 16
    }
  }

  @inline(__always)
  private func gathered(_ source: UnsafePointer<Float>) -> SIMD8<Float> {
    var numbers = SIMD8<Float>()
    for column in 0..<8 { numbers[column] = unsafe source[column &* columnStride] }
    return numbers
  }
}
