import Tensors
import Testing

@Suite struct RecordedTests {
  private func scaled(_ x: Tensor, by factor: Float, _ calls: Counter) -> Tensor {
    (x.detached() * Tensor(factor)).recorded("scaled", from: x) { upstream, _ in
      calls.add()
      return upstream * Tensor(factor)
    }
  }

  private func product(_ a: Tensor, _ b: Tensor, _ callsA: Counter, _ callsB: Counter) -> Tensor {
    (a.detached() * b.detached()).recorded(
      "product", from: a, b,
      pullbackA: { upstream, _, b in
        callsA.add()
        return upstream * b
      },
      pullbackB: { upstream, a, _ in
        callsB.add()
        return upstream * a
      })
  }

  private func sum(_ inputs: [Tensor], _ calls: [Counter]) -> Tensor {
    let value = inputs.dropFirst().reduce(inputs[0].detached()) { $0 + $1.detached() }
    return value.recorded("sum of all", from: inputs) { upstream, _, index in
      calls[index].add()
      return upstream
    }
  }

  @Test func `an operator of one's own has the gradient one says`() {
    let x = Tensor([1, 2]).tracked()
    let calls = Counter()
    // A straight-through estimator: the value is rounded, the gradient is not.
    let y = Tensor([1, 2]).recorded("rounded", from: x * 1.1) { upstream, _ in
      calls.add()
      return upstream * 7
    }
    #expect(gradient(of: y.sum(), withRespectTo: x).isClose(to: [7.7, 7.7]))
    #expect(calls.count == 1)
  }

  @Test func `nothing is recorded for constants`() {
    let calls = Counter()
    #expect(!scaled([1, 2], by: 3, calls).isTracked)
    #expect(!product([1], [2], calls, calls).isTracked)
    #expect(!sum([[1], [2]], [calls, calls]).isTracked)
  }

  @Test func `a pullback is called once a gradient, and only if it is on the path`() {
    let x = Tensor([1, 2]).tracked()
    let other = Tensor([1, 2]).tracked()
    let (onPath, beside, above) = (Counter(), Counter(), Counter())
    let y = scaled(x, by: 3, onPath)
    let unused = scaled(other, by: 5, beside)
    let loss = (y * unused).sum()
    _ = scaled(loss, by: 2, above)
    #expect(onPath.count == 0)
    #expect(gradient(of: loss, withRespectTo: x) == [15, 30])
    #expect(onPath.count == 1)
    #expect(beside.count == 0)
    #expect(above.count == 0)
    #expect(gradient(of: loss, withRespectTo: y) == [5, 10])
    #expect(onPath.count == 1)
    #expect(gradients(of: loss, withRespectTo: [x, other, y]).count == 3)
    #expect(onPath.count == 2)
    #expect(beside.count == 1)
  }

  @Test func `of two inputs only the one asked for is pulled back`() {
    let a = Tensor([1, 2]).tracked()
    let b = Tensor([3, 4]).tracked()
    let (callsA, callsB) = (Counter(), Counter())
    let loss = product(a, b, callsA, callsB).sum()
    #expect(gradient(of: loss, withRespectTo: a) == [3, 4])
    #expect([callsA.count, callsB.count] == [1, 0])
    #expect(gradient(of: loss, withRespectTo: b) == [1, 2])
    #expect([callsA.count, callsB.count] == [1, 1])
    #expect(gradients(of: loss, withRespectTo: [a, b]) == [[3, 4], [1, 2]])
    #expect([callsA.count, callsB.count] == [2, 2])
  }

  @Test func `a frozen weight is never pulled back`() {
    let x = Tensor([1, 2]).tracked()
    let frozen = Tensor([3, 4])
    let cut = Tensor([5, 6]).tracked().detached()
    let (forX, forWeight) = (Counter(), Counter())
    let hidden = product(x, frozen, forX, forWeight)
    let loss = product(cut, hidden, forWeight, forX).sum()
    #expect(gradient(of: loss, withRespectTo: x) == [15, 24])
    #expect(forX.count == 2)
    #expect(forWeight.count == 0)
  }

