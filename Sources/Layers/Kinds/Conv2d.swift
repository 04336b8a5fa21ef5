import Tensors

/// A bank of filters that moves over images: `[N, in, H, W]` becomes `[N, out, H′, W′]`.
///
///     y[o] = bias[o] + Σ_c weight[o, c] ⋆ x[c]
public struct Conv2d: Sendable, Equatable {
  /// The filters, `[out, in / groups, kernel, kernel]`.
  public var weight: Tensor
  /// One number for each filter, `[out]`, or none.
  public var bias: Tensor?
  /// How far the window moves.
  public let stride: Int
  /// The zeros around each image.
  public let padding: Padding
  /// Into how many groups channels are split.
  public let groups: Int

  /// Creates a convolution from its filters.
  ///
  /// Stops if the filters are not square, do not split into the groups, or differ in number from the
  /// bias.
  ///
  /// - Parameters:
  ///   - weight: The filters, `[out, in / groups, kernel, kernel]`.
  ///   - bias: One number for each filter, `[out]`, or none.
  ///   - stride: How far the window moves.
  ///   - padding: The zeros around each image.
  ///   - groups: Into how many groups channels are split, each with filters of its own.
  public init(
    weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Padding = 0, groups: Int = 1
  ) {
    let shape = weight.shape
    precondition(
      shape.count == 4 && shape[2] == shape[3] && !shape.contains(0),
      "conv2d: filters are [out, in / groups, kernel, kernel], not \(shape)")
    precondition(stride > 0, "conv2d: the stride is \(stride), it must be at least 1")
    precondition(
      groups > 0 && shape[0] % groups == 0,
      "conv2d: \(shape[0]) filters do not split into \(groups) groups")
    if let bias {
      precondition(
        bias.shape == [shape[0]],
        "conv2d: the bias has shape \(bias.shape), there are \(shape[0]) filters")
    }
    if case .each(let border) = padding {
      precondition(border >= 0, "conv2d: the padding is \(border), it must not be negative")
    }
    self.weight = weight
    self.bias = bias
    self.stride = stride
    self.padding = padding
    self.groups = groups
  }

  /// How many channels the images must have.
  public var inChannels: Int { weight.shape[1] * groups }

  /// How many filters there are.
  public var outChannels: Int { weight.shape[0] }

  /// The filters' width and height.
  public var kernel: Int { weight.shape[2] }

  /// Returns the cross-correlation of images with the filters.
  public func callAsFunction(_ x: Tensor) -> Tensor {
    x.conv2d(weight, bias: bias, stride: stride, padding: padding, groups: groups)
  }

  /// The shape of one example's result.
  func outputShape(for input: [Int]) throws(LayerMisfit) -> [Int] {
    guard input.count == 3, input[0] == inChannels else {
      throw LayerMisfit("a conv2d of \(inChannels) channels cannot take \(input)")
    }
    let sides = try input.dropFirst().map { size throws(LayerMisfit) in
      switch padding {
      case .same: (size + stride - 1) / stride
      case .each(let border):
        try windowCount("conv2d", size, kernel: kernel, stride: stride, padding: border)
      }
    }
    return [outChannels] + sides
  }

  /// Draws weights and bias evenly from ±1 / √(numbers under a filter), PyTorch's default.
  ///
  /// It is He, Zhang, Ren, Sun 2015 (arxiv.org/abs/1502.01852) for leaky rectifiers of slope √5.
  mutating func initialize(using generator: inout SplitMix64) {
    let bound = 1 / Float(weight.shape.dropFirst().reduce(1, *)).squareRoot()
    weight = .uniform(in: -bound..<bound, shape: weight.shape, using: &generator)
    bias = bias.map { .uniform(in: -bound..<bound, shape: $0.shape, using: &generator) }
  }
}

/// Why a layer cannot take what the one before it gives.
struct LayerMisfit: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}

/// At how many positions a window fits into a line of pixels with zeros on both sides.
func windowCount(
  _ kind: String, _ size: Int, kernel: Int, stride: Int, padding: Int
) throws(LayerMisfit) -> Int {
  let room = size + 2 * padding - kernel
  guard room >= 0 else {
    throw LayerMisfit(
      "the \(kind)'s window of \(kernel) pixels does not fit into \(size) with padding \(padding)")
  }
  return room / stride + 1
}
