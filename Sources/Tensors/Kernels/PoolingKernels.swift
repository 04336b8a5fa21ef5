/// Where the windows of a pooling stand.
struct PoolingWindows: Sendable {
  let input: Shape
  let output: Shape
  let kernel: Int
  let stride: Int
  let padding: Int

  init(_ name: StaticString, _ images: Shape, kernel: Int, stride: Int, padding: Int) {
    precondition(
      images.rank == 4, "\(name): images are [N, channels, height, width], not \(images.array)")
    precondition(
      kernel > 0 && stride > 0,
      "\(name): the kernel (\(kernel)) and the stride (\(stride)) must be at least 1")
    precondition(
      padding >= 0 && padding <= kernel / 2,
      "\(name): the padding (\(padding)) must not be more than half the kernel (\(kernel))")
    precondition(
      kernel <= images[2] + 2 * padding && kernel <= images[3] + 2 * padding,
      "\(name): a window of \(kernel) does not fit into an image of \(images[2]) × \(images[3])")
    var output = images
    output[2] = (images[2] + 2 * padding - kernel) / stride + 1
    output[3] = (images[3] + 2 * padding - kernel) / stride + 1
    self.input = images
    self.output = output
    self.kernel = kernel
    self.stride = stride
    self.padding = padding
  }

  var planes: Int { input[0] * input[1] }

  /// Whether the windows are the commonest ones, 2 × 2 side by side.
  var areSquaresOfFour: Bool { kernel == 2 && stride == 2 && padding == 0 }

  /// The rows (or columns) of an image of that size that lie under a window.
  @inline(__always)
  func range(_ window: Int, size: Int) -> Range<Int> {
    let start = window &* stride &- padding
    return max(start, 0)..<min(start &+ kernel, size)
  }

  /// Calls `body` for every window of a plane with its number and its rows and columns.
  @inline(__always)
  func forEachWindow(_ body: (_ window: Int, _ rows: Range<Int>, _ columns: Range<Int>) -> Void) {
    var window = 0
    for row in 0..<output[2] {
      let rows = range(row, size: input[2])
      for column in 0..<output[3] {
        body(window, rows, range(column, size: input[3]))
        window &+= 1
      }
    }
  }

  /// Calls `body` for ranges of planes on several threads, with about as much work in each.
  @inline(__always)
  func forEachPlane(_ body: (Int) -> Void) {
    let work = output[2] * output[3] * kernel * kernel
    Threads.split(planes, grain: max(1, 16_384 / max(1, work))) { range in
      for plane in range { body(plane) }
    }
  }
}

/// Where in its plane each window's maximum is; written once by the forward pass, then only read.
@safe final class Positions: @unchecked Sendable {
  let elements: UnsafeMutableBufferPointer<Int32>

  init(count: Int) { unsafe elements = .allocate(capacity: count) }

  deinit { unsafe elements.deallocate() }
}

/// The maximum under each window, and where it is if somebody will ask for the gradient.
func maxPooled(_ x: Tensor, _ windows: PoolingWindows, positions: Positions?) -> Tensor {
  let (height, width) = (windows.input[2], windows.input[3])
  let outputs = windows.output[2] * windows.output[3]
  return unsafe Tensor(windows.output) { output in
    unsafe x.read { input in
      windows.forEachPlane { plane in
        let image = unsafe input + plane &* height &* width
        let result = unsafe output + plane &* outputs
        if let positions {
          let places = unsafe positions.elements.baseAddress.unsafelyUnwrapped + plane &* outputs
          unsafe positionsOfMaxima(image, windows, into: result, places)
        } else if windows.areSquaresOfFour {
          unsafe maximaOfFour(image, windows, into: result)
        } else {
          unsafe maxima(image, windows, into: result)
        }
      }
    }
  }
}

private func positionsOfMaxima(
  _ image: UnsafePointer<Float>, _ windows: PoolingWindows,
  into result: UnsafeMutablePointer<Float>, _ places: UnsafeMutablePointer<Int32>
) {
  for row in 0..<windows.output[2] {
    let line = row &* windows.output[3]
    var done = 0..<0
    if windows.stride == 2 {
      done = unsafe positionsOfMaximaByTwo(
        image, windows, row: row, into: result + line, places + line)
    }
    for column in 0..<windows.output[3] where !done.contains(column) {
      unsafe positionOfMaximum(
        image, windows, row: row, column: column, into: result + line, places + line)
    }
  }
}

