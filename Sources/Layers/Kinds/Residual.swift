import Tensors

/// Adds what some layers make of the input to the input, or to what other layers make of it.
///
///     y = shortcut(x) + layers(x),  shortcut(x) = x where there are no layers on it
///
/// The places inside carry the residual's own name and a dot in front: `res.conv1`. He, Zhang, Ren,
/// Sun 2015: arxiv.org/abs/1512.03385, equation 1
public struct Residual: Sendable, Equatable {
  /// The layers on the long way.
  public var layers: [NamedLayer]
  /// The layers on the short way; none leave the input as it is.
  public var shortcut: [NamedLayer]

  /// Creates a residual from the layers on both its ways.
  ///
  /// - Parameters:
  ///   - layers: The layers on the long way.
  ///   - shortcut: The layers on the short way; none leave the input as it is.
  public init(layers: [NamedLayer], shortcut: [NamedLayer] = []) {
    self.layers = layers
    self.shortcut = shortcut
  }
}

/// A layer and what it is called among its neighbours.
public struct NamedLayer: Sendable, Equatable {
  /// The name, without those of the layers around it.
  public var name: String
  /// The layer.
  public var layer: Layer

  /// Creates a named layer.
  ///
  /// - Parameters:
  ///   - name: The name, without those of the layers around it.
  ///   - layer: The layer.
  public init(_ name: String, _ layer: Layer) {
    self.name = name
    self.layer = layer
  }
}
