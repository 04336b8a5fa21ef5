extension UnsafePointer<Float> {
  /// The vector that begins here; it need not be aligned.
  ///
  /// - Returns: As many numbers as `Vector` has lanes.
  @inline(__always)
  func loadVector<Vector: SIMD<Float>>(_: Vector.Type) -> Vector {
    unsafe UnsafeRawPointer(self).loadUnaligned(as: Vector.self)
  }
}

extension UnsafeMutablePointer<Float> {
  /// Writes a vector that begins here; it need not be aligned.
  @inline(__always)
  func storeVector<Vector: SIMD<Float>>(_ vector: Vector) {
    unsafe UnsafeMutableRawPointer(self).storeBytes(of: vector, as: Vector.self)
  }

  /// Writes a vector that begins here, or adds it to the numbers there.
  ///
  /// - Parameters:
  ///   - vector: The numbers.
  ///   - adding: Whether to add.
  @inline(__always)
  func storeVector<Vector: SIMD<Float>>(_ vector: Vector, adding: Bool) {
    if adding {
      unsafe storeVector(UnsafePointer(self).loadVector(Vector.self) + vector)
    } else {
      unsafe storeVector(vector)
    }
  }
}
