import Tensors

/// How much of a photograph is left where a map lies on it.
public enum Opacity: Equatable, Sendable {
  /// The same everywhere: 0 shows the photograph alone, 1 the map alone.
  case even(Float)
  /// In proportion to the magnitude, up to this much: where the map is zero the photograph is as it
  /// was.
  case byMagnitude(Float = 0.9)
}

extension Picture {
  /// This picture with a map on top of it.
  ///
  ///     out = (1 − α) · photograph + α · colour(v)        α = opacity, or opacity · |v|
  ///
  /// The map may have any size: v is found between the centres of its numbers, bilinearly. Numbers
  /// are mixed as they are stored. An alpha channel of the photograph is left out.
  ///
  /// - Parameters:
  ///   - heat: The map.
  ///   - opacity: How much the map covers, between 0 and 1.
  /// - Returns: A picture of eight bits of the photograph's size.
  public func overlaid(with heat: Heat, _ opacity: Opacity = .byMagnitude()) -> Picture {
    let values = heat.values.resized(height: height, width: width)
    let alpha: Tensor
    switch opacity {
    case .even(let strength):
      alpha = Tensor(checked(strength))
    case .byMagnitude(let strength):
      alpha = Tensor(checked(strength)) * values.abs()
    }
    return Picture((1 - alpha) * intensities + alpha * heat.coloured(values))
  }

  private func checked(_ strength: Float) -> Float {
    precondition((0...1).contains(strength), "an opacity of \(strength) is not between 0 and 1")
    return strength
  }

  /// The picture in greys, by which the colours of a map on it stand out.
  ///
  ///     grey = 0.299 · red + 0.587 · green + 0.114 · blue        (ITU-R BT.601, as Pillow does)
  public var greys: Picture {
    let weights = Tensor([0.299, 0.587, 0.114], shape: [3, 1, 1])
    return Picture((intensities * weights).sum(along: 0))
  }
}
