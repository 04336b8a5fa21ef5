extension SIMD16<Float> {
  private typealias Bits = SIMD16<Int32>

  /// The numbers' bits without their signs.
  private var magnitudeBits: SIMD16<Int32> {
    @inline(__always)
    get { unsafe unsafeBitCast(self, to: Bits.self) & 0x7FFF_FFFF }
  }

  /// All ones where a number is NaN.
  var isNaN: SIMD16<Int32> {
    @inline(__always)
    get { (0x7F80_0000 &- magnitudeBits) &>> 31 }
  }

  /// All ones where a number is larger than another; nowhere if one of them is NaN.
  ///
  /// By the sign of the difference, unless that is zero, or NaN as ∞ − ∞ is. The standard library's
  /// way, to compare and to replace where the mask says so, goes lane by lane, and with
  /// `-assert-config Debug` each lane's number is checked: that takes ten times as long.
  @inline(__always)
  func isLarger(than other: Self) -> SIMD16<Int32> {
    let difference = other - self
    let size = difference.magnitudeBits
    let signs = unsafe unsafeBitCast(difference, to: Bits.self)
    return (signs & (0 &- size) & (size &- 0x7F80_0001)) &>> 31
  }

  /// Takes over another's numbers where a mask has all ones.
  @inline(__always)
  mutating func take(_ other: Self, where mask: SIMD16<Int32>) {
    let old = unsafe unsafeBitCast(self, to: Bits.self)
    let new = unsafe unsafeBitCast(other, to: Bits.self)
    self = unsafe unsafeBitCast((new & mask) | (old & ~mask), to: Self.self)
  }
}
