/// Sixteen rows of eight numbers in registers, read from memory as eight rows of sixteen.
///
/// Register `r0` holds rows 0 and 8 of the block, `r1` rows 1 and 9, and so on.
struct TransposedBlock {
  private typealias Row = SIMD16<Float>

  private let r0: Row, r1: Row, r2: Row, r3: Row, r4: Row, r5: Row, r6: Row, r7: Row

  /// Reads a block and transposes it.
  ///
  /// Both halves of the registers are squares of 8 × 8 numbers. They are transposed in three steps:
  /// numbers within squares of 2 × 2, these within squares of 4 × 4, and those.
  ///
  /// - Parameters:
  ///   - source: The first of eight rows of sixteen contiguous numbers.
  ///   - stride: The distance from one row to the next.
  @inline(__always)
  init(_ source: UnsafePointer<Float>, stride: Int) {
    func load(_ row: Int) -> Row { unsafe (source + row &* stride).loadVector(Row.self) }
    let (a0, a1) = Self.exchangeNumbers(load(0), load(1))
    let (a2, a3) = Self.exchangeNumbers(load(2), load(3))
    let (a4, a5) = Self.exchangeNumbers(load(4), load(5))
    let (a6, a7) = Self.exchangeNumbers(load(6), load(7))
    let (b0, b2) = Self.exchangePairs(a0, a2)
    let (b1, b3) = Self.exchangePairs(a1, a3)
    let (b4, b6) = Self.exchangePairs(a4, a6)
    let (b5, b7) = Self.exchangePairs(a5, a7)
    (r0, r4) = Self.exchangeFours(b0, b4)
    (r1, r5) = Self.exchangeFours(b1, b5)
    (r2, r6) = Self.exchangeFours(b2, b6)
    (r3, r7) = Self.exchangeFours(b3, b7)
  }

  /// Writes the block.
  ///
  /// - Parameters:
  ///   - target: Where the first of its sixteen rows begins.
  ///   - stride: The distance from one row to the next.
  @inline(__always)
  func store(to target: UnsafeMutablePointer<Float>, stride: Int) {
    @inline(__always) func store(_ rows: Row, _ index: Int) {
      unsafe (target + index &* stride).storeVector(rows.lowHalf)
      unsafe (target + (index &+ 8) &* stride).storeVector(rows.highHalf)
    }
    store(r0, 0)
    store(r1, 1)
    store(r2, 2)
    store(r3, 3)
    store(r4, 4)
    store(r5, 5)
    store(r6, 6)
    store(r7, 7)
  }

  /// Adds the sixteen rows, each times a factor, from the first to the last.
  ///
  /// - Parameters:
  ///   - factors: The first row's factor.
  ///   - stride: The distance from one factor to the next.
  ///   - sums: What they are added to.
  @inline(__always)
  func add(times factors: UnsafePointer<Float>, stride: Int, to sums: inout SIMD8<Float>) {
    @inline(__always) func add(_ row: SIMD8<Float>, _ index: Int) {
      sums.addProduct(SIMD8(repeating: unsafe factors[index &* stride]), row)
    }
    add(r0.lowHalf, 0)
    add(r1.lowHalf, 1)
    add(r2.lowHalf, 2)
    add(r3.lowHalf, 3)
    add(r4.lowHalf, 4)
    add(r5.lowHalf, 5)
    add(r6.lowHalf, 6)
    add(r7.lowHalf, 7)
    add(r0.highHalf, 8)
    add(r1.highHalf, 9)
    add(r2.highHalf, 10)
    add(r3.highHalf, 11)
    add(r4.highHalf, 12)
    add(r5.highHalf, 13)
    add(r6.highHalf, 14)
    add(r7.highHalf, 15)
  }

  @inline(__always)
  private static func exchangeNumbers(_ upper: Row, _ lower: Row) -> (Row, Row) {
    var (first, second) = (upper, lower)
    first.oddHalf = lower.evenHalf
    second.evenHalf = upper.oddHalf
    return (first, second)
  }

  @inline(__always)
  private static func exchangePairs(_ upper: Row, _ lower: Row) -> (Row, Row) {
    // As integers of twice the width: of three steps on the same numbers the compiler makes one, in
    // which it gathers every number by itself.
    let wideUpper = unsafe unsafeBitCast(upper, to: SIMD8<UInt64>.self)
    let wideLower = unsafe unsafeBitCast(lower, to: SIMD8<UInt64>.self)
    var (first, second) = (wideUpper, wideLower)
    first.oddHalf = wideLower.evenHalf
    second.evenHalf = wideUpper.oddHalf
    return unsafe (unsafeBitCast(first, to: Row.self), unsafeBitCast(second, to: Row.self))
  }

  @inline(__always)
  private static func exchangeFours(_ upper: Row, _ lower: Row) -> (Row, Row) {
    let (a, b, c, d) = (upper.lowHalf, upper.highHalf, lower.lowHalf, lower.highHalf)
    return (
      Row(
        lowHalf: SIMD8(lowHalf: a.lowHalf, highHalf: c.lowHalf),
        highHalf: SIMD8(lowHalf: b.lowHalf, highHalf: d.lowHalf)),
      Row(
        lowHalf: SIMD8(lowHalf: a.highHalf, highHalf: c.highHalf),
        highHalf: SIMD8(lowHalf: b.highHalf, highHalf: d.highHalf))
    )
  }
}
