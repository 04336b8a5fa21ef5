import Tensors

/// An operator and inputs at which its gradient can be checked by differences.
struct GradientCase: Sendable, CustomStringConvertible {
  /// How inputs are drawn.
  enum Domain: Sendable {
    /// Normal numbers, a few of them negative.
    case any
    /// Numbers between ½ and 2½.
    case positive
    /// Numbers at least 0.3 away from 0 and from the other integers: no kink is near.
    case awayFromKinks
    /// Numbers that all differ by at least 0.3: no two can swap places.
    case distinct
  }

  let name: String
  let domain: Domain
  /// Two or more sets of input shapes, none square, with batches above 1.
  let shapes: [[[Int]]]
  let function: @Sendable ([Tensor]) -> Tensor

  init(
    _ name: String, _ shapes: [[[Int]]], _ domain: Domain = .any,
    _ function: @escaping @Sendable ([Tensor]) -> Tensor
  ) {
    self.name = name
    self.shapes = shapes
    self.domain = domain
    self.function = function
  }

  var description: String { name }

  static let all: [GradientCase] =
    arithmetic + functions + activations + reductions + ordering + shaping + indexing + products
    + windows + normalization + losses

  private static let pair = [[[3, 4], [3, 4]], [[2, 3, 5], [3, 1]], [[4, 1], [2, 1, 3]]]
  private static let single = [[[3, 4]], [[2, 3, 5]]]

  private static let arithmetic: [GradientCase] = [
    GradientCase("+", pair) { $0[0] + $0[1] },
    GradientCase("-", pair) { $0[0] - $0[1] },
    GradientCase("*", pair) { $0[0] * $0[1] },
    GradientCase("/", pair, .positive) { $0[0] / $0[1] },
    GradientCase("prefix -", single) { -$0[0] },
    GradientCase("x used three times", single) { $0[0] * $0[0] + $0[0] },
    GradientCase("power", pair, .positive) { $0[0].power($0[1]) },
    GradientCase("power 2", single) { $0[0].power(2) },
    GradientCase("power 3", single) { $0[0].power(3) },
    GradientCase("power -1.5", single, .positive) { $0[0].power(-1.5) },
    GradientCase("maximum", [[[3, 4], [3, 4]], [[2, 3, 5], [3, 1]]], .distinct) {
      Tensor.maximum($0[0], $0[1])
    },
    GradientCase("minimum", [[[3, 4], [3, 4]], [[2, 3, 5], [3, 1]]], .distinct) {
      Tensor.minimum($0[0], $0[1])
    },
    GradientCase("replacing", [[[3, 4], [3, 4]], [[2, 3, 4], [4]]]) {
      $0[0].replacing(with: $0[1], where: [1, 0, 1, 0])
    },
  ]

  private static let functions: [GradientCase] = [
    GradientCase("exp", single) { $0[0].exp() },
    GradientCase("log", single, .positive) { $0[0].log() },
    GradientCase("sqrt", single, .positive) { $0[0].sqrt() },
    GradientCase("squared", single) { $0[0].squared() },
    GradientCase("abs", single, .awayFromKinks) { $0[0].abs() },
    GradientCase("clamped", single, .awayFromKinks) { $0[0].clamped(to: -1...1) },
    GradientCase("tanh", single) { $0[0].tanh() },
    GradientCase("sigmoid", single) { $0[0].sigmoid() },
    GradientCase("softplus", single) { $0[0].softplus() },
  ]

  private static let activations: [GradientCase] = [
    GradientCase("relu", single, .awayFromKinks) { $0[0].relu() },
    GradientCase("relu6", single, .awayFromKinks) { (3 * $0[0]).relu6() },
    GradientCase("leakyRelu", single, .awayFromKinks) { $0[0].leakyRelu(slope: 0.2) },
    GradientCase("gelu", single) { $0[0].gelu() },
  ]

  private static let reductions: [GradientCase] = [
    GradientCase("sum", single) { $0[0].sum() },
    GradientCase("sum along an axis", single) { $0[0].sum(along: 1) },
    GradientCase("sum keeping axes", single) { $0[0].sum(along: 0, -1, keepingAxes: true) },
    GradientCase("mean", single) { $0[0].mean() },
    GradientCase("mean along an axis", single) { $0[0].mean(along: -2) },
    GradientCase("variance", single) { $0[0].variance(along: 0, correction: 1) },
    GradientCase("cumulativeSum", single) { $0[0].cumulativeSum(along: 1) },
    GradientCase("logSumExp", single) { $0[0].logSumExp(along: 0) },
  ]

