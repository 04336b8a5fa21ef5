// Made from docs/tensors.md by scripts/documentation-tests. Change the page, not this file.
// swift-format-ignore-file

import Tensors
import Testing

private let x: Tensor = [[1, -2, 3], [4, 5, -6]]
private let row: Tensor = [1, 2, 3]
private let column: Tensor = [[10], [20]]
private let square: Tensor = [[1, 2], [3, 4]]
private let image = Tensor.counting(0..<9).reshaped(to: [1, 1, 3, 3])  // [N, channels, height, width]
private let filter: Tensor = [[[[1, 0], [0, -1]]]]  // [out, in, height, width]
private let logits: Tensor = [[2, 1, 0], [0, 3, 0]]
private let labels = [0, 2]
private let alpha: Float = 0.5
private let t = row.tracked()  // row.clone().requires_grad_()

@Suite struct `Making tensors` {
  @Test func line39() throws {
    #sourceLocation(file: "docs/tensors.md", line: 39)
    let value = [[1, 2], [3, 4]] as Tensor; expect(value, is: [[1, 2], [3, 4]])
    #sourceLocation()
  }

  @Test func line40() throws {
    #sourceLocation(file: "docs/tensors.md", line: 40)
    let value = Tensor([0, 1, 2, 3], shape: [2, 2]); expect(value, is: [[0, 1], [2, 3]])
    #sourceLocation()
  }

  @Test func line41() throws {
    #sourceLocation(file: "docs/tensors.md", line: 41)
    let value = Tensor(repeating: alpha, shape: [2, 2]); expect(value, is: [[0.5, 0.5], [0.5, 0.5]])
    #sourceLocation()
  }

  @Test func line42() throws {
    #sourceLocation(file: "docs/tensors.md", line: 42)
    let value = Tensor.zeros([2, 3]); expect(value, is: [[0, 0, 0], [0, 0, 0]])
    #sourceLocation()
  }

  @Test func line43() throws {
    #sourceLocation(file: "docs/tensors.md", line: 43)
    let value = Tensor.ones([3]); expect(value, is: [1, 1, 1])
    #sourceLocation()
  }

  @Test func line44() throws {
    #sourceLocation(file: "docs/tensors.md", line: 44)
    let value = Tensor.counting(0..<3); expect(value, is: [0, 1, 2])
    #sourceLocation()
  }

  @Test func line45() throws {
    #sourceLocation(file: "docs/tensors.md", line: 45)
    let value = Tensor.evenlySpaced(0...1, count: 5); expect(value, is: [0, 0.25, 0.5, 0.75, 1])
    #sourceLocation()
  }

  @Test func line46() throws {
    #sourceLocation(file: "docs/tensors.md", line: 46)
    let value = Tensor.identity(2); expect(value, is: [[1, 0], [0, 1]])
    #sourceLocation()
  }

  @Test func line47() throws {
    #sourceLocation(file: "docs/tensors.md", line: 47)
    var generator = SplitMix64(seed: 1); let value = Tensor.uniform(in: -1..<1, shape: [3], using: &generator); expect(value, is: [0.1331, 0.4916, 0.942])
    #sourceLocation()
  }

  @Test func line48() throws {
    #sourceLocation(file: "docs/tensors.md", line: 48)
    var generator = SplitMix64(seed: 1); let value = Tensor.normal(shape: [3], using: &generator); expect(value, is: [0.4295, 1.5858, 0.4565])
    #sourceLocation()
  }

  @Test func line49() throws {
    #sourceLocation(file: "docs/tensors.md", line: 49)
    var generator = SplitMix64(seed: 1); let value = permutation(of: 5, using: &generator); expect(value, is: [1, 0, 3, 4, 2])
    #sourceLocation()
  }
}

@Suite struct `Shape, joining, padding` {
  @Test func line55() throws {
    #sourceLocation(file: "docs/tensors.md", line: 55)
    let value = x.shape; expect(value, is: [2, 3])
    #sourceLocation()
  }

  @Test func line56() throws {
    #sourceLocation(file: "docs/tensors.md", line: 56)
    let value = [x.rank, x.count]; expect(value, is: [2, 6])
    #sourceLocation()
  }

  @Test func line57() throws {
    #sourceLocation(file: "docs/tensors.md", line: 57)
    let value = x.scalars; expect(value, is: [1, -2, 3, 4, 5, -6])
    #sourceLocation()
  }

  @Test func line58() throws {
    #sourceLocation(file: "docs/tensors.md", line: 58)
    let value = x.sum().scalar; expect(value, is: 5)
    #sourceLocation()
  }

  @Test func line59() throws {
    #sourceLocation(file: "docs/tensors.md", line: 59)
    let value = x.reshaped(to: [3, -1]); expect(value, is: [[1, -2], [3, 4], [5, -6]])
    #sourceLocation()
  }

  @Test func line60() throws {
    #sourceLocation(file: "docs/tensors.md", line: 60)
    let value = image.flattened(from: 1).shape; expect(value, is: [1, 9])
    #sourceLocation()
  }

  @Test func line61() throws {
    #sourceLocation(file: "docs/tensors.md", line: 61)
    let value = row.insertingAxis(at: 0); expect(value, is: [[1, 2, 3]])
    #sourceLocation()
  }

  @Test func line62() throws {
    #sourceLocation(file: "docs/tensors.md", line: 62)
    let value = column.removingAxis(at: 1); expect(value, is: [10, 20])
    #sourceLocation()
  }

  @Test func line63() throws {
    #sourceLocation(file: "docs/tensors.md", line: 63)
    let value = x.transposed(); expect(value, is: [[1, 4], [-2, 5], [3, -6]])
    #sourceLocation()
  }

  @Test func line64() throws {
    #sourceLocation(file: "docs/tensors.md", line: 64)
    let value = image.permuted(to: [0, 2, 3, 1]).shape; expect(value, is: [1, 3, 3, 1])
    #sourceLocation()
  }

