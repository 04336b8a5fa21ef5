import Tensors
import Testing

@Suite struct ConvolutionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var images: [Int]
    var filters: [Int]
    var stride = 1
    var padding: Padding = 0
    var groups = 1
    var testDescription: String { "\(images) \(filters) \(stride) \(padding) \(groups)" }
  }

  static let cases = [
    Case(images: [1, 1, 1, 1], filters: [1, 1, 1, 1]),
    Case(images: [3, 2, 5, 7], filters: [4, 2, 3, 2]),
    Case(images: [2, 3, 6, 5], filters: [5, 3, 1, 1]),
    Case(images: [2, 3, 7, 8], filters: [2, 3, 3, 3], padding: 1),
    Case(images: [2, 2, 7, 8], filters: [3, 2, 3, 4], stride: 2, padding: 1),
    Case(images: [2, 2, 4, 3], filters: [3, 2, 3, 3], padding: 4),
    Case(images: [3, 4, 9, 6], filters: [6, 2, 3, 3], stride: 3, groups: 2),
    Case(images: [2, 6, 7, 9], filters: [6, 1, 3, 3], padding: 1, groups: 6),
    Case(images: [2, 5, 8, 7], filters: [5, 1, 5, 5], stride: 2, padding: .same, groups: 5),
    Case(images: [2, 3, 6, 6], filters: [6, 1, 3, 2], padding: .same, groups: 3),
    Case(images: [1, 1, 8, 8], filters: [2, 1, 4, 4], stride: 2, padding: .same),
    Case(images: [1, 3, 17, 19], filters: [18, 3, 3, 3], padding: 1),
    Case(images: [1, 20, 5, 6], filters: [35, 20, 1, 1]),
    Case(images: [2, 17, 6, 5], filters: [16, 17, 3, 3], padding: .same),
    Case(images: [1, 2, 11, 3], filters: [2, 2, 1, 3], stride: 4),
    Case(images: [1, 1, 3, 40], filters: [1, 1, 3, 3], padding: 1),
    Case(images: [2, 5, 3, 32], filters: [6, 5, 3, 3], padding: 1),
    Case(images: [1, 16, 2, 64], filters: [14, 8, 2, 5], padding: .same, groups: 2),
    Case(images: [1, 8, 5, 32], filters: [8, 8, 3, 4], padding: .same),
    Case(images: [2, 7, 1, 32], filters: [5, 7, 1, 3], padding: .same),
    // The last vector of these is half full, or a little more.
    Case(images: [2, 9, 7, 7], filters: [16, 9, 3, 3], padding: 1),
    Case(images: [1, 5, 14, 14], filters: [13, 5, 3, 3], padding: 1),
    Case(images: [1, 3, 4, 6], filters: [8, 3, 1, 1]),
    Case(images: [1, 3, 4, 6], filters: [8, 3, 3, 3], padding: 1),
  ]

  /// Every product that the convolution adds up: places in image, filter and result.
  private func forEachTerm(
    _ each: Case, output: [Int], border: (top: Int, left: Int),
    _ body: (_ image: Int, _ filter: Int, _ result: Int) -> Void
  ) {
    let (channels, height, width) = (each.images[1], each.images[2], each.images[3])
    let (inputs, rows, columns) = (each.filters[1], each.filters[2], each.filters[3])
    let perGroup = each.filters[0] / each.groups
    for n in 0..<output[0] {
      for o in 0..<output[1] {
        for i in 0..<output[2] {
          for j in 0..<output[3] {
            let result = ((n * output[1] + o) * output[2] + i) * output[3] + j
            for c in 0..<inputs {
              for u in 0..<rows {
                let y = i * each.stride + u - border.top
                if y < 0 || y >= height { continue }
                for v in 0..<columns {
                  let x = j * each.stride + v - border.left
                  if x < 0 || x >= width { continue }
                  let channel = o / perGroup * inputs + c
                  body(
                    ((n * channels + channel) * height + y) * width + x,
                    ((o * inputs + c) * rows + u) * columns + v, result)
                }
              }
            }
          }
        }
      }
    }
  }

  /// The zeros before an axis and the size of the result, by PyTorch's rules.
  private func geometry(_ each: Case, axis: Int) -> (before: Int, size: Int) {
    let (size, kernel) = (each.images[axis], each.filters[axis])
    switch each.padding {
    case .each(let count): return (count, (size + 2 * count - kernel) / each.stride + 1)
    case .same:
      let windows = (size + each.stride - 1) / each.stride
      return (max(0, (windows - 1) * each.stride + kernel - size) / 2, windows)
    }
  }

  @Test(arguments: cases)
  func `value and gradients agree with loops`(each: Case) {
    let x = Tensor.drawn(each.images, seed: 1)
    let w = Tensor.drawn(each.filters, seed: 2)
    let b = Tensor.drawn([each.filters[0]], seed: 3)
    let (vertical, horizontal) = (geometry(each, axis: 2), geometry(each, axis: 3))
    let output = [each.images[0], each.filters[0], vertical.size, horizontal.size]
    let plane = output[2] * output[3]
    let upstream = Tensor.drawn(output, seed: 4)
    let (gridX, gridW, gridB) = (Grid(x).values, Grid(w).values, Grid(b).values)
    let g = Grid(upstream).values
    var y = g.indices.map { gridB[$0 / plane % output[1]] }
    var slopeX = [Double](repeating: 0, count: x.count)
    var slopeW = [Double](repeating: 0, count: w.count)
    var slopeB = [Double](repeating: 0, count: b.count)
    for place in g.indices { slopeB[place / plane % output[1]] += g[place] }
    forEachTerm(each, output: output, border: (vertical.before, horizontal.before)) {
      image, filter, result in
      y[result] += gridX[image] * gridW[filter]
      slopeX[image] += gridW[filter] * g[result]
      slopeW[filter] += gridX[image] * g[result]
    }
    let inputs = [x.tracked(), w.tracked(), b.tracked()]
    let value = inputs[0].conv2d(
      inputs[1], bias: inputs[2], stride: each.stride, padding: each.padding, groups: each.groups)
    expect(value, equals: Grid(shape: output, values: y), within: 2e-5)
    let found = gradients(of: (value * upstream).sum(), withRespectTo: inputs)
    expect(found[0], equals: Grid(shape: each.images, values: slopeX), within: 2e-5)
    expect(found[1], equals: Grid(shape: each.filters, values: slopeW), within: 5e-5)
    expect(found[2], equals: Grid(shape: [each.filters[0]], values: slopeB), within: 2e-5)
    let plain = x.conv2d(w, stride: each.stride, padding: each.padding, groups: each.groups)
    #expect((plain + b.reshaped(to: [-1, 1, 1])).isClose(to: value.detached(), within: 2e-5))
  }

  @Test func `it is a cross-correlation: nothing is flipped`() {
    let image = Tensor.counting(0..<9).reshaped(to: [1, 1, 3, 3])
    let filter = Tensor([1, 10, 100, 1000], shape: [1, 1, 2, 2])
    #expect(
      image.conv2d(filter).flattened() == [4310, 5421, 7643, 8754])
  }

  @Test func `of an odd number of zeros the one more comes after`() {
    let image = Tensor.ones([1, 1, 1, 4])
    let filter = Tensor.ones([1, 1, 1, 2])
    #expect(image.conv2d(filter, padding: .same).flattened() == [2, 2, 2, 1])
  }

  @Test func `what no window reaches has no gradient`() {
    let image = Tensor.ones([1, 1, 5, 5]).tracked()
    let y = image.conv2d(Tensor.ones([1, 1, 2, 2]), stride: 2)
    #expect(y.shape == [1, 1, 2, 2])
    let found = gradient(of: y.sum(), withRespectTo: image)
    #expect(found[0, 0, 4].sum() == 0)
    #expect(found[0, 0, .all, 4].sum() == 0)
    #expect(found.sum() == 16)
  }

  @Test func `groups are convolutions of their own`() {
    let x = Tensor.drawn([3, 4, 6, 5], seed: 1)
    let w = Tensor.drawn([6, 2, 3, 3], seed: 2)
    let whole = x.conv2d(w, padding: 1, groups: 2)
    let halves = [
      x[.all, ..<2].conv2d(w[..<3], padding: 1), x[.all, 2...].conv2d(w[3...], padding: 1),
    ]
    #expect(whole.isClose(to: .concatenated(halves, along: 1), within: 1e-5))
  }

  @Test func `images of a batch do not mix`() {
    let x = Tensor.drawn([3, 2, 6, 5], seed: 1)
    let w = Tensor.drawn([4, 2, 3, 3], seed: 2)
    let together = x.conv2d(w, stride: 2, padding: 1)
    for index in 0..<3 {
      let alone = x[index..<index + 1].conv2d(w, stride: 2, padding: 1)
      #expect(together[index..<index + 1].isClose(to: alone, within: 1e-5))
    }
  }

  @Test func `a window of one pixel is a matrix product`() {
    let x = Tensor.drawn([2, 5, 6, 7], seed: 1)
    let w = Tensor.drawn([3, 5, 1, 1], seed: 2)
    let product = w.reshaped(to: [3, 5]).matmul(x.reshaped(to: [2, 5, 42]))
    #expect(x.conv2d(w).reshaped(to: [2, 3, 42]).isClose(to: product, within: 1e-5))
  }

  @Test(arguments: [31, 32])
  func `an infinite weight spoils only the gradients it reaches`(width: Int) {
    var weights = [Float](repeating: 1, count: 5 * 6 * 9)
    weights[0] = .infinity
    let x = Tensor.drawn([1, 6, 4, width], seed: 1).tracked()
    let y = x.conv2d(Tensor(weights, shape: [5, 6, 3, 3]), padding: 1)
    let slope = gradient(of: y.sum(), withRespectTo: x)
    #expect(slope.scalars.allSatisfy { !$0.isNaN })
    // The first weight reaches the channel 0, except its last row and its last column.
    #expect(slope.scalars.count { $0.isInfinite } == 3 * (width - 1))
    #expect(slope[0, 0, ..<3, ..<(width - 1)].scalars.allSatisfy { $0.isInfinite })
  }

  @Test func `an empty batch gives an empty batch, and no gradient`() {
    let w = Tensor.ones([4, 2, 3, 3]).tracked()
    let b = Tensor.ones([4]).tracked()
    let y = Tensor.zeros([0, 2, 5, 6]).conv2d(w, bias: b)
    #expect(y.shape == [0, 4, 3, 4])
    let found = gradients(of: y.sum(), withRespectTo: [w, b])
    #expect(found[0] == .zeros([4, 2, 3, 3]))
    #expect(found[1] == .zeros([4]))
  }
}
