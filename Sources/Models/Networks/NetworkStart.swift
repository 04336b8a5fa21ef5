import CourseFiles
import Layers
import Tensors

extension Network {
  /// Returns the network with the weights of a file that comes with the course.
  ///
  /// - Parameters:
  ///   - file: The file of weights.
  ///   - naming: Turns a name of the network into the file's, where they differ.
  /// - Returns: The network with the file's tensors.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file is missing or
  ///   damaged.
  func loaded(
    from file: CourseFile, naming: (String) -> String = { $0 }
  ) throws -> Network {
    var network = self
    try network.load(Safetensors(contentsOf: file.path()), naming: naming)
    return network
  }

  /// Returns the network with weights drawn for layers that a ReLU follows, all but the last.
  ///
  ///     weight ~ N(0, 2 / fan in), bias = 0
  ///
  /// Activations then keep their size from layer to layer. With PyTorch's default their mean square
  /// shrinks to a sixth in each of these layers, and a small network takes epochs to get going.
  /// He, Zhang, Ren, Sun 2015: arxiv.org/abs/1502.01852, equation 10.
  ///
  /// - Parameter generator: Where the randomness comes from; equal seeds give equal weights.
  /// - Returns: The network with new weights.
  public func drawnForReLU(using generator: inout SplitMix64) -> Network {
    var network = self
    network.initialize(using: &generator)
    let last = network.layers.last?.name ?? ""
    network.forEachParameter { name, parameter in
      guard !name.hasPrefix("\(last).") else { return }
      if parameter.rank == 1 {
        parameter = .zeros(parameter.shape)
      } else {
        let fanIn = parameter.count / parameter.shape[0]
        let drawn = Tensor.normal(shape: parameter.shape, using: &generator)
        parameter = drawn * Tensor((2 / Float(fanIn)).squareRoot())
      }
    }
    return network
  }
}