  @Test func line65() throws {
    #sourceLocation(file: "docs/tensors.md", line: 65)
    let value = row.broadcast(to: [2, 3]); expect(value, is: [[1, 2, 3], [1, 2, 3]])
    #sourceLocation()
  }

  @Test func line66() throws {
    #sourceLocation(file: "docs/tensors.md", line: 66)
    let value = row.repeated(2, along: 0); expect(value, is: [1, 1, 2, 2, 3, 3])
    #sourceLocation()
  }

  @Test func line67() throws {
    #sourceLocation(file: "docs/tensors.md", line: 67)
    let value = x.reversed(along: 0, 1); expect(value, is: [[-6, 5, 4], [3, -2, 1]])
    #sourceLocation()
  }

  @Test func line68() throws {
    #sourceLocation(file: "docs/tensors.md", line: 68)
    let value = Tensor.concatenated([x, column], along: 1); expect(value, is: [[1, -2, 3, 10], [4, 5, -6, 20]])
    #sourceLocation()
  }

  @Test func line69() throws {
    #sourceLocation(file: "docs/tensors.md", line: 69)
    let value = Tensor.stacked([row, -row], along: -1); expect(value, is: [[1, -1], [2, -2], [3, -3]])
    #sourceLocation()
  }

  @Test func line70() throws {
    #sourceLocation(file: "docs/tensors.md", line: 70)
    let value = square.padded([(0, 2), (1, 0)], with: 9); expect(value, is: [[9, 1, 2], [9, 3, 4], [9, 9, 9], [9, 9, 9]])
    #sourceLocation()
  }
}

@Suite struct `Indexing and order` {
  @Test func line76() throws {
    #sourceLocation(file: "docs/tensors.md", line: 76)
    let value = x[-1, 2]; expect(value, is: -6)
    #sourceLocation()
  }

  @Test func line77() throws {
    #sourceLocation(file: "docs/tensors.md", line: 77)
    let value = x[.all, 1]; expect(value, is: [-2, 5])
    #sourceLocation()
  }

  @Test func line78() throws {
    #sourceLocation(file: "docs/tensors.md", line: 78)
    let value = x[1..., ..<2]; expect(value, is: [[4, 5]])
    #sourceLocation()
  }

  @Test func line79() throws {
    #sourceLocation(file: "docs/tensors.md", line: 79)
    let value = x[0..<1, 0...1]; expect(value, is: [[1, -2]])
    #sourceLocation()
  }

  @Test func line80() throws {
    #sourceLocation(file: "docs/tensors.md", line: 80)
    let value = x.selecting([2, 0, 0], along: 1); expect(value, is: [[3, 1, 1], [-6, 4, 4]])
    #sourceLocation()
  }

  @Test func line81() throws {
    #sourceLocation(file: "docs/tensors.md", line: 81)
    let value = x.taking([[2, 0], [1, 1]], along: 1); expect(value, is: [[3, 1], [5, 5]])
    #sourceLocation()
  }

  @Test func line82() throws {
    #sourceLocation(file: "docs/tensors.md", line: 82)
    let value = x.picking(labels, along: 1); expect(value, is: [1, -6])
    #sourceLocation()
  }

  @Test func line83() throws {
    #sourceLocation(file: "docs/tensors.md", line: 83)
    let value = square.embedding([1, 0, 1]); expect(value, is: [[3, 4], [1, 2], [3, 4]])
    #sourceLocation()
  }

  @Test func line84() throws {
    #sourceLocation(file: "docs/tensors.md", line: 84)
    let value = x.argmax(along: 1); expect(value, is: [2, 1])
    #sourceLocation()
  }

  @Test func line85() throws {
    #sourceLocation(file: "docs/tensors.md", line: 85)
    let value = x.argmin(along: 0); expect(value, is: [0, 0, 1])
    #sourceLocation()
  }

  @Test func line86() throws {
    #sourceLocation(file: "docs/tensors.md", line: 86)
    let value = x.sortOrder(); expect(value, is: [[1, 0, 2], [2, 0, 1]])
    #sourceLocation()
  }

  @Test func line87() throws {
    #sourceLocation(file: "docs/tensors.md", line: 87)
    let value = x.sorted(along: 1, descending: true); expect(value, is: [[3, 1, -2], [5, 4, -6]])
    #sourceLocation()
  }

  @Test func line88() throws {
    #sourceLocation(file: "docs/tensors.md", line: 88)
    let value = x.topK(2).values; expect(value, is: [[3, 1], [5, 4]])
    #sourceLocation()
  }

  @Test func line89() throws {
    #sourceLocation(file: "docs/tensors.md", line: 89)
    let value = x.topK(2).indices; expect(value, is: [[2, 0], [1, 0]])
    #sourceLocation()
  }

  @Test func line90() throws {
    #sourceLocation(file: "docs/tensors.md", line: 90)
    let value = x.quantile(0.25, along: 1); expect(value, is: [-0.5, -1])
    #sourceLocation()
  }
}

@Suite struct `Arithmetic, functions, activations` {
  @Test func line96() throws {
    #sourceLocation(file: "docs/tensors.md", line: 96)
    let value = x + row - column; expect(value, is: [[-8, -10, -4], [-15, -13, -23]])
    #sourceLocation()
  }

  @Test func line97() throws {
    #sourceLocation(file: "docs/tensors.md", line: 97)
    let value = Tensor(alpha) * row; expect(value, is: [0.5, 1, 1.5])
    #sourceLocation()
  }

  @Test func line98() throws {
    #sourceLocation(file: "docs/tensors.md", line: 98)
    let value = column / row; expect(value, is: [[10, 5, 3.3333], [20, 10, 6.6667]])
    #sourceLocation()
  }

  @Test func line99() throws {
    #sourceLocation(file: "docs/tensors.md", line: 99)
    let value = row.squared(); expect(value, is: [1, 4, 9])
    #sourceLocation()
  }

  @Test func line100() throws {
    #sourceLocation(file: "docs/tensors.md", line: 100)
    let value = row.power(Tensor(-alpha)); expect(value, is: [1, 0.7071, 0.5774])
    #sourceLocation()
  }

