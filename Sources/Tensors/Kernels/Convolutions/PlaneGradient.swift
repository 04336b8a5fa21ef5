/// The gradient of a convolution's weights, for few output channels a group: depthwise above all.
///
/// Every weight's gradient is a sum over two planes: the output's gradient, and the copy of the
/// image that has the output's width. Sixteen pixels are summed side by side.
struct PlaneGradient: Sendable {
  let shape: ConvolutionShape
  private let layout: WindowLayout
  private let offsets: [Int]
  /// All ones in the lanes of a plane's last vector that are within the plane.
  private let inPlane: SIMD16<UInt32>

  /// - Parameter shape: The convolution.
  init(_ shape: ConvolutionShape) {
    self.shape = shape
    layout = WindowLayout(
      WindowLayout.Source(
        height: shape.height, width: shape.width, top: shape.top, left: shape.left,
        kernelHeight: shape.kernelHeight, kernelWidth: shape.kernelWidth, stride: shape.stride),
      rows: shape.outputHeight, columns: shape.outputWidth, form: .shifted)
    var offsets: [Int] = []
    for row in 0..<shape.kernelHeight {
      for column in 0..<shape.kernelWidth {
        offsets.append(layout.offset(row: row, column: column))
      }
    }
    self.offsets = offsets
    let rest = shape.outputHeight * shape.outputWidth % 16
    var inPlane = SIMD16<UInt32>()
    for lane in 0..<rest { inPlane[lane] = ~0 }
    self.inPlane = inPlane
  }

  /// Writes the gradient of all weights.
  ///
  /// - Parameters:
  ///   - gradient: The gradient of the outputs.
  ///   - images: The images.
  ///   - result: Where the gradient of the weights goes.
  func run(
    _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    to result: UnsafeMutablePointer<Float>
  ) {
    let work = shape.batch * shape.outputChannels * shape.groupInputs * shape.taps
    let many = Double(work) * Double(shape.outputHeight * shape.outputWidth) > 400_000
    let parts = many ? min(shape.inputChannels, 4 * Threads.count) : 1
    Threads.run(parts) { part in
      let channels = shape.inputChannels
      unsafe withScratch(copySize + area + 16) { copy in
        for channel in channels &* part / parts..<channels &* (part &+ 1) / parts {
          unsafe run(channel, gradient, images: images, copy: copy, to: result)
        }
      }
    }
  }

  private var area: Int { shape.outputHeight * shape.outputWidth }

  private var copySize: Int { (layout.size(channels: 1) + 15) & ~15 }

  /// Writes the gradient of an input channel's weights.
  private func run(
    _ channel: Int, _ gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    copy: UnsafeMutablePointer<Float>, to result: UnsafeMutablePointer<Float>
  ) {
    let inputs = shape.groupInputs
    let taps = shape.taps
    let padded = unsafe copy + copySize
    let group = channel / inputs
    let input = channel % inputs
    for row in 0..<shape.groupOutputs {
      let output = group * shape.groupOutputs + row
      unsafe clear(result + (output * inputs + input) * taps, count: taps)
    }
    for image in 0..<shape.batch {
      unsafe layout.copy(
        images + (image * shape.inputChannels + channel) * shape.height * shape.width,
        rows: 0..<shape.outputHeight, to: copy)
      for row in 0..<shape.groupOutputs {
        let output = group * shape.groupOutputs + row
        let plane = unsafe gradient + (image * shape.outputChannels + output) * area
        unsafe RowCopy(
          source: plane, sourcePitch: 0, target: padded, targetPitch: 0, rows: 1, count: area
        ).run()
        unsafe SIMD16(repeating: 0).store(to: padded + area)
        let target = unsafe result + (output * inputs + input) * taps
        unsafe offsets.withUnsafeBufferPointer { offsets in
          var tap = 0
          while tap < taps {
            let next = min(tap &+ (taps &- tap > 4 ? 8 : 4), taps)
            let places = unsafe UnsafeBufferPointer(rebasing: offsets[tap..<next])
            if next &- tap > 4 {
              unsafe eight(padded, copy, offsets: places, count: area, sums: target + tap)
            } else {
              unsafe four(padded, copy, offsets: places, count: area, sums: target + tap)
            }
            tap = next
          }
        }
      }
    }
  }

