/// Sums, for a few output channels, what is under the window times the weights.
///
/// The outputs of all rows are one long row (see `WindowLayout`). A tile of 8 channels × 48 outputs
/// keeps 24 sums in registers: for every number under the window, 3 vectors of the image are loaded
/// and each of 8 weights is multiplied with them. Few channels are compensated for by longer rows,
/// as a processor that can do two multiply-adds a cycle needs 8 or more sums under way.
@safe struct WindowTile {
  /// A place of the window: where its numbers are in the image's channel, and its weight in the
  /// kernel's.
  struct Tap {
    var image: Int
    var weight: Int

    /// What comes after the last place.
    static var end: Self { Self(image: 0, weight: -1) }
  }

  /// The most output channels of a tile.
  static let height = 8

  /// The copy of the image.
  var image: UnsafePointer<Float>
  /// The distance from one of its channels to the next.
  var imageChannel: Int
  /// How many outputs a row has, if the image's rows are apart.
  var columns: Int?
  /// How many channels are summed over.
  var channels: Int
  /// What is summed over in a channel, or in some neighbouring channels that count as one; the last
  /// is `Tap.end`.
  var taps: UnsafePointer<Tap>
  /// The weights of the tile's first output channel.
  var weights: UnsafePointer<Float>
  /// The distance from the weights of an output channel to those of the next.
  var weightRow: Int
  /// The distance from the weights for an input channel to those for the next.
  var weightChannel: Int
  /// What the sums start with, one for each output channel, or nil for zeros.
  var bias: UnsafePointer<Float>?
  /// How many output channels there are, at most `height`.
  var rows: Int
  /// Where the first output channel's outputs go.
  var output: UnsafeMutablePointer<Float>
  /// The distance from one output channel to the next.
  var outputRow: Int

  /// Computes `length` outputs of every channel.
  ///
  /// - Parameters:
  ///   - length: How many outputs there are.
  ///   - exact: Whether nothing may be written after them; then there must be 16 at least.
  func run(length: Int, exact: Bool) {
    if let columns {
      run(length, columns: columns)
    } else if rows > 4 {
      run(
        Octuple<Row3>.self, Octuple<Row2>.self, Octuple<Row1AndHalf>.self, Octuple<Row1>.self,
        length, exact)
    } else if rows == 4 {
      run(
        Quadruple<Row6>.self, Quadruple<Row3>.self, Quadruple<Row3>.self, Quadruple<Row1>.self,
        length, exact)
    } else if rows == 3 {
      run(
        Triple<Row6>.self, Triple<Row4>.self, Triple<Row4>.self, Triple<Row1>.self, length, exact)
    } else if rows == 2 {
      run(
        Pair<Row8>.self, Pair<Row4>.self, Pair<Row4>.self, Pair<Row1>.self, length, exact)
    } else {
      run(
        Single<Row8>.self, Single<Row4>.self, Single<Row4>.self, Single<Row1>.self, length, exact)
    }
  }

  /// Computes all outputs by long, middle and short rows; a last one may be a little shorter than
  /// middle.
  @inline(__always)
  private func run<Long: WindowSums, Middle: WindowSums, Last: WindowSums, Short: WindowSums>(
    _ long: Long.Type, _ middle: Middle.Type, _ last: Last.Type, _ short: Short.Type,
    _ length: Int, _ exact: Bool
  ) {
    let vectors = (length &+ 15) &>> 4
    // Full vectors overlap rather than write after the end.
    let most = exact ? length &>> 4 : vectors
    let end = exact ? length : vectors &<< 4
    let longest = Long.Row.count &>> 4
    let medium = Middle.Row.count &>> 4
    var done = 0
    while done < vectors {
      let rest = vectors &- done
      let position = done &<< 4
      // One vector alone would not have sums enough: two rows of two are better than three and one.
      if min(rest, most) >= longest, rest != longest &+ 1 || longest > 3 {
        let start = min(position, end &- Long.Row.count)
        sum(long, under: start, at: start)
        done &+= longest
      } else if rest == medium, length &- position <= Last.Row.count, end >= Last.Row.count {
        let start = min(position, end &- Last.Row.count)
        sum(last, under: start, at: start)
        done &+= medium
      } else if min(rest, most) >= medium {
        let start = min(position, end &- Middle.Row.count)
        sum(middle, under: start, at: start)
        done &+= medium
      } else {
        let start = min(position, end &- Short.Row.count)
        sum(short, under: start, at: start)
        done &+= 1
      }
    }
  }

  /// Computes all outputs of rows that are apart and an even number of vectors long.
  private func run(_ length: Int, columns: Int) {
    var (place, column) = (0, 0)
    /// Where what lies under the next vector begins.
    func next() -> Int {
      let current = place
      column &+= 16
      place &+= 16
      if column == columns { (place, column) = (place &+ WindowLayout.gap, 0) }
      return current
    }
    var position = 0
    while position < length {
      let rest = length &- position
      if rest == 32 || rest == 64 {
        // A pair, or the first of two; no row ends within.
        sum(Octuple<Row2>.self, under: next(), at: position)
        _ = next()
        position &+= 32
      } else {
        sum(under: next(), next(), next(), at: position)
        position &+= 48
      }
    }
  }

  /// Computes a row of outputs.
  ///
  /// - Parameters:
  ///   - _: The sums of the row.
  ///   - start: Where in the image begins what lies under the first of them.
  ///   - position: The first of them.
  @inline(never)
  private func sum<Sums: WindowSums>(_: Sums.Type, under start: Int, at position: Int) {
    var sums = Sums(self, first: 0)
    var place = unsafe image + start
    var weight = 0
    for _ in 0..<channels {
      // A loop that ends at a mark instead of a count is not unrolled, for which there would not be
      // registers enough.
      var next = unsafe taps
      while unsafe next.pointee.weight >= 0 {
        let tap = unsafe next.pointee
        sums.add(unsafe Sums.Row(at: place + tap.image), weight: weight &+ tap.weight)
        unsafe next += 1
      }
      unsafe place += imageChannel
      weight &+= weightChannel
    }
    sums.store(self, first: 0, at: position)
  }

  /// Computes three vectors of outputs, which do not all belong to the same row.
  ///
  /// This is the other one with three places. Given both by one function, the compiler would not keep
  /// the sums in registers.
  @inline(never)
  private func sum(under first: Int, _ second: Int, _ third: Int, at position: Int) {
    var sums = Octuple<Row3>(self, first: 0)
    var first = unsafe image + first
    var second = unsafe image + second
    var third = unsafe image + third
    var weight = 0
    for _ in 0..<channels {
      var next = unsafe taps
      while unsafe next.pointee.weight >= 0 {
        let tap = unsafe next.pointee
        sums.add(
          unsafe Row3(at: first + tap.image, second + tap.image, third + tap.image),
          weight: weight &+ tap.weight)
        unsafe next += 1
      }
      unsafe first += imageChannel
      unsafe second += imageChannel
      unsafe third += imageChannel
      weight &+= weightChannel
    }
    sums.store(self, first: 0, at: position)
  }
}
