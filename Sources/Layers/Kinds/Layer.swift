import Tensors

/// One step of a network, as a value.
///
/// The kinds are a closed list, so that a method which treats each in its own way (relevance
/// propagation, say) is told by the compiler when it has forgotten one. Layers made from sizes have
/// weights of zero until a network draws or loads them:
///
///     Network(
///       input: [1, 28, 28],
///       layers: [
///         "conv": .conv2d(inChannels: 1, outChannels: 8, kernel: 3, padding: 1),
///         "relu": .relu,
///         "gap": .globalAvgPool2d,
///         "fc": .linear(inFeatures: 8, outFeatures: 10),
///       ], using: &generator)
public enum Layer: Sendable, Equatable {
  /// A bank of filters.
  case conv2d(Conv2d)
  /// An affine map.
  case linear(Linear)
  /// A function of each element.
  case activation(Activation)
  /// The largest number under each window.
  case maxPool2d(Pool2d)
  /// The mean of the numbers under each window.
  case avgPool2d(Pool2d)
  /// The mean of each channel: `[N, C, H, W]` becomes `[N, C]`.
  case globalAvgPool2d
  /// All numbers of an example in a row: `[N, …]` becomes `[N, count]`.
  case flatten
  /// Each channel at mean 0 and variance 1.
  case batchNorm2d(BatchNorm2d)
  /// A random part set to zero, in training only.
  case dropout(Dropout)
  /// Layers whose result is added to their input.
  case residual(Residual)
  /// Layers in a row that have a name together.
  case sequence([NamedLayer])

  /// Returns what the layer makes of a batch, as in use: nothing is dropped, and batch norms take
  /// the running mean and variance.
  public func callAsFunction(_ x: consuming Tensor) -> Tensor {
    switch self {
    case .conv2d(let convolution): return convolution(x)
    case .linear(let linear): return linear(x)
    case .activation(let activation): return activation(x)
    case .maxPool2d(let pool):
      return x.maxPool2d(pool.kernel, stride: pool.stride, padding: pool.padding)
    case .avgPool2d(let pool):
      return x.avgPool2d(pool.kernel, stride: pool.stride, padding: pool.padding)
    case .globalAvgPool2d: return x.globalAvgPool2d()
    case .flatten: return x.flattened(from: 1)
    case .batchNorm2d(let norm): return norm(x)
    case .dropout: return x
    case .residual(let residual):
      let short = residual.shortcut.output(for: copy x)
      return residual.layers.output(for: x) + short
    case .sequence(let layers): return layers.output(for: x)
    }
  }
}

extension Layer {
  /// Returns filters of the given sizes; `bias: false` leaves the bias out.
  public static func conv2d(
    inChannels: Int, outChannels: Int, kernel: Int, stride: Int = 1, padding: Padding = 0,
    groups: Int = 1, bias: Bool = true
  ) -> Layer {
    precondition(
      groups > 0 && inChannels > 0 && inChannels % groups == 0,
      "conv2d: \(inChannels) channels do not split into \(groups) groups")
    return .conv2d(
      Conv2d(
        weight: .zeros([outChannels, inChannels / groups, kernel, kernel]),
        bias: bias ? .zeros([outChannels]) : nil, stride: stride, padding: padding, groups: groups))
  }

  /// Returns an affine map of the given sizes; `bias: false` leaves the bias out.
  public static func linear(inFeatures: Int, outFeatures: Int, bias: Bool = true) -> Layer {
    .linear(
      Linear(
        weight: .zeros([outFeatures, inFeatures]), bias: bias ? .zeros([outFeatures]) : nil))
  }

  /// The rectifier max(x, 0).
  public static let relu = Layer.activation(.relu)

  /// The rectifier that is cut off at 6.
  public static let relu6 = Layer.activation(.relu6)

  /// The exact x · Φ(x).
  public static let gelu = Layer.activation(.gelu)

  /// The hyperbolic tangent.
  public static let tanh = Layer.activation(.tanh)

  /// The smooth rectifier ln(1 + eˣ).
  public static let softplus = Layer.activation(.softplus)

  /// The logistic function 1 / (1 + e⁻ˣ).
  public static let sigmoid = Layer.activation(.sigmoid)

  /// Returns the rectifier that is slope · x below zero.
  public static func leakyRelu(slope: Float = 0.01) -> Layer {
    .activation(.leakyRelu(slope: slope))
  }

  /// Returns max pooling, whose window by default moves as far as it is wide.
  public static func maxPool2d(kernel: Int, stride: Int? = nil, padding: Int = 0) -> Layer {
    .maxPool2d(Pool2d(kernel: kernel, stride: stride, padding: padding))
  }

  /// Returns average pooling, whose window by default moves as far as it is wide.
  public static func avgPool2d(kernel: Int, stride: Int? = nil, padding: Int = 0) -> Layer {
    .avgPool2d(Pool2d(kernel: kernel, stride: stride, padding: padding))
  }

  /// Returns a batch norm that leaves images, but for ε, as they are.
  public static func batchNorm2d(channels: Int) -> Layer {
    .batchNorm2d(BatchNorm2d(channels: channels))
  }

  /// Returns a dropout of a rate from 0 up to but not including 1.
  public static func dropout(rate: Float) -> Layer { .dropout(Dropout(rate: rate)) }

  /// Returns input + layers(input), or shortcut(input) + layers(input).
  public static func residual(
    _ layers: KeyValuePairs<String, Layer>, shortcut: KeyValuePairs<String, Layer> = [:]
  ) -> Layer {
    .residual(
      Residual(layers: layers.map(NamedLayer.init), shortcut: shortcut.map(NamedLayer.init)))
  }

  /// Returns layers in a row that have a name together.
  public static func sequence(_ layers: KeyValuePairs<String, Layer>) -> Layer {
    .sequence(layers.map(NamedLayer.init))
  }
}
