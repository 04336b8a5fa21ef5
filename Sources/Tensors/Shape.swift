/// The sizes of a tensor's axes, kept inline so that a small tensor costs one allocation.
struct Shape: Sendable {
  /// The largest number of axes a tensor may have.
  static let maximalRank = 7

  private(set) var rank: Int32 = 0
  // A tuple instead of `InlineArray`, which needs macOS 26.
  private var sizes: (Int32, Int32, Int32, Int32, Int32, Int32, Int32) = (1, 1, 1, 1, 1, 1, 1)

  /// The shape of a single number.
  init() {}

  /// Creates a shape, or stops with the reason why there is no such tensor.
  init(_ sizes: some Collection<Int>) {
    precondition(
      sizes.count <= Shape.maximalRank,
      "a tensor has at most \(Shape.maximalRank) axes, not \(sizes.count): \(Array(sizes))")
    var count = 1
    for size in sizes {
      precondition(size >= 0, "no axis has a negative size: \(Array(sizes))")
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      precondition(
        !overflow && size <= Int32.max, "no tensor is as large as this: \(Array(sizes))")
      count = product
      append(size)
    }
  }

  /// The number of elements.
  var count: Int {
    // Axes that are not there have size 1.
    let (a, b, c, d, e, f, g) = sizes
    let first = Int(a) &* Int(b) &* Int(c) &* Int(d)
    return first &* Int(e) &* Int(f) &* Int(g)
  }

  /// The size of one axis, counted from the front.
  subscript(axis: Int) -> Int {
    get {
      switch axis {
      case 0: Int(sizes.0)
      case 1: Int(sizes.1)
      case 2: Int(sizes.2)
      case 3: Int(sizes.3)
      case 4: Int(sizes.4)
      case 5: Int(sizes.5)
      default: Int(sizes.6)
      }
    }
    set {
      let size = Int32(truncatingIfNeeded: newValue)
      switch axis {
      case 0: sizes.0 = size
      case 1: sizes.1 = size
      case 2: sizes.2 = size
      case 3: sizes.3 = size
      case 4: sizes.4 = size
      case 5: sizes.5 = size
      default: sizes.6 = size
      }
    }
  }

  /// The axes' sizes as people write them.
  var array: [Int] { (0..<Int(rank)).map { self[$0] } }

  /// The axes, counted from the front.
  var axes: Range<Int> { 0..<Int(rank) }

  /// Adds an axis at the end.
  mutating func append(_ size: Int) {
    precondition(rank < Shape.maximalRank, "a tensor has at most \(Shape.maximalRank) axes")
    self[Int(rank)] = size
    rank += 1
  }

  /// The product of the sizes of some neighbouring axes.
  func count(of axes: Range<Int>) -> Int {
    var product = 1
    for axis in axes { product &*= self[axis] }
    return product
  }

  /// Turns an axis that may be counted from the back (−1 is the last) into one from the front.
  func axis(_ axis: Int, for operation: StaticString) -> Int {
    let found = axis < 0 ? axis + Int(rank) : axis
    precondition(
      axes.contains(found), "\(operation): there is no axis \(axis) in the shape \(array)")
    return found
  }

  /// Like `axis(_:for:)` for several axes, in ascending order and without repetition.
  func axes(_ chosen: [Int], for operation: StaticString) -> [Int] {
    let found = chosen.map { axis($0, for: operation) }.sorted()
    precondition(
      zip(found, found.dropFirst()).allSatisfy { $0 != $1 },
      "\(operation): an axis is named twice in \(chosen), the shape is \(array)")
    return found
  }

  /// How far apart neighbours along each axis lie in row-major order.
  var strides: [Int] {
    var strides = [Int](repeating: 1, count: Int(rank))
    for axis in axes.dropLast().reversed() { strides[axis] = strides[axis + 1] * self[axis + 1] }
    return strides
  }

  /// The shape that two tensors take together: axes are aligned at the back, and a size of 1
  /// stretches to the other's.
  static func broadcast(_ a: Shape, _ b: Shape, for operation: StaticString) -> Shape {
    if a == b { return a }
    var result = Shape()
    let rank = max(a.rank, b.rank)
    for axis in 0..<Int(rank) {
      let inA = axis - Int(rank - a.rank)
      let inB = axis - Int(rank - b.rank)
      let sizeA = inA < 0 ? 1 : a[inA]
      let sizeB = inB < 0 ? 1 : b[inB]
      precondition(
        sizeA == sizeB || sizeA == 1 || sizeB == 1,
        "\(operation): the shapes \(a.array) and \(b.array) do not fit, sizes \(sizeA) and \(sizeB)"
      )
      result.append(sizeA == 1 ? sizeB : sizeA)
    }
    return result
  }
}

extension Shape: Equatable {
  static func == (a: Shape, b: Shape) -> Bool {
    // Unused axes have size 1 on both sides, so that all seven may be compared.
    a.rank == b.rank && a.sizes.0 == b.sizes.0 && a.sizes.1 == b.sizes.1
      && a.sizes.2 == b.sizes.2 && a.sizes.3 == b.sizes.3 && a.sizes.4 == b.sizes.4
      && a.sizes.5 == b.sizes.5 && a.sizes.6 == b.sizes.6
  }
}
