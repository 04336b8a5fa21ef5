import Layers
import Tensors
import Testing

@Suite struct `Activations` {
  /// The gradient that an activation passes back at x for an upstream gradient.
  private func passedBack(_ activation: Activation, at x: Tensor, _ upstream: Tensor) -> Tensor {
    valueWithPullback(of: { activation($0) }, at: x).pullback(upstream)
  }

  @Test func `a ReLU passes back where its input was positive`() {
    #expect(passedBack(.relu, at: [-1, 1, -1, 1], [2, 2, -2, -2]) == [0, 2, 0, -2])
  }

  @Test func `guided backpropagation also asks for a positive gradient`() {
    #expect(passedBack(.guided, at: [-1, 1, -1, 1], [2, 2, -2, -2]) == [0, 2, 0, 0])
  }

  @Test func `a deconvnet asks for a positive gradient only`() {
    #expect(passedBack(.deconvnet, at: [-1, 1, -1, 1], [2, 2, -2, -2]) == [2, 2, 0, 0])
  }

  @Test func `replaced rules compute what a ReLU computes`() {
    let x: Tensor = [-2, -0.5, 0, 3]
    #expect(Activation.guided(x) == x.relu())
    #expect(Activation.deconvnet(x) == x.relu())
  }

  @Test func `a ReLU capped at 6 is a ReLU6 in value and gradient`() {
    let x: Tensor = [-1, 0, 3, 6, 7]
    let capped = Activation.capped(.relu, at: 6)
    #expect(capped(x) == x.relu6())
    #expect(passedBack(capped, at: x, .ones([5])) == passedBack(.relu6, at: x, .ones([5])))
  }

  @Test func `the others are the functions of their names`() {
    let x: Tensor = [-2, 0, 1.5]
    #expect(Activation.leakyRelu(slope: 0.5)(x) == [-1, 0, 1.5])
    #expect(Activation.gelu(x) == x.gelu())
    #expect(Activation.tanh(x) == x.tanh())
    #expect(Activation.softplus(x) == x.softplus())
    #expect(Activation.sigmoid(x) == x.sigmoid())
    #expect(Activation.custom(CustomActivation("double") { 2 * $0 })(x) == [-4, 0, 3])
  }
}
