import Tensors

/// A window that moves over each channel and keeps one number: `[N, C, H, W]` to `[N, C, H′, W′]`.
///
/// Whether that number is the largest or the mean is said by the layer, `.maxPool2d` or
/// `.avgPool2d`.
public struct Pool2d: Sendable, Equatable {
  /// The window's width and height.
  public let kernel: Int
  /// How far it moves.
  public let stride: Int
  /// How many pixels surround the image: zeros that count for the mean, nothing for the maximum.
  public let padding: Int

  /// Creates a window.
  ///
  /// Stops if the window is empty, does not move, or could lie in the padding as a whole.
  ///
  /// - Parameters:
  ///   - kernel: The window's width and height.
  ///   - stride: How far it moves; by default as far as it is wide.
  ///   - padding: How many pixels surround the image, at most half the window.
  public init(kernel: Int, stride: Int? = nil, padding: Int = 0) {
    precondition(kernel > 0, "pooling: the window is \(kernel) wide, it must be at least 1")
    precondition(
      stride ?? kernel > 0, "pooling: the stride is \(stride ?? kernel), it must be at least 1")
    precondition(
      padding >= 0 && padding <= kernel / 2,
      "pooling: the padding is \(padding), for a window of \(kernel) it is from 0 to \(kernel / 2)")
    self.kernel = kernel
    self.stride = stride ?? kernel
    self.padding = padding
  }

  /// The shape of one example's result.
  func outputShape(for input: [Int]) throws(LayerMisfit) -> [Int] {
    guard input.count == 3 else {
      throw LayerMisfit("pooling takes [channels, height, width], not \(input)")
    }
    let sides = try input.dropFirst().map { size throws(LayerMisfit) in
      try windowCount("pooling", size, kernel: kernel, stride: stride, padding: padding)
    }
    return [input[0]] + sides
  }
}
