/// Below twice this many elements a loop is done before a second thread would have begun.
private let elementsPerPart = 16_384

/// Returns f of each element; `f` is inlined into the loop, which then becomes vector code.
@inline(__always)
func mapped(_ x: Tensor, _ f: (Float) -> Float) -> Tensor {
  let count = x.count
  return unsafe Tensor(x.layout) { y in
    unsafe x.read { x in
      forEachIndex(count) { index in unsafe y[index] = f(x[index]) }
    }
  }
}

/// Returns f of each pair of elements of two tensors of the same shape.
@inline(__always)
func paired(_ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float) -> Tensor {
  let count = a.count
  return unsafe Tensor(a.layout) { y in
    unsafe a.read { a in
      unsafe b.read { b in
        forEachIndex(count) { index in unsafe y[index] = f(a[index], b[index]) }
      }
    }
  }
}

/// Returns f of each pair of elements, after broadcasting.
@inline(__always)
func combined(
  _ name: StaticString, _ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float
) -> Tensor {
  a.layout == b.layout ? paired(a, b, f) : broadcast(name, a, b, f)
}

extension Tensor {
  /// Replaces each element by f of it where nobody else could notice, and tells whether it did.
  ///
  /// It is half the memory traffic of a new tensor, and no allocation. Reading and writing through
  /// one pointer is what lets the compiler see that an element replaces itself; with two it would
  /// have to fear that they overlap.
  @inline(__always)
  mutating func replaceElements(_ f: (Float) -> Float) -> Bool {
    guard isReusable() else { return false }
    let y = unsafe storage.header.elements
    forEachIndex(count) { index in unsafe y[index] = f(y[index]) }
    return true
  }

  /// Like `replaceElements` with the elements of another tensor as second arguments.
  @inline(__always)
  mutating func replaceElements(with other: Tensor, _ f: (Float, Float) -> Float) -> Bool {
    guard layout == other.layout, isReusable() else { return false }
    let y = unsafe storage.header.elements
    unsafe other.read { b in
      forEachIndex(count) { index in unsafe y[index] = f(y[index], b[index]) }
    }
    return true
  }

  /// Whether these elements are nobody else's and leave no history.
  @inline(__always)
  private mutating func isReusable() -> Bool {
    guard origin == nil, isKnownUniquelyReferenced(&storage) else { return false }
    return storage.header.owner == nil
  }
}

/// Calls `body` for each index, on several threads where that pays.
@inline(__always)
private func forEachIndex(_ count: Int, _ body: (Int) -> Void) {
  Threads.split(count, grain: elementsPerPart) { range in
    var index = range.lowerBound
    while index < range.upperBound {
      body(index)
      index &+= 1
    }
  }
}

/// Returns f of each pair of elements of two shapes that differ.
@inline(__always)
private func broadcast(
  _ name: StaticString, _ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float
) -> Tensor {
  let shape = Shape.broadcast(a.layout, b.layout, for: name)
  let walk = BroadcastWalk(a.layout, b.layout, to: shape)
  return unsafe Tensor(shape) { output in
    unsafe a.read { x in
      unsafe b.read { y in
        let rowsPerPart = max(1, elementsPerPart / max(1, walk.columns))
        Threads.split(walk.rows, grain: rowsPerPart) { rows in
          walk.forEachRow(in: rows) { row, startA, startB in
            let (x, y, z) = unsafe (x + startA, y + startB, output + row &* walk.columns)
            var index = 0
            if walk.stepA == 1 && walk.stepB == 1 {
              while index < walk.columns {
                unsafe z[index] = f(x[index], y[index])
                index &+= 1
              }
            } else if walk.stepA == 1 {
              let fixed = unsafe y[0]
              while index < walk.columns {
                unsafe z[index] = f(x[index], fixed)
                index &+= 1
              }
            } else {
              let fixed = unsafe x[0]
              while index < walk.columns {
                unsafe z[index] = f(fixed, y[index])
                index &+= 1
              }
            }
          }
        }
      }
    }
  }
}

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
