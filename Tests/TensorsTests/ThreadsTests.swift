import Dispatch
import Tensors
import Testing

/// The number of threads belongs to the process: only tests of this suite set it, one at a time.
@Suite(.serialized) struct ThreadsTests {
  struct Kernel: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let run: @Sendable () -> [Tensor]

    init(_ name: String, _ run: @escaping @Sendable () -> [Tensor]) {
      testDescription = name
      self.run = run
    }
  }

  /// Sizes at which several threads take part, and which do not divide evenly.
  static let long = Tensor.drawn([70_003], seed: 1)
  static let rows = Tensor.drawn([301, 257], seed: 2)
  static let row = Tensor.drawn([257], seed: 3)
  static let images = Tensor.drawn([5, 7, 33, 35], seed: 4)

  static let kernels = [
    Kernel("elementwise") { [long.exp(), long.tanh() + long, (long * long).relu(), long.gelu()] },
    Kernel("broadcast") {
      [
        rows + row, row - rows, rows * row.reshaped(to: [257, 1])[..<1],
        images * images[0, .all, ..<1, ..<1],
      ]
    },
    Kernel("reductions") {
      [
        long.sum(), rows.sum(along: 0), rows.sum(along: 1), images.sum(along: 0, 2),
        images.mean(along: 1), rows.variance(along: 0),
        long[..<70_000].reshaped(to: [7, 100, 100]).sum(along: 1),
        Tensor.concatenated([long, long, long]).sum(), images.globalAvgPool2d(),
      ]
    },
    Kernel("orders, extremes, running sums and standardized rows") {
      [
        rows.sorted(along: 1), rows.topK(5).values, rows.max(along: 0), rows.min(along: 1),
        rows.cumulativeSum(), rows.layerNorm(weight: .ones([257]), bias: .zeros([257])),
      ]
    },
    Kernel("softmax") {
      [rows.softmax(), rows.softmax(along: 0), rows.logSoftmax(), rows.logSumExp(along: 0)]
    },
    Kernel("cross-entropy") {
      let labels = (0..<301).map { $0 % 257 }
      let z = rows.tracked()
      let loss = z.crossEntropy(with: labels)
      return [loss, gradient(of: loss, withRespectTo: z)]
    },
    Kernel("matmul") {
      let square = rows[..<257]
      let batch = images.reshaped(to: [35, 33, 35])
      return [
        rows.matmul(square), rows.matmul(rows, transposing: .right),
        rows.matmul(rows, transposing: .left), square.matmul(rows, transposing: .both),
        rows.matmul(row), batch.matmul(batch, transposing: .right), row[..<1].matmul(rows[..<1]),
      ]
    },
    Kernel("matmul of a result too large for the second cache") {
      let wide = Tensor.concatenated([rows, rows], along: 1)
      let large = Tensor.concatenated([wide, wide])
      return [large.matmul(large, transposing: .right)]
    },
    Kernel("matmul's gradients") {
      let (a, b) = (rows.tracked(), rows[..<257].tracked())
      return gradients(of: (a.matmul(b) * rows).sum(), withRespectTo: [a, b])
    },
    Kernel("conv2d and its gradients") { convolution([12, 7, 3, 3], padding: 1) },
    Kernel("strided conv2d and its gradients") { convolution([9, 7, 3, 3], stride: 2) },
    Kernel("1 × 1 conv2d and its gradients") { convolution([40, 7, 1, 1]) },
    Kernel("depthwise conv2d and its gradients") {
      convolution([7, 1, 5, 5], padding: 2, groups: 7)
    },
    Kernel("grouped conv2d and its gradients") {
      convolution([8, 3, 3, 3], images[.all, ..<6], padding: 1, groups: 2)
    },
    Kernel("pooling") {
      let x = images.tracked()
      let pooled = [
        x.maxPool2d(2), x.maxPool2d(3, stride: 2, padding: 1), x.avgPool2d(2),
        x.avgPool2d(3, stride: 1, padding: 1),
      ]
      return pooled + pooled.map { gradient(of: ($0 * $0).sum(), withRespectTo: x) }
        + [images.maxPool2d(2), images.maxPool2d(3, stride: 2, padding: 1)]
    },
    Kernel("resize") {
      let x = images.tracked()
      let resized = [
        x.resized(height: 50, width: 41), x.resized(height: 20, width: 70, by: .nearest),
      ]
      return resized + resized.map { gradient(of: ($0 * $0).sum(), withRespectTo: x) }
    },
    Kernel("copies") {
      [
        rows.transposed(), images.permuted(to: [0, 2, 3, 1]), images.permuted(to: [3, 1, 0, 2]),
        images[.all, 1..<6, 2..<30, 3...], images.padded([(2, 3), (1, 4)], with: 7),
        Tensor.concatenated([images, images], along: 1), row.broadcast(to: [301, 257]),
        rows.selecting((0..<301).reversed()), rows.cumulativeSum(along: 0),
      ]
    },
    Kernel("a small network") {
      let weight = Tensor.drawn([10, 7, 3, 3], seed: 5).tracked()
      let head = Tensor.drawn([10, 6], seed: 6).tracked()
      let x = images.tracked()
      let scale = Tensor.ones([6])
      let logits = x.conv2d(weight, padding: .same).relu().globalAvgPool2d().matmul(head)
        .layerNorm(weight: scale, bias: scale)
      let loss = logits.crossEntropy(with: [0, 1, 2, 3, 4])
      return [loss] + gradients(of: loss, withRespectTo: [x, weight, head])
    },
  ]

  private static func convolution(
    _ filters: [Int], _ images: Tensor = images, stride: Int = 1, padding: Padding = 0,
    groups: Int = 1
  ) -> [Tensor] {
    let inputs = [
      images.tracked(), Tensor.drawn(filters, seed: 7).tracked(),
      Tensor.drawn([filters[0]], seed: 8).tracked(),
    ]
    let y = inputs[0].conv2d(
      inputs[1], bias: inputs[2], stride: stride, padding: padding, groups: groups)
    return [y] + gradients(of: (y * y).sum(), withRespectTo: inputs)
  }

  /// Runs a closure with a number of threads, and restores the number there was.
  private func with<Result>(threads: Int, _ body: () -> Result) -> Result {
    let before = Threads.count
    defer { Threads.count = before }
    Threads.count = threads
    return body()
  }

  @Test(arguments: kernels)
  func `the number of threads does not change a bit, nor does another run`(kernel: Kernel) {
    let alone = with(threads: 1) { kernel.run() }
    #expect(!alone.isEmpty)
    for threads in [2, 3, 1] {
      let results = with(threads: threads) { kernel.run() }
      #expect(results.count == alone.count)
      for (place, pair) in zip(results, alone).enumerated() {
        #expect(
          haveSameBits(pair.0, pair.1),
          "result \(place) of shape \(pair.1.shape), \(threads) threads")
      }
    }
  }

  @Test func `the number of threads is kept within what the pool can give`() {
    with(threads: 5) {
      #expect(Threads.count == 5)
      Threads.count = 0
      #expect(Threads.count == 1)
      Threads.count = -3
      #expect(Threads.count == 1)
      Threads.count = 100_000
      #expect(Threads.count == 256)
    }
  }

  @Test func `more threads than processors change nothing but the time`() {
    let alone = with(threads: 1) { Self.long.exp() }
    let many = with(threads: 40) { (0..<20).map { _ in Self.long.exp() } }
    #expect(many.count == 20)
    #expect(many.allSatisfy { haveSameBits($0, alone) })
  }

  @Test func `callers on many threads get their own results`() {
    let expected = (0..<8).map { (Self.long * Tensor(Float($0))).tanh() }
    let right = Counter()
    with(threads: 3) {
      DispatchQueue.concurrentPerform(iterations: 8) { worker in
        for _ in 0..<20 {
          let found = (Self.long * Tensor(Float(worker))).tanh()
          if haveSameBits(found, expected[worker]) { right.add() }
        }
      }
    }
    #expect(right.count == 160)
  }

  @Test func `the number of threads may change while others compute`() {
    let expected = Self.rows.softmax()
    let right = Counter()
    with(threads: 2) {
      DispatchQueue.concurrentPerform(iterations: 3) { worker in
        for round in 0..<40 {
          if worker == 0 {
            Threads.count = round % 4 + 1
          } else if haveSameBits(Self.rows.softmax(), expected) {
            right.add()
          }
        }
      }
    }
    #expect(right.count == 80)
  }
}
