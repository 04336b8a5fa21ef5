/// The rows in which two broadcast tensors are walked: as long as either's elements stay
/// neighbours or stay the same one.
struct BroadcastWalk {
  /// The length of a row, and how far each tensor moves from one column to the next: 1 or 0.
  private(set) var columns = 1
  private(set) var stepA = 0
  private(set) var stepB = 0
  /// The number of rows.
  private(set) var rows = 1
  /// The axes above a row, innermost first.
  private var sizes: [Int] = []
  private var stridesA: [Int] = []
  private var stridesB: [Int] = []

  init(_ a: Shape, _ b: Shape, to shape: Shape) {
    // Merge neighbouring axes along which both tensors go on in the same manner.
    var strideA = 1
    var strideB = 1
    for axis in shape.axes.reversed() {
      let size = shape[axis]
      let inA = axis - Int(shape.rank - a.rank)
      let inB = axis - Int(shape.rank - b.rank)
      let sizeA = inA < 0 ? 1 : a[inA]
      let sizeB = inB < 0 ? 1 : b[inB]
      defer {
        strideA *= sizeA
        strideB *= sizeB
      }
      if size == 1 { continue }
      let stepA = sizeA == 1 ? 0 : strideA
      let stepB = sizeB == 1 ? 0 : strideB
      if let last = sizes.indices.last, stepA == stridesA[last] * sizes[last],
        stepB == stridesB[last] * sizes[last]
      {
        sizes[last] *= size
      } else {
        sizes.append(size)
        stridesA.append(stepA)
        stridesB.append(stepB)
      }
    }
    if !sizes.isEmpty {
      columns = sizes.removeFirst()
      stepA = stridesA.removeFirst()
      stepB = stridesB.removeFirst()
      rows = sizes.reduce(1, *)
    }
  }

  /// Calls `body` with the number of each row and where it begins in a and in b.
  @inline(__always)
  func forEachRow(in range: Range<Int>, _ body: (_ row: Int, _ a: Int, _ b: Int) -> Void) {
    var index = [Int](repeating: 0, count: sizes.count)
    var startA = 0
    var startB = 0
    var rest = range.lowerBound
    for axis in sizes.indices {
      index[axis] = rest % sizes[axis]
      rest /= sizes[axis]
      startA += index[axis] * stridesA[axis]
      startB += index[axis] * stridesB[axis]
    }
    for row in range {
      body(row, startA, startB)
      for axis in sizes.indices {
        index[axis] += 1
        startA += stridesA[axis]
        startB += stridesB[axis]
        guard index[axis] == sizes[axis] else { break }
        startA -= sizes[axis] * stridesA[axis]
        startB -= sizes[axis] * stridesB[axis]
        index[axis] = 0
      }
    }
  }
}
