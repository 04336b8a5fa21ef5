/// The maxima of windows that are two apart and where they are, sixteen windows at a time: the
/// stems of ResNets.
///
/// Windows that reach into the border are left out.
///
/// - Parameters:
///   - image: The plane.
///   - windows: Where the windows stand; their stride is 2.
///   - row: The row of windows.
///   - result: Where the row's maxima go.
///   - places: Where their positions in the plane go.
/// - Returns: The columns that are done.
func positionsOfMaximaByTwo(
  _ image: UnsafePointer<Float>, _ windows: PoolingWindows, row: Int,
  into result: UnsafeMutablePointer<Float>, _ places: UnsafeMutablePointer<Int32>
) -> Range<Int> {
  let (width, padding) = (windows.input[3], windows.padding)
  let rows = windows.range(row, size: windows.input[2])
  // A vector of every other number is read from one before the first of them, and not to one after
  // the last, which might be the image's last.
  let first = (padding &+ 2) / 2
  let end = min(windows.output[3], (width &+ padding &- windows.kernel) / 2 &+ 1)
  guard end &- first >= 16 else { return 0..<0 }
  var column = first
  while column < end {
    // The last sixteen overlap those before.
    column = min(column, end &- 16)
    let left = 2 &* column &- padding
    var best = unsafe everyOther(image + (rows.lowerBound &* width &+ left))
    var bestPlace = evenNumbers &+ Int32(truncatingIfNeeded: rows.lowerBound &* width &+ left)
    var line = rows.lowerBound &* width &+ left
    for _ in rows {
      for place in line..<line &+ windows.kernel {
        let next = unsafe everyOther(image + place)
        // The first maximum stays; the first NaN wins.
        let wins = (next.isLarger(than: best) | next.isNaN) & ~best.isNaN
        let nextPlace = evenNumbers &+ Int32(truncatingIfNeeded: place)
        best.take(next, where: wins)
        bestPlace = (nextPlace & wins) | (bestPlace & ~wins)
      }
      line &+= width
    }
    unsafe (result + column).storeVector(best)
    unsafe UnsafeMutableRawPointer(places + column).storeBytes(
      of: bestPlace, as: SIMD16<Int32>.self)
    column &+= 16
  }
  return first..<end
}

private let evenNumbers = SIMD16<Int32>(
  0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30)

/// Sixteen numbers that are two apart.
@inline(__always)
private func everyOther(_ numbers: UnsafePointer<Float>) -> SIMD16<Float> {
  let low = unsafe (numbers - 1).loadVector(SIMD16<Float>.self)
  let high = unsafe (numbers + 15).loadVector(SIMD16<Float>.self)
  return SIMD16(lowHalf: low.oddHalf, highHalf: high.oddHalf)
}
