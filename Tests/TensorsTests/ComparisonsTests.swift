import Tensors
import Testing

@Suite struct ComparisonsTests {
  let nan = Tensor(Float.nan)

  @Test func `comparisons give ones and zeros`() {
    let a: Tensor = [1, 2, 3]
    let b: Tensor = [2, 2, 2]
    #expect((a .< b) == [1, 0, 0])
    #expect((a .<= b) == [1, 1, 0])
    #expect((a .> b) == [0, 0, 1])
    #expect((a .>= b) == [0, 1, 1])
    #expect((a .== b) == [0, 1, 0])
    #expect((a .!= b) == [1, 0, 1])
  }

  @Test func `comparisons broadcast and are constants`() {
    let mask = Tensor([1, 2, 3]).tracked() .> [[1], [2]]
    #expect(mask == [[0, 1, 1], [0, 0, 1]])
    #expect(!mask.isTracked)
  }

  @Test func `NaN differs from everything`() {
    let x: Tensor = [nan, 1]
    #expect((x .== x) == [0, 1])
    #expect((x .!= x) == [1, 0])
    #expect((x .< 2) == [0, 1])
    #expect((x .>= 0) == [0, 1])
  }

  @Test func `of equals each takes half of the gradient`() {
    let a = Tensor([1, 2, 3]).tracked()
    let b = Tensor([3, 2, 1]).tracked()
    let larger = Tensor.maximum(a, b)
    #expect(larger == [3, 2, 3])
    let found = gradients(of: larger.sum(), withRespectTo: [a, b])
    #expect(found == [[0, 0.5, 1], [1, 0.5, 0]])
    let smaller = Tensor.minimum(a, b)
    #expect(smaller == [1, 2, 1])
    #expect(gradients(of: smaller.sum(), withRespectTo: [a, b]) == [[1, 0.5, 0], [0, 0.5, 1]])
  }

  @Test func `maximum and minimum broadcast`() {
    let a = Tensor([1, 5]).tracked()
    let b = Tensor([2, 4], shape: [2, 1]).tracked()
    #expect(Tensor.maximum(a, b) == [[2, 5], [4, 5]])
    #expect(Tensor.minimum(a, b) == [[1, 2], [1, 4]])
    let found = gradients(of: Tensor.maximum(a, b).sum(), withRespectTo: [a, b])
    #expect(found == [[0, 2], [[1], [1]]])
  }

  @Test func `maximum and minimum pass NaN from either side`() {
    #expect(Tensor.maximum([nan, 1], [1, nan]).scalars.map(\.isNaN) == [true, true])
    #expect(Tensor.minimum([nan, 1], [1, nan]).scalars.map(\.isNaN) == [true, true])
    let infinity = Tensor(Float.infinity)
    #expect(Tensor.maximum([infinity, -infinity], 3) == [infinity, 3])
    #expect(Tensor.minimum([infinity, -infinity], 3) == [3, -infinity])
  }

  @Test func `replacing keeps what is replaced out, even NaN`() {
    let x: Tensor = [nan, 2, 3]
    #expect(x.replacing(with: 9, where: [1, 0, 0]) == [9, 2, 3])
    #expect(Tensor([1, 2]).replacing(with: [nan, 5], where: [0, -3]) == [1, 5])
  }

  @Test func `replacing broadcasts all three`() {
    let x = Tensor([1, 2, 3]).tracked()
    let other = Tensor(7).tracked()
    let y = x.replacing(with: other, where: [[0, 1, 0], [1, 1, 0]])
    #expect(y == [[1, 7, 3], [7, 7, 3]])
    let found = gradients(of: y.sum(), withRespectTo: [x, other])
    #expect(found[0] == [1, 0, 2])
    #expect(found[1] == 3)
  }

  @Test func `no gradient of what is replaced, even where it would be NaN`() {
    let x = Tensor([0, 4]).tracked()
    let y = x.replacing(with: 1, where: x .== 0).sqrt()
    #expect(gradient(of: y.sum(), withRespectTo: x) == [0, 0.25])
  }
}
