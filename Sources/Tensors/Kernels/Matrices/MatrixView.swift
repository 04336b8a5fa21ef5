/// A matrix in memory: where it begins, and the distances to the next row and to the next column.
///
/// The transposed matrix is the same memory with the strides exchanged. One of them is always 1.
@safe struct MatrixView {
  let pointer: UnsafePointer<Float>
  let rowStride: Int
  let columnStride: Int

  /// The same matrix with rows and columns exchanged.
  var transposed: MatrixView {
    unsafe MatrixView(pointer: pointer, rowStride: columnStride, columnStride: rowStride)
  }

  /// The part of the matrix that begins with a given element.
  ///
  /// - Parameters:
  ///   - row: The element's row.
  ///   - column: The element's column.
  /// - Returns: A view with the same strides.
  func from(row: Int, column: Int) -> MatrixView {
    unsafe MatrixView(
      pointer: pointer + row &* rowStride + column &* columnStride, rowStride: rowStride,
      columnStride: columnStride)
  }
}
