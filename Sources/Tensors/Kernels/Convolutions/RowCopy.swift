/// Copies rows of an image, which are too short for a call each to pay off.
@safe struct RowCopy {
  /// The first number to copy.
  var source: UnsafePointer<Float>
  /// The distance from one row to the next.
  var sourcePitch: Int
  /// Where the first number goes; source and target must not overlap.
  var target: UnsafeMutablePointer<Float>
  /// The distance from one row to the next.
  var targetPitch: Int
  var rows: Int
  /// How many numbers of each row are copied.
  var count: Int

  /// Copies the rows as they are.
  @inline(never)
  func run() {
    if count >= 16 {
      run(by: SIMD16<Float>.self)
    } else if count >= 8 {
      run(by: SIMD8<Float>.self)
    } else if count >= 4 {
      run(by: SIMD4<Float>.self)
    } else {
      gather(stride: 1)
    }
  }

  /// Copies every `stride`-th number of the source's rows.
  ///
  /// - Parameter stride: The distance from one number to the next.
  @inline(never)
  func gather(stride: Int) {
    var source = unsafe source
    var target = unsafe target
    for _ in 0..<rows {
      if stride == 2, count > 8 {
        unsafe Self.halve(source, to: target, count: count)
      } else {
        for index in 0..<count { unsafe target[index] = unsafe source[stride &* index] }
      }
      unsafe source += sourcePitch
      unsafe target += targetPitch
    }
  }

  /// Copies every other number of a row, of which there must be more than 8 to copy.
  ///
  /// The last vector overlaps the one before, and looks back instead of beyond the row's last number,
  /// which may be the image's last.
  @inline(__always)
  private static func halve(
    _ source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, count: Int
  ) {
    var index = 0
    if count > 16 {
      let last = count &- 16
      while index < last {
        let first = unsafe SIMD16(at: source + 2 &* index)
        let second = unsafe SIMD16(at: source + (2 &* index &+ 16))
        unsafe SIMD16(lowHalf: first.evenHalf, highHalf: second.evenHalf).store(to: target + index)
        index &+= 16
      }
      let first = unsafe SIMD16(at: source + (2 &* last &- 1))
      let second = unsafe SIMD16(at: source + (2 &* last &+ 15))
      unsafe SIMD16(lowHalf: first.oddHalf, highHalf: second.oddHalf).store(to: target + last)
    } else {
      let last = count &- 8
      while index < last {
        let both = unsafe SIMD16(at: source + 2 &* index)
        unsafe UnsafeMutableRawPointer(target + index).storeBytes(
          of: both.evenHalf, as: SIMD8<Float>.self)
        index &+= 8
      }
      let both = unsafe SIMD16(at: source + (2 &* last &- 1))
      unsafe UnsafeMutableRawPointer(target + last).storeBytes(
        of: both.oddHalf, as: SIMD8<Float>.self)
    }
  }

  /// Copies rows of at least one vector; the last vector may overlap the one before.
  @inline(__always)
  private func run<Vector: SIMD>(by: Vector.Type) where Vector.Scalar == Float {
    let last = count &- Vector.scalarCount
    var source = unsafe source
    var target = unsafe target
    for _ in 0..<rows {
      var index = 0
      while index < last {
        let vector = unsafe UnsafeRawPointer(source + index).loadUnaligned(as: Vector.self)
        unsafe UnsafeMutableRawPointer(target + index).storeBytes(of: vector, as: Vector.self)
        index &+= Vector.scalarCount
      }
      let vector = unsafe UnsafeRawPointer(source + last).loadUnaligned(as: Vector.self)
      unsafe UnsafeMutableRawPointer(target + last).storeBytes(of: vector, as: Vector.self)
      unsafe source += sourcePitch
      unsafe target += targetPitch
    }
  }
}

/// Separates the even numbers of a row from the odd ones.
///
/// - Parameters:
///   - source: The row.
///   - even: Where the first, the third and so on go.
///   - odd: Where the second, the fourth and so on go.
///   - count: How many pairs there are.
@inline(__always)
func splitRow(
  _ source: UnsafePointer<Float>, even: UnsafeMutablePointer<Float>,
  odd: UnsafeMutablePointer<Float>, count: Int
) {
  var index = 0
  while index &+ 16 <= count {
    let first = unsafe SIMD16(at: source + 2 &* index)
    let second = unsafe SIMD16(at: source + (2 &* index &+ 16))
    unsafe SIMD16(lowHalf: first.evenHalf, highHalf: second.evenHalf).store(to: even + index)
    unsafe SIMD16(lowHalf: first.oddHalf, highHalf: second.oddHalf).store(to: odd + index)
    index &+= 16
    if index < count, index &+ 16 > count { index = count &- 16 }
  }
  while index < count {
    unsafe even[index] = unsafe source[2 &* index]
    unsafe odd[index] = unsafe source[2 &* index &+ 1]
    index &+= 1
  }
}

/// Writes `count` zeros.
///
/// - Parameters:
///   - target: Where the first goes.
///   - count: How many; none if this is negative.
@inline(__always)
func clear(_ target: UnsafeMutablePointer<Float>, count: Int) {
  // No loop over single numbers: it would be compiled to a call.
  if count >= 16 {
    var index = 0
    while index < count {
      unsafe SIMD16(repeating: 0).store(to: target + min(index, count &- 16))
      index &+= 16
    }
  } else if count >= 4 {
    let zeros = SIMD4<Float>()
    unsafe UnsafeMutableRawPointer(target).storeBytes(of: zeros, as: SIMD4<Float>.self)
    if count > 8 {
      unsafe UnsafeMutableRawPointer(target + 4).storeBytes(of: zeros, as: SIMD4<Float>.self)
      unsafe UnsafeMutableRawPointer(target + min(8, count &- 4)).storeBytes(
        of: zeros, as: SIMD4<Float>.self)
    }
    unsafe UnsafeMutableRawPointer(target + (count &- 4)).storeBytes(
      of: zeros, as: SIMD4<Float>.self)
  } else {
    if count > 0 { unsafe target[0] = 0 }
    if count > 1 { unsafe target[1] = 0 }
    if count > 2 { unsafe target[2] = 0 }
  }
}
