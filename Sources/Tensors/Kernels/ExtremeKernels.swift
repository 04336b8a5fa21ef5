/// The place along an axis of the first of the largest elements, or of the smallest; the first NaN
/// wins over everything, as it does in arithmetic.
///
/// - Parameters:
///   - x: The elements.
///   - view: The axis, which is not empty.
///   - largest: Whether the largest are looked for.
/// - Returns: A place for each line along the axis, in row-major order.
func positionsOfExtremes(_ x: Tensor, _ view: AxisView, largest: Bool) -> [Int32] {
  let lines = view.outer * view.inner
  guard lines > 0 else { return [] }
  // The smallest are the largest with the other sign.
  let sign: Float = largest ? 1 : -1
  return unsafe [Int32](unsafeUninitializedCapacity: lines) { buffer, initialized in
    guard let places = buffer.baseAddress else { return }
    initialized = lines
    unsafe x.read { input in
      if view.inner == 1 {
        Threads.split(lines, grain: max(1, 16_384 / view.count)) { range in
          for line in range {
            unsafe places[line] = positionOfLargest(
              input + line &* view.count, view.count, sign: sign)
          }
        }
      } else {
        Threads.split(view.outer, grain: max(1, 16_384 / (view.count * view.inner))) { range in
          for outer in range {
            unsafe findLargest(
              input + outer &* view.count &* view.inner, view, sign: sign,
              into: places + outer &* view.inner)
          }
        }
      }
    }
  }
}

/// The largest of some numbers, after all have got a sign; NaN is passed over.
///
/// - Parameters:
///   - line: The first number.
///   - count: How many there are.
///   - sign: 1, or −1 for the negative of the smallest.
/// - Returns: The largest, −∞ if there is none.
@inline(__always)
func largest(of line: UnsafePointer<Float>, _ count: Int, sign: Float = 1) -> Float {
  var index = 0
  var best = -Float.infinity
  if count >= 16 {
    var lanes = SIMD16<Float>(repeating: best)
    while index &+ 16 <= count {
      let next = unsafe SIMD16(at: line + index) * sign
      lanes.take(next, where: next.isLarger(than: lanes))
      index &+= 16
    }
    for lane in 0..<16 { best = lanes[lane] > best ? lanes[lane] : best }
  }
  while index < count {
    let value = unsafe line[index] * sign
    best = value > best ? value : best
    index &+= 1
  }
  return best
}

/// The place of the first NaN; nil where there is none.
@inline(__always)
private func positionOfNaN(_ line: UnsafePointer<Float>, _ count: Int) -> Int? {
  var index = 0
  while index &+ 16 <= count {
    let numbers = unsafe SIMD16(at: line + index)
    if any(numbers .!= numbers) { break }
    index &+= 16
  }
  while index < count {
    if unsafe line[index].isNaN { return index }
    index &+= 1
  }
  return nil
}

/// The place of the largest number of a line, after all have got a sign.
private func positionOfLargest(_ line: UnsafePointer<Float>, _ count: Int, sign: Float) -> Int32 {
  if let place = unsafe positionOfNaN(line, count) { return Int32(truncatingIfNeeded: place) }
  let best = unsafe largest(of: line, count, sign: sign)
  // −∞ everywhere is found at once, too.
  let wanted = best * sign
  var index = 0
  while index &+ 16 <= count, unsafe !any(SIMD16(at: line + index) .== wanted) { index &+= 16 }
  while index < count, unsafe line[index] != wanted { index &+= 1 }
  return Int32(truncatingIfNeeded: index)
}

/// The places of the largest numbers of neighbouring lines, after all have got a sign.
private func findLargest(
  _ x: UnsafePointer<Float>, _ view: AxisView, sign: Float,
  into places: UnsafeMutablePointer<Int32>
) {
  var column = 0
  while column &+ 16 <= view.inner {
    let lines = unsafe x + column
    var best = unsafe SIMD16(at: lines) * sign
    var positions = SIMD16<Int32>.zero
    for row in 1..<max(1, view.count) {
      let next = unsafe SIMD16(at: lines + row &* view.inner) * sign
      // A number is replaced by a larger one and by NaN, and NaN by nothing.
      let isBetter = (next.isLarger(than: best) | next.isNaN) & ~best.isNaN
      best.take(next, where: isBetter)
      positions = (Int32(truncatingIfNeeded: row) & isBetter) | (positions & ~isBetter)
    }
    for lane in 0..<16 {
      unsafe places[column &+ lane] = positions[lane]
    }
    column &+= 16
  }
  while column < view.inner {
    var (best, position) = unsafe (x[column] * sign, 0)
    for row in 1..<max(1, view.count) {
      let next = unsafe x[row &* view.inner &+ column] * sign
      if best == best, next > best || next != next { (best, position) = (next, row) }
    }
    unsafe places[column] = Int32(truncatingIfNeeded: position)
    column &+= 1
  }
}
