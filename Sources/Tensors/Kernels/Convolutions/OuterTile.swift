/// Sums products of a row of numbers and single numbers, over the pixels of an image.
///
/// For a weight gradient: at every pixel there is the gradient of 16 or 32 output channels, side by
/// side, which is multiplied with what lay under each of about a dozen places of the window.
@safe struct OuterTile {
  /// What was under the window's first place at the first output.
  var image: UnsafePointer<Float>
  /// From there to the same for the next output in the row.
  var imageStep: Int
  /// From there to the same for the output below.
  var imageRow: Int
  /// The gradients of the output, a row of channels for each pixel.
  var gradient: UnsafePointer<Float>
  var rows: Int
  var pixels: Int
  /// The places, seen from the window's first.
  var offsets: UnsafeBufferPointer<Int>
  /// A row of channels for every place.
  var sums: UnsafeMutablePointer<Float>
  /// Whether there are sums already, to be added to.
  var adding: Bool

  /// How many places to sum at once, so that few sums are for nothing.
  ///
  /// - Parameters:
  ///   - places: The number of all places.
  ///   - wide: Whether there are 32 output channels at a time, or 16.
  ///   - threes: Whether every three places are neighbours.
  /// - Returns: One of the heights there are tiles for.
  static func height(places: Int, wide: Bool, threes: Bool) -> Int {
    let heights = wide ? (threes ? [12, 9] : [12, 9, 8]) : (threes ? [15, 12, 9] : [14, 12, 9])
    func cost(_ height: Int) -> Int { (places + height - 1) / height * (height + 1) }
    return heights.min { cost($0) < cost($1) } ?? 12
  }

  /// Sums, and writes or adds the sums.
  ///
  /// - Parameters:
  ///   - height: How many places there are at most.
  ///   - wide: Whether there are 32 output channels, or 16.
  ///   - threes: Whether every three places are neighbours.
  func run(height: Int, wide: Bool, threes: Bool) {
    switch (height, wide, threes) {
    case (12, true, true): run(Stack4<Three<Row2>>.self)
    case (9, true, true): run(Stack3<Three<Row2>>.self)
    case (12, true, false): run(Stack12<One<Row2>>.self)
    case (9, true, false): run(Stack9<One<Row2>>.self)
    case (8, true, false): run(Stack8<One<Row2>>.self)
    case (15, false, true): run(Stack5<Three<Row1>>.self)
    case (12, false, true): run(Stack4<Three<Row1>>.self)
    case (9, false, true): run(Stack3<Three<Row1>>.self)
    case (14, false, false): run(Stack14<One<Row1>>.self)
    case (12, false, false): run(Stack12<One<Row1>>.self)
    case (9, false, false): run(Stack9<One<Row1>>.self)
    default: preconditionFailure("no tile of \(height) places")
    }
  }

  @inline(never)
  private func run<Sums: OuterSums>(_: Sums.Type) {
    var sums = Sums(self, first: 0)
    var gradient = unsafe gradient
    var line = unsafe image
    for _ in 0..<rows {
      var place = unsafe line
      for _ in 0..<pixels {
        unsafe sums.add(Sums.Row(at: gradient), place)
        unsafe gradient += Sums.Row.count
        unsafe place += imageStep
      }
      unsafe line += imageRow
    }
    sums.finish(self, first: 0)
  }

  /// Writes or adds the sums for a place.
  @inline(__always)
  fileprivate func finish<Row: VectorRow>(_ sum: Row, at place: Int) {
    let target = unsafe sums + place &* Row.count
    var total = sum
    if adding { total.add(unsafe Row(at: target)) }
    unsafe total.store(to: target)
  }
}

/// Sums of rows of output channels, kept in registers, for some places of the window.
private protocol OuterSums {
  associatedtype Row: VectorRow

  static var height: Int { get }

  /// Zeros; a tile's missing places are taken to be like its last.
  init(_ tile: OuterTile, first: Int)

  /// Adds a row times what is under the places.
  mutating func add(_ row: Row, _ image: UnsafePointer<Float>)

  /// Writes the sums, except for missing places.
  func finish(_ tile: OuterTile, first: Int)
}

/// The sums for one place.
private struct One<Row: VectorRow>: OuterSums {
  static var height: Int { 1 }

  private let offset: Int
  private var sum = Row(repeating: 0)

  @inline(__always)
  init(_ tile: OuterTile, first: Int) {
    offset = unsafe tile.offsets[min(first, tile.offsets.count &- 1)]
  }

  @inline(__always)
  mutating func add(_ row: Row, _ image: UnsafePointer<Float>) {
    sum.addProduct(row, SIMD16(repeating: unsafe image[offset]))
  }

  @inline(__always)
  func finish(_ tile: OuterTile, first: Int) {
    guard unsafe first < tile.offsets.count else { return }
    tile.finish(sum, at: first)
  }
}

/// The sums for three places side by side, which share an address: there are few registers for
/// those.
private struct Three<Row: VectorRow>: OuterSums {
  static var height: Int { 3 }

  private let offset: Int
  private var sum0 = Row(repeating: 0)
  private var sum1 = Row(repeating: 0)
  private var sum2 = Row(repeating: 0)

  @inline(__always)
  init(_ tile: OuterTile, first: Int) {
    offset = unsafe tile.offsets[min(first, tile.offsets.count &- 3)]
  }

  @inline(__always)
  mutating func add(_ row: Row, _ image: UnsafePointer<Float>) {
    let place = unsafe image + offset
    sum0.addProduct(row, SIMD16(repeating: unsafe place[0]))
    sum1.addProduct(row, SIMD16(repeating: unsafe place[1]))
    sum2.addProduct(row, SIMD16(repeating: unsafe place[2]))
  }

  @inline(__always)
  func finish(_ tile: OuterTile, first: Int) {
    guard unsafe first < tile.offsets.count else { return }
    tile.finish(sum0, at: first)
    tile.finish(sum1, at: first &+ 1)
    tile.finish(sum2, at: first &+ 2)
  }
}

/// The sums for some places and more.
private struct Both<First: OuterSums, Second: OuterSums>: OuterSums
where First.Row == Second.Row {
  static var height: Int { First.height &+ Second.height }

  private var first: First
  private var second: Second

  @inline(__always)
  init(_ tile: OuterTile, first: Int) {
    self.first = First(tile, first: first)
    self.second = Second(tile, first: first &+ First.height)
  }

  @inline(__always)
  mutating func add(_ row: First.Row, _ image: UnsafePointer<Float>) {
    unsafe first.add(row, image)
    unsafe second.add(row, image)
  }

  @inline(__always)
  func finish(_ tile: OuterTile, first: Int) {
    self.first.finish(tile, first: first)
    self.second.finish(tile, first: first &+ First.height)
  }
}

private typealias Stack2<Sums: OuterSums> = Both<Sums, Sums>
private typealias Stack3<Sums: OuterSums> = Both<Stack2<Sums>, Sums>
private typealias Stack4<Sums: OuterSums> = Both<Stack2<Sums>, Stack2<Sums>>
private typealias Stack5<Sums: OuterSums> = Both<Stack4<Sums>, Sums>
private typealias Stack8<Sums: OuterSums> = Both<Stack4<Sums>, Stack4<Sums>>
private typealias Stack9<Sums: OuterSums> = Both<Stack8<Sums>, Sums>
private typealias Stack12<Sums: OuterSums> = Both<Stack8<Sums>, Stack4<Sums>>
private typealias Stack14<Sums: OuterSums> = Both<Stack12<Sums>, Stack2<Sums>>