  private static let ordering: [GradientCase] = [
    GradientCase("max", single, .distinct) { $0[0].max() },
    GradientCase("max along an axis", single, .distinct) { $0[0].max(along: 1) },
    GradientCase("min along an axis", single, .distinct) {
      $0[0].min(along: 0, keepingAxes: true)
    },
    GradientCase("sorted", single, .distinct) { $0[0].sorted(along: 1, descending: true) },
    GradientCase("topK", single, .distinct) { $0[0].topK(2, along: 0).values },
    GradientCase("quantile", single, .distinct) { $0[0].quantile(0.3, along: -1) },
  ]

  private static let shaping: [GradientCase] = [
    GradientCase("reshaped", single) { $0[0].reshaped(to: [2, -1]) },
    GradientCase("transposed", single) { $0[0].transposed(0, -1) },
    GradientCase("permuted", [[[2, 3, 4]], [[3, 2, 5]]]) { $0[0].permuted(to: [2, 0, 1]) },
    GradientCase("broadcast", [[[3, 1]], [[4]]]) { $0[0].broadcast(to: [2, 3, 4]) },
    GradientCase("repeated", single) { $0[0].repeated(2, along: 1) },
    GradientCase("reversed", single) { $0[0].reversed(along: 0, 1) },
    GradientCase("concatenated", [[[2, 3], [4, 3]], [[1, 2, 5], [3, 2, 5]]]) {
      .concatenated($0, along: 0)
    },
    GradientCase("stacked", [[[2, 3], [2, 3]], [[4, 3, 2], [4, 3, 2]]]) {
      .stacked($0, along: -1)
    },
    GradientCase("padded", single) { $0[0].padded([(1, 2), (0, 3)], with: 7) },
  ]

  private static let indexing: [GradientCase] = [
    GradientCase("subscript", single) { $0[0][1, 1..<3] },
    GradientCase("subscript of all", single) { $0[0][.all, 2...] },
    GradientCase("selecting", single) { $0[0].selecting([2, 0, 2, 1], along: 1) },
    GradientCase("taking", [[[2, 4]], [[2, 5]]]) { $0[0].taking([[3, 0], [1, 1]], along: 1) },
    GradientCase("picking", [[[2, 4]], [[2, 3]]]) { $0[0].picking([2, 0], along: 1) },
    GradientCase("embedding", [[[4, 3]], [[5, 2]]]) {
      $0[0].embedding([3, 0, 3, 1], shape: [2, 2])
    },
  ]

  private static let products: [GradientCase] = [
    GradientCase(
      "matmul", [[[3, 4], [4, 5]], [[2, 3, 4], [4, 5]], [[2, 3, 4], [2, 4, 2]]]
    ) {
      $0[0].matmul($0[1])
    },
    GradientCase(
      "matmul, batches broadcast", [[[2, 1, 3, 4], [5, 4, 2]], [[3, 4], [2, 4, 5]]]
    ) {
      $0[0].matmul($0[1])
    },
    GradientCase("matmul with the left transposed", [[[4, 3], [4, 5]], [[2, 4, 3], [4, 5]]]) {
      $0[0].matmul($0[1], transposing: .left)
    },
    GradientCase("matmul with the right transposed", [[[3, 4], [5, 4]], [[2, 3, 4], [5, 4]]]) {
      $0[0].matmul($0[1], transposing: .right)
    },
    GradientCase("matmul with both transposed", [[[4, 3], [5, 4]], [[2, 4, 3], [2, 5, 4]]]) {
      $0[0].matmul($0[1], transposing: .both)
    },
    GradientCase("matmul with a vector", [[[3, 4], [4]], [[2, 3, 5], [5]]]) {
      $0[0].matmul($0[1])
    },
    GradientCase("vector matmul", [[[4], [4, 3]], [[5], [2, 5, 3]]]) { $0[0].matmul($0[1]) },
    GradientCase(
      "attention",
      [[[2, 3, 4], [2, 5, 4], [2, 5, 3]], [[2, 2, 4, 3], [2, 2, 4, 3], [2, 2, 4, 5]]]
    ) { Tensor.attention(queries: $0[0], keys: $0[1], values: $0[2]).output },
    GradientCase(
      "causal attention", [[[2, 4, 3], [2, 4, 3], [2, 4, 2]], [[3, 2], [3, 2], [3, 4]]]
    ) {
      Tensor.attention(queries: $0[0], keys: $0[1], values: $0[2], causal: true).output
    },
  ]

