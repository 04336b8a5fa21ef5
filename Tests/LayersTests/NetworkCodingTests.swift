import Foundation
import Layers
import Tensors
import Testing

@Suite struct `Networks in files` {
  private let json = #"""
    {"input": [2, 4, 4], "layers": [
      {"kind": "conv2d", "name": "conv", "inChannels": 2, "outChannels": 3, "kernel": 3,
       "stride": 1, "padding": 1, "groups": 1},
      {"kind": "residual", "name": "res", "layers": [
        {"kind": "conv2d", "name": "a", "inChannels": 3, "outChannels": 3, "kernel": 1},
        {"kind": "relu", "name": "ra"}]},
      {"kind": "globalavgpool2d", "name": "gap"},
      {"kind": "linear", "name": "fc", "inFeatures": 3, "outFeatures": 2}]}
    """#

  /// Weights for the network above, under a prefix.
  private var weights: Safetensors {
    Safetensors(
      name: "w.safetensors",
      tensors: [
        "m.conv.weight": .ones([3, 2, 3, 3]), "m.conv.bias": .ones([3]),
        "m.res.a.weight": .ones([3, 3, 1, 1]), "m.res.a.bias": .zeros([3]),
        "m.fc.weight": .ones([2, 3]), "m.fc.bias": [5, 6],
      ])
  }

  private func network(
    _ json: String? = nil, _ weights: Safetensors? = nil
  ) throws -> Network {
    try Network(
      decoding: Data((json ?? self.json).utf8), name: "net.json", weights: weights ?? self.weights,
      prefix: "m.")
  }

  @Test func `a description takes its weights by name`() throws {
    let network = try network()
    #expect(network.output == [2])
    #expect(network.parameterCount == 57 + 12 + 8)
    guard case .linear(let linear) = network["fc"] else { return }
    #expect(linear.bias == [5, 6])
  }

  @Test func `a description without weights gives zeros, which are loaded afterwards`() throws {
    var blank = try JSONDecoder().decode(Network.self, from: Data(json.utf8))
    #expect(blank(.ones([1, 2, 4, 4])) == [[0, 0]])
    try blank.load(weights, prefix: "m.")
    #expect(try blank == network())
  }

  @Test func `every kind goes into a file with its weights and comes back the same`() throws {
    let guided = try everyKind().replacingReLU(with: .deconvnet)
    for network in [everyKind(), guided] {
      let data = try JSONEncoder().encode(network)
      #expect(try JSONDecoder().decode(Network.self, from: data) == network)
    }
  }

  @Test func `weights go into a file of their own and come back the same`() throws {
    let network = everyKind()
    let bytes = try network.weights(prefix: "model.").encoded()
    var other = everyKind(seed: 8)
    try other.load(Safetensors(decoding: bytes, name: "w"), prefix: "model.")
    #expect(other == network)
  }

  @Test func `names can be translated while loading`() throws {
    var network = Network(
      input: [1], layers: ["head": .sequence(["conv": .linear(inFeatures: 1, outFeatures: 1)])])
    let file = Safetensors(tensors: ["head.weight": [[3]], "head.bias": [4]])
    try network.load(file) { $0.replacing("head.conv.", with: "head.") }
    #expect(network([[1]]) == [[7]])
  }

  @Test func `a function of the user's own cannot be written`() {
    let network = Network(
      input: [1], layers: ["mine": .activation(.custom(CustomActivation("triple") { 3 * $0 }))])
    expectError(NetworkError.self, "mine", "triple") { _ = try JSONEncoder().encode(network) }
  }

  @Test(arguments: [
    (#""kind": "relu""#, #""kind": "swish""#, ["\"res.ra\"", "\"swish\"", "softplus"]),
    (#""kernel": 3,"#, "", ["\"conv\"", "\"kernel\"", "conv2d"]),
    (#""kernel": 3"#, #""kernel": 0"#, ["\"conv\"", "\"kernel\"", "0"]),
    (#""kernel": 3"#, #""kernel": 9000000000000"#, ["\"conv\"", "\"kernel\""]),
    (#""kernel": 3"#, #""kernel": 9"#, ["\"conv\"", "[3, 2, 9, 9]", "[3, 2, 3, 3]"]),
    (#""groups": 1"#, #""groups": 3"#, ["\"conv\"", "\"groups\"", "divisor"]),
    (#""padding": 1"#, #""padding": "round""#, ["\"conv\"", "\"padding\"", "round"]),
    (#""padding": 1"#, #""padding": -1"#, ["\"conv\"", "\"padding\"", "-1"]),
    (#""name": "gap""#, #""name": "fc""#, ["\"fc\"", "another layer"]),
    (#""name": "gap""#, #""name": """#, ["\"name\"", "empty"]),
    (#""inFeatures": 3"#, #""inFeatures": "3""#, ["layers[3].inFeatures", "another type"]),
    (#""name": "gap""#, #""nome": "gap""#, ["layers[2].name", "missing"]),
    (#""input": [2, 4, 4]"#, #""input": [3, 4, 4]"#, ["\"conv\"", "2 channels", "[3, 4, 4]"]),
    (#""input": [2, 4, 4]"#, #""input": [2, 4, -4]"#, ["\"input\"", "-4"]),
    (#"{"input""#, #"["input""#, ["not the JSON of a network"]),
  ])
  func `a wrong description is an error that names the file and the layer`(
    found: String, replacement: String, words: [String]
  ) throws {
    let wrong = json.replacing(found, with: replacement, maxReplacements: 1)
    try #require(wrong != json)
    expectError(NetworkError.self, words[0], words.last ?? "") { _ = try network(wrong) }
    do {
      _ = try network(wrong)
    } catch {
      let text = "\(error)"
      #expect(text.hasPrefix("net.json: ") || text.hasPrefix("w.safetensors: "), "\(text)")
      for word in words { #expect(text.contains(word), "\(text)") }
    }
  }

  @Test func `a missing weight is an error that names the file, the layer and the nearest`() {
    var file = weights
    file.tensors["m.res.a.wait"] = file.tensors.removeValue(forKey: "m.res.a.weight")
    expectError(
      NetworkError.self, "w.safetensors: ", "\"res.a\"", "\"m.res.a.weight\"", "\"m.res.a.wait\""
    ) { _ = try network(nil, file) }
  }

  @Test func `a weight of another shape is an error that names both`() {
    var file = weights
    file.tensors["m.fc.weight"] = .ones([3, 2])
    expectError(NetworkError.self, "\"fc\"", "[3, 2]", "[2, 3]") { _ = try network(nil, file) }
  }

  @Test(arguments: [Float.nan, .infinity, -.infinity])
  func `a weight that is not finite is an error that names its place`(value: Float) {
    var file = weights
    file.tensors["m.fc.weight"] = Tensor([1, 1, 1, 1, value, 1], shape: [2, 3])
    expectError(NetworkError.self, "\"fc\"", "\"m.fc.weight\"", "element 4") {
      _ = try network(nil, file)
    }
  }

  @Test func `loading that fails changes nothing`() throws {
    var file = weights
    file.tensors["m.fc.bias"] = nil
    var blank = try JSONDecoder().decode(Network.self, from: Data(json.utf8))
    let before = blank
    expectError(NetworkError.self, "\"fc\"", "\"m.fc.bias\"") { try blank.load(file, prefix: "m.") }
    #expect(blank == before)
  }

  @Test func `a description alone cannot make the computer run out of memory`() {
    let huge = json.replacing(#""outChannels": 3"#, with: #""outChannels": 1000000"#)
      .replacing(
        #""inFeatures": 3, "outFeatures": 2"#,
        with: #""inFeatures": 1000000, "outFeatures": 1000000"#)
    expectError(NetworkError.self, "at most") {
      _ = try JSONDecoder().decode(Network.self, from: Data(huge.utf8))
    }
  }

  @Test func `a network is written in the words in which it is read`() throws {
    let layers = #"""
      [{"kind": "conv2d", "name": "conv", "inChannels": 2, "outChannels": 3, "kernel": 3, \
      "stride": 2, "padding": 1, "groups": 1},
      {"kind": "residual", "name": "res", "layers": [{"kind": "relu", "name": "r"}]},
      {"kind": "maxpool2d", "name": "pool", "kernel": 2, "stride": 1},
      {"kind": "globalavgpool2d", "name": "gap"}, {"kind": "flatten", "name": "flat"},
      {"kind": "linear", "name": "fc", "inFeatures": 3, "outFeatures": 2}]
      """#.replacing("\\\n", with: "")
    let json = #"{"input": [2, 8, 8], "layers": \#(layers)}"#
    let network = try JSONDecoder().decode(Network.self, from: Data(json.utf8))
    let written = try JSONSerialization.jsonObject(with: JSONEncoder().encode(network))
    let read = try JSONSerialization.jsonObject(with: Data(json.utf8))
    let pair = [written, read].map { ($0 as? NSDictionary)?["layers"] as? NSArray }
    #expect(pair[0] == pair[1] && pair[0] != nil)
  }

  @Test func `a damaged description is read or refused, and never stops the program`() {
    var generator = SplitMix64(seed: 1)
    let bytes = Array(json.utf8)
    let pieces = [#"""#, "{", "}", "[", "]", ",", ":", "-", "0", "9", "e", "null", "true", "\\"]
    var refused = 0
    for _ in 0..<2_000 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let start = Int.random(in: 0..<damaged.count, using: &generator)
        let end = min(start + Int.random(in: 0...2, using: &generator), damaged.count)
        let piece = pieces.randomElement(using: &generator) ?? ""
        damaged.replaceSubrange(start..<end, with: piece.utf8)
      }
      do {
        _ = try network(String(decoding: damaged, as: UTF8.self))
      } catch {
        refused += error is NetworkError ? 1 : 0
      }
    }
    #expect(refused > 1_000)
  }

  @Test func `layers inside layers without end are refused`() {
    let open = #"{"kind": "residual", "name": "r", "layers": ["#
    let deep = String(repeating: open, count: 40) + String(repeating: "]}", count: 40)
    expectError(NetworkError.self, "inside each other") {
      _ = try network(#"{"input": [1], "layers": [\#(deep)]}"#)
    }
  }
}
