import Tensors
import Testing

@Suite struct DescriptionTests {
  @Test func `a single number`() {
    #expect("\(Tensor(2.5))" == "Tensor 2.5")
    #expect("\(Tensor(-3))" == "Tensor -3")
    #expect("\(Tensor(Float(-0.0)))" == "Tensor 0")
  }

  @Test func `a vector`() {
    #expect("\(Tensor([1, -2, 0.25]))" == "Tensor [3], -2 … 1\n[1, -2, 0.25]")
    #expect("\(Tensor([7]))" == "Tensor [1], 7 … 7\n[7]")
  }

  @Test func `a matrix has its columns under each other`() {
    let x: Tensor = [[0.5, 2, 3], [4, -15, 6]]
    #expect(
      "\(x)" == """
        Tensor [2, 3], -15 … 6
        [[0.5,   2,   3],
         [  4, -15,   6]]
        """)
  }

  @Test func `matrices of a batch are set apart`() {
    let x = Tensor.counting(0..<8).reshaped(to: [2, 2, 2])
    #expect(
      "\(x)" == """
        Tensor [2, 2, 2], 0 … 7
        [[[0, 1],
          [2, 3]],

         [[4, 5],
          [6, 7]]]
        """)
    #expect(
      "\(x.reshaped(to: [2, 1, 2, 2]))" == """
        Tensor [2, 1, 2, 2], 0 … 7
        [[[[0, 1],
           [2, 3]]],


         [[[4, 5],
           [6, 7]]]]
        """)
  }

  @Test func `eight are shown, of nine the middle is left out`() {
    #expect("\(Tensor.counting(0..<8))" == "Tensor [8], 0 … 7\n[0, 1, 2, 3, 4, 5, 6, 7]")
    #expect("\(Tensor.counting(0..<9))" == "Tensor [9], 0 … 8\n[0, 1, 2, …, 6, 7, 8]")
  }

  @Test func `long axes both ways`() {
    let x = Tensor.counting(0..<100).reshaped(to: [10, 10])
    #expect(
      "\(x)" == """
        Tensor [10, 10], 0 … 99
        [[ 0,  1,  2, …,  7,  8,  9],
         [10, 11, 12, …, 17, 18, 19],
         [20, 21, 22, …, 27, 28, 29],
         …,
         [70, 71, 72, …, 77, 78, 79],
         [80, 81, 82, …, 87, 88, 89],
         [90, 91, 92, …, 97, 98, 99]]
        """)
  }

  @Test func `the width is that of what is shown, the range that of everything`() {
    var scalars = [Float](repeating: 1, count: 20)
    scalars[10] = -1000
    #expect(
      "\(Tensor(scalars, shape: [1, 20]))"
        == "Tensor [1, 20], -1000 … 1\n[[1, 1, 1, …, 1, 1, 1]]")
  }

  @Test func `NaN and infinity`() {
    #expect("\(Tensor([1, .nan, 3]))" == "Tensor [3], 1 … 3, 1 NaN\n[1, NaN, 3]")
    #expect("\(Tensor([.nan, .nan]))" == "Tensor [2], all NaN\n[NaN, NaN]")
    #expect("\(Tensor([.infinity, -.infinity]))" == "Tensor [2], -∞ … ∞\n[∞, -∞]")
    #expect("\(Tensor(Float.nan))" == "Tensor NaN")
    #expect("\(Tensor([.nan, .infinity]))" == "Tensor [2], ∞ … ∞, 1 NaN\n[NaN, ∞]")
  }

  @Test(
    arguments: [
      (1e-5, "1e-5"), (1.234e-5, "1.234e-5"), (-2e-9, "-2e-9"), (1e-4, "1e-4"), (1e7, "1e7"),
      (9_999_999, "9999999"), (99_999_992, "1e8"), (1.5e30, "1.5e30"), (-3.4028235e38, "-3.403e38"),
      (.leastNonzeroMagnitude, "1.401e-45"), (123_456, "123456"), (1234.56, "1234.6"),
      (123.456, "123.46"), (12.3456, "12.346"), (1.23456, "1.2346"), (0.123456, "0.1235"),
      (9.99996, "10"), (0.1, "0.1"), (-0.5, "-0.5"), (1e-10, "1e-10"), (1e20, "1e20"),
    ] as [(Float, String)])
  func `numbers are short`(value: Float, text: String) {
    #expect("\(Tensor(value))" == "Tensor \(text)")
  }

  @Test func `nothing`() {
    #expect("\(Tensor([]))" == "Tensor [0], empty")
    #expect("\(Tensor.zeros([2, 0, 3]))" == "Tensor [2, 0, 3], empty")
  }

  @Test func `a view prints what it shows`() {
    let x = Tensor.counting(0..<6).reshaped(to: [3, 2])
    #expect("\(x[1])" == "Tensor [2], 2 … 3\n[2, 3]")
    #expect("\(x.tracked()[.all, 1])" == "Tensor [3], 1 … 5\n[1, 3, 5]")
  }
}
