import Foundation

/// How many operations a core of this machine can do at best: fused multiply-adds on numbers that
/// never leave its registers.
///
/// The clock of a processor goes down as it gets warm, and with what other programs do; so this is
/// measured beside what is compared with it.
enum ProcessorPeak {
  #if NARROW_VECTORS || arch(arm64)
    private typealias Vector = SIMD8<Float>
  #else
    private typealias Vector = SIMD16<Float>
  #endif

  /// Returns the billions of operations a second of one core, measured for some milliseconds.
  static func gigaflops() -> Double {
    let steps = 40_000
    let samples = (0..<9).map { _ in
      let start = ContinuousClock.now
      let sum = multiplyAndAdd(steps)
      let time = (ContinuousClock.now - start) / .nanoseconds(1)
      precondition(sum > 0, "The sum is that of positive numbers.")
      return Double(steps * chains * Vector.scalarCount * 2) / time
    }
    return samples.sorted()[samples.count / 2]
  }

  /// So many sums that none waits for another.
  private static let chains = 12

  @inline(never)
  private static func multiplyAndAdd(_ steps: Int) -> Float {
    let (a, b) = (Vector(repeating: 0.5), Vector(repeating: 1))
    var (c0, c1, c2, c3) = (b, b, b, b)
    var (c4, c5, c6, c7) = (b, b, b, b)
    var (c8, c9, c10, c11) = (b, b, b, b)
    for _ in 0..<steps {
      c0 = b.addingProduct(a, c0)
      c1 = b.addingProduct(a, c1)
      c2 = b.addingProduct(a, c2)
      c3 = b.addingProduct(a, c3)
      c4 = b.addingProduct(a, c4)
      c5 = b.addingProduct(a, c5)
      c6 = b.addingProduct(a, c6)
      c7 = b.addingProduct(a, c7)
      c8 = b.addingProduct(a, c8)
      c9 = b.addingProduct(a, c9)
      c10 = b.addingProduct(a, c10)
      c11 = b.addingProduct(a, c11)
    }
    let sums = [c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11]
    return sums.reduce(0) { $0 + $1.sum() }
  }
}
