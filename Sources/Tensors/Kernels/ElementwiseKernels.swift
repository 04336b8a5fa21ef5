/// Below twice this many elements a loop is done before a second thread would have begun.
private let elementsPerPart = 16_384

/// Returns f of each element.
///
/// Where nobody else holds the elements of x they are overwritten: half the memory traffic, and no
/// allocation. `f` is inlined into the loop, which the compiler then turns into vector code.
@inline(__always)
func mapped(_ x: consuming Tensor, _ f: (Float) -> Float) -> Tensor {
  let count = x.count
  if x.isReusable() {
    let y = unsafe x.storage.header.elements
    forEachIndex(count) { index in unsafe y[index] = f(y[index]) }
    return x
  }
  let input = x
  return unsafe Tensor(input.layout) { y in
    unsafe input.read { x in
      forEachIndex(count) { index in unsafe y[index] = f(x[index]) }
    }
  }
}

/// Returns f of each pair of elements, after broadcasting; in place like `mapped` where possible.
///
/// Reading and writing through the same pointer is what lets the compiler see that an element in
/// place is its own; through two pointers it would have to fear that they overlap.
@inline(__always)
func zipped(
  _ name: StaticString, _ a: consuming Tensor, _ b: consuming Tensor, _ f: (Float, Float) -> Float
) -> Tensor {
  guard a.layout == b.layout else { return broadcast(name, a, b, f) }
  let count = a.count
  if a.isReusable() {
    let y = unsafe a.storage.header.elements
    let other = b
    unsafe other.read { b in
      forEachIndex(count) { index in unsafe y[index] = f(y[index], b[index]) }
    }
    return a
  }
  if b.isReusable() {
    let y = unsafe b.storage.header.elements
    let other = a
    unsafe other.read { a in
      forEachIndex(count) { index in unsafe y[index] = f(a[index], y[index]) }
    }
    return b
  }
  return combined(name, a, b, f)
}

/// Returns f of each pair of elements, after broadcasting, and leaves both as they are.
@inline(__always)
func combined(
  _ name: StaticString, _ a: Tensor, _ b: Tensor, _ f: (Float, Float) -> Float
) -> Tensor {
  guard a.layout == b.layout else { return broadcast(name, a, b, f) }
  let count = a.count
  return unsafe Tensor(a.layout) { y in
    unsafe a.read { a in
      unsafe b.read { b in
        forEachIndex(count) { index in unsafe y[index] = f(a[index], b[index]) }
      }
    }
  }
}

/// Calls `body` for each index, on several threads where that pays.
@inline(__always)
private func forEachIndex(_ count: Int, _ body: (Int) -> Void) {
  if count < 2 * elementsPerPart {
    var index = 0
    while index < count {
      body(index)
      index &+= 1
    }
  } else {
    Threads.split(count, grain: elementsPerPart) { range in
      var index = range.lowerBound
      while index < range.upperBound {
        body(index)
        index &+= 1
      }
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

extension Tensor {
  /// Whether these elements are nobody else's, so that a result may be written over them.
  @inline(__always)
  mutating func isReusable() -> Bool {
    guard origin == nil, isKnownUniquelyReferenced(&storage) else { return false }
    return storage.header.owner == nil
  }
}
