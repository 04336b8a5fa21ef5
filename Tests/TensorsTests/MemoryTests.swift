import Dispatch
import Tensors
import Testing

/// Blocks of memory are used again; these tests look for two tensors that share one.
@Suite struct MemoryTests {
  /// Keeps some tensors of many sizes, drops others, and says how many hold what they should.
  private func churn(seed: UInt64, rounds: Int) -> (kept: Int, right: Int) {
    var generator = SplitMix64(seed: seed)
    var kept: [Tensor] = []
    var marks: [Float] = []
    for round in 0..<rounds {
      // Around the largest inline size, the size classes and the sizes that use threads.
      let around = [1024, 1152, 2048, 4096, 5000, 40_000][round % 6]
      let count = around + Int.random(in: -3...3, using: &generator)
      let mark = Float(round) + Float(seed) * 1000
      let tensor = Tensor(repeating: mark - 1, shape: [count]) + 1
      if Bool.random(using: &generator) {
        kept.append(tensor)
        marks.append(mark)
      }
      if kept.count > 12 {
        let victim = Int.random(in: 0..<kept.count, using: &generator)
        kept.remove(at: victim)
        marks.remove(at: victim)
      }
    }
    let right = zip(kept, marks).count { tensor, mark in
      tensor.min().scalar == mark && tensor.max().scalar == mark
    }
    return (kept.count, right)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `no two living tensors share a block`(seed: UInt64) {
    let (kept, right) = churn(seed: seed, rounds: 600)
    #expect(kept > 5)
    #expect(right == kept)
  }

  @Test func `nor do those of different threads`() {
    let (kept, right) = (Counter(), Counter())
    DispatchQueue.concurrentPerform(iterations: 6) { worker in
      let result = churn(seed: UInt64(worker) + 10, rounds: 200)
      kept.add(result.kept)
      right.add(result.right)
    }
    #expect(kept.count > 30)
    #expect(right.count == kept.count)
  }

  @Test(arguments: [1, 1023, 1024, 1025, 1151, 1152, 1153, 4096, 262_144, 262_145])
  func `the first and the last element of every size are its own`(count: Int) {
    let tensors = (0..<4).map { Tensor(repeating: Float($0), shape: [count]) * 2 }
    for (mark, tensor) in tensors.enumerated() {
      #expect(tensor[0].scalar == Float(2 * mark))
      #expect(tensor[-1].scalar == Float(2 * mark))
      #expect(tensor.sum().scalar == Float(2 * mark * count))
    }
  }

  @Test(arguments: [10, 5000])
  func `a view keeps its tensor alive`(count: Int) {
    func part() -> Tensor { (Tensor.counting(0..<3 * count).reshaped(to: [3, count]) + 1)[1] }
    let view = part()
    let noise = (0..<10).map { Tensor(repeating: Float($0), shape: [3 * count]) * 0.5 }
    #expect(noise.count == 10)
    #expect(view.scalars == (count..<2 * count).map { Float($0 + 1) })
  }
}
