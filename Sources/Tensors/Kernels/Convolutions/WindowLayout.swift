/// How a bordered copy of an image lies in memory, so that a window over it reads whole vectors.
///
/// The copy has the zeros around the image, and as many planes a channel as the kernels need to
/// find neighbouring outputs' inputs side by side: for a stride of 2, even and odd rows and columns
/// are apart. Seen from an output at row `r` and column `c` of the rows copied, what lies under one
/// place of the window is always `r * pitch + c` after that place's offset. Therefore the outputs of
/// all rows are computed as one long row, together with some meaningless ones where a row of the
/// copy is longer than a row of the output.
///
/// Where these would be too many, the copy is shifted: it has one plane for each column of the
/// window, moved by that much and cut to the output's width. Or, if a row is an even number of
/// vectors long, of the image and of the output alike, the rows are apart: there are sixteen zeros
/// before each, and no vector of outputs belongs to two of them.
struct WindowLayout: Sendable {
  /// How the rows of the copy lie.
  enum Form: Sendable {
    /// End to end, with the zeros between them.
    case joined
    /// End to end, in a plane for each column of the window.
    case shifted
    /// Each after so many zeros as a vector is long.
    case apart
  }

  /// What is copied and how a window moves over it.
  struct Source: Sendable {
    var height: Int
    var width: Int
    /// How many rows of zeros are above the image; rows are left out if this is negative.
    var top: Int
    /// How many columns of zeros are before the image; columns are left out if this is negative.
    var left: Int
    var kernelHeight: Int
    var kernelWidth: Int
    var stride: Int
  }

  let source: Source
  /// The width of the output.
  let columns: Int
  /// The distance from what lies under an output to what lies under the output below.
  let pitch: Int
  /// The size of a plane.
  let plane: Int
  /// The size of a channel: all its planes.
  let channel: Int

  /// The numbers between two rows if they are apart.
  static let gap = 16

  private let form: Form
  /// The rows of a plane beyond those of the output.
  private let extraRows: Int
  private let rowPlanes: Int
  private let columnPlanes: Int

  /// A layout for at most `rows` rows of output at a time.
  ///
  /// - Parameters:
  ///   - source: What is copied and how a window moves over it.
  ///   - rows: The most rows of output whose inputs are copied at once.
  ///   - columns: The width of the output.
  ///   - form: How the rows lie; if that is apart, the source must allow it.
  init(_ source: Source, rows: Int, columns: Int, form: Form) {
    self.source = source
    self.columns = columns
    self.form = form
    let shifted = form == .shifted
    let reach = columns + (source.kernelWidth - 1) / source.stride
    if shifted {
      pitch = columns
    } else if form == .apart {
      pitch = columns + Self.gap
    } else if source.stride == 1 {
      // The zeros after a row are those before the next one, too.
      let after = reach - source.left - source.width
      pitch = max(columns, source.width + max(source.left, after, 0))
    } else {
      pitch = reach
    }
    extraRows = (source.kernelHeight - 1) / source.stride
    rowPlanes = min(source.stride, source.kernelHeight)
    columnPlanes = shifted ? source.kernelWidth : min(source.stride, source.kernelWidth)
    let overhang = shifted ? 0 : form == .apart ? Self.gap : max(reach - pitch, 0)
    let size = (rows + extraRows) * pitch + overhang
    plane = (size + 15) & ~15
    channel = rowPlanes * columnPlanes * plane
  }

  /// The numbers that may be read in a copy of so many channels.
  ///
  /// - Parameter channels: How many channels are copied.
  /// - Returns: The numbers.
  func size(channels: Int) -> Int { channels * channel + 16 }

  /// Where in a channel the first output finds what is under a place of the window.
  ///
  /// - Parameters:
  ///   - row: The place's row in the window.
  ///   - column: The place's column in the window.
  /// - Returns: The distance from the channel's beginning.
  func offset(row: Int, column: Int) -> Int {
    if form == .apart { return row * pitch + Self.gap + column - source.left }
    let stride = source.stride
    let rowPlane = row % stride * columnPlanes
    return form == .shifted
      ? (rowPlane + column) * plane + row / stride * pitch
      : (rowPlane + column % stride) * plane + row / stride * pitch + column / stride
  }

  /// Copies what some rows of output need of a channel.
  ///
  /// - Parameters:
  ///   - image: The channel's first number.
  ///   - rows: The rows of output.
  ///   - target: Where the copy of the channel begins.
  func copy(
    _ image: UnsafePointer<Float>, rows: Range<Int>, to target: UnsafeMutablePointer<Float>
  ) {
    var place = unsafe target
    let count = rows.count &+ extraRows
    if form == .apart {
      return unsafe copyApart(
        image, firstRow: rows.lowerBound &- source.top, rows: count, to: target)
    }
    for rowPlane in 0..<rowPlanes {
      let firstRow = rows.lowerBound &* source.stride &+ rowPlane &- source.top
      if source.stride == 2, form == .joined, columnPlanes == 2, source.left >= 0 {
        unsafe copyPair(image, firstRow: firstRow, rows: count, to: place)
        unsafe place += 2 &* plane
        continue
      }
      for columnPlane in 0..<columnPlanes {
        unsafe copy(
          image, firstRow: firstRow, rows: count, shift: columnPlane &- source.left, to: place)
        unsafe place += plane
      }
    }
  }

