import Tensors

/// Single operators, as `compare/peers.py` defines them for PyTorch.
let operatorItems = matrixItems + convolutionItems + elementwiseItems + smallItems

// Four lists: one expression for all of them would take the compiler ten seconds.
private let matrixItems: [Item] =
  [64, 256, 1024].map { size in
    Item(
      id: "a.matmul.\(size)", label: "matmul [\(size), \(size)] · [\(size), \(size)]",
      operations: 2 * Double(size * size * size)
    ) {
      var generator = SplitMix64(seed: 0)
      let a = Tensor.normal(shape: [size, size], using: &generator)
      let b = Tensor.normal(shape: [size, size], using: &generator)
      return { keep(a.matmul(b)) }
    }
  }

// Ours has one layout; it is compared with both of PyTorch's.
private let convolutionItems: [Item] =
  ["", ".cl"].flatMap { suffix in
    [
      Item(
        id: "a.conv.fwd\(suffix)", label: "conv2d 3×3 [32, 16, 32, 32] → 32 channels",
        operations: 301_989_888
      ) {
        let (x, weight, bias, _) = convolutionInputs()
        return { keep(x.conv2d(weight, bias: bias, padding: 1)) }
      },
      Item(
        id: "a.conv.fwdbwd\(suffix)", label: "the same, forward and three gradients",
        operations: 905_969_664
      ) {
        let (x, weight, bias, upstream) = convolutionInputs()
        return {
          let (_, pullback) = valueWithPullback(
            of: { $0[0].conv2d($0[1], bias: $0[2], padding: 1) }, atAll: [x, weight, bias])
          keep(pullback(upstream)[0])
        }
      },
    ]
  }

private let elementwiseItems: [Item] =
  [1000, 1_000_000].map { count in
    Item(id: "a.addrelu.\(count)", label: "relu(a + b) on \(count) elements") {
      var generator = SplitMix64(seed: 0)
      let a = Tensor.normal(shape: [count], using: &generator)
      let b = Tensor.normal(shape: [count], using: &generator)
      return { keep((a + b).relu()) }
    }
  }

private let smallItems: [Item] =
  [
    Item(id: "a.ce.fwd", label: "cross-entropy [256, 10]") {
      let (logits, labels) = classification()
      return { keep(logits.crossEntropy(with: labels)) }
    },
    Item(id: "a.ce.fwdbwd", label: "cross-entropy [256, 10] with its gradient") {
      let (logits, labels) = classification()
      let tracked = logits.tracked()
      return {
        keep(gradient(of: tracked.crossEntropy(with: labels), withRespectTo: tracked))
      }
    },
    Item(id: "a.chain100.fwd", label: "50 × (x · a + b) on 16 elements") {
      let (x, a, b) = chainInputs()
      return { keep(chain(x, a, b)) }
    },
    Item(id: "a.chain100.fwdbwd", label: "the same with the gradients of x, a and b") {
      let (x, a, b) = chainInputs()
      let inputs = [x.tracked(), a.tracked(), b.tracked()]
      return {
        keep(
          gradients(of: chain(inputs[0], inputs[1], inputs[2]), withRespectTo: inputs)[0])
      }
    },
  ]

private func convolutionInputs() -> (Tensor, Tensor, Tensor, Tensor) {
  var generator = SplitMix64(seed: 0)
  return (
    .normal(shape: [32, 16, 32, 32], using: &generator),
    .normal(deviation: 0.1, shape: [32, 16, 3, 3], using: &generator), .zeros([32]),
    .normal(shape: [32, 32, 32, 32], using: &generator)
  )
}

private func classification() -> (Tensor, [Int]) {
  var generator = SplitMix64(seed: 0)
  return (
    .normal(shape: [256, 10], using: &generator),
    (0..<256).map { _ in Int.random(in: 0..<10, using: &generator) }
  )
}

private func chainInputs() -> (Tensor, Tensor, Tensor) {
  var generator = SplitMix64(seed: 0)
  return (
    .uniform(shape: [16], using: &generator), .uniform(shape: [16], using: &generator),
    .uniform(shape: [16], using: &generator)
  )
}

private func chain(_ x: Tensor, _ a: Tensor, _ b: Tensor) -> Tensor {
  var x = x
  for _ in 0..<50 { x = x * a + b }
  return x.sum()
}

/// Keeps the compiler from leaving out a computation whose result nobody reads.
@inline(never)
func keep(_ tensor: Tensor) { withExtendedLifetime(tensor) {} }

/// Keeps the result of a call that may throw, which one that is timed does not.
func keep(_ body: () throws -> Tensor) {
  do {
    keep(try body())
  } catch {
    fatalError("an item of the benchmark failed: \(error)")
  }
}
