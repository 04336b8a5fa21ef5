/// The product of some rows of a left operand and a panel of a right one, tile by tile.
///
/// The panel is as wide as a tile, or some tiles wide; it is as deep as a block of `inner`, or some
/// blocks deep.
@safe struct MatrixPanel {
  /// The left operand, from the first of its rows on.
  let left: MatrixView

  /// A copy of the left operand, if there is one: bands of eight rows, each column by column.
  let packedLeft: UnsafePointer<Float>?

  /// The right operand, whose rows are contiguous.
  let right: UnsafePointer<Float>
  let rightStride: Int

  let rows: Int
  let depth: Int
  let columns: Int

  /// The result, from its first row and column on.
  let target: UnsafeMutablePointer<Float>
  let targetRowStride: Int
  let targetColumnStride: Int

  /// Room for a tile on its way to where there is not enough for a whole one.
  let edge: UnsafeMutablePointer<Float>

  /// Whether to add to what is there; the second block of a panel is added in any case.
  let adding: Bool

  private typealias Two<Row: MatrixTile> = Above<Row, Row>
  private typealias Four<Row: MatrixTile> = Above<Two<Row>, Two<Row>>
  private typealias Eight<Row: MatrixTile> = Above<Four<Row>, Four<Row>>

  /// Computes all rows in tiles of eight, and the rest in one that is less high.
  ///
  /// - Parameter _: A row of the tiles.
  @inline(never)
  func compute<Row: MatrixTile>(_: Row.Type) {
    var row = 0
    while rows &- row >= 8 {
      #if NARROW_VECTORS || arch(arm64)
        // Registers hold half a tile only.
        compute(Four<Row>.self, row)
        compute(Four<Row>.self, row &+ 4)
      #else
        compute(Eight<Row>.self, row)
      #endif
      row &+= 8
    }
    switch rows &- row {
    case 1: compute(Row.self, row)
    case 2: compute(Two<Row>.self, row)
    case 3: compute(Above<Two<Row>, Row>.self, row)
    case 4: compute(Four<Row>.self, row)
    case 5: compute(Above<Four<Row>, Row>.self, row)
    case 6: compute(Above<Four<Row>, Two<Row>>.self, row)
    case 7: compute(Above<Four<Row>, Above<Two<Row>, Row>>.self, row)
    default: break
    }
  }

  /// Computes the only row there is.
  ///
  /// - Parameter _: A row so long that its sums do not wait for each other.
  @inline(never)
  func computeRow<Row: MatrixTile>(_: Row.Type) {
    compute(Row.self, 0)
  }

  /// Computes a band of rows, tile by tile.
  @inline(__always)
  private func compute<Tile: MatrixTile>(_: Tile.Type, _ row: Int) {
    var column = 0
    while column < columns {
      // Each block is a sum of its own; the later ones find the tile in the first cache.
      var start = 0
      while start < depth {
        unsafe store(
          sum(Tile.self, row, column, start..<min(start &+ MatrixProduct.depth, depth)),
          target + row &* targetRowStride + column &* targetColumnStride, columns &- column,
          adding: adding || start > 0)
        start &+= MatrixProduct.depth
      }
      column &+= Tile.columns
    }
  }

  /// The sum of the products of one block.
  @inline(__always)
  private func sum<Tile: MatrixTile>(
    _: Tile.Type, _ row: Int, _ column: Int, _ block: Range<Int>
  ) -> Tile {
    var tile = Tile()
    var right = unsafe right + block.lowerBound &* rightStride + column
    if let packedLeft = unsafe packedLeft {
      var left = unsafe packedLeft + (row & ~7) &* depth + block.lowerBound &* 8 + (row & 7)
      for _ in block {
        unsafe tile.add(left, stride: 1, times: right)
        unsafe left += 8
        unsafe right += rightStride
      }
    } else if left.rowStride == 1 {
      var left = unsafe left.from(row: row, column: block.lowerBound).pointer
      for _ in block {
        unsafe tile.add(left, stride: 1, times: right)
        unsafe left += self.left.columnStride
        unsafe right += rightStride
      }
    } else {
      var left = unsafe left.from(row: row, column: block.lowerBound).pointer
      for _ in block {
        unsafe tile.add(left, stride: self.left.rowStride, times: right)
        unsafe left += 1
        unsafe right += rightStride
      }
    }
    return tile
  }

  @inline(__always)
  private func store<Tile: MatrixTile>(
    _ tile: Tile, _ corner: UnsafeMutablePointer<Float>, _ columns: Int, adding: Bool
  ) {
    if targetColumnStride == 1, columns >= Tile.columns {
      unsafe tile.store(to: corner, stride: targetRowStride, adding: adding)
      return
    }
    unsafe tile.store(to: edge, stride: Tile.columns, adding: false)
    for row in 0..<Tile.rows {
      let source = unsafe edge + row &* Tile.columns
      let line = unsafe corner + row &* targetRowStride
      for column in 0..<min(columns, Tile.columns) {
        let place = column &* targetColumnStride
        unsafe line[place] = adding ? line[place] + source[column] : source[column]
      }
    }
  }
}
