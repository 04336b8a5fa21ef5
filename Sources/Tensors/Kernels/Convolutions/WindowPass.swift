/// A window that moves over images and writes weighted sums of what is under it.
///
/// This is a convolution's forward pass. It is also its input gradient: the inputs that are
/// `stride` apart are reached by the same weights, so each of these phases of the input's gradient
/// is what a window of those weights, turned about, sees when it moves over the output's gradient
/// with a stride of 1.
struct WindowPass: Sendable {
  /// A place of the window and where its weight is in a kernel.
  struct Tap: Sendable {
    var row: Int
    var column: Int
    var weight: Int
  }

  /// Channels a group, of which there are `groups`.
  var inputs: Int
  var outputs: Int
  var groups: Int
  var images: Int

  var source: WindowLayout.Source
  /// The rows of the lattice of window positions.
  var rows: Int
  /// The columns of the lattice of window positions.
  var columns: Int

  /// The window of each phase, row phase by row phase; one in the forward pass.
  var phases: [[Tap]]
  /// The distance of outputs of the same phase: the phases are `spread` × `spread`.
  var spread = 1
  /// The output row of the first lattice row in phase 0; it may be negative.
  var firstRow = 0
  /// The output column of the first lattice column in phase 0; it may be negative.
  var firstColumn = 0
  var outputHeight: Int
  var outputWidth: Int

  /// Whether the zeros around the image are numbers like others, or mean that there is nothing.
  var paddingCounts: Bool

  /// The distance between the weights of output channels.
  var weightRow: Int
  /// The distance between the weights of input channels.
  var weightChannel: Int
}

extension WindowPass {
  /// The pass from a convolution's images to its outputs.
  ///
  /// - Parameter shape: The convolution.
  init(forward shape: ConvolutionShape) {
    var taps: [Tap] = []
    for row in 0..<shape.kernelHeight {
      for column in 0..<shape.kernelWidth {
        taps.append(Tap(row: row, column: column, weight: taps.count))
      }
    }
    self.init(
      inputs: shape.groupInputs, outputs: shape.groupOutputs, groups: shape.groups,
      images: shape.batch,
      source: WindowLayout.Source(
        height: shape.height, width: shape.width, top: shape.top, left: shape.left,
        kernelHeight: shape.kernelHeight, kernelWidth: shape.kernelWidth, stride: shape.stride),
      rows: shape.outputHeight, columns: shape.outputWidth, phases: [taps],
      outputHeight: shape.outputHeight, outputWidth: shape.outputWidth, paddingCounts: true,
      weightRow: shape.groupInputs * shape.taps, weightChannel: shape.taps)
  }

  /// The pass from the gradient of a convolution's outputs to that of its images.
  ///
  /// With stride s and padding p, input row h is under row i of the window at output row o if
  /// h + p = s o + i. Let h + p = s u + a with a phase a < s: then i = a + s m and o = u - m for
  /// some m. So the lattice has the rows u, and row i of the kernel is m rows up from there.
  ///
  /// - Parameter shape: The convolution.
  init(inputGradient shape: ConvolutionShape) {
    let stride = shape.stride
    let height = (shape.kernelHeight + stride - 1) / stride
    let width = (shape.kernelWidth + stride - 1) / stride
    let top = shape.top / stride
    let left = shape.left / stride
    var phases: [[Tap]] = []
    for rowPhase in 0..<stride {
      for columnPhase in 0..<stride {
        var taps: [Tap] = []
        for row in Swift.stride(from: rowPhase, to: shape.kernelHeight, by: stride) {
          for column in Swift.stride(from: columnPhase, to: shape.kernelWidth, by: stride) {
            taps.append(
              Tap(
                row: height - 1 - row / stride, column: width - 1 - column / stride,
                weight: row * shape.kernelWidth + column))
          }
        }
        phases.append(taps)
      }
    }
    self.init(
      inputs: shape.groupOutputs, outputs: shape.groupInputs, groups: shape.groups,
      images: shape.batch,
      source: WindowLayout.Source(
        height: shape.outputHeight, width: shape.outputWidth, top: height - 1 - top,
        left: width - 1 - left, kernelHeight: height, kernelWidth: width, stride: 1),
      rows: (shape.height - 1 + shape.top) / stride - top + 1,
      columns: (shape.width - 1 + shape.left) / stride - left + 1,
      phases: phases, spread: stride, firstRow: top * stride - shape.top,
      firstColumn: left * stride - shape.left, outputHeight: shape.height,
      outputWidth: shape.width, paddingCounts: false, weightRow: shape.taps,
      weightChannel: shape.groupInputs * shape.taps)
  }
}