  @Test func `a tracked weight that was not asked for is not pulled back either`() {
    let x = Tensor([1, 2]).tracked()
    let weight = Tensor([3, 4]).tracked()
    let (forX, forWeight, before) = (Counter(), Counter(), Counter())
    let loss = product(x, scaled(weight, by: 2, before), forX, forWeight).sum()
    #expect(gradient(of: loss, withRespectTo: x) == [6, 8])
    #expect([forX.count, forWeight.count, before.count] == [1, 0, 0])
  }

  @Test func `of many inputs only those asked for are pulled back`() {
    let inputs = (0..<4).map { Tensor([Float($0)]).tracked() }
    let mixed = inputs + [Tensor([10])]
    let calls = (0..<5).map { _ in Counter() }
    let loss = sum(mixed, calls)
    #expect(loss == [16])
    #expect(gradients(of: loss, withRespectTo: [inputs[2], inputs[0]]) == [[1], [1]])
    #expect(calls.map(\.count) == [1, 0, 1, 0, 0])
    #expect(gradient(of: loss * loss, withRespectTo: inputs[3]) == [32])
    #expect(calls.map(\.count) == [1, 0, 1, 1, 0])
  }

  @Test func `one input in several places is pulled back in each`() {
    let x = Tensor([2]).tracked()
    let calls = (0..<3).map { _ in Counter() }
    let y = sum([x, x, x], calls)
    #expect(gradient(of: y * y, withRespectTo: x) == [36])
    #expect(calls.map(\.count) == [1, 1, 1])
    let (left, right) = (Counter(), Counter())
    #expect(gradient(of: product(x, x, left, right), withRespectTo: x) == [4])
    #expect([left.count, right.count] == [1, 1])
  }

  @Test func `a pullback is handed its inputs without history`() {
    let x = Tensor([1, 2]).tracked()
    let tracked = Counter()
    @Sendable func check(_ tensors: [Tensor]) {
      if tensors.contains(where: \.isTracked) { tracked.add() }
    }
    let a = x.detached().recorded("one", from: x) { upstream, x in
      check([upstream, x])
      return upstream
    }
    let b = x.detached().recorded(
      "two", from: a, x,
      pullbackA: { upstream, a, b in
        check([upstream, a, b])
        return upstream
      },
      pullbackB: { upstream, a, b in
        check([upstream, a, b])
        return upstream
      })
    let c = x.detached().recorded("many", from: [a, b, x]) { upstream, inputs, _ in
      check([upstream] + inputs)
      return upstream
    }
    #expect(gradient(of: c.sum(), withRespectTo: x) == [4, 4])
    #expect(tracked.count == 0)
  }

  @Test func `a pullback that gives back a tracked tensor gives a constant all the same`() {
    let x = Tensor([1, 2]).tracked()
    let y = x.detached().recorded("careless", from: x) { upstream, _ in upstream * x }
    let found = gradient(of: y.sum(), withRespectTo: x)
    #expect(found == [1, 2])
    #expect(!found.isTracked)
  }

  @Test func `library operators leave frozen inputs alone as well`() {
    // A weight of NaN would spoil a gradient that was computed and then thrown away unseen, so
    // what is counted is the pullback of a step before the weight.
    let calls = Counter()
    let weight = Tensor.drawn([3, 2, 3, 3], seed: 1).tracked().counted(calls)
    let matrix = Tensor.drawn([3, 4], seed: 2).tracked().counted(calls)
    let image = Tensor.drawn([2, 2, 5, 5], seed: 3).tracked()
    let y = image.conv2d(weight, padding: 1).globalAvgPool2d().matmul(matrix)
    let found = gradient(of: y.crossEntropy(with: [0, 3]), withRespectTo: image)
    #expect(found.shape == [2, 2, 5, 5])
    #expect(found.abs().max().scalar > 0)
    #expect(calls.count == 0)
  }
}
