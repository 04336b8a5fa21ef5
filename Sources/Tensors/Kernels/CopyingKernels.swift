/// A walk over a box of elements that lie at some strides in a source and at others in a target.
///
/// Slicing, padding, transposing, repeating and joining are all copies of this kind.
struct StridedCopy {
  /// The axes of the box, innermost first, neighbours merged where both sides allow it.
  private var sizes: [Int] = []
  private var sourceStrides: [Int] = []
  private var targetStrides: [Int] = []

  /// - Parameters:
  ///   - shape: The box.
  ///   - source: How far apart neighbours along each axis are in the source; 0 repeats.
  ///   - target: How far apart they are put in the target.
  init(_ shape: Shape, from source: [Int], to target: [Int]) {
    for axis in shape.axes.reversed() where shape[axis] != 1 {
      if let last = sizes.indices.last, source[axis] == sourceStrides[last] * sizes[last],
        target[axis] == targetStrides[last] * sizes[last]
      {
        sizes[last] *= shape[axis]
      } else {
        sizes.append(shape[axis])
        sourceStrides.append(source[axis])
        targetStrides.append(target[axis])
      }
    }
    if sizes.isEmpty {
      sizes = [1]
      sourceStrides = [1]
      targetStrides = [1]
    }
    bringFastestSourceSecond()
  }

  /// In a transposition the axis along which the source's elements are neighbours is put next to
  /// the innermost, so that the two are walked in square tiles and each cache line is used whole.
  private mutating func bringFastestSourceSecond() {
    guard sizes.count > 1, sourceStrides[0] != 1, let axis = sourceStrides.firstIndex(of: 1)
    else { return }
    sizes.swapAt(1, axis)
    sourceStrides.swapAt(1, axis)
    targetStrides.swapAt(1, axis)
  }

  /// Copies the box.
  func run(from source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>) {
    let planeAxes = min(2, sizes.count)
    let planes = sizes.dropFirst(planeAxes).reduce(1, *)
    let planeCount = sizes.prefix(planeAxes).reduce(1, *)
    guard planes > 0, planeCount > 0 else { return }
    Threads.split(planes, grain: max(1, 16_384 / planeCount)) { range in
      for plane in range {
        var rest = plane
        var from = 0
        var to = 0
        for axis in planeAxes..<max(planeAxes, sizes.count) {
          let index = rest % sizes[axis]
          rest /= sizes[axis]
          from &+= index &* sourceStrides[axis]
          to &+= index &* targetStrides[axis]
        }
        unsafe copyPlane(from: source + from, to: target + to)
      }
    }
  }

  private func copyPlane(
    from source: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>
  ) {
    let columns = sizes[0]
    let rows = sizes.count > 1 ? sizes[1] : 1
    let (fromColumn, toColumn) = (sourceStrides[0], targetStrides[0])
    let (fromRow, toRow) = sizes.count > 1 ? (sourceStrides[1], targetStrides[1]) : (0, 0)
    if fromColumn == 1 && toColumn == 1 {
      for row in 0..<rows {
        let (from, to) = unsafe (source + row &* fromRow, target + row &* toRow)
        unsafe to.update(from: from, count: columns)
      }
      return
    }
    let tile = 16
    for firstRow in stride(from: 0, to: rows, by: tile) {
      for firstColumn in stride(from: 0, to: columns, by: tile) {
        var row = firstRow
        while row < min(firstRow &+ tile, rows) {
          let from = unsafe source + row &* fromRow
          let to = unsafe target + row &* toRow
          var column = firstColumn
          while column < min(firstColumn &+ tile, columns) {
            unsafe to[column &* toColumn] = from[column &* fromColumn]
            column &+= 1
          }
          row &+= 1
        }
      }
    }
  }
}

extension Tensor {
  /// The elements found at other strides, as a new constant.
  func copied(_ shape: Shape, from start: Int = 0, strides: [Int]) -> Tensor {
    let copy = StridedCopy(shape, from: strides, to: shape.strides)
    return unsafe Tensor(shape) { output in
      unsafe read { unsafe copy.run(from: $0 + start, to: output) }
    }
  }

  /// Writes the elements as a box into a larger array.
  func copy(to target: UnsafeMutablePointer<Float>, strides: [Int]) {
    let copy = StridedCopy(layout, from: layout.strides, to: strides)
    unsafe read { unsafe copy.run(from: $0, to: target) }
  }
}