  /// Adds to at most eight weights' gradients.
  @inline(never)
  private func eight(
    _ plane: UnsafePointer<Float>, _ copy: UnsafePointer<Float>,
    offsets: UnsafeBufferPointer<Int>, count: Int, sums: UnsafeMutablePointer<Float>
  ) {
    let last = offsets.count &- 1
    let place0 = unsafe copy + offsets[0]
    let place1 = unsafe copy + offsets[min(1, last)]
    let place2 = unsafe copy + offsets[min(2, last)]
    let place3 = unsafe copy + offsets[min(3, last)]
    let place4 = unsafe copy + offsets[min(4, last)]
    let place5 = unsafe copy + offsets[min(5, last)]
    let place6 = unsafe copy + offsets[min(6, last)]
    let place7 = unsafe copy + offsets[last]
    var sum0 = SIMD16<Float>()
    var sum1 = SIMD16<Float>()
    var sum2 = SIMD16<Float>()
    var sum3 = SIMD16<Float>()
    var sum4 = SIMD16<Float>()
    var sum5 = SIMD16<Float>()
    var sum6 = SIMD16<Float>()
    var sum7 = SIMD16<Float>()
    var pixel = 0
    while pixel &+ 16 <= count {
      let values = unsafe SIMD16(at: plane + pixel)
      sum0.addProduct(values, unsafe SIMD16(at: place0 + pixel))
      sum1.addProduct(values, unsafe SIMD16(at: place1 + pixel))
      sum2.addProduct(values, unsafe SIMD16(at: place2 + pixel))
      sum3.addProduct(values, unsafe SIMD16(at: place3 + pixel))
      sum4.addProduct(values, unsafe SIMD16(at: place4 + pixel))
      sum5.addProduct(values, unsafe SIMD16(at: place5 + pixel))
      sum6.addProduct(values, unsafe SIMD16(at: place6 + pixel))
      sum7.addProduct(values, unsafe SIMD16(at: place7 + pixel))
      pixel &+= 16
    }
    if pixel < count {
      let values = unsafe SIMD16(at: plane + pixel)
      sum0.addProduct(values, rest(unsafe SIMD16(at: place0 + pixel)))
      sum1.addProduct(values, rest(unsafe SIMD16(at: place1 + pixel)))
      sum2.addProduct(values, rest(unsafe SIMD16(at: place2 + pixel)))
      sum3.addProduct(values, rest(unsafe SIMD16(at: place3 + pixel)))
      sum4.addProduct(values, rest(unsafe SIMD16(at: place4 + pixel)))
      sum5.addProduct(values, rest(unsafe SIMD16(at: place5 + pixel)))
      sum6.addProduct(values, rest(unsafe SIMD16(at: place6 + pixel)))
      sum7.addProduct(values, rest(unsafe SIMD16(at: place7 + pixel)))
    }
    unsafe sums[0] += laneSum(sum0)
    if last >= 1 { unsafe sums[1] += laneSum(sum1) }
    if last >= 2 { unsafe sums[2] += laneSum(sum2) }
    if last >= 3 { unsafe sums[3] += laneSum(sum3) }
    if last >= 4 { unsafe sums[4] += laneSum(sum4) }
    if last >= 5 { unsafe sums[5] += laneSum(sum5) }
    if last >= 6 { unsafe sums[6] += laneSum(sum6) }
    if last >= 7 { unsafe sums[7] += laneSum(sum7) }
  }

  /// Adds to at most four weights' gradients.
  @inline(never)
  private func four(
    _ plane: UnsafePointer<Float>, _ copy: UnsafePointer<Float>,
    offsets: UnsafeBufferPointer<Int>, count: Int, sums: UnsafeMutablePointer<Float>
  ) {
    let last = offsets.count &- 1
    let place0 = unsafe copy + offsets[0]
    let place1 = unsafe copy + offsets[min(1, last)]
    let place2 = unsafe copy + offsets[min(2, last)]
    let place3 = unsafe copy + offsets[last]
    var sum0 = SIMD16<Float>()
    var sum1 = SIMD16<Float>()
    var sum2 = SIMD16<Float>()
    var sum3 = SIMD16<Float>()
    var pixel = 0
    while pixel &+ 16 <= count {
      let values = unsafe SIMD16(at: plane + pixel)
      sum0.addProduct(values, unsafe SIMD16(at: place0 + pixel))
      sum1.addProduct(values, unsafe SIMD16(at: place1 + pixel))
      sum2.addProduct(values, unsafe SIMD16(at: place2 + pixel))
      sum3.addProduct(values, unsafe SIMD16(at: place3 + pixel))
      pixel &+= 16
    }
    if pixel < count {
      let values = unsafe SIMD16(at: plane + pixel)
      sum0.addProduct(values, rest(unsafe SIMD16(at: place0 + pixel)))
      sum1.addProduct(values, rest(unsafe SIMD16(at: place1 + pixel)))
      sum2.addProduct(values, rest(unsafe SIMD16(at: place2 + pixel)))
      sum3.addProduct(values, rest(unsafe SIMD16(at: place3 + pixel)))
    }
    unsafe sums[0] += laneSum(sum0)
    if last >= 1 { unsafe sums[1] += laneSum(sum1) }
    if last >= 2 { unsafe sums[2] += laneSum(sum2) }
    if last >= 3 { unsafe sums[3] += laneSum(sum3) }
  }

  /// The first lanes of a vector that holds the end of a plane, and zeros for what is beyond, where
  /// there may be infinity or NaN.
  @inline(__always)
  private func rest(_ vector: SIMD16<Float>) -> SIMD16<Float> {
    // Choosing lanes by a `SIMDMask` would be compiled to a loop over them.
    unsafe unsafeBitCast(
      unsafeBitCast(vector, to: SIMD16<UInt32>.self) & inPlane, to: SIMD16<Float>.self)
  }
}
