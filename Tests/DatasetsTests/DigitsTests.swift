import Datasets
import Tensors
import Testing

/// The digits: their number, their labels, and that each tile has its own.
@Suite struct DigitsTests {
  @Test func `there are four thousand to learn from and a thousand to test on`() throws {
    let (training, test) = (try Digits.training(), try Digits.test())
    #expect(training.images.shape == [4_000, 1, 28, 28] && training.count == 4_000)
    #expect(test.images.shape == [1_000, 1, 28, 28] && test.count == 1_000)
    for digits in [training, test] {
      #expect(digits.images.min().scalar == 0 && digits.images.max().scalar == 1)
      #expect(Set(digits.labels) == Set(0...9))
      // No tile is empty, and ink is in the middle as in all of MNIST.
      #expect(digits.images.flattened(from: 1).sum(along: 1).min().scalar > 10)
      #expect(digits.images[.all, 0, 0].max().scalar == 0)
    }
    #expect(Array(test.labels.prefix(12)) == [9, 4, 1, 5, 6, 7, 0, 9, 8, 1, 7, 1])
  }

  @Test func `images and labels belong together`() throws {
    // The nearest of the mean digits is right four times in five; of shuffled labels, once in ten.
    let (training, test) = (try Digits.training(), try Digits.test())
    let flat = training.images.flattened(from: 1)
    let means = (0..<10).map { digit in
      let rows = training.labels.indices.filter { training.labels[$0] == digit }
      return flat.selecting(rows, along: 0).mean(along: 0)
    }
    let centres = Tensor.stacked(means, along: 0)
    let products = test.images.flattened(from: 1).matmul(centres, transposing: .right)
    let nearest = (products - centres.squared().sum(along: 1) / 2).argmax(along: 1)
    let right = zip(nearest, test.labels).count { $0 == $1 }
    #expect(right > 750, "\(right)")
  }

  @Test func `some of them keep their labels`() throws {
    let digits = try Digits.test()
    let some = digits[[5, 0, 999]]
    #expect(some.labels == [7, 9, digits.labels[999]])
    #expect(some.images[0] == digits.images[5])
  }
}
