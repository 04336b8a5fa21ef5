import Layers
import Tensors
import Testing

@Suite(.serialized) struct `Training` {
  /// Points in the plane whose class is the quadrant.
  private func quadrants(_ count: Int, seed: UInt64) -> Examples {
    var generator = SplitMix64(seed: seed)
    let points = Tensor.normal(shape: [count, 2], using: &generator)
    let labels = (0..<count).map { row in
      (points[row, 0].scalar > 0 ? 1 : 0) + (points[row, 1].scalar > 0 ? 2 : 0)
    }
    return Examples(inputs: points, labels: labels)
  }

  private func classifier(seed: UInt64 = 1) -> Network {
    var generator = SplitMix64(seed: seed)
    return Network(
      input: [2],
      layers: [
        "fc1": .linear(inFeatures: 2, outFeatures: 16), "relu": .relu,
        "drop": .dropout(rate: 0.1), "fc2": .linear(inFeatures: 16, outFeatures: 4),
      ], using: &generator)
  }

  @Test func `a network learns what there is to learn`() throws {
    var network = classifier()
    let held = quadrants(200, seed: 8)
    let records = try train(
      &network, on: quadrants(500, seed: 7), validatedOn: held, with: Adam(learningRate: 0.02),
      by: TrainingPlan(epochs: 15, batchSize: 32, schedule: .oneCycle()), report: { _ in })
    #expect(records.count == 15)
    #expect(network.accuracy(on: held) > 0.93)
    #expect(records.last?.accuracy == network.accuracy(on: held))
    #expect(try #require(records.last).loss < 0.5 * records[0].loss)
  }

  @Test func `a linear layer recovers the weights that made its targets`() throws {
    var generator = SplitMix64(seed: 3)
    let truth = Linear(weight: [[1, -2, 0.5], [0, 3, -1]], bias: [0.25, -0.75])
    let inputs = Tensor.normal(shape: [120, 3], using: &generator)
    var network = Network(
      input: [3], layers: ["fc": .linear(inFeatures: 3, outFeatures: 2)], using: &generator)
    try train(
      &network, examples: 120, with: SGD(learningRate: 0.2, momentum: 0.5),
      by: TrainingPlan(epochs: 60, batchSize: 40, schedule: .cosine), report: { _ in }
    ) { network, batch, _ in
      let inputs = inputs.selecting(batch)
      return network(inputs).meanSquaredError(to: truth(inputs))
    }
    guard case .linear(let found) = network["fc"] else { return }
    #expect(found.weight.isClose(to: truth.weight, within: 1e-3))
    #expect(try #require(found.bias).isClose(to: [0.25, -0.75], within: 1e-3))
  }

  @Test func `the same seed gives the same bytes at one and at two threads`() throws {
    func weights(threads: Int, seed: UInt64) throws -> [UInt8] {
      let before = Threads.count
      defer { Threads.count = before }
      Threads.count = threads
      var network = everyKind()
      let examples = Examples(inputs: images(24), labels: (0..<24).map { $0 % 5 })
      try train(
        &network, on: examples, with: AdamW(learningRate: 0.01),
        by: TrainingPlan(epochs: 2, batchSize: 10, schedule: .oneCycle(), seed: seed),
        augmenting: { images, generator in
          images + 0.1 * .normal(shape: images.shape, using: &generator)
        }, report: { _ in })
      return try network.weights().encoded()
    }
    let once = try weights(threads: 1, seed: 4)
    #expect(try weights(threads: 2, seed: 4) == once)
    #expect(try weights(threads: 2, seed: 5) != once)
  }

  @Test func `every example is seen once an epoch, in another order each time`() throws {
    var w: Tensor = [0]
    var seen: [[Int]] = []
    var sizes: [Int] = []
    try train(
      &w, examples: 7, with: SGD(learningRate: 0.1), by: TrainingPlan(epochs: 2, batchSize: 3),
      report: { _ in }
    ) { w, batch, _ in
      sizes.append(batch.count)
      seen.append(Array(batch))
      return w.squared().sum()
    }
    #expect(sizes == [3, 3, 1, 3, 3, 1])
    let orders = [seen[..<3].flatMap { $0 }, seen[3...].flatMap { $0 }]
    #expect(orders.allSatisfy { $0.sorted() == Array(0..<7) })
    #expect(orders[0] != orders[1])
  }

