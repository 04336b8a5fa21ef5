import Foundation
import Tensors
import Testing

@Suite struct ActivationsTests {
  let x: Tensor = [-8, -1, 0, 0.5, 6, 7]

  private func slopes(_ function: (Tensor) -> Tensor) -> [Float] {
    let tracked = x.tracked()
    return gradient(of: function(tracked).sum(), withRespectTo: tracked).scalars
  }

  @Test func `relu keeps what is positive, and its slope at the kink is 0`() {
    #expect(x.relu() == [0, 0, 0, 0.5, 6, 7])
    #expect(slopes { $0.relu() } == [0, 0, 0, 1, 1, 1])
  }

  @Test func `relu6 is flat at both ends`() {
    #expect(x.relu6() == [0, 0, 0, 0.5, 6, 6])
    #expect(slopes { $0.relu6() } == [0, 0, 0, 1, 0, 0])
  }

  @Test func `leaky relu lets a share through`() {
    #expect(x.leakyRelu(slope: 0.25) == [-2, -0.25, 0, 0.5, 6, 7])
    #expect(slopes { $0.leakyRelu(slope: 0.25) } == [0.25, 0.25, 0.25, 1, 1, 1])
  }

  @Test func `gelu's slope is that of the exact normal distribution`() {
    let found = slopes { $0.gelu() }
    let expected = x.scalars.map { value in
      let x = Double(value)
      return 0.5 * erfc(-x / 2.0.squareRoot()) + x * exp(-x * x / 2) / (2 * Double.pi).squareRoot()
    }
    expect(Tensor(found), equals: Grid(shape: [6], values: expected), within: 3e-7)
  }

  @Test func `gelu x minus gelu of −x is x`() {
    let x = Tensor.drawn([3, 50]) * 3
    #expect((x.gelu() - (-x).gelu()).isClose(to: x, within: 1e-6))
  }

  @Test func `NaN and infinities pass`() {
    let x: Tensor = [.init(Float.nan), .init(Float.infinity), .init(-Float.infinity)]
    func shown(_ y: Tensor) -> [String] { y.scalars.map { "\($0)" } }
    #expect(shown(x.relu()) == ["nan", "inf", "0.0"])
    #expect(shown(x.relu6()) == ["nan", "6.0", "0.0"])
    #expect(shown(x.leakyRelu()) == ["nan", "inf", "-inf"])
  }
}
