/// Some rows and columns of a matrix product, computed by one thread.
@safe struct MatrixPart {
  private let product: MatrixProduct
  private let rows: Range<Int>
  private let columns: Range<Int>

  /// How much of `inner` is gone through at a time.
  private let depth: Int

  /// Whether the rows of the left operand are copied, rearranged for tiles.
  private let packsLeft: Bool

  /// Whether the columns of the right operand are copied, so that its rows are contiguous.
  private let packsRight: Bool

  /// The most columns of the right operand that are copied at a time.
  private let packedColumns: Int

  /// The parts of the scratch memory: a tile for `MatrixPanel.edge`, and the copies.
  private let edgeCount: Int
  private let rightCount: Int

  /// How many numbers of scratch memory the computation needs.
  let scratchCount: Int

  /// Decides what has to be copied.
  ///
  /// An operand must be copied if its numbers are not in the order the tiles need. It had better be
  /// if it is used often and its lines are a multiple of the page apart, because these compete for
  /// the same few places of the caches. The right one must be if it is to stay in a cache while all
  /// rows pass by. All else is as fast, or faster, where it is.
  ///
  /// - Parameters:
  ///   - product: The whole product.
  ///   - rows: The rows of the part.
  ///   - columns: The columns of the part.
  init(product: MatrixProduct, rows: Range<Int>, columns: Range<Int>) {
    self.product = product
    self.rows = rows
    self.columns = columns
    let (left, right) = (product.left, product.right)
    let finishes = product.finishesTiles
    depth = finishes ? product.inner : min(product.inner, MatrixProduct.depth)
    let page = 4096 / MemoryLayout<Float>.stride
    let leftCollides = left.rowStride % page == 0 || left.columnStride % page == 0
    packsLeft =
      leftCollides && !finishes && depth >= 32 && rows.count >= 16 && columns.count >= 192
    packsRight =
      finishes || right.columnStride != 1
      || right.rowStride % page == 0 && depth >= 32 && rows.count >= 32
    // With few rows a copy is better used at once, out of the first cache.
    packedColumns = min(rows.count < 32 || finishes ? 64 : 512, columns.count)
    let isWhole = columns.count % 32 == 0
    edgeCount = isWhole && product.targetColumnStride == 1 ? 0 : 8 &* 32
    rightCount =
      packsRight || !isWhole ? depth &* Self.packedStride(packsRight ? packedColumns : 32) : 0
    let leftCount = packsLeft ? (rows.count &+ 7) / 8 &* 8 &* depth : 0
    scratchCount = edgeCount &+ rightCount &+ leftCount
  }

  private typealias Two<Tile: MatrixTile> = Beside<Tile, Tile>
  private typealias Four<Tile: MatrixTile> = Two<Two<Tile>>

  // Without AVX-512 the registers hold less.
  #if NARROW_VECTORS || arch(arm64)
    private typealias PanelRow = Strip
    private typealias LongRow = Four<Strip>
  #else
    private typealias PanelRow = Two<Strip>
    private typealias LongRow = Four<Four<Strip>>
  #endif

  /// How far apart the rows of a copy of the right operand are.
  ///
  /// More than a panel's are an odd number of panels apart, so that they do not collide in turn.
  private static func packedStride(_ columns: Int) -> Int {
    columns <= 64 ? (columns &+ 15) & ~15 : (columns &+ 31) / 64 &* 64 &+ 32
  }

  /// Computes the part.
  ///
  /// - Parameter scratch: Room for `scratchCount` numbers; if that is zero, it is not written to.
  func compute(scratch: UnsafeMutablePointer<Float>) {
    let packedRight = unsafe scratch + edgeCount
    let packedLeft = unsafe packsLeft ? packedRight + rightCount : nil
    var start = 0
    while start < product.inner {
      let depth = min(self.depth, product.inner &- start)
      let left = product.left.from(row: rows.lowerBound, column: start)
      if let packedLeft = unsafe packedLeft { unsafe pack(left, depth, into: packedLeft) }
      var column = columns.lowerBound
      while column < columns.upperBound {
        let rest = columns.upperBound &- column
        let right = product.right.from(row: start, column: column)
        let direct = packsRight ? 0 : rest & ~31
        let count = direct > 0 ? direct : min(rest, packedColumns)
        var source = right
        if direct == 0 {
          let stride = Self.packedStride(count)
          unsafe right.pack(
            rows: depth, columns: count, width: (count &+ 15) & ~15, stride: stride,
            into: packedRight)
          source = unsafe MatrixView(
            pointer: UnsafePointer(packedRight), rowStride: stride, columnStride: 1)
        }
        unsafe compute(
          left, packedLeft, source, start, depth, column..<(column &+ count), edge: scratch)
        column &+= count
      }
      start &+= self.depth
    }
  }

  /// Copies the left operand in bands of eight rows, each stored column by column.
  private func pack(_ left: MatrixView, _ depth: Int, into target: UnsafeMutablePointer<Float>) {
    var row = 0
    while row < rows.count {
      unsafe left.from(row: row, column: 0).transposed.pack(
        rows: depth, columns: min(8, rows.count &- row), width: 8, stride: 8,
        into: target + row &* depth)
      row &+= 8
    }
  }

  /// Adds the products of some blocks of `inner` to some columns, panel by panel.
  private func compute(
    _ left: MatrixView, _ packedLeft: UnsafeMutablePointer<Float>?, _ right: MatrixView,
    _ start: Int, _ depth: Int, _ columns: Range<Int>, edge: UnsafeMutablePointer<Float>
  ) {
    var column = columns.lowerBound
    while column < columns.upperBound {
      let rest = columns.upperBound &- column
      let isLong = rows.count == 1 && rest >= LongRow.columns
      // Deep panels are as wide as they can be, so that a band of rows serves two tiles at once.
      let tiles = depth > MatrixProduct.depth ? max(rest / PanelRow.columns, 1) : 1
      let width =
        isLong ? LongRow.columns : rest <= 16 ? Strip.columns : tiles &* PanelRow.columns
      let target = unsafe product.target + rows.lowerBound &* product.targetRowStride
      let panel = unsafe MatrixPanel(
        left: left, packedLeft: UnsafePointer(packedLeft),
        right: right.pointer + (column &- columns.lowerBound), rightStride: right.rowStride,
        rows: rows.count, depth: depth, columns: min(rest, width),
        target: target + column &* product.targetColumnStride,
        targetRowStride: product.targetRowStride, targetColumnStride: product.targetColumnStride,
        edge: edge, adding: start > 0)
      if isLong {
        panel.computeRow(LongRow.self)
      } else if rest <= 16 {
        panel.compute(Strip.self)
      } else {
        panel.compute(PanelRow.self)
      }
      column &+= width
    }
  }
}
