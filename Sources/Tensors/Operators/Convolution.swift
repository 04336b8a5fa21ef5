/// What surrounds an image before a window moves over it.
public enum Padding: Sendable, Equatable, ExpressibleByIntegerLiteral {
  /// So many zeros on every side.
  case each(Int)
  /// As many zeros as make the result ⌈size / stride⌉ wide and high; of an odd number the one more
  /// comes after.
  case same

  /// So many zeros on every side: `padding: 1`.
  public init(integerLiteral value: Int) { self = .each(value) }

  /// The zeros before and after an axis.
  func border(size: Int, kernel: Int, stride: Int) -> (before: Int, after: Int) {
    switch self {
    case .each(let count): return (count, count)
    case .same:
      let windows = (size + stride - 1) / stride
      let missing = max(0, (windows - 1) * stride + kernel - size)
      return (missing / 2, missing - missing / 2)
    }
  }
}

extension Tensor {
  /// Returns the cross-correlation of images with a bank of filters.
  ///
  ///     y[n, o, i, j] = b[o] + Σ_{c, u, v} w[o, c, u, v] · x[n, c, i·stride + u, j·stride + v]
  ///
  /// with x surrounded by zeros. The gradients are sums over the same triples:
  ///
  ///     ∂L/∂x[n, c, i·stride + u, j·stride + v] += w[o, c, u, v] · ∂L/∂y[n, o, i, j]
  ///     ∂L/∂w[o, c, u, v] += x[n, c, i·stride + u, j·stride + v] · ∂L/∂y[n, o, i, j]
  ///     ∂L/∂b[o] += ∂L/∂y[n, o, i, j]
  ///
  /// - Parameters:
  ///   - weight: The filters, `[out, in / groups, height, width]`.
  ///   - bias: One number for each filter, `[out]`.
  ///   - stride: How far the window moves.
  ///   - padding: The zeros around each image.
  ///   - groups: Into how many groups channels are split, each with filters of its own; as many as
  ///     channels is a depthwise convolution.
  /// - Returns: `[N, out, height, width]` for images of shape `[N, in, height, width]`.
  public func conv2d(
    _ weight: Tensor, bias: Tensor? = nil, stride: Int = 1, padding: Padding = 0, groups: Int = 1
  ) -> Tensor {
    let shape = ConvolutionShape(
      images: layout, filters: weight.layout, bias: bias?.layout, stride: stride, padding: padding,
      groups: groups)
    return convolution(self, weight, bias, shape).recorded(
      "conv2d", from: [self, weight] + (bias.map { [$0] } ?? [])
    ) { upstream, inputs, index in
      switch index {
      case 0: inputGradient(upstream, weight: inputs[1], shape)
      case 1: weightGradient(upstream, images: inputs[0], shape)
      default: biasGradient(upstream, shape)
      }
    }
  }
}

extension ConvolutionShape {
  /// Checks that images and filters fit.
  fileprivate init(
    images: Shape, filters: Shape, bias: Shape?, stride: Int, padding: Padding, groups: Int
  ) {
    let fit = "conv2d: images \(images.array), filters \(filters.array), groups \(groups)"
    precondition(
      images.rank == 4 && filters.rank == 4,
      "\(fit): images are [N, channels, height, width], filters [out, in / groups, height, width]")
    precondition(stride > 0, "conv2d: the stride is \(stride), it must be at least 1")
    precondition(
      groups > 0 && filters[1] * groups == images[1],
      "\(fit): the filters read \(filters[1]) × \(groups) channels, the images have \(images[1])")
    precondition(
      filters[0] % groups == 0, "\(fit): \(filters[0]) filters do not split into \(groups) groups")
    if let bias {
      precondition(
        bias.array == [filters[0]],
        "conv2d: the bias has shape \(bias.array), there are \(filters[0]) filters")
    }
    if case .each(let count) = padding {
      precondition(count >= 0, "conv2d: the padding is \(count), it must not be negative")
    }
    let vertical = padding.border(size: images[2], kernel: filters[2], stride: stride)
    let horizontal = padding.border(size: images[3], kernel: filters[3], stride: stride)
    precondition(
      filters[2] > 0 && filters[3] > 0
        && filters[2] <= images[2] + vertical.before + vertical.after
        && filters[3] <= images[3] + horizontal.before + horizontal.after,
      """
      conv2d: a window of \(filters[2]) × \(filters[3]) does not fit into an image of \
      \(images[2]) × \(images[3]) with padding \(vertical) and \(horizontal)
      """)
    self.init(
      batch: images[0], inputChannels: images[1], height: images[2], width: images[3],
      outputChannels: filters[0], kernelHeight: filters[2], kernelWidth: filters[3],
      stride: stride, top: vertical.before, left: horizontal.before,
      bottom: vertical.after, right: horizontal.after, groups: groups)
  }

  /// The shape of the result.
  fileprivate var output: Shape { Shape([batch, outputChannels, outputHeight, outputWidth]) }
}

private func convolution(
  _ images: Tensor, _ weight: Tensor, _ bias: Tensor?, _ shape: ConvolutionShape
) -> Tensor {
  unsafe Tensor(shape.output) { output in
    unsafe images.read { x in
      unsafe weight.read { w in
        if let bias {
          unsafe bias.read { b in
            unsafe Convolution.forward(shape, images: x, weights: w, bias: b, outputs: output)
          }
        } else {
          unsafe Convolution.forward(shape, images: x, weights: w, bias: nil, outputs: output)
        }
      }
    }
  }
}

private func inputGradient(
  _ upstream: Tensor, weight: Tensor, _ shape: ConvolutionShape
) -> Tensor {
  let images = Shape([shape.batch, shape.inputChannels, shape.height, shape.width])
  return unsafe Tensor(images) { output in
    unsafe upstream.read { gradient in
      unsafe weight.read { w in
        unsafe Convolution.inputGradient(shape, gradient: gradient, weights: w, result: output)
      }
    }
  }
}

private func weightGradient(
  _ upstream: Tensor, images: Tensor, _ shape: ConvolutionShape
) -> Tensor {
  let filters = Shape([
    shape.outputChannels, shape.groupInputs, shape.kernelHeight, shape.kernelWidth,
  ])
  return unsafe Tensor(filters) { output in
    unsafe upstream.read { gradient in
      unsafe images.read { x in
        unsafe Convolution.weightGradient(shape, gradient: gradient, images: x, result: output)
      }
    }
  }
}

private func biasGradient(_ upstream: Tensor, _ shape: ConvolutionShape) -> Tensor {
  unsafe Tensor(Shape([shape.outputChannels])) { output in
    unsafe upstream.read { gradient in
      unsafe Convolution.biasGradient(shape, gradient: gradient, result: output)
    }
  }
}
