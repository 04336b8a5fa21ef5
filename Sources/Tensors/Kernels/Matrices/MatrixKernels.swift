/// Writes the matrix product of `left` and `right` to `target`.
///
/// Every element is summed in the same order, whatever the numbers of rows and columns, the strides
/// and the number of threads: block by block of 256 of `inner`, each a chain of fused multiply-adds
/// that begins with zero. So a row by itself gives the same bits as in a batch.
///
/// - Parameters:
///   - left: The left operand, `rows` by `inner`.
///   - right: The right operand, `inner` by `columns`.
///   - target: The result, row by row without gaps; it must not overlap the operands.
///   - rows: The number of rows of the result.
///   - inner: The number of products in each sum; none makes the result zero.
///   - columns: The number of columns of the result.
func multiply(
  _ left: MatrixView, _ right: MatrixView, into target: UnsafeMutablePointer<Float>,
  rows: Int, inner: Int, columns: Int
) {
  guard rows > 0, columns > 0 else { return }
  guard inner > 0 else {
    unsafe target.update(repeating: 0, count: rows &* columns)
    return
  }
  // Vectors lie along the rows of the result. If it has few columns but many rows, they had better
  // lie along its columns: then compute the transposed product. But to rearrange a left operand
  // whose rows are contiguous costs as much as the lanes that idle with some four columns.
  let few = left.rowStride == 1 ? 15 : 4
  if columns <= few, rows > 2 &* columns {
    unsafe MatrixProduct(
      left: right.transposed, right: left.transposed, target: target, targetRowStride: 1,
      targetColumnStride: columns, rows: columns, inner: inner, columns: rows
    ).compute()
  } else {
    unsafe MatrixProduct(
      left: left, right: right, target: target, targetRowStride: columns, targetColumnStride: 1,
      rows: rows, inner: inner, columns: columns
    ).compute()
  }
}
