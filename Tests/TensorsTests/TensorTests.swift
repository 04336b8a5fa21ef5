import Tensors
import Testing

@Suite struct TensorTests {
  @Test func `elements stand in row-major order`() {
    let x = Tensor([1, 2, 3, 4, 5, 6], shape: [2, 3])
    #expect(x.shape == [2, 3])
    #expect(x.rank == 2)
    #expect(x.count == 6)
    #expect(x.scalars == [1, 2, 3, 4, 5, 6])
    #expect(x[1, 0].scalar == 4)
  }

  @Test func `literals nest`() {
    let x: Tensor = [[[1, 2.5], [3, -4]], [[5, 6], [7, 8]]]
    #expect(x.shape == [2, 2, 2])
    #expect(x.scalars == [1, 2.5, 3, -4, 5, 6, 7, 8])
    let empty: Tensor = []
    #expect(empty.shape == [0])
    let number: Tensor = 3
    #expect(number.shape == [])
    #expect(number.scalar == 3)
  }

  @Test func `a literal of tracked numbers passes gradients on`() {
    let a = Tensor(2).tracked()
    let b = Tensor(3).tracked()
    let row: Tensor = [a, b, a * b]
    let weights: Tensor = [1, 10, 100]
    let found = gradients(of: (row * weights).sum(), withRespectTo: [a, b])
    #expect(found.map(\.scalar) == [301, 210])
  }

  @Test func `a single number of any rank has a scalar`() {
    #expect(Tensor([7], shape: [1, 1, 1]).scalar == 7)
    #expect(Tensor(0.1 as Double).scalar == 0.1 as Float)
    #expect(Tensor(repeating: 4, shape: []).scalars == [4])
  }

  @Test func `zeros, ones, counting and identity are what they are called`() {
    #expect(Tensor.zeros([2, 0, 3]).scalars == [])
    #expect(Tensor.zeros([2, 0, 3]).shape == [2, 0, 3])
    #expect(Tensor.zeros([2, 2]).scalars == [0, 0, 0, 0])
    #expect(Tensor.ones([3]).scalars == [1, 1, 1])
    #expect(Tensor.counting(-1..<3).scalars == [-1, 0, 1, 2])
    #expect(Tensor.counting(2..<2).shape == [0])
    #expect(Tensor.identity(3).scalars == [1, 0, 0, 0, 1, 0, 0, 0, 1])
    #expect(Tensor.identity(0).shape == [0, 0])
  }

  @Test func `evenly spaced numbers begin and end with their bounds`() {
    #expect(Tensor.evenlySpaced(0...1, count: 5).scalars == [0, 0.25, 0.5, 0.75, 1])
    #expect(Tensor.evenlySpaced(-3...3, count: 2).scalars == [-3, 3])
    let far = Tensor.evenlySpaced(-1e20...1e-3, count: 3).scalars
    #expect(far.first == -1e20)
    #expect(far.last == 1e-3)
    let thirds = Tensor.evenlySpaced(0.1...0.7, count: 1000)
    expect(thirds, equals: Grid([1000]) { 0.1 + 0.6 * Double($0[0]) / 999 }, within: 1e-7)
    #expect(thirds.scalars.last == 0.7)
  }

  @Test func `seven axes are allowed`() {
    #expect(Tensor.largestRank == 7)
    let x = Tensor.ones([1, 2, 1, 2, 1, 2, 3])
    #expect(x.shape == [1, 2, 1, 2, 1, 2, 3])
    #expect((x + x).sum(along: 1, 3, 5).shape == [1, 1, 1, 3])
    #expect((x + x).sum(along: 1, 3, 5).scalars == [16, 16, 16])
  }

  @Test func `equal means same shape and same elements`() {
    let x: Tensor = [1, 2, 3]
    #expect(x == Tensor([1, 2, 3]))
    #expect(x != Tensor([1, 2, 4]))
    #expect(x != Tensor([1, 2, 3], shape: [1, 3]))
    #expect(Tensor(Float.nan) != Tensor(Float.nan))
    #expect(Tensor(Float(-0.0)) == Tensor(Float(0)))
    #expect(Tensor.zeros([0, 2]) == Tensor.zeros([0, 2]))
    #expect(Tensor.zeros([0, 2]) != Tensor.zeros([2, 0]))
  }

  @Test func `close means close in absolute or relative terms, and never NaN`() {
    let x: Tensor = [1000, 1]
    #expect(x.isClose(to: [1000.009, 1], within: 1e-5))
    #expect(!x.isClose(to: [1000.03, 1], within: 1e-5))
    #expect(!x.isClose(to: [1000, 1.0001], within: 1e-5))
    #expect(!x.isClose(to: Tensor([1000, 1], shape: [2, 1])))
    let infinity = Tensor(Float.infinity)
    #expect(infinity.isClose(to: infinity))
    #expect(!infinity.isClose(to: -infinity))
    #expect(!infinity.isClose(to: 1, within: 0.5))
    #expect(!Tensor(1).isClose(to: infinity, within: 0.5))
    #expect(!Tensor(Float.nan).isClose(to: Tensor(Float.nan)))
  }
}