  @Test func line101() throws {
    #sourceLocation(file: "docs/tensors.md", line: 101)
    var y = row; y += 1; y *= y; y -= row; y /= 2; let value = y; expect(value, is: [1.5, 3.5, 6.5])
    #sourceLocation()
  }

  @Test func line102() throws {
    #sourceLocation(file: "docs/tensors.md", line: 102)
    let value = row.exp(); expect(value, is: [2.7183, 7.3891, 20.086])
    #sourceLocation()
  }

  @Test func line103() throws {
    #sourceLocation(file: "docs/tensors.md", line: 103)
    let value = row.log(); expect(value, is: [0, 0.6931, 1.0986])
    #sourceLocation()
  }

  @Test func line104() throws {
    #sourceLocation(file: "docs/tensors.md", line: 104)
    let value = row.sqrt(); expect(value, is: [1, 1.4142, 1.7321])
    #sourceLocation()
  }

  @Test func line105() throws {
    #sourceLocation(file: "docs/tensors.md", line: 105)
    let value = x.abs() * x.sign(); expect(value, is: [[1, -2, 3], [4, 5, -6]])
    #sourceLocation()
  }

  @Test func line106() throws {
    #sourceLocation(file: "docs/tensors.md", line: 106)
    let value = x.clamped(to: -1...4); expect(value, is: [[1, -1, 3], [4, 4, -1]])
    #sourceLocation()
  }

  @Test func line107() throws {
    #sourceLocation(file: "docs/tensors.md", line: 107)
    let value = x.relu(); expect(value, is: [[1, 0, 3], [4, 5, 0]])
    #sourceLocation()
  }

  @Test func line108() throws {
    #sourceLocation(file: "docs/tensors.md", line: 108)
    let value = (3 * row).relu6(); expect(value, is: [3, 6, 6])
    #sourceLocation()
  }

  @Test func line109() throws {
    #sourceLocation(file: "docs/tensors.md", line: 109)
    let value = x.leakyRelu(slope: 0.1); expect(value, is: [[1, -0.2, 3], [4, 5, -0.6]])
    #sourceLocation()
  }

  @Test func line110() throws {
    #sourceLocation(file: "docs/tensors.md", line: 110)
    let value = x[0].gelu(); expect(value, is: [0.8413, -0.0455, 2.9959])
    #sourceLocation()
  }

  @Test func line111() throws {
    #sourceLocation(file: "docs/tensors.md", line: 111)
    let value = x[0].sigmoid(); expect(value, is: [0.7311, 0.1192, 0.9526])
    #sourceLocation()
  }

  @Test func line112() throws {
    #sourceLocation(file: "docs/tensors.md", line: 112)
    let value = x[0].tanh(); expect(value, is: [0.7616, -0.964, 0.9951])
    #sourceLocation()
  }

  @Test func line113() throws {
    #sourceLocation(file: "docs/tensors.md", line: 113)
    let value = x[0].softplus(); expect(value, is: [1.3133, 0.1269, 3.0486])
    #sourceLocation()
  }
}

@Suite struct `Comparisons and masks` {
  @Test func line121() throws {
    #sourceLocation(file: "docs/tensors.md", line: 121)
    let value = x .> row; expect(value, is: [[0, 0, 0], [1, 1, 0]])
    #sourceLocation()
  }

  @Test func line122() throws {
    #sourceLocation(file: "docs/tensors.md", line: 122)
    let value = (x .>= -2) * (x .<= 3); expect(value, is: [[1, 1, 1], [0, 0, 0]])
    #sourceLocation()
  }

  @Test func line123() throws {
    #sourceLocation(file: "docs/tensors.md", line: 123)
    let value = Tensor.maximum(x .< 0, x .== 5); expect(value, is: [[0, 1, 0], [0, 1, 1]])
    #sourceLocation()
  }

  @Test func line124() throws {
    #sourceLocation(file: "docs/tensors.md", line: 124)
    let value = (x .!= 5).sum(); expect(value, is: 5)
    #sourceLocation()
  }

  @Test func line125() throws {
    #sourceLocation(file: "docs/tensors.md", line: 125)
    let value = Tensor.minimum(x, row); expect(value, is: [[1, -2, 3], [1, 2, -6]])
    #sourceLocation()
  }

  @Test func line126() throws {
    #sourceLocation(file: "docs/tensors.md", line: 126)
    let value = x.replacing(with: row, where: x .< 0); expect(value, is: [[1, 2, 3], [4, 5, 3]])
    #sourceLocation()
  }

  @Test func line127() throws {
    #sourceLocation(file: "docs/tensors.md", line: 127)
    let value = x + 1 == 1 + x; expect(value, is: true)
    #sourceLocation()
  }

  @Test func line128() throws {
    #sourceLocation(file: "docs/tensors.md", line: 128)
    let value = row.isClose(to: row + 0.01, within: 0.1); expect(value, is: true)
    #sourceLocation()
  }
}

@Suite struct `Reductions` {
  @Test func line134() throws {
    #sourceLocation(file: "docs/tensors.md", line: 134)
    let value = x.sum(along: 1); expect(value, is: [2, 3])
    #sourceLocation()
  }

  @Test func line135() throws {
    #sourceLocation(file: "docs/tensors.md", line: 135)
    let value = image.sum(along: 2, 3); expect(value, is: [[36]])
    #sourceLocation()
  }

  @Test func line136() throws {
    #sourceLocation(file: "docs/tensors.md", line: 136)
    let value = x.mean(along: -1, keepingAxes: true); expect(value, is: [[0.6667], [1]])
    #sourceLocation()
  }

  @Test func line137() throws {
    #sourceLocation(file: "docs/tensors.md", line: 137)
    let value = x.variance(); expect(value, is: 14.472)
    #sourceLocation()
  }

  @Test func line138() throws {
    #sourceLocation(file: "docs/tensors.md", line: 138)
    let value = x.variance(along: 1, correction: 1); expect(value, is: [6.3333, 37])
    #sourceLocation()
  }

