import Datasets
import Tensors
import Testing

/// The gates' closed forms, against differences and all orders.
@Suite struct GateTests {
  /// Inputs within and outside the unit square, and a baseline for each.
  let inputs: Tensor = [[1, 1], [1, 0], [0, 1], [0.25, -0.5], [2, 3]]
  let baselines: Tensor = [[0, 0], [0, 1], [0.5, 0.5], [1, 2], [-1, 0.25]]

  @Test(arguments: Gate.allCases) func `formula and truth table agree`(gate: Gate) {
    #expect(gate.score(Gate.corners).scalars == gate.truthTable.map { Float($0) })
  }

  @Test func `truth tables are what the names say`() {
    let corners = [(0, 0), (0, 1), (1, 0), (1, 1)]
    #expect(Gate.add.truthTable == corners.map { $0 + $1 })
    #expect(Gate.and.truthTable == corners.map { $0 & $1 })
    #expect(Gate.or.truthTable == corners.map { $0 | $1 })
    #expect(Gate.xor.truthTable == corners.map { $0 ^ $1 })
  }

  @Test(arguments: Gate.allCases) func `the gradient is the engine's`(gate: Gate) {
    let x = inputs.tracked()
    #expect(gradient(of: gate.score(x).sum(), withRespectTo: x) == gate.gradient(at: inputs))
  }

  @Test(arguments: Gate.allCases) func `occlusion puts one input back`(gate: Gate) {
    let value = gate.score(inputs)
    let losses = (0..<2).map { player in
      value - gate.score(mixed(keeping: [1 - player]))
    }
    #expect(
      gate.occlusion(at: inputs, from: baselines)
        .isClose(to: .stacked(losses, along: 1), within: 1e-5))
  }

  @Test(arguments: Gate.allCases) func `Shapley values are the mean over both orders`(gate: Gate) {
    var sums = [Tensor](repeating: .zeros([inputs.shape[0]]), count: 2)
    for order in [[0, 1], [1, 0]] {
      for place in order.indices {
        let before = gate.score(mixed(keeping: Array(order[..<place])))
        let after = gate.score(mixed(keeping: Array(order[...place])))
        sums[order[place]] += (after - before) / 2
      }
    }
    let expected = Tensor.stacked(sums, along: 1)
    #expect(gate.shapley(at: inputs, from: baselines).isClose(to: expected, within: 1e-5))
  }

  @Test(arguments: Gate.allCases) func `integrated gradients are the same`(gate: Gate) {
    // The midpoint rule is exact, because the gradient is linear along the path.
    let steps = 4
    var sum = Tensor.zeros(inputs.shape)
    for step in 0..<steps {
      let part = Tensor((Float(step) + 0.5) / Float(steps))
      let x = (baselines + part * (inputs - baselines)).tracked()
      sum += gradient(of: gate.score(x).sum(), withRespectTo: x)
    }
    let integrated = (inputs - baselines) * sum / Tensor(steps)
    #expect(gate.shapley(at: inputs, from: baselines).isClose(to: integrated, within: 1e-5))
  }

  @Test func `at one and one the answers are those of the course's table`() {
    let corner: Tensor = [[1, 1]]
    #expect(
      Gate.allCases.map { $0.shapley(at: corner) } == [
        [[1, 1]], [[0.5, 0.5]], [[0.5, 0.5]], [[0, 0]],
      ])
    #expect(
      Gate.allCases.map { $0.occlusion(at: corner) } == [
        [[1, 1]], [[1, 1]], [[0, 0]], [[-1, -1]],
      ])
  }

  /// The inputs where a player is kept, the baselines elsewhere.
  func mixed(keeping players: [Int]) -> Tensor {
    let mask = Tensor((0..<2).map { players.contains($0) ? 1 : 0 } as [Float])
    return mask * inputs + (1 - mask) * baselines
  }
}

/// A weighted sum and what it is made of.
@Suite struct LinearWorldTests {
  @Test(arguments: [[3], [2, 3, 4]]) func `contributions add up to the change in score`(
    shape: [Int]
  ) {
    var generator = SplitMix64(seed: 4)
    let world = LinearWorld.draw(shape: shape, using: &generator)
    let inputs = world.inputs(5, using: &generator)
    let baseline = world.inputs(1, using: &generator)
    let contributions = world.contributions(at: inputs, from: baseline)
    #expect(contributions.shape == [5] + shape)
    let sums = contributions.flattened(from: 1).sum(along: 1)
    #expect(sums.isClose(to: world.score(inputs) - world.score(baseline), within: 1e-4))
  }

  @Test func `the gradient is the weights, everywhere`() {
    var generator = SplitMix64(seed: 5)
    let world = LinearWorld.draw(shape: [2, 3], using: &generator)
    let x = world.inputs(4, using: &generator).tracked()
    let found = gradient(of: world.score(x).sum(), withRespectTo: x)
    #expect(found == world.weights.broadcast(to: [4, 2, 3]))
    #expect(world.score(.zeros([1, 2, 3])).scalar == world.bias)
  }

  @Test func `equal seeds give equal worlds`() {
    let worlds = ([1, 1, 2] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return LinearWorld.draw(shape: [4], using: &generator)
    }
    #expect(worlds[0] == worlds[1])
    #expect(worlds[0] != worlds[2])
  }
}
