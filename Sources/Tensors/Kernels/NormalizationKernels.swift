/// Shifts and scales each row of the last axis to mean 0 and variance 1.
///
/// - Parameters:
///   - x: The rows.
///   - epsilon: What is added to the variance.
/// - Returns: The rows, and by what each was multiplied, with 1 in place of the last axis.
func standardizedRows(_ x: Tensor, epsilon: Float) -> (value: Tensor, scale: Tensor) {
  let axis = Int(x.layout.rank) - 1
  let view = AxisView(x.layout, along: axis..<axis + 1)
  var scaleShape = x.layout
  scaleShape[axis] = 1
  var scales = [Float](repeating: 0, count: view.outer)
  let value = unsafe scales.withUnsafeMutableBufferPointer { buffer in
    let scales = unsafe buffer
    return unsafe Tensor(x.layout) { output in
      unsafe x.read { input in
        Threads.split(view.outer, grain: max(1, 8192 / max(1, view.count))) { rows in
          for row in rows {
            let from = unsafe input + row &* view.count
            let to = unsafe output + row &* view.count
            let mean = unsafe Float(sumOfRow(from, count: view.count) / Double(view.count))
            unsafe shift(from, by: mean, count: view.count, into: to)
            let squares = unsafe sumOfSquares(to, count: view.count)
            let scale = 1 / (Float(squares / Double(view.count)) + epsilon).squareRoot()
            unsafe scales[row] = scale
            var column = 0
            while column < view.count {
              unsafe to[column] *= scale
              column &+= 1
            }
          }
        }
      }
    }
  }
  return (value, Tensor(scales, shape: scaleShape.array))
}

@inline(never)
private func shift(
  _ x: UnsafePointer<Float>, by mean: Float, count: Int, into y: UnsafeMutablePointer<Float>
) {
  var index = 0
  while index &+ 16 <= count {
    unsafe (SIMD16(at: x + index) - mean).store(to: y + index)
    index &+= 16
  }
  while index < count {
    unsafe y[index] = x[index] - mean
    index &+= 1
  }
}

/// The sum of squares, in lanes that are added up in a fixed order.
@inline(never)
private func sumOfSquares(_ x: UnsafePointer<Float>, count: Int) -> Double {
  var total = 0.0
  var index = 0
  // So many at a time, whose sum is added in double precision.
  while index &+ 32 <= count {
    let end = min(count &- 31, index &+ 2048)
    var even = SIMD16<Float>.zero
    var odd = SIMD16<Float>.zero
    while index < end {
      let first = unsafe SIMD16(at: x + index)
      let second = unsafe SIMD16(at: x + (index &+ 16))
      even.addProduct(first, first)
      odd.addProduct(second, second)
      index &+= 32
    }
    total += Double((even + odd).sum())
  }
  while index < count {
    unsafe total += Double(x[index] * x[index])
    index &+= 1
  }
  return total
}
