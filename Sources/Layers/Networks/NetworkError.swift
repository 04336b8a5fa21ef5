/// Why a network cannot be read, loaded or changed, in a sentence that names the layer.
public struct NetworkError: Error, Equatable {
  /// The file at fault, where it is known.
  public let file: String?

  /// The place of the layer at fault, where it is one layer.
  public let layer: String?

  /// What is wrong.
  public let problem: Problem

  /// What is wrong with a network.
  public enum Problem: Equatable, Sendable {
    /// The file is not the JSON of a network.
    case malformed(String)
    /// A layer of a kind that does not exist.
    case unknownKind(String)
    /// A layer lacks a field that its kind needs.
    case missingField(String, kind: String)
    /// A field has a value that makes no sense.
    case invalidField(String, value: String, expected: String)
    /// Two layers have the same place.
    case duplicateName
    /// A layer cannot take what it is given.
    case misfit(String)
    /// Without weights from a file, the network would be too large.
    case tooLarge(limit: Int)
    /// The file of weights has no tensor of this name.
    case missingWeight(String, nearest: [String])
    /// A tensor in the file of weights has another shape than the layer needs.
    case wrongShape(String, found: [Int], expected: [Int])
    /// A tensor in the file of weights has an element that is not a finite number.
    case notFinite(String, index: Int)
    /// There is no ReLU to replace.
    case noReLU
    /// There is no such activation to replace.
    case noActivation(Activation)
    /// A function of the user's own cannot be written to a file.
    case customActivation(String)
  }

  init(file: String? = nil, layer: String? = nil, problem: Problem) {
    self.file = file
    self.layer = layer
    self.problem = problem
  }

  /// The same error, about a file.
  func inFile(_ file: String?) -> NetworkError {
    NetworkError(file: self.file ?? file, layer: layer, problem: problem)
  }
}

extension NetworkError: CustomStringConvertible {
  /// One sentence: the file, the layer, what is wrong and what to do.
  public var description: String {
    let place = layer.map { "layer \(quoted($0)): " } ?? ""
    return (file.map { "\($0): " } ?? "") + "\(place)\(problem)."
  }
}

extension NetworkError.Problem: CustomStringConvertible {
  /// What is wrong and what to do, to follow the names of file and layer.
  public var description: String {
    switch self {
    case .malformed(let reason):
      "this is not the JSON of a network, \(reason); it is an object with \"input\" and \"layers\""
    case .unknownKind(let kind):
      "the kind \(quoted(kind)) is not known; "
        + "use one of \(LayerKind.allCases.map(\.rawValue).joined(separator: ", "))"
    case .missingField(let field, let kind):
      "a \(kind) needs the field \(quoted(field)); add it"
    case .invalidField(let field, let value, let expected):
      "the field \(quoted(field)) is \(value), it must be \(expected); correct it"
    case .duplicateName: "there is another layer of this name; give each place one of its own"
    case .misfit(let reason): "\(reason); make its sizes fit the layers before it"
    case .tooLarge(let limit):
      "without weights from a file at most \(limit) parameters are made; give the weights at once"
    case .missingWeight(let name, let nearest):
      "the weights have no tensor \(quoted(name)); "
        + (nearest.isEmpty
          ? "check the prefix and the layer's name"
          : "perhaps \(nearest.map(quoted).joined(separator: " or ")) is meant")
    case .wrongShape(let name, let found, let expected):
      "the tensor \(quoted(name)) has the shape \(found), the layer needs \(expected); "
        + "check that the weights belong to this network"
    case .notFinite(let name, let index):
      "the tensor \(quoted(name)) is not a finite number at element \(index); "
        + "the weights are damaged or come from a training that failed, so make them again"
    case .noReLU:
      "the network has no ReLU whose backward could be replaced; choose a network with ReLUs"
    case .noActivation(let activation):
      "the network has no activation \(activation) to replace; look at its layers"
    case .customActivation(let name):
      "the activation \(quoted(name)) is a function of your own and cannot be written to a file; "
        + "replace it by one of the library first"
    }
  }
}
