import Tensors
import Testing

@Suite struct JoiningTests {
  @Test(arguments: [0, 1, 2])
  func `what is joined can be taken apart again`(axis: Int) {
    let sizes = [2, 1, 0, 3]
    let parts = sizes.enumerated().map { index, size in
      var shape = [3, 4, 5]
      shape[axis] = size
      return Tensor.drawn(shape, seed: UInt64(index)).tracked()
    }
    let whole = Tensor.concatenated(parts, along: axis)
    #expect(Tensor.concatenated(parts, along: axis - 3) == whole)
    var shape = [3, 4, 5]
    shape[axis] = 6
    #expect(whole.shape == shape)
    let weights = Tensor.drawn(shape, seed: 9)
    let found = gradients(of: (whole * weights).sum(), withRespectTo: parts)
    #expect(found.count == 4)
    var start = 0
    for (part, slope) in zip(parts, found) {
      let range = start..<start + part.shape[axis]
      func cut(_ x: Tensor) -> Tensor {
        axis == 0 ? x[range] : (axis == 1 ? x[.all, range] : x[.all, .all, range])
      }
      #expect(cut(whole) == part)
      #expect(slope == cut(weights))
      start = range.upperBound
    }
  }

  @Test func `stacking adds an axis anywhere`() {
    let a: Tensor = [1, 2, 3]
    let b: Tensor = [4, 5, 6]
    #expect(Tensor.stacked([a, b]) == [[1, 2, 3], [4, 5, 6]])
    #expect(Tensor.stacked([a, b], along: 1) == [[1, 4], [2, 5], [3, 6]])
    #expect(Tensor.stacked([a, b], along: -1) == [[1, 4], [2, 5], [3, 6]])
    #expect(Tensor.stacked([a, b], along: -2) == [[1, 2, 3], [4, 5, 6]])
    #expect(Tensor.stacked([a]).shape == [1, 3])
    #expect(Tensor.stacked([1, 2]).shape == [2])
  }

  @Test func `one tensor may be joined to itself`() {
    let x = Tensor([1, 2]).tracked()
    let y = Tensor.concatenated([x, x, x]) * [1, 10, 100, 1000, 10_000, 100_000]
    #expect(gradient(of: y.sum(), withRespectTo: x) == [10_101, 101_010])
  }

  @Test func `a border is filled, and its gradient dropped`() {
    let x = Tensor([1, 2, 3, 4], shape: [2, 2]).tracked()
    let y = x.padded([(1, 0), (0, 2)], with: 9)
    #expect(y == [[9, 9, 9, 9], [1, 2, 9, 9], [3, 4, 9, 9]])
    #expect(x.padded([(1, 1)]) == [[0, 1, 2, 0], [0, 3, 4, 0]])
    #expect(x.padded([]) == x)
    let weights = Tensor.counting(0..<12).reshaped(to: [3, 4])
    #expect(gradient(of: (y * weights).sum(), withRespectTo: x) == [[4, 5], [8, 9]])
    #expect(Tensor.zeros([0]).padded([(1, 2)], with: 5) == [5, 5, 5])
    #expect(Tensor.zeros([2, 0]).padded([(1, 0)], with: 5) == [[5], [5]])
  }

  @Test func `large joints agree with slices`() {
    let a = Tensor.drawn([3, 70, 200], seed: 1)
    let b = Tensor.drawn([3, 130, 200], seed: 2)
    let whole = Tensor.concatenated([a, b], along: 1)
    #expect(whole[.all, ..<70] == a)
    #expect(whole[.all, 70...] == b)
    let padded = whole.padded([(3, 2), (1, 4)])
    #expect(padded[.all, 3..<203, 1..<201] == whole)
    #expect((padded.sum() - whole.sum()).abs().scalar < 1e-2)
    #expect(padded[.all, ..<3].abs().max() == 0)
  }
}