@inline(__always)
private func positionOfMaximum(
  _ image: UnsafePointer<Float>, _ windows: PoolingWindows, row: Int, column: Int,
  into result: UnsafeMutablePointer<Float>, _ places: UnsafeMutablePointer<Int32>
) {
  let width = windows.input[3]
  let rows = windows.range(row, size: windows.input[2])
  let columns = windows.range(column, size: width)
  var place = rows.lowerBound &* width &+ columns.lowerBound
  var largest = unsafe image[place]
  var line = rows.lowerBound &* width
  while line < rows.upperBound &* width {
    var candidate = line &+ columns.lowerBound
    while candidate < line &+ columns.upperBound {
      let value = unsafe image[candidate]
      // The first maximum stays; the first NaN wins.
      let wins = isLarger(value, than: largest)
      largest = wins ? value : largest
      place = wins ? candidate : place
      candidate &+= 1
    }
    line &+= width
  }
  unsafe result[column] = largest
  unsafe places[column] = Int32(truncatingIfNeeded: place)
}

private func maxima(
  _ image: UnsafePointer<Float>, _ windows: PoolingWindows,
  into result: UnsafeMutablePointer<Float>
) {
  let width = windows.input[3]
  windows.forEachWindow { window, rows, columns in
    var largest = unsafe image[rows.lowerBound &* width &+ columns.lowerBound]
    var row = rows.lowerBound
    while row < rows.upperBound {
      var column = columns.lowerBound
      while column < columns.upperBound {
        largest = unsafe larger(largest, image[row &* width &+ column])
        column &+= 1
      }
      row &+= 1
    }
    unsafe result[window] = largest
  }
}

/// The maxima of windows of 2 × 2 side by side, in a form that becomes vector code.
private func maximaOfFour(
  _ image: UnsafePointer<Float>, _ windows: PoolingWindows,
  into result: UnsafeMutablePointer<Float>
) {
  let width = windows.input[3]
  let columns = windows.output[3]
  for row in 0..<windows.output[2] {
    let upper = unsafe image + 2 &* row &* width
    let lower = unsafe upper + width
    let line = unsafe result + row &* columns
    var column = 0
    while column < columns {
      let left = unsafe larger(upper[2 &* column], lower[2 &* column])
      let right = unsafe larger(upper[2 &* column &+ 1], lower[2 &* column &+ 1])
      unsafe line[column] = larger(left, right)
      column &+= 1
    }
  }
}

@inline(__always)
private func larger(_ a: Float, _ b: Float) -> Float { a > b || a != a ? a : b }

/// Gives each window's gradient to its maximum.
func maxPoolGradient(
  _ upstream: Tensor, _ windows: PoolingWindows, _ positions: Positions
) -> Tensor {
  let inputs = windows.input[2] * windows.input[3]
  let outputs = windows.output[2] * windows.output[3]
  return unsafe Tensor(windows.input) { output in
    unsafe upstream.read { input in
      windows.forEachPlane { plane in
        let gradient = unsafe output + plane &* inputs
        unsafe gradient.update(repeating: 0, count: inputs)
        let given = unsafe input + plane &* outputs
        let places = unsafe positions.elements.baseAddress.unsafelyUnwrapped + plane &* outputs
        var window = 0
        while window < outputs {
          unsafe gradient[Int(places[window])] += given[window]
          window &+= 1
        }
      }
    }
  }
}

/// Whether a number takes the place of the largest so far: the first of equals stays, and the first
/// NaN wins.
@inline(__always)
func isLarger(_ new: Float, than old: Float) -> Bool {
  !(new <= old) && old == old
}

/// The mean under each window; zeros around the image count.
func meanPooled(_ x: Tensor, _ windows: PoolingWindows) -> Tensor {
  let (height, width) = (windows.input[2], windows.input[3])
  let outputs = windows.output[2] * windows.output[3]
  let scale = 1 / Float(windows.kernel * windows.kernel)
  return unsafe Tensor(windows.output) { output in
    unsafe x.read { input in
      windows.forEachPlane { plane in
        let image = unsafe input + plane &* height &* width
        let result = unsafe output + plane &* outputs
        windows.forEachWindow { window, rows, columns in
          var sum: Float = 0
          for row in rows {
            for column in columns { unsafe sum += image[row &* width &+ column] }
          }
          unsafe result[window] = sum * scale
        }
      }
    }
  }
}

/// Spreads each window's gradient evenly over it.
func meanPoolGradient(_ upstream: Tensor, _ windows: PoolingWindows) -> Tensor {
  let (height, width) = (windows.input[2], windows.input[3])
  let outputs = windows.output[2] * windows.output[3]
  let scale = 1 / Float(windows.kernel * windows.kernel)
  return unsafe Tensor(windows.input) { output in
    unsafe upstream.read { input in
      windows.forEachPlane { plane in
        let gradient = unsafe output + plane &* height &* width
        unsafe gradient.update(repeating: 0, count: height &* width)
        let given = unsafe input + plane &* outputs
        windows.forEachWindow { window, rows, columns in
          let share = unsafe given[window] * scale
          for row in rows {
            for column in columns { unsafe gradient[row &* width &+ column] += share }
          }
        }
      }
    }
  }
}
