import Foundation
import Layers
import Models
import Tensors

/// One folder of cases: a network or none, and what others compute on it.
struct CaseSet {
  let folder: String
  let model: ConformanceModel?
  let cases: [ConformanceCase]
  let tensors: Safetensors

  /// All folders of cases below a path.
  static func all(below path: String) throws -> [CaseSet] {
    let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    return try names.compactMap { name in
      var isFolder: ObjCBool = false
      let folder = "\(path)/\(name)"
      guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
        isFolder.boolValue
      else { return nil }
      return try CaseSet(folder: folder)
    }
  }

  private init(folder: String) throws {
    self.folder = folder
    let json = try Data(contentsOf: URL(filePath: "\(folder)/cases.json"))
    let list = try JSONDecoder().decode(CaseList.self, from: json)
    cases = list.cases
    let tensors = try Safetensors(contentsOf: "\(folder)/tensors.safetensors")
    model = try list.model.map { try $0.loading(tensors) }
    self.tensors = tensors
  }

  private struct CaseList: Decodable {
    let model: ConformanceModel?
    let cases: [ConformanceCase]
  }
}

/// The network of a folder.
enum ConformanceModel: Decodable {
  /// A network of this name comes with the course.
  case pretrained(String)
  /// A network whose weights are among the folder's tensors.
  case described(Network)

  init(from decoder: any Decoder) throws {
    enum Key: CodingKey { case pretrained }
    let container = try decoder.container(keyedBy: Key.self)
    if let name = try container.decodeIfPresent(String.self, forKey: .pretrained) {
      self = .pretrained(name)
    } else {
      self = .described(try Network(from: decoder))
    }
  }

  /// The same with its weights.
  func loading(_ tensors: Safetensors) throws -> ConformanceModel {
    guard case .described(var network) = self else { return self }
    try network.load(tensors, prefix: "model.")
    return .described(network)
  }
}

/// A method with its inputs, and what must come out.
struct ConformanceCase: Decodable {
  struct Expectation: Decodable {
    let tensor: String
    let atol: Float
    let rtol: Float
  }

  let name: String
  let method: String
  let parameters: [String: Parameter]
  let inputs: [String: String]
  let expected: [String: Expectation]
}

/// A value in a case's parameters.
enum Parameter: Decodable {
  case flag(Bool)
  case number(Double)
  case text(String)
  case list([Parameter])
  case none

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .none
    } else if let flag = try? container.decode(Bool.self) {
      self = .flag(flag)
    } else if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([Parameter].self))
    }
  }

  var integer: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  var double: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  var float: Float? {
    if case .number(let number) = self { Float(number) } else { nil }
  }

  var flag: Bool? {
    if case .flag(let flag) = self { flag } else { nil }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }

  var integers: [Int]? {
    if case .list(let list) = self { list.compactMap(\.integer) } else { nil }
  }

  var texts: [String]? {
    if case .list(let list) = self { list.compactMap(\.text) } else { nil }
  }
}

/// Why a case cannot be run.
enum ConformanceError: Error, CustomStringConvertible {
  /// No part of the course computes this yet.
  case notCovered(String)
  /// The case itself lacks something.
  case missing(String)

  var description: String {
    switch self {
    case .notCovered(let method): "\(method) is not covered"
    case .missing(let what): "the case has no \(what)"
    }
  }
}

/// A case with its tensors at hand.
struct CaseRun {
  let `case`: ConformanceCase
  let model: ConformanceModel?
  let tensors: Safetensors

  func network() throws -> Network {
    switch model {
    case .described(let network): return network
    case .pretrained("efficientnet-lite0"): return try EfficientNetLite0.network()
    case .pretrained(let name):
      throw ConformanceError.notCovered("\(`case`.method) of \(name)")
    case nil: throw ConformanceError.missing("network")
    }
  }

  func input(_ role: String) throws -> Tensor {
    guard let input = try optionalInput(role) else {
      throw ConformanceError.missing("input \(role)")
    }
    return input
  }

  func optionalInput(_ role: String) throws -> Tensor? {
    try `case`.inputs[role].map { try tensors.tensor(named: $0) }
  }

  func integer(_ name: String) throws -> Int {
    guard let value = `case`.parameters[name]?.integer else {
      throw ConformanceError.missing("whole number \(name)")
    }
    return value
  }

  func texts(_ name: String) throws -> [String] {
    guard let texts = `case`.parameters[name]?.texts else {
      throw ConformanceError.missing("list of texts \(name)")
    }
    return texts
  }

  func text(_ name: String) throws -> String {
    guard let text = `case`.parameters[name]?.text else {
      throw ConformanceError.missing("text \(name)")
    }
    return text
  }

  func optionalInteger(_ name: String) -> Int? { `case`.parameters[name]?.integer }

  func float(_ name: String) throws -> Float {
    guard let value = `case`.parameters[name]?.float else {
      throw ConformanceError.missing("number \(name)")
    }
    return value
  }

  func float(_ name: String, or other: Float) -> Float { `case`.parameters[name]?.float ?? other }

  func double(_ name: String, or other: Double) -> Double {
    `case`.parameters[name]?.double ?? other
  }

  func flag(_ name: String) -> Bool { `case`.parameters[name]?.flag ?? false }
}
