/// Two-dimensional convolution and its gradients, on numbers in memory.
///
/// All results are overwritten and must not overlap the operands. They are the same to the last bit
/// however many threads there are.
enum Convolution {
  /// Computes the outputs.
  ///
  /// - Parameters:
  ///   - shape: The sizes.
  ///   - images: The images.
  ///   - weights: The weights.
  ///   - bias: What is added to each output channel, or nil.
  ///   - outputs: Where the outputs go.
  static func forward(
    _ shape: ConvolutionShape, images: UnsafePointer<Float>, weights: UnsafePointer<Float>,
    bias: UnsafePointer<Float>?, outputs: UnsafeMutablePointer<Float>
  ) {
    unsafe WindowPass(forward: shape).run(images, weights: weights, bias: bias, to: outputs)
  }

  /// Computes the gradient of the images.
  ///
  /// - Parameters:
  ///   - shape: The sizes.
  ///   - gradient: The gradient of the outputs.
  ///   - weights: The weights.
  ///   - result: Where the gradient of the images goes.
  static func inputGradient(
    _ shape: ConvolutionShape, gradient: UnsafePointer<Float>, weights: UnsafePointer<Float>,
    result: UnsafeMutablePointer<Float>
  ) {
    unsafe WindowPass(inputGradient: shape).run(gradient, weights: weights, bias: nil, to: result)
  }

  /// Computes the gradient of the weights.
  ///
  /// - Parameters:
  ///   - shape: The sizes.
  ///   - gradient: The gradient of the outputs.
  ///   - images: The images.
  ///   - result: Where the gradient of the weights goes.
  static func weightGradient(
    _ shape: ConvolutionShape, gradient: UnsafePointer<Float>, images: UnsafePointer<Float>,
    result: UnsafeMutablePointer<Float>
  ) {
    if shape.groupOutputs < 7 {
      unsafe PlaneGradient(shape).run(gradient, images: images, to: result)
    } else {
      unsafe WeightGradient(shape).run(gradient, images: images, to: result)
    }
  }

  /// Computes the gradient of the bias: for each output channel, the sum of its outputs' gradients.
  ///
  /// - Parameters:
  ///   - shape: The sizes.
  ///   - gradient: The gradient of the outputs.
  ///   - result: Where the gradient of the bias goes.
  static func biasGradient(
    _ shape: ConvolutionShape, gradient: UnsafePointer<Float>,
    result: UnsafeMutablePointer<Float>
  ) {
    let area = shape.outputHeight * shape.outputWidth
    let channels = shape.outputChannels
    let many = shape.batch * channels * area > 50_000
    let parts = many ? min(channels, 2 * Threads.count) : 1
    Threads.run(parts) { part in
      for channel in channels &* part / parts..<channels &* (part &+ 1) / parts {
        var total: Float = 0
        for image in 0..<shape.batch {
          total += unsafe planeSum(gradient + (image &* channels &+ channel) &* area, count: area)
        }
        unsafe result[channel] = total
      }
    }
  }

  /// The sum of neighbouring numbers.
  private static func planeSum(_ plane: UnsafePointer<Float>, count: Int) -> Float {
    var sums = Row4(repeating: 0)
    var index = 0
    while index &+ Row4.count <= count {
      sums.add(unsafe Row4(at: plane + index))
      index &+= Row4.count
    }
    var lanes = sums.folded
    while index &+ 16 <= count {
      lanes += unsafe SIMD16(at: plane + index)
      index &+= 16
    }
    var total = laneSum(lanes)
    while index < count {
      total += unsafe plane[index]
      index &+= 1
    }
    return total
  }
}
