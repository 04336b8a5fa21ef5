import Tensors

extension Network {
  /// Returns a network that computes the same in use, with every batch norm that directly follows a
  /// convolution made a part of it.
  ///
  ///     factor · (weight ⋆ x + bias) + summand = (factor · weight) ⋆ x + (factor · bias + summand)
  ///
  /// The batch norms' places are gone, and what they gave now comes out at the convolutions' places.
  /// A batch norm that follows something else stays.
  public func foldingBatchNorms() -> Network {
    Network(input: input, layers: layers.foldingBatchNorms())
  }
}

extension [NamedLayer] {
  fileprivate func foldingBatchNorms() -> [NamedLayer] {
    var folded: [NamedLayer] = []
    for var named in self {
      if case .conv2d(let convolution) = folded.last?.layer,
        case .batchNorm2d(let norm) = named.layer
      {
        folded[folded.count - 1].layer = .conv2d(convolution.followed(by: norm))
      } else {
        named.layer.inside = named.layer.inside.map { $0.foldingBatchNorms() }
        folded.append(named)
      }
    }
    return folded
  }
}

extension Conv2d {
  /// The convolution that gives what a batch norm makes of this one's result.
  fileprivate func followed(by norm: BatchNorm2d) -> Conv2d {
    let (factor, summand) = norm.affine
    return Conv2d(
      weight: weight * factor.reshaped(to: [outChannels, 1, 1, 1]),
      bias: bias.map { factor * $0 + summand } ?? summand,
      stride: stride, padding: padding, groups: groups)
  }
}
