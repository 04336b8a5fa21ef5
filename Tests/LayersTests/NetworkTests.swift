import Layers
import Tensors
import Testing

@Suite struct `Networks as values` {
  @Test func `places come in the order of the visits, inner ones with their residual's name`() {
    let places = everyKind().places
    #expect(
      places == [
        "conv1", "bn1", "relu1", "pool1", "block.same", "block.bn", "block.relu6", "block",
        "res.project", "res.a", "res.act", "res.inner.b", "res.inner", "res", "drop", "pool2",
        "gelu", "flat", "fc1", "tanh", "fc2",
      ])
    var visited: [String] = []
    _ = everyKind()(images(1)) { place, activation in
      visited.append(place)
      return activation
    }
    #expect(visited == places)
  }

  @Test func `a closure that only reads changes nothing`() {
    #expect(everyKind()(images(3)) { $1 } == everyKind()(images(3)))
  }

  @Test func `a batch of three is three single ones`() {
    let batch = everyKind()(images(3))
    for index in 0..<3 {
      let single = everyKind()(images(3)[index...index])
      #expect(single.isClose(to: batch[index...index], within: 1e-5))
    }
  }

  @Test func `what is captured is what the layers up to there give`() {
    let network = everyKind()
    for (index, named) in network.layers.enumerated() {
      let upTo = Network(input: network.input, layers: Array(network.layers[...index]))
      var captured: Tensor?
      _ = network(images(2)) { place, activation in
        if place == named.name { captured = activation }
        return activation
      }
      #expect(captured == upTo(images(2)))
    }
  }

  @Test func `a patch changes only what follows`() throws {
    let network = everyKind()
    func run(patching patched: String?) -> [String: Tensor] {
      var seen: [String: Tensor] = [:]
      _ = network(images(2)) { place, activation in
        seen[place] = activation
        return place == patched ? activation + 1 : activation
      }
      return seen
    }
    let (plain, patched) = (run(patching: nil), run(patching: "block"))
    let place = try #require(network.places.firstIndex(of: "block"))
    for before in network.places[...place] { #expect(plain[before] == patched[before]) }
    #expect(plain["res.a"] != patched["res.a"])
    #expect(plain["fc2"] != patched["fc2"])
  }

  @Test func `a closure may throw`() {
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try everyKind()(images(1)) { place, activation in
        if place == "res.a" { throw Enough() }
        return activation
      }
    }
  }

  @Test func `the score of a class is its logit`() throws {
    let network = everyKind()
    #expect(try network.score(of: 3)(images(4)) == network(images(4))[.all, 3])
  }

  @Test func `a layer is read and replaced by its place, and copies keep theirs`() {
    let network = everyKind()
    var changed = network
    changed["res.inner.b"] = .conv2d(inChannels: 4, outChannels: 4, kernel: 1)
    #expect(network["res.inner.b"] != changed["res.inner.b"])
    #expect(network["tanh"] == .tanh)
    changed["res.inner.b"] = network["res.inner.b"]
    #expect(changed == network)
  }

  @Test func `every ReLU is replaced, and the values stay`() throws {
    let network = everyKind()
    let guided = try network.replacingReLU(with: .guided)
    #expect(guided["relu1"] == .activation(.guided))
    #expect(guided["block.relu6"] == .activation(.capped(.guided, at: 6)))
    #expect(guided(images(2)) == network(images(2)))
    let x = images(2).tracked()
    let own = gradient(of: network(x).sum(), withRespectTo: x)
    #expect(gradient(of: guided(x).sum(), withRespectTo: x) != own)
  }

  @Test func `one activation is replaced by another`() throws {
    let changed = try everyKind().replacing(.tanh, with: .sigmoid)
    #expect(changed["tanh"] == .sigmoid)
    #expect(changed["gelu"] == .gelu)
  }

  @Test func `replacing what is not there is an error`() {
    let network = Network(input: [2], layers: ["gelu": .gelu])
    expectError(NetworkError.self, "no ReLU") { _ = try network.replacingReLU(with: .guided) }
    expectError(NetworkError.self, "tanh") { _ = try network.replacing(.tanh, with: .relu) }
  }

  @Test func `larger images pass where the layers allow it`() {
    var generator = SplitMix64(seed: 1)
    let network = Network(
      input: [1, 8, 8],
      layers: [
        "conv": .conv2d(inChannels: 1, outChannels: 2, kernel: 3), "gap": .globalAvgPool2d,
      ], using: &generator)
    #expect(network(.ones([1, 1, 16, 20])).shape == [1, 2])
  }

  @Test func `a wrong input stops and names the layer and the shapes`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = everyKind()(.ones([1, 3, 12, 10]))
    }
    expectMessage(result, "conv1", "[2, 12, 10]", "[3, 12, 10]")
  }

  @Test func `an input without a batch axis stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = everyKind()(.ones([2, 12, 10]))
    }
    expectMessage(result, "one axis more", "[2, 12, 10]")
  }

  @Test func `layers that do not fit each other stop`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Network(
        input: [4],
        layers: [
          "a": .linear(inFeatures: 4, outFeatures: 3), "b": .linear(inFeatures: 4, outFeatures: 2),
        ])
    }
    expectMessage(result, "\"b\"", "4 inputs", "[3]")
  }

  @Test func `a place that does not exist stops and names those that do`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = everyKind()["conv9"]
    }
    expectMessage(result, "conv9", "conv1, bn1")
  }

  @Test func `a class that does not exist stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = everyKind().score(of: 5)
    }
    expectMessage(result, "no class 5 among 5")
  }

  private func expectMessage(_ result: ExitTest.Result?, _ words: String...) {
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    for word in words { #expect(text.contains(word), "\(text)") }
  }
}
