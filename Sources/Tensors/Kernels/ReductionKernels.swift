/// A shape seen as three axes around the one that a kernel works along.
struct AxisView {
  /// The product of the sizes before, the size of the axis itself, and the product of those after.
  let outer: Int
  let count: Int
  let inner: Int

  init(_ shape: Shape, along axes: Range<Int>) {
    outer = shape.count(of: 0..<axes.lowerBound)
    count = shape.count(of: axes)
    inner = shape.count(of: axes.upperBound..<Int(shape.rank))
  }
}

// So many numbers are summed one after the other before their sum is added to the rest: adding a
// million small numbers one by one would lose the last of them. The blocks are fixed, so that the
// result does not depend on the number of threads.
private let blockLength = 2048
private let rowsPerBlock = 64

// So many columns are summed at a time: long enough for the processor to fetch rows ahead.
private let stripWidth = 256

/// Sums neighbouring axes.
func summed(_ x: Tensor, along axes: Range<Int>, to shape: Shape) -> Tensor {
  let view = AxisView(x.layout, along: axes)
  return unsafe Tensor(shape) { output in
    unsafe x.read { input in
      if view.inner == 1 {
        unsafe sumRows(input, view, into: output)
      } else {
        unsafe sumColumns(input, view, into: output)
      }
    }
  }
}

private func sumRows(
  _ x: UnsafePointer<Float>, _ view: AxisView, into y: UnsafeMutablePointer<Float>
) {
  let blocks = (view.count + blockLength - 1) / blockLength
  guard blocks > 1 else {
    let rowsPerPart = max(1, 16_384 / max(1, view.count))
    return Threads.split(view.outer, grain: rowsPerPart) { rows in
      for row in rows {
        unsafe y[row] = Float(sumOfBlock(x + row &* view.count, count: view.count))
      }
    }
  }
  unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: blocks) { partial in
    let partials = unsafe partial
    for row in 0..<view.outer {
      let start = unsafe x + row &* view.count
      Threads.split(blocks, grain: 8) { range in
        for block in range {
          let first = block &* blockLength
          unsafe partials[block] = sumOfBlock(
            start + first, count: min(blockLength, view.count &- first))
        }
      }
      unsafe y[row] = Float(partials.reduce(0, +))
    }
  }
}

/// The sum of a row, block by block.
@inline(never)
func sumOfRow(_ x: UnsafePointer<Float>, count: Int) -> Double {
  var sum = 0.0
  var start = 0
  while start < count {
    unsafe sum += sumOfBlock(x + start, count: min(blockLength, count &- start))
    start &+= blockLength
  }
  return sum
}

/// The sum of a short row, in 4 × 16 lanes that are added up in a fixed order.
@inline(__always)
private func sumOfBlock(_ x: UnsafePointer<Float>, count: Int) -> Double {
  var index = 0
  var tail: Float = 0
  var total: Float = 0
  if count >= 64 {
    var lanes = (
      SIMD16<Float>.zero, SIMD16<Float>.zero, SIMD16<Float>.zero, SIMD16<Float>.zero
    )
    let raw = unsafe UnsafeRawPointer(x)
    while index &+ 64 <= count {
      let byte = index &* 4
      unsafe lanes.0 += raw.loadUnaligned(fromByteOffset: byte, as: SIMD16<Float>.self)
      unsafe lanes.1 += raw.loadUnaligned(fromByteOffset: byte &+ 64, as: SIMD16<Float>.self)
      unsafe lanes.2 += raw.loadUnaligned(fromByteOffset: byte &+ 128, as: SIMD16<Float>.self)
      unsafe lanes.3 += raw.loadUnaligned(fromByteOffset: byte &+ 192, as: SIMD16<Float>.self)
      index &+= 64
    }
    total = ((lanes.0 + lanes.1) + (lanes.2 + lanes.3)).sum()
  }
  while index < count {
    unsafe tail += x[index]
    index &+= 1
  }
  return Double(total + tail)
}

private func sumColumns(
  _ x: UnsafePointer<Float>, _ view: AxisView, into y: UnsafeMutablePointer<Float>
) {
  let strips = (view.inner + stripWidth - 1) / stripWidth
  Threads.split(view.outer * strips, grain: max(1, 16_384 / max(1, view.count * stripWidth))) {
    parts in
    for part in parts {
      let (outer, strip) = (part / strips, part % strips)
      let start = strip &* stripWidth
      let columns = min(stripWidth, view.inner &- start)
      unsafe sumStrip(
        x + (outer &* view.count &* view.inner &+ start), rows: view.count, stride: view.inner,
        columns: columns, into: y + (outer &* view.inner &+ start))
    }
  }
}

/// Sums some columns: in blocks of rows, whose sums are summed in double precision.
private func sumStrip(
  _ x: UnsafePointer<Float>, rows: Int, stride: Int, columns: Int,
  into y: UnsafeMutablePointer<Float>
) {
  unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: stripWidth) { block in
    guard let sums = block.baseAddress else { return }
    unsafe withUnsafeTemporaryAllocation(of: Double.self, capacity: stripWidth) { total in
      guard let totals = total.baseAddress else { return }
      unsafe totals.update(repeating: 0, count: columns)
      var row = 0
      while row < rows {
        let end = min(rows, row &+ rowsPerBlock)
        unsafe sums.update(repeating: 0, count: columns)
        while row < end {
          let line = unsafe x + row &* stride
          var column = 0
          while column < columns {
            unsafe sums[column] += line[column]
            column &+= 1
          }
          row &+= 1
        }
        var column = 0
        while column < columns {
          unsafe totals[column] += Double(sums[column])
          column &+= 1
        }
      }
      var column = 0
      while column < columns {
        unsafe y[column] = Float(totals[column])
        column &+= 1
      }
    }
  }
}

/// Running sums along an axis, from the front or from the back.
func cumulativeSum(_ x: Tensor, along axis: Int, fromBack: Bool) -> Tensor {
  let view = AxisView(x.layout, along: axis..<axis + 1)
  return unsafe Tensor(x.layout) { output in
    unsafe x.read { input in
      let lines = view.outer * view.inner
      Threads.split(lines, grain: max(1, 8192 / max(1, view.count))) { range in
        for line in range {
          let (outer, inner) = line.quotientAndRemainder(dividingBy: view.inner)
          let start = outer &* view.count &* view.inner &+ inner
          var sum = 0.0
          for index in 0..<view.count {
            let place = start &+ (fromBack ? view.count &- 1 &- index : index) &* view.inner
            unsafe sum += Double(input[place])
            unsafe output[place] = Float(sum)
          }
        }
      }
    }
  }
}
