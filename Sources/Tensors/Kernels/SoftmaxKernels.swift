/// Returns softmax along an axis, or its logarithm.
func normalizedExponentials(
  _ x: Tensor, along axis: Int, takingLogarithm: Bool
) -> Tensor {
  let view = AxisView(x.layout, along: axis..<axis + 1)
  guard view.inner == 1 else {
    // Rows are what the kernel knows; bring the axis to the back and return it afterwards.
    let turned = x.detached().transposed(axis, -1)
    let result = normalizedExponentials(
      turned, along: Int(turned.layout.rank) - 1, takingLogarithm: takingLogarithm)
    return result.transposed(axis, -1)
  }
  return unsafe Tensor(x.layout) { output in
    unsafe x.read { input in
      // Some rows at a time, which stay in the first cache from one step to the next.
      let few = max(1, 4096 / max(1, view.count))
      Threads.split(view.outer, grain: few) { range in
        for start in stride(from: range.lowerBound, to: range.upperBound, by: few) {
          let rows = start..<min(start &+ few, range.upperBound)
          unsafe shiftRows(input, rows, columns: view.count, into: output)
          if takingLogarithm {
            unsafe subtractLogSums(output, rows, columns: view.count)
          } else {
            unsafe exponentiate(
              output + rows.lowerBound * view.count, count: rows.count * view.count)
            unsafe divideBySums(output, rows, columns: view.count)
          }
        }
      }
    }
  }
}

/// Subtracts from each row its maximum, so that no exponential overflows.
private func shiftRows(
  _ x: UnsafePointer<Float>, _ rows: Range<Int>, columns: Int,
  into y: UnsafeMutablePointer<Float>
) {
  for row in rows {
    let (from, to) = unsafe (x + row &* columns, y + row &* columns)
    // NaN, which is passed over here, comes back in the exponentials.
    let shift = unsafe largest(of: from, columns)
    var column = 0
    while column < columns {
      unsafe to[column] = from[column] - shift
      column &+= 1
    }
  }
}

/// Replaces numbers by their exponentials.
///
/// Through one pointer: with two the compiler would have to fear that they overlap, and would not
/// make vector code.
private func exponentiate(_ y: UnsafeMutablePointer<Float>, count: Int) {
  var index = 0
  while index < count {
    unsafe y[index] = exponential(y[index])
    index &+= 1
  }
}

@inline(__always)
private func sum(_ x: UnsafePointer<Float>, count: Int) -> Float {
  var total: Float = 0
  var index = 0
  if count >= 16 {
    var lanes = SIMD16<Float>.zero
    let raw = unsafe UnsafeRawPointer(x)
    while index &+ 16 <= count {
      unsafe lanes += raw.loadUnaligned(fromByteOffset: index &* 4, as: SIMD16<Float>.self)
      index &+= 16
    }
    total = lanes.sum()
  }
  while index < count {
    unsafe total += x[index]
    index &+= 1
  }
  return total
}

private func divideBySums(
  _ y: UnsafeMutablePointer<Float>, _ rows: Range<Int>, columns: Int
) {
  for row in rows {
    let line = unsafe y + row &* columns
    let scale = unsafe 1 / sum(line, count: columns)
    var column = 0
    while column < columns {
      unsafe line[column] *= scale
      column &+= 1
    }
  }
}

private func subtractLogSums(
  _ y: UnsafeMutablePointer<Float>, _ rows: Range<Int>, columns: Int
) {
  unsafe withScratch(rows.count * columns) { exponentials in
    let first = rows.lowerBound * columns
    unsafe exponentials.update(from: y + first, count: rows.count * columns)
    unsafe exponentiate(exponentials, count: rows.count * columns)
    for row in rows {
      let offset = (row &- rows.lowerBound) &* columns
      let shift = unsafe logarithm(sum(exponentials + offset, count: columns))
      let line = unsafe y + row &* columns
      var column = 0
      while column < columns {
        unsafe line[column] -= shift
        column &+= 1
      }
    }
  }
}

/// Returns for each row the negative logarithm of the softmax of one column.
func negativeLogLikelihoods(_ logits: Tensor, _ labels: [Int32]) -> Tensor {
  let (rows, columns) = (logits.layout[0], logits.layout[1])
  var shape = Shape()
  shape.append(rows)
  return unsafe Tensor(shape) { losses in
    unsafe logits.read { x in
      Threads.split(rows, grain: max(1, 8192 / max(1, columns))) { range in
        unsafe withScratch(range.count * columns) { scratch in
          let from = unsafe x + range.lowerBound &* columns
          unsafe shiftRows(from, 0..<range.count, columns: columns, into: scratch)
          for row in range {
            let place = (row &- range.lowerBound) &* columns &+ Int(labels[row])
            unsafe losses[row] = -scratch[place]
          }
          unsafe exponentiate(scratch, count: range.count &* columns)
          for row in range {
            let line = unsafe scratch + (row &- range.lowerBound) &* columns
            unsafe losses[row] += logarithm(sum(line, count: columns))
          }
        }
      }
    }
  }
}

/// Returns softmax less one at the labels, times a factor.
func crossEntropyGradient(_ logits: Tensor, _ labels: [Int32], scale: Float) -> Tensor {
  let (rows, columns) = (logits.layout[0], logits.layout[1])
  return unsafe Tensor(logits.layout) { output in
    unsafe logits.read { input in
      Threads.split(rows, grain: max(1, 8192 / max(1, columns))) { range in
        unsafe shiftRows(input, range, columns: columns, into: output)
        unsafe exponentiate(
          output + range.lowerBound &* columns, count: range.count &* columns)
        for row in range {
          let line = unsafe output + row &* columns
          let factor = unsafe scale / sum(line, count: columns)
          var column = 0
          while column < columns {
            unsafe line[column] *= factor
            column &+= 1
          }
          unsafe line[Int(labels[row])] -= scale
        }
      }
    }
  }
}