  private static let windows: [GradientCase] = [
    GradientCase(
      "conv2d", [[[2, 3, 5, 4], [4, 3, 3, 2], [4]], [[3, 1, 4, 6], [2, 1, 1, 3], [2]]]
    ) {
      $0[0].conv2d($0[1], bias: $0[2])
    },
    GradientCase(
      "padded conv2d", [[[2, 2, 5, 4], [3, 2, 3, 3]], [[2, 3, 4, 7], [2, 3, 3, 5]]]
    ) {
      $0[0].conv2d($0[1], padding: 2)
    },
    GradientCase(
      "strided conv2d", [[[2, 2, 7, 6], [3, 2, 3, 3]], [[2, 3, 6, 9], [2, 3, 2, 5]]]
    ) {
      $0[0].conv2d($0[1], stride: 2, padding: 1)
    },
    GradientCase("same conv2d", [[[2, 2, 6, 5], [3, 2, 3, 3]], [[2, 1, 7, 4], [2, 1, 5, 4]]]) {
      $0[0].conv2d($0[1], stride: 2, padding: .same)
    },
    GradientCase(
      "grouped conv2d", [[[2, 4, 5, 4], [6, 2, 3, 2]], [[2, 6, 4, 5], [4, 3, 2, 2]]]
    ) {
      $0[0].conv2d($0[1], padding: 1, groups: 2)
    },
    GradientCase(
      "depthwise conv2d", [[[2, 3, 5, 4], [3, 1, 3, 3]], [[3, 3, 6, 5], [6, 1, 2, 3]]]
    ) {
      $0[0].conv2d($0[1], stride: 2, padding: 1, groups: 3)
    },
    GradientCase("maxPool2d", [[[2, 3, 4, 6]], [[3, 2, 5, 7]]], .distinct) { $0[0].maxPool2d(2) },
    GradientCase("overlapping maxPool2d", [[[2, 3, 5, 6]], [[3, 1, 7, 4]]], .distinct) {
      $0[0].maxPool2d(3, stride: 2, padding: 1)
    },
    GradientCase("avgPool2d", [[[2, 3, 4, 6]], [[3, 2, 5, 7]]]) { $0[0].avgPool2d(2) },
    GradientCase("overlapping avgPool2d", [[[2, 3, 5, 6]], [[3, 1, 7, 4]]]) {
      $0[0].avgPool2d(3, stride: 2, padding: 1)
    },
    GradientCase("globalAvgPool2d", [[[2, 3, 4, 6]], [[3, 2, 5, 7]]]) {
      $0[0].globalAvgPool2d()
    },
    GradientCase("bilinear resized", [[[2, 3, 4, 6]], [[3, 2, 5, 3]]]) {
      $0[0].resized(height: 7, width: 5)
    },
    GradientCase("nearest resized", [[[2, 3, 4, 6]], [[3, 2, 5, 3]]]) {
      $0[0].resized(height: 7, width: 5, by: .nearest)
    },
  ]

  private static let normalization: [GradientCase] = [
    GradientCase("softmax", single) { $0[0].softmax(along: 1) },
    GradientCase("logSoftmax", single) { $0[0].logSoftmax(along: 0) },
    GradientCase("layerNorm", [[[3, 4], [4], [4]], [[2, 3, 5], [5], [5]]], .distinct) {
      $0[0].layerNorm(weight: $0[1], bias: $0[2])
    },
  ]

  private static let losses: [GradientCase] = [
    GradientCase("crossEntropy", [[[3, 4]], [[3, 7]]]) { $0[0].crossEntropy(with: [2, 0, 3]) },
    GradientCase("binaryCrossEntropy", [[[3, 4], [3, 4]], [[2, 5], [2, 5]]]) {
      $0[0].binaryCrossEntropy(with: $0[1])
    },
    GradientCase("meanSquaredError", [[[3, 4], [3, 4]], [[2, 5], [2, 5]]]) {
      $0[0].meanSquaredError(to: $0[1])
    },
  ]
}
