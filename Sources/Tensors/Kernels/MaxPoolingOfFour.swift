/// Gives the gradient of windows of 2 × 2 side by side to the first maximum of each.
func maxGradientOfFour(_ upstream: Tensor, _ x: Tensor, _ windows: PoolingWindows) -> Tensor {
  let (height, width) = (windows.input[2], windows.input[3])
  let (rows, columns) = (windows.output[2], windows.output[3])
  return unsafe Tensor(windows.input) { output in
    unsafe upstream.read { given in
      unsafe x.read { images in
        windows.forEachPlane { plane in
          let gradient = unsafe output + plane &* height &* width
          // What no window reaches, a last row or column, gets nothing.
          if 2 &* rows &* 2 &* columns < height &* width {
            unsafe gradient.update(repeating: 0, count: height &* width)
          }
          for row in 0..<rows {
            let start = (plane &* height &+ 2 &* row) &* width
            unsafe maxGradientOfRow(
              given + (plane &* rows &+ row) &* columns, images + start, width: width,
              columns: columns, into: gradient + 2 &* row &* width)
          }
        }
      }
    }
  }
}

/// A row of windows of 2 × 2, eight at a time.
private func maxGradientOfRow(
  _ given: UnsafePointer<Float>, _ image: UnsafePointer<Float>, width: Int, columns: Int,
  into gradient: UnsafeMutablePointer<Float>
) {
  let lowerImage = unsafe image + width
  let lowerGradient = unsafe gradient + width
  var column = 0
  while column &+ 8 <= columns {
    let left = 2 &* column
    let upper = unsafe (image + left).loadVector(SIMD16<Float>.self)
    let lower = unsafe (lowerImage + left).loadVector(SIMD16<Float>.self)
    let value = unsafe Bits((given + column).loadVector(SIMD8<Float>.self))
    let (a, b) = (Bits(upper.evenHalf), Bits(upper.oddHalf))
    let (c, d) = (Bits(lower.evenHalf), Bits(lower.oddHalf))
    // Each comparison moves the gradient on, or leaves it where it is.
    let second = b.isLarger(than: a)
    let two = b.bits & second | a.bits & ~second
    let third = c.isLarger(than: Bits(bits: two))
    let three = c.bits & third | two & ~third
    let fourth = d.isLarger(than: Bits(bits: three))
    let inUpper = value.bits & ~fourth & ~third
    unsafe (gradient + left).storeVector(interleaved(inUpper & ~second, inUpper & second))
    unsafe (lowerGradient + left).storeVector(
      interleaved(value.bits & ~fourth & third, value.bits & fourth))
    column &+= 8
  }
  while column < columns {
    let left = 2 &* column
    let (a, b) = unsafe (image[left], image[left &+ 1])
    let (c, d) = unsafe (lowerImage[left], lowerImage[left &+ 1])
    let second = isLarger(b, than: a)
    let two = second ? b : a
    let third = isLarger(c, than: two)
    let fourth = isLarger(d, than: third ? c : two)
    let value = unsafe given[column]
    unsafe gradient[left] = second || third || fourth ? 0 : value
    unsafe gradient[left &+ 1] = second && !third && !fourth ? value : 0
    unsafe lowerGradient[left] = third && !fourth ? value : 0
    unsafe lowerGradient[left &+ 1] = fourth ? value : 0
    column &+= 1
  }
}

/// Eight numbers as bits, to choose among without branches: a window's maximum is anywhere, and a
/// processor that guesses wrong loses more time than all this takes.
private struct Bits {
  let bits: SIMD8<UInt32>

  @inline(__always)
  init(bits: SIMD8<UInt32>) { self.bits = bits }

  @inline(__always)
  init(_ numbers: SIMD8<Float>) { bits = unsafe unsafeBitCast(numbers, to: SIMD8<UInt32>.self) }

  @inline(__always)
  var numbers: SIMD8<Float> { unsafe unsafeBitCast(bits, to: SIMD8<Float>.self) }

  /// All ones where a number takes the place of the largest so far.
  @inline(__always)
  func isLarger(than old: Bits) -> SIMD8<UInt32> {
    let isNot = unsafe unsafeBitCast(numbers .<= old.numbers, to: SIMD8<UInt32>.self)
    let isNumber = unsafe unsafeBitCast(old.numbers .== old.numbers, to: SIMD8<UInt32>.self)
    return ~isNot & isNumber
  }
}

/// Numbers at even places and at odd ones, put together.
@inline(__always)
private func interleaved(_ even: SIMD8<UInt32>, _ odd: SIMD8<UInt32>) -> SIMD16<Float> {
  var both = SIMD16<UInt32>()
  both.evenHalf = even
  both.oddHalf = odd
  return unsafe unsafeBitCast(both, to: SIMD16<Float>.self)
}
