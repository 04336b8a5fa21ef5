/// Sums for some output channels at neighbouring outputs, kept in registers.
///
/// Taller sums are put together with `Stacked`, as longer rows are with `Joined`.
protocol WindowSums {
  associatedtype Row: VectorRow

  /// How many output channels there are.
  static var height: Int { get }

  /// The sums before anything is added: the bias.
  ///
  /// - Parameters:
  ///   - tile: What is summed; its missing channels are taken to be like its last.
  ///   - first: The first of the tile's output channels.
  init(_ tile: WindowTile, first: Int)

  /// Adds what is under a place of the window.
  ///
  /// - Parameters:
  ///   - row: The image's numbers.
  ///   - weight: Which of its weights an output channel multiplies them with.
  mutating func add(_ row: Row, weight: Int)

  /// Writes the sums, except those of missing channels.
  ///
  /// - Parameters:
  ///   - tile: What was summed.
  ///   - first: The first of the tile's output channels.
  ///   - position: The first output.
  func store(_ tile: WindowTile, first: Int, at position: Int)
}

/// The sums of one output channel.
@safe struct Single<Row: VectorRow>: WindowSums {
  static var height: Int { 1 }

  private let weights: UnsafePointer<Float>
  private var sum: Row

  @inline(__always)
  init(_ tile: WindowTile, first: Int) {
    let channel = min(first, tile.rows &- 1)
    unsafe weights = unsafe tile.weights + channel &* tile.weightRow
    if let bias = unsafe tile.bias {
      sum = unsafe Row(repeating: bias[channel])
    } else {
      sum = Row(repeating: 0)
    }
  }

  @inline(__always)
  mutating func add(_ row: Row, weight: Int) {
    sum.addProduct(row, SIMD16(repeating: unsafe weights[weight]))
  }

  @inline(__always)
  func store(_ tile: WindowTile, first: Int, at position: Int) {
    guard first < tile.rows else { return }
    unsafe sum.store(to: tile.output + first &* tile.outputRow + position)
  }
}

/// The sums of some output channels and the ones after them.
struct Stacked<Top: WindowSums, Bottom: WindowSums>: WindowSums where Top.Row == Bottom.Row {
  static var height: Int { Top.height &+ Bottom.height }

  private var top: Top
  private var bottom: Bottom

  @inline(__always)
  init(_ tile: WindowTile, first: Int) {
    top = Top(tile, first: first)
    bottom = Bottom(tile, first: first &+ Top.height)
  }

  @inline(__always)
  mutating func add(_ row: Top.Row, weight: Int) {
    top.add(row, weight: weight)
    bottom.add(row, weight: weight)
  }

  @inline(__always)
  func store(_ tile: WindowTile, first: Int, at position: Int) {
    top.store(tile, first: first, at: position)
    bottom.store(tile, first: first &+ Top.height, at: position)
  }
}

/// Two output channels.
typealias Pair<Row: VectorRow> = Stacked<Single<Row>, Single<Row>>
/// Three output channels.
typealias Triple<Row: VectorRow> = Stacked<Pair<Row>, Single<Row>>
/// Four output channels.
typealias Quadruple<Row: VectorRow> = Stacked<Pair<Row>, Pair<Row>>
/// Eight output channels.
typealias Octuple<Row: VectorRow> = Stacked<Quadruple<Row>, Quadruple<Row>>
