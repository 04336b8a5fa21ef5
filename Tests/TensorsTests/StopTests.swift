import Tensors
import Testing

/// A misuse of an operator, and what must be said when it stops the process.
struct Misuse: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let words: [String]
  let commit: @Sendable () -> Void

  init(_ name: String, _ words: String..., commit: @escaping @Sendable () -> Void) {
    testDescription = name
    self.words = words
    self.commit = commit
  }

  private static let two = Tensor.ones([2])
  private static let matrix = Tensor.ones([2, 3])
  private static let other = Tensor.ones([4, 5])
  private static let image = Tensor.ones([1, 3, 4, 5])

  static let all = [
    Misuse("elements", "the shape [2, 3] has room for 6 elements, not for 5") {
      _ = Tensor([1, 2, 3, 4, 5], shape: [2, 3])
    },
    Misuse("axes", "at most 7 axes, not 8") { _ = Tensor.zeros([1, 1, 1, 1, 1, 1, 1, 1]) },
    Misuse("negative size", "negative size: [2, -1]") { _ = Tensor.zeros([2, -1]) },
    Misuse("too large", "no tensor is as large as this: [4294967296, 4294967296]") {
      _ = Tensor.zeros([1 << 32, 1 << 32])
    },
    Misuse("scalar", "scalar: a tensor of shape [2, 3] is not a single number") {
      _ = matrix.scalar
    },
    Misuse("+", "+: the shapes [2, 3] and [4, 5] do not fit") { _ = matrix + other },
    Misuse("tracked *", "*: the shapes [2, 3] and [2] do not fit, sizes 3 and 2") {
      _ = matrix.tracked() * two
    },
    Misuse("power", "power: the shapes [2, 3] and [4, 5] do not fit") { _ = matrix.power(other) },
    Misuse("replacing", "replacing: the shapes [2, 3] and [4, 5] do not fit") {
      _ = matrix.replacing(with: 0, where: other)
    },
    Misuse("sum", "sum: there is no axis 2 in the shape [2, 3]") { _ = matrix.sum(along: 2) },
    Misuse("axis twice", "mean: an axis is named twice in [1, -1], the shape is [2, 3]") {
      _ = matrix.mean(along: 1, -1)
    },
    Misuse("max of nothing", "max: axis 1 of the shape [2, 0] has no elements") {
      _ = Tensor.zeros([2, 0]).max(along: 1)
    },
    Misuse("topK", "topK: there are 3 elements to choose 4 from") { _ = matrix.topK(4) },
    Misuse("quantile", "quantile: 1.5 is not between 0 and 1") { _ = matrix.quantile(1.5) },
    Misuse("reshaped", "reshaped: the 6 elements of shape [2, 3] do not fill the shape [4, -1]") {
      _ = matrix.reshaped(to: [4, -1])
    },
    Misuse("permuted", "permuted: [0, 0] does not name each axis of the shape [2, 3] once") {
      _ = matrix.permuted(to: [0, 0])
    },
    Misuse("broadcast", "broadcast: the shape [2, 3] does not stretch to [3]") {
      _ = matrix.broadcast(to: [3])
    },
    Misuse("removingAxis", "removingAxis: axis 1 of the shape [2, 3] has size 3, not 1") {
      _ = matrix.removingAxis(at: 1)
    },
    Misuse("index", "subscript: 3 is outside of axis 1 of the shape [2, 3]") { _ = matrix[0, 3] },
    Misuse("range", "subscript: ", " is outside of axis 0 of the shape [2, 3]") {
      _ = matrix[5...]
    },
    Misuse("range from the back", "subscript: ", " is outside of axis 0 of the shape [2, 3]") {
      _ = matrix[..<(-1)]
    },
    Misuse("indices", "subscript: 3 indices for the shape [2, 3]") { _ = matrix[0, 0, 0] },
    Misuse("selecting", "selecting: there is no index 2 along axis 0 of the shape [2, 3]") {
      _ = matrix.selecting([0, 2])
    },
    Misuse(
      "taking", "taking: the shape [2, 3] has 2 lines along axis 1",
      "the number of lists given is 1"
    ) {
      _ = matrix.taking([[0]], along: 1)
    },
    Misuse("concatenated", "concatenated: the shapes [2, 3] and [4, 5] differ") {
      _ = Tensor.concatenated([matrix, other])
    },
    Misuse("stacked", "stacked: the shapes [2, 3] and [2] differ") {
      _ = Tensor.stacked([matrix, two])
    },
    Misuse("padded", "padded: 3 borders for the shape [2, 3]") {
      _ = matrix.padded([(1, 1), (1, 1), (1, 1)])
    },
    Misuse("matmul", "matmul: [2, 3] × [4, 5], inner sizes 3 and 4") { _ = matrix.matmul(other) },
    Misuse("batches", "matmul: the shapes [2] and [3] do not fit") {
      _ = Tensor.ones([2, 4, 5]).matmul(Tensor.ones([3, 5, 6]))
    },
    Misuse("conv2d", "images [1, 3, 4, 5], filters [2, 2, 3, 3], groups 1", "2 × 1 channels") {
      _ = image.conv2d(Tensor.ones([2, 2, 3, 3]))
    },
    Misuse("window", "window of 5 × 6 does not fit into an image of 4 × 5") {
      _ = image.conv2d(Tensor.ones([2, 3, 5, 6]))
    },
    Misuse("maxPool2d", "maxPool2d: a window of 6 does not fit into an image of 4 × 5") {
      _ = image.maxPool2d(6)
    },
    Misuse("resized", "resized: images are […, height, width], not [2]") {
      _ = two.resized(height: 2, width: 2)
    },
    Misuse("softmax", "softmax: there is no axis -3 in the shape [2, 3]") {
      _ = matrix.softmax(along: -3)
    },
    Misuse("layerNorm", "layerNorm: weight [2] and bias [2]", "last axis of [2, 3]") {
      _ = matrix.layerNorm(weight: two, bias: two)
    },
    Misuse("crossEntropy", "crossEntropy: logits [2, 3] need 2 labels, not 3") {
      _ = matrix.crossEntropy(with: [0, 1, 2])
    },
    Misuse("attention", "queries [2, 3], keys [4, 5] and values [4, 5] do not fit") {
      _ = Tensor.attention(queries: matrix, keys: other, values: other)
    },
    Misuse("gradient", "only a single number can be differentiated, not a tensor of shape [2]") {
      let x = two.tracked()
      _ = gradient(of: x, withRespectTo: x)
    },
    Misuse("untracked", "the tensor of shape [2, 3] to differentiate by is not tracked") {
      _ = gradient(of: two.tracked().sum(), withRespectTo: matrix)
    },
    Misuse(
      "pullback", "wrong: the pullback gave a gradient of shape [2] for an input of shape [2, 3]"
    ) {
      let x = matrix.tracked()
      let y = matrix.recorded("wrong", from: x) { _, _ in two }
      _ = gradient(of: y.sum(), withRespectTo: x)
    },
  ]
}

@Suite struct StopTests {
  @Test(arguments: Misuse.all.indices)
  func `a misuse stops and says what was given`(index: Int) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      Misuse.all[index].commit()
    }
    let text = String(decoding: try #require(result).standardErrorContent, as: UTF8.self)
    for words in Misuse.all[index].words {
      #expect(text.contains(words), "\(Misuse.all[index].testDescription)")
    }
  }
}
