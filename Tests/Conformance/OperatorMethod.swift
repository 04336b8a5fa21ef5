import Tensors

/// Runs one operator: its value, and the gradient of each input for the given upstream gradient.
func runOperator(_ run: CaseRun) throws -> [String: Tensor] {
  guard let name = run.case.parameters["op"]?.text else {
    throw ConformanceError.missing("operator's name op")
  }
  guard let `operator` = operators[name] else {
    throw ConformanceError.notCovered("operator \(name)")
  }
  let roles = `operator`.inputs.filter { run.case.inputs[$0] != nil }
  let inputs = try roles.map { try run.input($0) }
  let (value, pullback) = try valueWithPullback(
    of: { try `operator`.function($0, run) }, atAll: inputs)
  var results = ["value": value]
  if let upstream = try run.optionalInput("upstream") {
    guard upstream.count == value.count else {
      throw ConformanceError.missing("upstream gradient of shape \(value.shape)")
    }
    for (role, gradient) in zip(roles, pullback(upstream.reshaped(to: value.shape))) {
      results["grad.\(role)"] = gradient
    }
  }
  return results
}

/// An operator as cases call it.
private struct Operator: Sendable {
  /// The inputs that have a gradient, in the order of the function's arguments.
  let inputs: [String]
  let function: @Sendable ([Tensor], CaseRun) throws -> Tensor

  init(
    _ inputs: String..., function: @escaping @Sendable ([Tensor], CaseRun) throws -> Tensor
  ) {
    self.inputs = inputs
    self.function = function
  }
}

private let operators: [String: Operator] = [
  "add": Operator("x", "y") { x, _ in x[0] + x[1] },
  "sub": Operator("x", "y") { x, _ in x[0] - x[1] },
  "mul": Operator("x", "y") { x, _ in x[0] * x[1] },
  "div": Operator("x", "y") { x, _ in x[0] / x[1] },
  "neg": Operator("x") { x, _ in -x[0] },
  "matmul": Operator("x", "y") { x, _ in x[0].matmul(x[1]) },
  "exp": Operator("x") { x, _ in x[0].exp() },
  "log": Operator("x") { x, _ in x[0].log() },
  "sqrt": Operator("x") { x, _ in x[0].sqrt() },
  "abs": Operator("x") { x, _ in x[0].abs() },
  "relu": Operator("x") { x, _ in x[0].relu() },
  "relu6": Operator("x") { x, _ in x[0].relu6() },
  "leakyRelu": Operator("x") { x, run in x[0].leakyRelu(slope: run.float("slope", or: 0.01)) },
  "gelu": Operator("x") { x, _ in x[0].gelu() },
  "sigmoid": Operator("x") { x, _ in x[0].sigmoid() },
  "tanh": Operator("x") { x, _ in x[0].tanh() },
  "softplus": Operator("x") { x, _ in x[0].softplus() },
  "sum": Operator("x") { x, run in
    x[0].sum(along: run.axes(of: x[0]), keepingAxes: run.flag("keepingDimension"))
  },
  "mean": Operator("x") { x, run in
    x[0].mean(along: run.axes(of: x[0]), keepingAxes: run.flag("keepingDimension"))
  },
  "variance": Operator("x") { x, run in
    x[0].variance(
      along: run.axes(of: x[0]), correction: run.optionalInteger("correction") ?? 0,
      keepingAxes: run.flag("keepingDimension"))
  },
  "max": Operator("x") { x, run in
    guard let axis = run.optionalInteger("axis") else { return x[0].max() }
    return x[0].max(along: axis, keepingAxes: run.flag("keepingDimension"))
  },
  "min": Operator("x") { x, run in
    guard let axis = run.optionalInteger("axis") else { return x[0].min() }
    return x[0].min(along: axis, keepingAxes: run.flag("keepingDimension"))
  },
  "cumulativeSum": Operator("x") { x, run in x[0].cumulativeSum(along: try run.integer("axis")) },
  "transpose": Operator("x") { x, run in
    guard let axes = run.case.parameters["axes"]?.integers, axes.count == 2 else {
      throw ConformanceError.missing("pair of axes")
    }
    return x[0].transposed(axes[0], axes[1])
  },
  "permute": Operator("x") { x, run in
    x[0].permuted(to: run.case.parameters["axes"]?.integers ?? [])
  },
  "reshape": Operator("x") { x, run in
    x[0].reshaped(to: run.case.parameters["shape"]?.integers ?? [])
  },
  "softmax": Operator("x") { x, run in x[0].softmax(along: try run.integer("axis")) },
  "logSoftmax": Operator("x") { x, run in x[0].logSoftmax(along: try run.integer("axis")) },
  "logSumExp": Operator("x") { x, run in x[0].logSumExp(along: try run.integer("axis")) },
  "conv2d": Operator("x", "w", "b") { x, run in
    x[0].conv2d(
      x[1], bias: x.count > 2 ? x[2] : nil, stride: run.optionalInteger("stride") ?? 1,
      padding: run.case.parameters["padding"]?.text == "same"
        ? .same : .each(run.optionalInteger("padding") ?? 0),
      groups: run.optionalInteger("groups") ?? 1)
  },
  "maxPool2d": Operator("x") { x, run in
    x[0].maxPool2d(
      try run.integer("kernel"), stride: run.optionalInteger("stride"),
      padding: run.optionalInteger("padding") ?? 0)
  },
  "avgPool2d": Operator("x") { x, run in
    x[0].avgPool2d(
      try run.integer("kernel"), stride: run.optionalInteger("stride"),
      padding: run.optionalInteger("padding") ?? 0)
  },
  "globalAvgPool2d": Operator("x") { x, _ in x[0].globalAvgPool2d() },
  "bilinearResize": Operator("x") { x, run in
    x[0].resized(height: try run.integer("height"), width: try run.integer("width"))
  },
  "nearestResize": Operator("x") { x, run in
    x[0].resized(height: try run.integer("height"), width: try run.integer("width"), by: .nearest)
  },
  "layerNorm": Operator("x", "w", "b") { x, run in
    x[0].layerNorm(weight: x[1], bias: x[2], epsilon: run.float("epsilon", or: 1e-5))
  },
  "attention": Operator("q", "k", "v") { x, run in
    Tensor.attention(queries: x[0], keys: x[1], values: x[2], causal: run.flag("causal")).output
  },
  "embedding": Operator("table") { x, run in
    let indices = try run.input("indices")
    return x[0].embedding(indices.scalars.map { Int($0) }, shape: indices.shape)
  },
  "crossEntropy": Operator("x") { x, run in
    x[0].crossEntropy(with: try run.input("labels").scalars.map { Int($0) })
  },
  "binaryCrossEntropy": Operator("x") { x, run in
    x[0].binaryCrossEntropy(with: try run.input("targets"))
  },
  "meanSquaredError": Operator("x", "y") { x, _ in x[0].meanSquaredError(to: x[1]) },
]

extension CaseRun {
  /// The axes to reduce: one, several, or all.
  fileprivate func axes(of x: Tensor) -> [Int] {
    if let axis = optionalInteger("axis") { return [axis] }
    return `case`.parameters["axes"]?.integers ?? Array(0..<x.rank)
  }
}
