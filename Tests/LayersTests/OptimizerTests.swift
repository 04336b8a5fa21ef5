import Layers
import Tensors
import Testing

@Suite struct `Optimisers` {
  private func gradient(_ tensor: Tensor) -> Gradient {
    Gradient(names: ["value"], tensors: [tensor])
  }

  @Test func `plain descent goes the learning rate times the gradient`() {
    var w: Tensor = [1, 2]
    var optimizer = SGD(learningRate: 0.5)
    optimizer.update(&w, along: gradient([2, -4]))
    #expect(w == [0, 4])
    optimizer.update(&w, along: gradient([2, -4]), learningRate: 0.25)
    #expect(w == [-0.5, 5])
  }

  @Test func `momentum adds up as by hand`() {
    // v: 1, 1.5, 1.75; the steps are a tenth of them.
    var w: Tensor = [0]
    var optimizer = SGD(learningRate: 0.5, momentum: 0.5)
    let expected: [Float] = [-0.5, -1.25, -2.125]
    for value in expected {
      optimizer.update(&w, along: gradient([1]))
      #expect(w == Tensor([value]))
    }
  }

  @Test func `decay draws to zero without a gradient`() {
    var w: Tensor = [8]
    var optimizer = SGD(learningRate: 0.5, weightDecay: 0.5)
    optimizer.update(&w, along: gradient([0]))
    #expect(w == [6])
  }

  @Test func `the first step of Adam goes the learning rate against the sign`() {
    var w: Tensor = .zeros([4])
    var optimizer = Adam(learningRate: 0.01)
    optimizer.update(&w, along: gradient([3, -0.001, 1e4, 0]))
    #expect(w.isClose(to: [-0.01, 0.01, -0.01, 0], within: 1e-5))
  }

  @Test func `Adam follows its formula`() {
    let gradients: [Double] = [0.5, -1, 2, 0.25, 0]
    var w: Tensor = [1]
    var optimizer = Adam(learningRate: 0.1, beta1: 0.8, beta2: 0.9, epsilon: 1e-3)
    var (theta, m, v) = (1.0, 0.0, 0.0)
    var (power1, power2) = (1.0, 1.0)
    for g in gradients {
      optimizer.update(&w, along: gradient(Tensor([g])))
      (m, v) = (0.8 * m + 0.2 * g, 0.9 * v + 0.1 * g * g)
      (power1, power2) = (0.8 * power1, 0.9 * power2)
      theta -= 0.1 * (m / (1 - power1)) / ((v / (1 - power2)).squareRoot() + 1e-3)
      #expect(w.isClose(to: Tensor([theta]), within: 1e-5))
    }
  }

  @Test func `AdamW decays by itself, Adam through the gradient`() {
    var (plain, decayed): (Tensor, Tensor) = ([2], [2])
    var adam = Adam(learningRate: 0.1, weightDecay: 0.5)
    var adamW = AdamW(learningRate: 0.1, weightDecay: 0.5)
    adam.update(&plain, along: gradient([0]))
    adamW.update(&decayed, along: gradient([0]))
    #expect(plain.isClose(to: [1.9]))
    #expect(decayed.isClose(to: [1.9]))
    adam.update(&plain, along: gradient([0]))
    adamW.update(&decayed, along: gradient([0]))
    #expect(decayed.isClose(to: [1.9 * 0.95]))
    #expect(!plain.isClose(to: decayed))
  }

  @Test func `copies of an optimiser go their own ways`() {
    var (a, b): (Tensor, Tensor) = ([0], [0])
    var optimizer = SGD(learningRate: 1, momentum: 0.5)
    optimizer.update(&a, along: gradient([1]))
    var copy = optimizer
    optimizer.update(&a, along: gradient([1]))
    copy.update(&b, along: gradient([0]))
    #expect(a == [-2.5])
    #expect(b == [-0.5])
  }

  @Test func `a gradient of another model stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var w: Tensor = [1, 2]
      var optimizer = Adam()
      optimizer.update(&w, along: Gradient(names: ["value"], tensors: [[1]]))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("another model") && text.contains("[2]"))
  }

  @Test func `value and gradient of a network are those of its parts`() {
    let network = Network(
      input: [2], layers: ["fc": .linear(Linear(weight: [[1, 2]], bias: [3]))])
    let (value, gradient) = valueWithGradient(of: network) { $0([[4, 5]]).sum() }
    #expect(value == 17)
    #expect(gradient.names == ["fc.weight", "fc.bias"])
    #expect(gradient["fc.weight"] == [[4, 5]])
    #expect(gradient["fc.bias"] == [1])
  }

  @Test func `a gradient by an unknown name stops and names those that there are`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      _ = Gradient(names: ["fc.weight"], tensors: [[1]])["fc.bias"]
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("fc.bias") && text.contains("only fc.weight"))
  }

  @Test func `an optimiser that has improved another model stops`() async {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
      var (small, large): (Tensor, Tensor) = ([1], [1, 2])
      var optimizer = Adam()
      optimizer.update(&small, along: Gradient(names: ["value"], tensors: [[1]]))
      optimizer.update(&large, along: Gradient(names: ["value"], tensors: [[1, 1]]))
    }
    let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(text.contains("take a new optimiser"))
  }

  @Test func `parameters that the loss does not need have a gradient of zero`() {
    let network = everyKind()
    let (_, gradient) = valueWithGradient(of: network) { _ in 1 }
    #expect(gradient.tensors == network.parameters.map { .zeros($0.value.shape) })
  }

  @Test func `in training only statistics change`() {
    var network = everyKind()
    let before = network
    var generator = SplitMix64(seed: 1)
    _ = valueWithGradient(of: &network) { network in
      network.trainingOutput(for: images(4), using: &generator).sum()
    }
    #expect(network.parameters.map(\.value) == before.parameters.map(\.value))
    #expect(network.parameters.allSatisfy { !$0.value.isTracked })
    #expect(network["bn1"] != before["bn1"])
  }
}
