/// Below twice this many elements a loop is done before a second thread would have begun.
private let elementsPerPart = 16_384

/// A loop over the elements of one tensor, or over those of them that one thread computes.
///
/// An operator is a closure that calls `each`, as in `{ $0.each { $0 < 0 ? 0 : $0 } }`. The function
/// of one element is inlined into the loops of that closure, which the compiler then turns into
/// vector code; were it handed to a thread by itself, every element would cost a call.
@safe struct UnaryLoop {
  fileprivate let x: UnsafePointer<Float>
  fileprivate let y: UnsafeMutablePointer<Float>
  fileprivate let count: Int

  /// Computes every element.
  @inline(__always)
  func each(_ f: (Float) -> Float) {
    var index = 0
    if unsafe x == UnsafePointer(y) {
      // In place through one pointer: with two the compiler would have to fear that they overlap.
      while index < count {
        unsafe y[index] = f(y[index])
        index &+= 1
      }
    } else {
      while index < count {
        unsafe y[index] = f(x[index])
        index &+= 1
      }
    }
  }

  /// The part of the loop over some elements.
  fileprivate func part(_ range: Range<Int>) -> UnaryLoop {
    let start = range.lowerBound
    return unsafe UnaryLoop(x: x + start, y: y + start, count: range.count)
  }
}

/// A loop over the elements of two tensors, or over a part of them; see `UnaryLoop`.
@safe struct BinaryLoop {
  fileprivate let a: UnsafePointer<Float>
  fileprivate let b: UnsafePointer<Float>
  fileprivate let y: UnsafeMutablePointer<Float>
  fileprivate let count: Int
  /// Whether all elements of a, or of b, are the first.
  fileprivate var repeatsA = false
  fileprivate var repeatsB = false

  /// Computes every element.
  @inline(__always)
  func each(_ f: (Float, Float) -> Float) {
    var index = 0
    if repeatsA {
      let fixed = unsafe a[0]
      while index < count {
        unsafe y[index] = f(fixed, b[index])
        index &+= 1
      }
    } else if repeatsB {
      let fixed = unsafe b[0]
      while index < count {
        unsafe y[index] = f(a[index], fixed)
        index &+= 1
      }
    } else if unsafe a == UnsafePointer(y) {
      while index < count {
        unsafe y[index] = f(y[index], b[index])
        index &+= 1
      }
    } else if unsafe b == UnsafePointer(y) {
      while index < count {
        unsafe y[index] = f(a[index], y[index])
        index &+= 1
      }
    } else {
      while index < count {
        unsafe y[index] = f(a[index], b[index])
        index &+= 1
      }
    }
  }

  /// The part of the loop over some elements.
  fileprivate func part(_ range: Range<Int>) -> BinaryLoop {
    let start = range.lowerBound
    return unsafe BinaryLoop(
      a: repeatsA ? a : a + start, b: repeatsB ? b : b + start, y: y + start, count: range.count,
      repeatsA: repeatsA, repeatsB: repeatsB)
  }
}

/// Returns a function of each element.
func mapped(_ x: Tensor, _ body: (UnaryLoop) -> Void) -> Tensor {
  let count = x.count
  return unsafe Tensor(x.layout) { y in
    unsafe x.read { x in
      let loop = unsafe UnaryLoop(x: x, y: y, count: count)
      Threads.split(count, grain: elementsPerPart) { body(loop.part($0)) }
    }
  }
}

/// Returns a function of each pair of elements of two tensors of the same shape.
func paired(_ a: Tensor, _ b: Tensor, _ body: (BinaryLoop) -> Void) -> Tensor {
  let count = a.count
  return unsafe Tensor(a.layout) { y in
    unsafe a.read { a in
      unsafe b.read { b in
        let loop = unsafe BinaryLoop(a: a, b: b, y: y, count: count)
        Threads.split(count, grain: elementsPerPart) { body(loop.part($0)) }
      }
    }
  }
}

/// Returns a function of each pair of elements, after broadcasting.
func combined(
  _ name: StaticString, _ a: Tensor, _ b: Tensor, _ body: (BinaryLoop) -> Void
) -> Tensor {
  if a.layout == b.layout { return paired(a, b, body) }
  let shape = Shape.broadcast(a.layout, b.layout, for: name)
  let walk = BroadcastWalk(a.layout, b.layout, to: shape)
  return unsafe Tensor(shape) { y in
    unsafe a.read { a in
      unsafe b.read { b in
        let (repeatsA, repeatsB) = (walk.stepA == 0, walk.stepB == 0)
        if walk.rows == 1 {
          let loop = unsafe BinaryLoop(
            a: a, b: b, y: y, count: walk.columns, repeatsA: repeatsA, repeatsB: repeatsB)
          return Threads.split(walk.columns, grain: elementsPerPart) { body(loop.part($0)) }
        }
        let rowsPerPart = max(1, elementsPerPart / max(1, walk.columns))
        Threads.split(walk.rows, grain: rowsPerPart) { rows in
          walk.forEachRow(in: rows) { row, startA, startB in
            body(
              unsafe BinaryLoop(
                a: a + startA, b: b + startB, y: y + row &* walk.columns, count: walk.columns,
                repeatsA: repeatsA, repeatsB: repeatsB))
          }
        }
      }
    }
  }
}

extension Tensor {
  /// Replaces each element by a function of it where nobody else could notice, and tells whether
  /// it did.
  ///
  /// It is half the memory traffic of a new tensor, and no allocation.
  mutating func replaceElements(_ body: (UnaryLoop) -> Void) -> Bool {
    guard isReusable() else { return false }
    let y = unsafe storage.header.elements
    let loop = unsafe UnaryLoop(x: UnsafePointer(y), y: y, count: count)
    Threads.split(count, grain: elementsPerPart) { body(loop.part($0)) }
    return true
  }

  /// Replaces each element by a function of it and of another tensor's, and tells whether it did.
  ///
  /// - Parameters:
  ///   - other: The other tensor.
  ///   - isLeft: Whether these elements are the function's first arguments.
  ///   - body: The function.
  /// - Returns: False if the shapes differ or somebody holds these elements.
  mutating func replaceElements(
    with other: Tensor, isLeft: Bool, _ body: (BinaryLoop) -> Void
  ) -> Bool {
    guard layout == other.layout, isReusable() else { return false }
    let count = count
    let y = unsafe storage.header.elements
    unsafe other.read { other in
      let loop = unsafe BinaryLoop(
        a: isLeft ? UnsafePointer(y) : other, b: isLeft ? other : UnsafePointer(y), y: y,
        count: count)
      Threads.split(count, grain: elementsPerPart) { body(loop.part($0)) }
    }
    return true
  }

  /// Whether these elements are nobody else's and leave no history.
  private mutating func isReusable() -> Bool {
    guard origin == nil, isKnownUniquelyReferenced(&storage) else { return false }
    return storage.header.owner == nil
  }
}