  @Test func line139() throws {
    #sourceLocation(file: "docs/tensors.md", line: 139)
    let value = x.max(); expect(value, is: 5)
    #sourceLocation()
  }

  @Test func line140() throws {
    #sourceLocation(file: "docs/tensors.md", line: 140)
    let value = x.min(along: 1); expect(value, is: [-2, -6])
    #sourceLocation()
  }

  @Test func line141() throws {
    #sourceLocation(file: "docs/tensors.md", line: 141)
    let value = x.cumulativeSum(along: 1); expect(value, is: [[1, -1, 2], [4, 9, 3]])
    #sourceLocation()
  }
}

@Suite struct `Matrices, convolution, pooling, resizing` {
  @Test func line147() throws {
    #sourceLocation(file: "docs/tensors.md", line: 147)
    let value = square.matmul(x); expect(value, is: [[9, 8, -9], [19, 14, -15]])
    #sourceLocation()
  }

  @Test func line148() throws {
    #sourceLocation(file: "docs/tensors.md", line: 148)
    let value = x.matmul(row); expect(value, is: [6, -4])
    #sourceLocation()
  }

  @Test func line149() throws {
    #sourceLocation(file: "docs/tensors.md", line: 149)
    let value = x.matmul(x, transposing: .right); expect(value, is: [[14, -24], [-24, 77]])
    #sourceLocation()
  }

  @Test func line150() throws {
    #sourceLocation(file: "docs/tensors.md", line: 150)
    let value = column.matmul(x, transposing: .left); expect(value, is: [[90, 80, -90]])
    #sourceLocation()
  }

  @Test func line151() throws {
    #sourceLocation(file: "docs/tensors.md", line: 151)
    let value = image.matmul(image.broadcast(to: [5, 1, 3, 3])).shape; expect(value, is: [5, 1, 3, 3])
    #sourceLocation()
  }

  @Test func line152() throws {
    #sourceLocation(file: "docs/tensors.md", line: 152)
    let value = image.conv2d(filter, bias: [1]); expect(value, is: [[[[-3, -3], [-3, -3]]]])
    #sourceLocation()
  }

  @Test func line153() throws {
    #sourceLocation(file: "docs/tensors.md", line: 153)
    let value = image.conv2d(filter, stride: 2, padding: 1); expect(value, is: [[[[0, -2], [-6, -4]]]])
    #sourceLocation()
  }

  @Test func line154() throws {
    #sourceLocation(file: "docs/tensors.md", line: 154)
    let value = image.conv2d(filter, padding: .same); expect(value, is: [[[[-4, -4, 2], [-4, -4, 5], [6, 7, 8]]]])
    #sourceLocation()
  }

  @Test func line155() throws {
    #sourceLocation(file: "docs/tensors.md", line: 155)
    let value = image.broadcast(to: [1, 2, 3, 3]).conv2d(filter.broadcast(to: [2, 1, 2, 2]), groups: 2).shape; expect(value, is: [1, 2, 2, 2])
    #sourceLocation()
  }

  @Test func line156() throws {
    #sourceLocation(file: "docs/tensors.md", line: 156)
    let value = image.maxPool2d(2, stride: 1); expect(value, is: [[[[4, 5], [7, 8]]]])
    #sourceLocation()
  }

  @Test func line157() throws {
    #sourceLocation(file: "docs/tensors.md", line: 157)
    let value = image.avgPool2d(2, padding: 1); expect(value, is: [[[[0, 0.75], [2.25, 6]]]])
    #sourceLocation()
  }

  @Test func line158() throws {
    #sourceLocation(file: "docs/tensors.md", line: 158)
    let value = image.globalAvgPool2d(); expect(value, is: [[4]])
    #sourceLocation()
  }

  @Test func line159() throws {
    #sourceLocation(file: "docs/tensors.md", line: 159)
    let value = image.resized(height: 2, width: 2); expect(value, is: [[[[1, 2.5], [5.5, 7]]]])
    #sourceLocation()
  }

  @Test func line160() throws {
    #sourceLocation(file: "docs/tensors.md", line: 160)
    let value = image.resized(height: 1, width: 5, by: .nearest); expect(value, is: [[[[3, 3, 4, 5, 5]]]])
    #sourceLocation()
  }
}

@Suite struct `Softmax, normalisation, attention, losses` {
  @Test func line166() throws {
    #sourceLocation(file: "docs/tensors.md", line: 166)
    let value = logits.softmax(); expect(value, is: [[0.6652, 0.2447, 0.09], [0.0453, 0.9094, 0.0453]])
    #sourceLocation()
  }

  @Test func line167() throws {
    #sourceLocation(file: "docs/tensors.md", line: 167)
    let value = logits.logSoftmax(along: 0); expect(value, is: [[-0.1269, -2.1269, -0.6931], [-2.1269, -0.1269, -0.6931]])
    #sourceLocation()
  }

  @Test func line168() throws {
    #sourceLocation(file: "docs/tensors.md", line: 168)
    let value = logits.logSumExp(along: 1); expect(value, is: [2.4076, 3.0949])
    #sourceLocation()
  }

  @Test func line169() throws {
    #sourceLocation(file: "docs/tensors.md", line: 169)
    let value = x.layerNorm(weight: .ones([3]), bias: row); expect(value, is: [[1.1622, 0.7022, 4.1355], [1.604, 2.8054, 1.5906]])
    #sourceLocation()
  }

  @Test func line170() throws {
    #sourceLocation(file: "docs/tensors.md", line: 170)
    let value = Tensor.attention(queries: logits, keys: logits, values: square, causal: true).output; expect(value, is: [[1, 2], [2.9393, 3.9393]])
    #sourceLocation()
  }

  @Test func line171() throws {
    #sourceLocation(file: "docs/tensors.md", line: 171)
    let value = Tensor.attention(queries: logits, keys: logits, values: square).weights; expect(value, is: [[0.7604, 0.2396], [0.0304, 0.9696]])
    #sourceLocation()
  }