  /// Copies rows that are apart: zeros, a row, zeros, a row and so on, and zeros after the last.
  private func copyApart(
    _ image: UnsafePointer<Float>, firstRow: Int, rows: Int, to target: UnsafeMutablePointer<Float>
  ) {
    var line = unsafe target
    for row in firstRow..<firstRow &+ rows {
      if row >= 0, row < source.height {
        unsafe clear(line, count: Self.gap)
        unsafe line += Self.gap
        let numbers = unsafe image + row &* columns
        var column = 0
        while column < columns {
          unsafe SIMD16(at: numbers + column).store(to: line + column)
          column &+= 16
        }
        unsafe line += columns
      } else {
        unsafe clear(line, count: pitch)
        unsafe line += pitch
      }
    }
    unsafe clear(line, count: Self.gap)
  }

  /// Copies the planes of even and of odd columns, reading the image once.
  private func copyPair(
    _ image: UnsafePointer<Float>, firstRow: Int, rows: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let left = source.left
    let width = source.width
    // In these columns both planes are in the image.
    let first = min((left &+ 1) / 2, pitch)
    let end = max(first, min(pitch, (width &+ left) / 2))
    var row = firstRow
    var even = unsafe target
    for _ in 0..<rows {
      let odd = unsafe even + plane
      if row >= 0, row < source.height {
        let line = unsafe image + row &* width
        // At either side, one plane may have one column more, and the rest are zeros.
        for column in 0..<first {
          unsafe even[column] = 0
          let place = 2 &* column &+ 1 &- left
          unsafe odd[column] = unsafe place >= 0 && place < width ? line[place] : 0
        }
        for column in end..<pitch {
          let place = 2 &* column &- left
          unsafe even[column] = unsafe place >= 0 && place < width ? line[place] : 0
          unsafe odd[column] = 0
        }
        if end > first {
          unsafe splitRow(
            line + (2 &* first &- left), even: even + first, odd: odd + first,
            count: end &- first)
        }
      } else {
        unsafe clear(even, count: pitch)
        unsafe clear(odd, count: pitch)
      }
      row &+= 2
      unsafe even += pitch
    }
    unsafe clear(even, count: plane &- rows &* pitch)
    unsafe clear(even + plane, count: plane &- rows &* pitch)
  }

  /// Copies a plane: the rows `firstRow` + stride × row, the columns `shift` + stride × column.
  private func copy(
    _ image: UnsafePointer<Float>, firstRow: Int, rows: Int, shift: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    let stride = source.stride
    // These rows and columns of the plane are in the image, the others are zeros.
    let above = min(max(0, steps(over: 0 &- firstRow)), rows)
    let below = max(above, min(rows, steps(over: source.height &- firstRow)))
    let before = min(max(0, steps(over: 0 &- shift)), pitch)
    let after = max(before, min(pitch, steps(over: source.width &- shift)))
    unsafe clear(target, count: above &* pitch)
    unsafe clear(target + below &* pitch, count: plane &- below &* pitch)
    let lines = below &- above
    let start = (firstRow &+ above &* stride) &* source.width &+ shift
    let corner = unsafe target + above &* pitch
    if stride == 1, pitch == source.width {
      // The rows are as long here as there: copy them as one, and clear what wraps around.
      let from = max(0, 0 &- start)
      let to = min(lines &* pitch, source.height &* source.width &- start)
      if to > from {
        unsafe RowCopy(
          source: image + (start &+ from), sourcePitch: 0, target: corner + from, targetPitch: 0,
          rows: 1, count: to &- from
        ).run()
      }
    } else if after > before {
      let rows = unsafe RowCopy(
        source: image + (start &+ before &* stride), sourcePitch: stride &* source.width,
        target: corner + before, targetPitch: pitch, rows: lines, count: after &- before)
      stride == 1 ? rows.run() : rows.gather(stride: stride)
    }
    if before > 0 { unsafe clearColumns(corner, count: before, rows: lines) }
    if after < pitch { unsafe clearColumns(corner + after, count: pitch &- after, rows: lines) }
  }

  /// How many strides it takes to get over a distance, if that is not negative.
  @inline(__always)
  private func steps(over distance: Int) -> Int {
    // For small images, a division for every plane would be noticeable.
    source.stride == 1 ? distance : (distance &+ source.stride &- 1) / source.stride
  }

  /// Clears some columns of a plane, of which there are few.
  @inline(__always)
  private func clearColumns(_ target: UnsafeMutablePointer<Float>, count: Int, rows: Int) {
    // Column by column: row by row the compiler would call for every row's few numbers.
    for column in 0..<count {
      var place = unsafe target + column
      for _ in 0..<rows {
        unsafe place.pointee = 0
        unsafe place += pitch
      }
    }
  }

  /// Whether rows may be apart.
  ///
  /// - Parameters:
  ///   - source: What is copied and how a window moves over it.
  ///   - columns: The width of the output.
  /// - Returns: Whether they may.
  static func allowsApart(_ source: Source, columns: Int) -> Bool {
    source.stride == 1 && columns == source.width && columns % 32 == 0 && source.left >= 0
      && source.left <= gap && source.kernelWidth - 1 - source.left <= gap
  }

  /// About how many processor cycles a pass takes per input channel.
  ///
  /// - Parameters:
  ///   - rows: The rows of output.
  ///   - outputs: The output channels.
  ///   - inputs: The input channels.
  /// - Returns: The cycles.
  func cost(rows: Int, outputs: Int, inputs: Int) -> Double {
    let vectors = ((rows - 1) * pitch + columns + 15) / 16
    let taps = source.kernelHeight * source.kernelWidth
    // With a single output channel, loads take longer than arithmetic.
    let sums = Double(vectors * taps) * max(1, Double(outputs) / 2)
    let planeRows = rows + extraRows
    let copies = Double(rowPlanes * columnPlanes * planeRows * ((pitch + 15) / 16 * 2 + 3))
    let moves = pitch == columns ? 0 : Double(rows * ((columns + 15) / 16 * 3 + 4))
    return sums + copies + moves * Double(outputs) / Double(inputs)
  }
}
