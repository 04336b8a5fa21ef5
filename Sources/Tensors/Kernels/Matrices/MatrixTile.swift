/// A rectangle of a matrix product that is summed in registers.
///
/// Tiles are put together from `Strip`s with `Beside` and `Above`, so that the compiler sees every
/// sum as a variable of its own and keeps it in a register.
protocol MatrixTile {
  static var rows: Int { get }
  static var columns: Int { get }

  /// A tile of zeros.
  init()

  /// Adds the product of a column of the left operand and a row of the right one.
  ///
  /// - Parameters:
  ///   - left: The first of the column's numbers, one for each of the tile's rows.
  ///   - stride: The distance from one of them to the next.
  ///   - right: The row's numbers, contiguous, one for each of the tile's columns.
  mutating func add(_ left: UnsafePointer<Float>, stride: Int, times right: UnsafePointer<Float>)

  /// Writes the tile to memory.
  ///
  /// - Parameters:
  ///   - target: Where the first row begins.
  ///   - stride: The distance from one row to the next.
  ///   - adding: Whether to add to what is there.
  func store(to target: UnsafeMutablePointer<Float>, stride: Int, adding: Bool)
}

/// One row of sixteen numbers: the widest vector of AVX-512, two of AVX, four of Neon.
struct Strip: MatrixTile {
  static var rows: Int { 1 }
  static var columns: Int { 16 }

  private var sums = SIMD16<Float>(repeating: 0)

  @inline(__always)
  init() {}

  @inline(__always)
  mutating func add(_ left: UnsafePointer<Float>, stride: Int, times right: UnsafePointer<Float>) {
    let row = unsafe right.loadVector(SIMD16<Float>.self)
    sums.addProduct(SIMD16(repeating: unsafe left.pointee), row)
  }

  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>, stride: Int, adding: Bool) {
    unsafe target.storeVector(sums, adding: adding)
  }
}

/// Two tiles of equal height, side by side.
struct Beside<Left: MatrixTile, Right: MatrixTile>: MatrixTile {
  static var rows: Int { Left.rows }
  static var columns: Int { Left.columns &+ Right.columns }

  private var left = Left()
  private var right = Right()

  @inline(__always)
  init() {}

  @inline(__always)
  mutating func add(_ left: UnsafePointer<Float>, stride: Int, times right: UnsafePointer<Float>) {
    unsafe self.left.add(left, stride: stride, times: right)
    unsafe self.right.add(left, stride: stride, times: right + Left.columns)
  }

  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>, stride: Int, adding: Bool) {
    unsafe left.store(to: target, stride: stride, adding: adding)
    unsafe right.store(to: target + Left.columns, stride: stride, adding: adding)
  }
}

/// Two tiles of equal width, one above the other.
struct Above<Top: MatrixTile, Bottom: MatrixTile>: MatrixTile {
  static var rows: Int { Top.rows &+ Bottom.rows }
  static var columns: Int { Top.columns }

  private var top = Top()
  private var bottom = Bottom()

  @inline(__always)
  init() {}

  @inline(__always)
  mutating func add(_ left: UnsafePointer<Float>, stride: Int, times right: UnsafePointer<Float>) {
    unsafe top.add(left, stride: stride, times: right)
    unsafe bottom.add(left + Top.rows &* stride, stride: stride, times: right)
  }

  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>, stride: Int, adding: Bool) {
    unsafe top.store(to: target, stride: stride, adding: adding)
    unsafe bottom.store(to: target + Top.rows &* stride, stride: stride, adding: adding)
  }
}