  @Test func line172() throws {
    #sourceLocation(file: "docs/tensors.md", line: 172)
    let value = logits.crossEntropy(with: labels); expect(value, is: 1.7513)
    #sourceLocation()
  }

  @Test func line173() throws {
    #sourceLocation(file: "docs/tensors.md", line: 173)
    let value = x.binaryCrossEntropy(with: x .> 0); expect(value, is: 0.086)
    #sourceLocation()
  }

  @Test func line174() throws {
    #sourceLocation(file: "docs/tensors.md", line: 174)
    let value = x[0].meanSquaredError(to: row); expect(value, is: 5.3333)
    #sourceLocation()
  }
}

@Suite struct `Gradients, their ties and kinks, operators of your own` {
  @Test func line180() throws {
    #sourceLocation(file: "docs/tensors.md", line: 180)
    let value = [row.tracked().isTracked, t.detached().isTracked]; expect(value, is: [true, false])
    #sourceLocation()
  }

  @Test func line181() throws {
    #sourceLocation(file: "docs/tensors.md", line: 181)
    let value = gradient(of: (t * t).sum(), withRespectTo: t); expect(value, is: [2, 4, 6])
    #sourceLocation()
  }

  @Test func line182() throws {
    #sourceLocation(file: "docs/tensors.md", line: 182)
    let u = t.exp(); let value = gradients(of: (t * u).sum(), withRespectTo: [t, u])[1]; expect(value, is: [1, 2, 3])
    #sourceLocation()
  }

  @Test func line183() throws {
    #sourceLocation(file: "docs/tensors.md", line: 183)
    let value = valueWithPullback(of: { $0.squared() }, at: row).pullback(row); expect(value, is: [2, 8, 18])
    #sourceLocation()
  }

  @Test func line184() throws {
    #sourceLocation(file: "docs/tensors.md", line: 184)
    let value = valueWithPullback(of: { $0[0] * $0[1] }, atAll: [row, -row]).pullback(row)[0]; expect(value, is: [-1, -4, -9])
    #sourceLocation()
  }

  @Test func line185() throws {
    #sourceLocation(file: "docs/tensors.md", line: 185)
    let y = row.exp().recorded("exp", from: t) { upstream, x in upstream * x.exp() }; let value = gradient(of: y.sum(), withRespectTo: t); expect(value, is: [2.7183, 7.3891, 20.086])
    #sourceLocation()
  }

  @Test func line186() throws {
    #sourceLocation(file: "docs/tensors.md", line: 186)
    let y = (row * row).recorded("*", from: t, row, pullbackA: { upstream, a, b in upstream * b }, pullbackB: { upstream, a, b in upstream * a }); let value = gradient(of: y.sum(), withRespectTo: t); expect(value, is: [1, 2, 3])
    #sourceLocation()
  }

  @Test func line187() throws {
    #sourceLocation(file: "docs/tensors.md", line: 187)
    let y = (row + row).recorded("+", from: [t, t]) { upstream, inputs, index in upstream }; let value = gradient(of: y.sum(), withRespectTo: t); expect(value, is: [2, 2, 2])
    #sourceLocation()
  }

  @Test func line188() throws {
    #sourceLocation(file: "docs/tensors.md", line: 188)
    let value = valueWithPullback(of: { $0.relu() + $0.abs() }, at: [-1, 0, 1]).pullback([1, 1, 1]); expect(value, is: [-1, 0, 2])
    #sourceLocation()
  }

  @Test func line189() throws {
    #sourceLocation(file: "docs/tensors.md", line: 189)
    let value = valueWithPullback(of: { $0.relu6() }, at: [0, 1, 6]).pullback([1, 1, 1]); expect(value, is: [0, 1, 0])
    #sourceLocation()
  }

  @Test func line190() throws {
    #sourceLocation(file: "docs/tensors.md", line: 190)
    let value = valueWithPullback(of: { $0.clamped(to: 0...1) }, at: [0, 1, 2]).pullback([1, 1, 1]); expect(value, is: [1, 1, 0])
    #sourceLocation()
  }

  @Test func line191() throws {
    #sourceLocation(file: "docs/tensors.md", line: 191)
    let value = valueWithPullback(of: { $0.max() }, at: [2, 3, 3]).pullback(1); expect(value, is: [0, 1, 0])
    #sourceLocation()
  }

  @Test func line192() throws {
    #sourceLocation(file: "docs/tensors.md", line: 192)
    let value = valueWithPullback(of: { Tensor.maximum($0, 1) }, at: [0, 1, 2]).pullback([1, 1, 1]); expect(value, is: [0, 0.5, 1])
    #sourceLocation()
  }
}

@Suite struct `Least squares (lists of Double, not tensors), printing` {
  @Test func line198() throws {
    #sourceLocation(file: "docs/tensors.md", line: 198)
    let value = try choleskySolve([[4, 2], [2, 3]], [2, 5]); expect(value, is: [-0.5, 2])
    #sourceLocation()
  }

  @Test func line199() throws {
    #sourceLocation(file: "docs/tensors.md", line: 199)
    let value = try leastSquares([[1, 0], [1, 1], [1, 2]], targets: [1, 3, 4], weights: [2, 1, 1], ridge: 0.5); expect(value, is: [1.0476, 1.4286])
    #sourceLocation()
  }

  @Test func line200() throws {
    #sourceLocation(file: "docs/tensors.md", line: 200)
    let value = x.description; expect(value, is: "Tensor [2, 3], -6 … 5\n[[ 1, -2,  3],\n [ 4,  5, -6]]")
    #sourceLocation()
  }

  @Test func line201() throws {
    #sourceLocation(file: "docs/tensors.md", line: 201)
    let value = Threads.count; _ = value
    #sourceLocation()
  }
}

