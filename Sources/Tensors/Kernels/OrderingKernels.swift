/// Returns the places of the elements of each line along an axis, in order; of equals the first
/// comes first, and NaN last.
///
/// - Parameters:
///   - x: The elements.
///   - view: The axis.
///   - count: How many places of each line, from the front.
///   - descending: Whether the largest comes first.
/// - Returns: `count` places for each line, line after line in row-major order.
func placesInOrder(
  _ x: Tensor, _ view: AxisView, first count: Int, descending: Bool
) -> [Int32] {
  let lines = view.outer * view.inner
  guard lines * count > 0 else { return [] }
  // To look for a few is faster than to sort; then most elements are passed over by sixteens.
  let isSelected = descending && count <= 64 && count * 8 <= view.count
  return unsafe [Int32](unsafeUninitializedCapacity: lines * count) { buffer, initialized in
    guard let places = buffer.baseAddress else { return }
    initialized = lines * count
    unsafe x.read { input in
      Threads.split(lines, grain: max(1, 8192 / view.count)) { range in
        unsafe withScratch(view.count) { scratch in
          for index in range {
            let (outer, inner) = index.quotientAndRemainder(dividingBy: view.inner)
            var line = unsafe input + (outer &* view.count &* view.inner &+ inner)
            if view.inner > 1 {
              for element in 0..<view.count {
                unsafe scratch[element] = unsafe line[element &* view.inner]
              }
              unsafe line = UnsafePointer(scratch)
            }
            let target = unsafe places + index &* count
            if isSelected {
              unsafe selectLargest(line, view.count, into: target, count)
            } else {
              unsafe sort(line, view.count, descending: descending, into: target, count)
            }
          }
        }
      }
    }
  }
}

/// A whole number for each number, so that the numbers are in order when these are; NaN has the
/// largest of all.
@inline(__always)
private func orderKey(_ value: Float, descending: Bool) -> UInt32 {
  // Adding 0 makes −0 an equal of 0.
  let bits = (value + 0).bitPattern
  let ascending = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
  return value == value ? (descending ? ~ascending : ascending) : .max
}

/// Sorts a line by its keys' bytes, the lowest first: each pass keeps the order of the one before.
private func sort(
  _ line: UnsafePointer<Float>, _ length: Int, descending: Bool,
  into places: UnsafeMutablePointer<Int32>, _ count: Int
) {
  unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 2 * length) { pairs in
    unsafe withUnsafeTemporaryAllocation(of: Int.self, capacity: 4 * 256) { ends in
      guard var from = pairs.baseAddress, let ends = ends.baseAddress else { return }
      var to = unsafe from + length
      unsafe ends.update(repeating: 0, count: 4 * 256)
      for index in 0..<length {
        let key = unsafe orderKey(line[index], descending: descending)
        unsafe from[index] = UInt64(key) << 32 | UInt64(truncatingIfNeeded: index)
        for byte in 0..<4 {
          unsafe ends[byte &* 256 &+ Int(key &>> UInt32(8 &* byte) & 255)] &+= 1
        }
      }
      for byte in 0..<4 {
        let starts = unsafe ends + byte &* 256
        let shift = UInt64(32 &+ 8 &* byte)
        // All elements have the same byte: their order stays.
        if unsafe starts[Int(from[0] &>> shift & 255)] == length { continue }
        var sum = 0
        for value in 0..<256 {
          let next = unsafe starts[value]
          unsafe starts[value] = sum
          sum &+= next
        }
        for index in 0..<length {
          let pair = unsafe from[index]
          let value = Int(pair &>> shift & 255)
          unsafe to[starts[value]] = pair
          unsafe starts[value] &+= 1
        }
        unsafe swap(&from, &to)
      }
      for index in 0..<count {
        unsafe places[index] = Int32(truncatingIfNeeded: from[index])
      }
    }
  }
}

/// Finds the places of a line's largest elements, the largest first.
private func selectLargest(
  _ line: UnsafePointer<Float>, _ length: Int, into places: UnsafeMutablePointer<Int32>,
  _ count: Int
) {
  var found = 0
  /// Puts an element where it belongs among those found, after its equals, and drops the last.
  func insert(_ place: Int) {
    let key = unsafe orderKey(line[place], descending: true)
    var index = min(found, count &- 1)
    while index > 0,
      unsafe orderKey(line[Int(places[index &- 1])], descending: true) > key
    {
      unsafe places[index] = places[index &- 1]
      index &-= 1
    }
    unsafe places[index] = Int32(truncatingIfNeeded: place)
    found = min(found &+ 1, count)
  }
  for place in 0..<count { insert(place) }
  var place = count
  while place < length {
    let least = unsafe line[Int(places[count &- 1])]
    // Nothing is larger than NaN, though everything comes before it.
    if place &+ 64 <= length, least == least {
      let bound = SIMD16(repeating: least)
      let start = unsafe line + place
      let isAny =
        unsafe (SIMD16(at: start) .> bound) .| (SIMD16(at: start + 16) .> bound)
        .| (SIMD16(at: start + 32) .> bound) .| (SIMD16(at: start + 48) .> bound)
      if !any(isAny) {
        place &+= 64
        continue
      }
    }
    for next in place..<min(place &+ 64, length) {
      let last = unsafe line[Int(places[count &- 1])]
      let value = unsafe line[next]
      if value > last || last != last && value == value { insert(next) }
    }
    place &+= 64
  }
}