  @Test(arguments: [1e2, 1e4, 1e10, 1e30] as [Float])
  func `a learning rate that diverges ends in an error that says so`(rate: Float) {
    var network = classifier()
    let before = network
    expectError(TrainingError.self, "diverged", "learning rate", "ten times smaller") {
      try train(
        &network, on: quadrants(400, seed: 7), with: SGD(learningRate: rate, momentum: 0.9),
        by: TrainingPlan(epochs: 25, batchSize: 100), report: { _ in })
    }
    #expect(network == before)
  }

  @Test func `inputs that are not numbers end in an error at the first step`() {
    var network = classifier()
    let examples = Examples(inputs: [[.init(Float.nan), 1]], labels: [0])
    expectError(TrainingError.self, "step 1", "epoch 1") {
      try train(
        &network, on: examples, with: Adam(), by: TrainingPlan(epochs: 1), report: { _ in })
    }
  }

  @Test func `a step that breaks a parameter is an error that names it`() {
    var w: Tensor = [0]
    expectError(TrainingError.self, "diverged", "\"value\"", "after step 1") {
      try train(
        &w, examples: 1, with: SGD(learningRate: 1), by: TrainingPlan(epochs: 1), report: { _ in }
      ) { w, _, _ in
        // The loss is 0, its slope at 0 infinite.
        w.sqrt().sum()
      }
    }
    #expect(w == [0])
  }

  @Test func `a loss that stays finite but far above where it began is an error`() {
    var w: Tensor = [1]
    expectError(TrainingError.self, "mean loss of epoch 2", "first batch was 1.0") {
      try train(
        &w, examples: 1, with: SGD(learningRate: 10), by: TrainingPlan(epochs: 9),
        report: { _ in }
      ) { w, _, _ in w.squared().sum() }
    }
  }

  @Test func `what the loss throws comes out`() {
    struct Enough: Error {}
    var w: Tensor = [1]
    #expect(throws: Enough.self) {
      try train(
        &w, examples: 1, with: Adam(), by: TrainingPlan(epochs: 1), report: { _ in }
      ) { _, _, _ in throw Enough() }
    }
  }

  @Test func `without examples there is nothing to learn`() {
    var network = classifier()
    let none = Examples(inputs: .zeros([0, 2]), labels: [])
    expectError(TrainingError.self, "no examples") {
      try train(&network, on: none, with: Adam(), by: TrainingPlan(epochs: 1), report: { _ in })
    }
  }

  @Test func `progress counts the steps and ends with no time left`() throws {
    var network = classifier()
    var steps: [TrainingProgress] = []
    let examples = quadrants(25, seed: 1)
    try train(
      &network, on: examples, validatedOn: examples, with: Adam(),
      by: TrainingPlan(epochs: 2, batchSize: 10), report: { steps.append($0) })
    #expect(steps.map(\.step) == [1, 2, 3, 4, 5, 6])
    #expect(steps.map(\.endsEpoch) == [false, false, true, false, false, true])
    let first = try #require(steps.first)
    #expect(first.description.hasPrefix("epoch 1 of 2 · loss "))
    #expect(first.description.hasSuffix(" left"))
    let last = try #require(steps.last)
    #expect(last.secondsLeft == 0)
    #expect(last.description.hasSuffix(" %"))
    #expect(last.description.contains(" · accuracy "))
  }

  @Test func `schedules are their formulas`() {
    #expect(Schedule.constant.factor(at: 5, of: 10) == 1)
    let cosine = (0...4).map { Schedule.cosine.factor(at: $0, of: 4) }
    #expect(Tensor(cosine).isClose(to: [1, 0.853553, 0.5, 0.146447, 0], within: 1e-5))
    let cycle = (0..<20).map { Schedule.oneCycle().factor(at: $0, of: 20) }
    #expect(abs(cycle[0] - 0.04) < 1e-6)
    #expect(cycle[5] == 1)
    #expect(abs(cycle[19] - 1 / 250_000) < 1e-6)
    #expect(zip(cycle[...5], cycle[1...5]).allSatisfy { $0 < $1 })
    #expect(zip(cycle[5...], cycle[6...]).allSatisfy { $0 > $1 })
  }

  @Test func `predictions do not depend on the size of the batch`() {
    let (network, inputs) = (everyKind(), images(7))
    #expect(
      network.predictions(for: inputs, batchSize: 3)
        == network.predictions(for: inputs, batchSize: 256))
  }
}