/// The lines of the page that this file was made from.
let linesOfTensorsPage = #"""
18 let x: Tensor = [[1, -2, 3], [4, 5, -6]]
19 let row: Tensor = [1, 2, 3]
20 let column: Tensor = [[10], [20]]
21 let square: Tensor = [[1, 2], [3, 4]]
22 let image = Tensor.counting(0..<9).reshaped(to: [1, 1, 3, 3])  // [N, channels, height, width]
23 let filter: Tensor = [[[[1, 0], [0, -1]]]]  // [out, in, height, width]
24 let logits: Tensor = [[2, 1, 0], [0, 3, 0]]
25 let labels = [0, 2]
26 let alpha: Float = 0.5
27 let t = row.tracked()  // row.clone().requires_grad_()
28 var generator = SplitMix64(seed: 1)
39 | `torch.tensor([[1., 2.], [3., 4.]])` | `[[1, 2], [3, 4]] as Tensor` | `[[1, 2], [3, 4]]` |
40 | `torch.tensor([0., 1., 2., 3.]).reshape(2, 2)` | `Tensor([0, 1, 2, 3], shape: [2, 2])` | `[[0, 1], [2, 3]]` |
41 | `torch.full((2, 2), alpha)` | `Tensor(repeating: alpha, shape: [2, 2])` | `[[0.5, 0.5], [0.5, 0.5]]` |
42 | `torch.zeros(2, 3)` | `Tensor.zeros([2, 3])` | `[[0, 0, 0], [0, 0, 0]]` |
43 | `torch.ones(3)` | `Tensor.ones([3])` | `[1, 1, 1]` |
44 | `torch.arange(0., 3.)` | `Tensor.counting(0..<3)` | `[0, 1, 2]` |
45 | `torch.linspace(0, 1, 5)` | `Tensor.evenlySpaced(0...1, count: 5)` | `[0, 0.25, 0.5, 0.75, 1]` |
46 | `torch.eye(2)` | `Tensor.identity(2)` | `[[1, 0], [0, 1]]` |
47 | `torch.empty(3).uniform_(-1, 1, generator=generator)` | `Tensor.uniform(in: -1..<1, shape: [3], using: &generator)` | `[0.1331, 0.4916, 0.942]` |
48 | `torch.randn(3, generator=generator)` | `Tensor.normal(shape: [3], using: &generator)` | `[0.4295, 1.5858, 0.4565]` |
49 | `torch.randperm(5, generator=generator)` | `permutation(of: 5, using: &generator)` | `[1, 0, 3, 4, 2]` |
55 | `x.shape` | `x.shape` | `[2, 3]` |
56 | `[x.dim(), x.numel()]` | `[x.rank, x.count]` | `[2, 6]` |
57 | `x.flatten().tolist()` | `x.scalars` | `[1, -2, 3, 4, 5, -6]` |
58 | `x.sum().item()` | `x.sum().scalar` | `5` |
59 | `x.reshape(3, -1)` | `x.reshaped(to: [3, -1])` | `[[1, -2], [3, 4], [5, -6]]` |
60 | `image.flatten(1).shape` | `image.flattened(from: 1).shape` | `[1, 9]` |
61 | `row.unsqueeze(0)` | `row.insertingAxis(at: 0)` | `[[1, 2, 3]]` |
62 | `column.squeeze(1)` | `column.removingAxis(at: 1)` | `[10, 20]` |
63 | `x.mT` | `x.transposed()` | `[[1, 4], [-2, 5], [3, -6]]` |
64 | `image.permute(0, 2, 3, 1).shape` | `image.permuted(to: [0, 2, 3, 1]).shape` | `[1, 3, 3, 1]` |
65 | `row.expand(2, 3)` | `row.broadcast(to: [2, 3])` | `[[1, 2, 3], [1, 2, 3]]` |
66 | `row.repeat_interleave(2, 0)` | `row.repeated(2, along: 0)` | `[1, 1, 2, 2, 3, 3]` |
67 | `x.flip(0, 1)` | `x.reversed(along: 0, 1)` | `[[-6, 5, 4], [3, -2, 1]]` |
68 | `torch.cat([x, column], 1)` | `Tensor.concatenated([x, column], along: 1)` | `[[1, -2, 3, 10], [4, 5, -6, 20]]` |
69 | `torch.stack([row, -row], -1)` | `Tensor.stacked([row, -row], along: -1)` | `[[1, -1], [2, -2], [3, -3]]` |
70 | `F.pad(square, (1, 0, 0, 2), value=9)` | `square.padded([(0, 2), (1, 0)], with: 9)` | `[[9, 1, 2], [9, 3, 4], [9, 9, 9], [9, 9, 9]]` |
76 | `x[-1, 2]` | `x[-1, 2]` | `-6` |
77 | `x[:, 1]` | `x[.all, 1]` | `[-2, 5]` |
78 | `x[1:, :2]` | `x[1..., ..<2]` | `[[4, 5]]` |
79 | `x[0:1, 0:2]` | `x[0..<1, 0...1]` | `[[1, -2]]` |
80 | `x[:, [2, 0, 0]]` | `x.selecting([2, 0, 0], along: 1)` | `[[3, 1, 1], [-6, 4, 4]]` |
81 | `x.gather(1, torch.tensor([[2, 0], [1, 1]]))` | `x.taking([[2, 0], [1, 1]], along: 1)` | `[[3, 1], [5, 5]]` |
82 | `x[range(2), labels]` | `x.picking(labels, along: 1)` | `[1, -6]` |
83 | `F.embedding(torch.tensor([1, 0, 1]), square)` | `square.embedding([1, 0, 1])` | `[[3, 4], [1, 2], [3, 4]]` |
84 | `x.argmax(1)` | `x.argmax(along: 1)` | `[2, 1]` |
85 | `x.argmin(0)` | `x.argmin(along: 0)` | `[0, 0, 1]` |
86 | `x.argsort(stable=True)` | `x.sortOrder()` | `[[1, 0, 2], [2, 0, 1]]` |
87 | `x.sort(1, descending=True).values` | `x.sorted(along: 1, descending: true)` | `[[3, 1, -2], [5, 4, -6]]` |
88 | `x.topk(2).values` | `x.topK(2).values` | `[[3, 1], [5, 4]]` |
89 | `x.topk(2).indices` | `x.topK(2).indices` | `[[2, 0], [1, 0]]` |
90 | `x.quantile(0.25, 1)` | `x.quantile(0.25, along: 1)` | `[-0.5, -1]` |
96 | `x + row - column` | `x + row - column` | `[[-8, -10, -4], [-15, -13, -23]]` |
97 | `alpha * row` | `Tensor(alpha) * row` | `[0.5, 1, 1.5]` |
98 | `column / row` | `column / row` | `[[10, 5, 3.3333], [20, 10, 6.6667]]` |
99 | `row ** 2` | `row.squared()` | `[1, 4, 9]` |
100 | `row ** -alpha` | `row.power(Tensor(-alpha))` | `[1, 0.7071, 0.5774]` |
101 | `y = row.clone(); y += 1; y *= y; y -= row; y /= 2; y` | `var y = row; y += 1; y *= y; y -= row; y /= 2; y` | `[1.5, 3.5, 6.5]` |
102 | `row.exp()` | `row.exp()` | `[2.7183, 7.3891, 20.086]` |
103 | `row.log()` | `row.log()` | `[0, 0.6931, 1.0986]` |
104 | `row.sqrt()` | `row.sqrt()` | `[1, 1.4142, 1.7321]` |
105 | `x.abs() * x.sign()` | `x.abs() * x.sign()` | `[[1, -2, 3], [4, 5, -6]]` |
106 | `x.clamp(-1, 4)` | `x.clamped(to: -1...4)` | `[[1, -1, 3], [4, 4, -1]]` |
107 | `x.relu()` | `x.relu()` | `[[1, 0, 3], [4, 5, 0]]` |
108 | `F.relu6(3 * row)` | `(3 * row).relu6()` | `[3, 6, 6]` |
109 | `F.leaky_relu(x, 0.1)` | `x.leakyRelu(slope: 0.1)` | `[[1, -0.2, 3], [4, 5, -0.6]]` |
110 | `F.gelu(x[0])` | `x[0].gelu()` | `[0.8413, -0.0455, 2.9959]` |
111 | `x[0].sigmoid()` | `x[0].sigmoid()` | `[0.7311, 0.1192, 0.9526]` |
112 | `x[0].tanh()` | `x[0].tanh()` | `[0.7616, -0.964, 0.9951]` |
113 | `F.softplus(x[0])` | `x[0].softplus()` | `[1.3133, 0.1269, 3.0486]` |
121 | `x > row` | `x .> row` | `[[0, 0, 0], [1, 1, 0]]` |
122 | `(x >= -2) & (x <= 3)` | `(x .>= -2) * (x .<= 3)` | `[[1, 1, 1], [0, 0, 0]]` |
123 | `(x < 0).logical_or(x == 5)` | `Tensor.maximum(x .< 0, x .== 5)` | `[[0, 1, 0], [0, 1, 1]]` |
124 | `(x != 5).sum()` | `(x .!= 5).sum()` | `5` |
125 | `torch.minimum(x, row)` | `Tensor.minimum(x, row)` | `[[1, -2, 3], [1, 2, -6]]` |
126 | `torch.where(x < 0, row, x)` | `x.replacing(with: row, where: x .< 0)` | `[[1, 2, 3], [4, 5, 3]]` |
127 | `torch.equal(x + 1, 1 + x)` | `x + 1 == 1 + x` | `true` |
128 | `torch.allclose(row, row + 0.01, atol=0.1)` | `row.isClose(to: row + 0.01, within: 0.1)` | `true` |
134 | `x.sum(1)` | `x.sum(along: 1)` | `[2, 3]` |
135 | `image.sum((2, 3))` | `image.sum(along: 2, 3)` | `[[36]]` |
136 | `x.mean(-1, keepdim=True)` | `x.mean(along: -1, keepingAxes: true)` | `[[0.6667], [1]]` |
137 | `x.var(correction=0)` | `x.variance()` | `14.472` |
138 | `x.var(1)` | `x.variance(along: 1, correction: 1)` | `[6.3333, 37]` |
139 | `x.max()` | `x.max()` | `5` |
140 | `x.amin(1)` | `x.min(along: 1)` | `[-2, -6]` |
141 | `x.cumsum(1)` | `x.cumulativeSum(along: 1)` | `[[1, -1, 2], [4, 9, 3]]` |
147 | `square @ x` | `square.matmul(x)` | `[[9, 8, -9], [19, 14, -15]]` |
148 | `x @ row` | `x.matmul(row)` | `[6, -4]` |
149 | `x @ x.mT` | `x.matmul(x, transposing: .right)` | `[[14, -24], [-24, 77]]` |
150 | `column.mT @ x` | `column.matmul(x, transposing: .left)` | `[[90, 80, -90]]` |
151 | `(image @ image.expand(5, 1, 3, 3)).shape` | `image.matmul(image.broadcast(to: [5, 1, 3, 3])).shape` | `[5, 1, 3, 3]` |
152 | `F.conv2d(image, filter, torch.tensor([1.]))` | `image.conv2d(filter, bias: [1])` | `[[[[-3, -3], [-3, -3]]]]` |
153 | `F.conv2d(image, filter, stride=2, padding=1)` | `image.conv2d(filter, stride: 2, padding: 1)` | `[[[[0, -2], [-6, -4]]]]` |
154 | `F.conv2d(image, filter, padding="same")` | `image.conv2d(filter, padding: .same)` | `[[[[-4, -4, 2], [-4, -4, 5], [6, 7, 8]]]]` |
155 | `F.conv2d(image.expand(1, 2, 3, 3), filter.expand(2, 1, 2, 2), groups=2).shape` | `image.broadcast(to: [1, 2, 3, 3]).conv2d(filter.broadcast(to: [2, 1, 2, 2]), groups: 2).shape` | `[1, 2, 2, 2]` |
156 | `F.max_pool2d(image, 2, stride=1)` | `image.maxPool2d(2, stride: 1)` | `[[[[4, 5], [7, 8]]]]` |
157 | `F.avg_pool2d(image, 2, padding=1)` | `image.avgPool2d(2, padding: 1)` | `[[[[0, 0.75], [2.25, 6]]]]` |
158 | `image.mean((2, 3))` | `image.globalAvgPool2d()` | `[[4]]` |
159 | `F.interpolate(image, (2, 2), mode="bilinear")` | `image.resized(height: 2, width: 2)` | `[[[[1, 2.5], [5.5, 7]]]]` |
160 | `F.interpolate(image, (1, 5), mode="nearest-exact")` | `image.resized(height: 1, width: 5, by: .nearest)` | `[[[[3, 3, 4, 5, 5]]]]` |
166 | `logits.softmax(1)` | `logits.softmax()` | `[[0.6652, 0.2447, 0.09], [0.0453, 0.9094, 0.0453]]` |
167 | `logits.log_softmax(0)` | `logits.logSoftmax(along: 0)` | `[[-0.1269, -2.1269, -0.6931], [-2.1269, -0.1269, -0.6931]]` |
168 | `logits.logsumexp(1)` | `logits.logSumExp(along: 1)` | `[2.4076, 3.0949]` |
169 | `F.layer_norm(x, [3], torch.ones(3), row)` | `x.layerNorm(weight: .ones([3]), bias: row)` | `[[1.1622, 0.7022, 4.1355], [1.604, 2.8054, 1.5906]]` |
170 | `F.scaled_dot_product_attention(logits, logits, square, is_causal=True)` | `Tensor.attention(queries: logits, keys: logits, values: square, causal: true).output` | `[[1, 2], [2.9393, 3.9393]]` |
171 | `(logits @ logits.mT / 3 ** 0.5).softmax(1)` | `Tensor.attention(queries: logits, keys: logits, values: square).weights` | `[[0.7604, 0.2396], [0.0304, 0.9696]]` |
172 | `F.cross_entropy(logits, torch.tensor(labels))` | `logits.crossEntropy(with: labels)` | `1.7513` |
173 | `F.binary_cross_entropy_with_logits(x, (x > 0).float())` | `x.binaryCrossEntropy(with: x .> 0)` | `0.086` |
174 | `F.mse_loss(x[0], row)` | `x[0].meanSquaredError(to: row)` | `5.3333` |
180 | `[row.requires_grad_().requires_grad, t.detach().requires_grad]` | `[row.tracked().isTracked, t.detached().isTracked]` | `[true, false]` |
181 | `grad((t * t).sum(), t)[0]` | `gradient(of: (t * t).sum(), withRespectTo: t)` | `[2, 4, 6]` |
182 | `u = t.exp(); grad((t * u).sum(), [t, u])[1]` | `let u = t.exp(); gradients(of: (t * u).sum(), withRespectTo: [t, u])[1]` | `[1, 2, 3]` |
183 | `torch.func.vjp(torch.square, row)[1](row)[0]` | `valueWithPullback(of: { $0.squared() }, at: row).pullback(row)` | `[2, 8, 18]` |
184 | `torch.func.vjp(torch.mul, row, -row)[1](row)[0]` | `valueWithPullback(of: { $0[0] * $0[1] }, atAll: [row, -row]).pullback(row)[0]` | `[-1, -4, -9]` |
185 | `torch.autograd.Function` | `let y = row.exp().recorded("exp", from: t) { upstream, x in upstream * x.exp() }; gradient(of: y.sum(), withRespectTo: t)` | `[2.7183, 7.3891, 20.086]` |
186 | the same, of two inputs | `let y = (row * row).recorded("*", from: t, row, pullbackA: { upstream, a, b in upstream * b }, pullbackB: { upstream, a, b in upstream * a }); gradient(of: y.sum(), withRespectTo: t)` | `[1, 2, 3]` |
187 | the same, of any number | `let y = (row + row).recorded("+", from: [t, t]) { upstream, inputs, index in upstream }; gradient(of: y.sum(), withRespectTo: t)` | `[2, 2, 2]` |
188 | At 0 `relu` and `abs` have the slope 0. | `valueWithPullback(of: { $0.relu() + $0.abs() }, at: [-1, 0, 1]).pullback([1, 1, 1])` | `[-1, 0, 2]` |
189 | At 0 and at 6 `relu6` has the slope 0. | `valueWithPullback(of: { $0.relu6() }, at: [0, 1, 6]).pullback([1, 1, 1])` | `[0, 1, 0]` |
190 | At its bounds `clamped` has the slope 1. | `valueWithPullback(of: { $0.clamped(to: 0...1) }, at: [0, 1, 2]).pullback([1, 1, 1])` | `[1, 1, 0]` |
191 | The first maximum gets the gradient. | `valueWithPullback(of: { $0.max() }, at: [2, 3, 3]).pullback(1)` | `[0, 1, 0]` |
192 | Equal operands of `maximum` share it. | `valueWithPullback(of: { Tensor.maximum($0, 1) }, at: [0, 1, 2]).pullback([1, 1, 1])` | `[0, 0.5, 1]` |
198 | `torch.linalg.solve(torch.tensor([[4., 2.], [2., 3.]]), torch.tensor([2., 5.]))` | `try choleskySolve([[4, 2], [2, 3]], [2, 5])` | `[-0.5, 2]` |
199 | `torch.linalg.solve(torch.tensor([[4., 3], [3, 5]]) + alpha * torch.eye(2), torch.tensor([9., 11]))` | `try leastSquares([[1, 0], [1, 1], [1, 2]], targets: [1, 3, 4], weights: [2, 1, 1], ridge: 0.5)` | `[1.0476, 1.4286]` |
200 | `print(x)` | `x.description` | `"Tensor [2, 3], -6 … 5\n[[ 1, -2,  3],\n [ 4,  5, -6]]"` |
201 | `torch.get_num_threads()` | `Threads.count` | … |
"""#
