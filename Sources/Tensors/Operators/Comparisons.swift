extension Tensor {
  /// Returns 1 where a is less than b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .< (a: Tensor, b: Tensor) -> Tensor {
    combined(".<", a, b) { $0.each { $0 < $1 ? 1 : 0 } }
  }

  /// Returns 1 where a is at most b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .<= (a: Tensor, b: Tensor) -> Tensor {
    combined(".<=", a, b) { $0.each { $0 <= $1 ? 1 : 0 } }
  }

  /// Returns 1 where a is greater than b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .> (a: Tensor, b: Tensor) -> Tensor {
    combined(".>", a, b) { $0.each { $0 > $1 ? 1 : 0 } }
  }

  /// Returns 1 where a is at least b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .>= (a: Tensor, b: Tensor) -> Tensor {
    combined(".>=", a, b) { $0.each { $0 >= $1 ? 1 : 0 } }
  }

  /// Returns 1 where a equals b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .== (a: Tensor, b: Tensor) -> Tensor {
    combined(".==", a, b) { $0.each { $0 == $1 ? 1 : 0 } }
  }

  /// Returns 1 where a differs from b and 0 elsewhere, as a constant; shapes are broadcast.
  public static func .!= (a: Tensor, b: Tensor) -> Tensor {
    combined(".!=", a, b) { $0.each { $0 != $1 ? 1 : 0 } }
  }

  /// Returns the larger of each two elements; shapes are broadcast.
  ///
  ///     y = max(a, b)          ∂L/∂a = ∂L/∂y where a > b, half of it where a = b
  public static func maximum(_ a: Tensor, _ b: Tensor) -> Tensor {
    combined("maximum", a, b) { $0.each { $0 > $1 || $0 != $0 ? $0 : $1 } }.recorded(
      "maximum", from: a, b,
      pullbackA: { upstream, a, b in (upstream * preference(a, b, 1)).summed(to: a.layout) },
      pullbackB: { upstream, a, b in (upstream * preference(a, b, -1)).summed(to: b.layout) })
  }

  /// Returns the smaller of each two elements; shapes are broadcast.
  ///
  ///     y = min(a, b)          ∂L/∂a = ∂L/∂y where a < b, half of it where a = b
  public static func minimum(_ a: Tensor, _ b: Tensor) -> Tensor {
    combined("minimum", a, b) { $0.each { $0 < $1 || $0 != $0 ? $0 : $1 } }.recorded(
      "minimum", from: a, b,
      pullbackA: { upstream, a, b in (upstream * preference(a, b, -1)).summed(to: a.layout) },
      pullbackB: { upstream, a, b in (upstream * preference(a, b, 1)).summed(to: b.layout) })
  }

  /// Returns these elements, and others where a mask is not zero; shapes are broadcast.
  ///
  ///     y = mask ≠ 0 ? other : x          ∂L/∂x = ∂L/∂y where mask = 0
  ///
  /// No gradient flows to the mask. Unlike a product with a mask this keeps NaN and ∞ out.
  ///
  /// - Parameters:
  ///   - other: The elements that are put in.
  ///   - mask: Where to put them.
  /// - Returns: A tensor of the shape that all three take together.
  public func replacing(with other: Tensor, where mask: Tensor) -> Tensor {
    keeping(mask .== 0, of: self) + keeping(mask .!= 0, of: other)
  }
}

/// 0 where a − b has the opposite of the sign given, ½ where a and b are equal, 1 elsewhere.
private func preference(_ a: Tensor, _ b: Tensor, _ sign: Float) -> Tensor {
  combined("maximum", a, b) {
    $0.each { a, b in
      a == b ? 0.5 : ((a - b) * sign < 0 ? 0 : 1)
    }
  }
}

/// The elements of x where a mask of zeros and ones is 1, zero elsewhere.
private func keeping(_ mask: Tensor, of x: Tensor) -> Tensor {
  combined("replacing", x, mask) { $0.each { $1 == 0 ? 0 : $0 } }.recorded("replacing", from: x) {
    upstream, x in
    combined("replacing", upstream, mask) { $0.each { $1 == 0 ? 0 : $0 } }.summed(to: x.layout)
  }
}

extension Tensor: Equatable {
  /// Whether two tensors have the same shape and the same elements, to the last bit but for ±0.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    guard a.layout == b.layout else { return false }
    return unsafe a.read { x in
      unsafe b.read { y in
        (0..<a.count).allSatisfy { unsafe x[$0] == y[$0] }
      }
    }
  }

  /// Whether two tensors have the same shape and elements that differ by little.
  ///
  ///     |a − b| ≤ tolerance + tolerance · |b|, all finite or exactly equal
  ///
  /// - Parameters:
  ///   - other: What to compare with.
  ///   - tolerance: The absolute and at the same time the relative difference allowed.
  /// - Returns: False for other shapes and for NaN on either side.
  public func isClose(to other: Tensor, within tolerance: Float = 1e-5) -> Bool {
    guard layout == other.layout else { return false }
    return unsafe read { x in
      unsafe other.read { y in
        (0..<count).allSatisfy { index in
          let (a, b) = unsafe (x[index], y[index])
          if a == b { return true }
          return a.isFinite && b.isFinite
            && (a - b).magnitude <= tolerance + tolerance * b.magnitude
        }
      }
    }
  }
}
