import Foundation
import Tensors

/// How a training goes through its examples.
public struct TrainingPlan: Sendable, Equatable, Codable {
  /// How often every example is seen.
  public var epochs: Int
  /// How many examples make a step; the last of an epoch has what is left.
  public var batchSize: Int
  /// How the learning rate changes.
  public var schedule: Schedule
  /// Decides the order of the examples, and what is drawn on the way.
  public var seed: UInt64

  /// Creates a plan.
  ///
  /// - Parameters:
  ///   - epochs: How often every example is seen.
  ///   - batchSize: How many examples make a step.
  ///   - schedule: How the learning rate changes.
  ///   - seed: Decides the order of the examples, and what is drawn on the way.
  public init(
    epochs: Int, batchSize: Int = 64, schedule: Schedule = .constant, seed: UInt64 = 0
  ) {
    precondition(
      epochs >= 0 && batchSize > 0,
      "training: \(epochs) epochs in batches of \(batchSize) cannot be")
    self.epochs = epochs
    self.batchSize = batchSize
    self.schedule = schedule
    self.seed = seed
  }
}

/// What came out of one epoch.
public struct EpochRecord: Sendable, Equatable, Codable {
  /// The mean loss over its steps.
  public let loss: Float
  /// The part of the validation's examples that are right after it.
  public let accuracy: Float?
}

/// Trains a network to tell classes apart, by the cross-entropy of its logits.
///
///     try train(
///       &network, on: digits, validatedOn: others, with: Adam(learningRate: 2e-3),
///       by: TrainingPlan(epochs: 5, schedule: .oneCycle(), seed: 1))
///
/// The same network, examples and plan give the same bytes, whatever the number of threads. On an
/// error the network is left as it was.
///
/// - Parameters:
///   - network: What is trained.
///   - examples: What it learns from.
///   - validation: What its accuracy is measured on after each epoch.
///   - optimizer: How a gradient becomes a step; a copy of it is used.
///   - plan: How the training goes through the examples.
///   - augment: Changes a batch of inputs before it is learned from, without changing its classes.
///   - report: Is called after each step; by default it draws a line on a terminal.
/// - Returns: The loss and accuracy of each epoch.
/// - Throws: A `TrainingError` if the training diverges, or what the closures throw.
@discardableResult
public func train(
  _ network: inout Network, on examples: Examples, validatedOn validation: Examples? = nil,
  with optimizer: some Optimizer, by plan: TrainingPlan,
  augmenting augment: ((Tensor, inout SplitMix64) throws -> Tensor)? = nil,
  report: (TrainingProgress) -> Void = TrainingProgress.terminal()
) throws -> [EpochRecord] {
  try train(
    &network, examples: examples.count, with: optimizer, by: plan,
    accuracy: validation.map { validation in { $0.accuracy(on: validation) } }, report: report
  ) { network, batch, generator in
    let batch = examples[batch]
    let inputs = try augment?(batch.inputs, &generator) ?? batch.inputs
    return network.trainingOutput(for: inputs, using: &generator).crossEntropy(with: batch.labels)
  }
}

/// Trains any model by any loss.
///
/// The same model and plan give the same bytes, whatever the number of threads, if the loss draws
/// from the generator alone. On an error the model is left as it was.
///
/// - Parameters:
///   - model: What is trained.
///   - count: How many examples there are.
///   - optimizer: How a gradient becomes a step; a copy of it is used.
///   - plan: How the training goes through the examples.
///   - accuracy: Measures the model after each epoch, from 0 to 1.
///   - report: Is called after each step; by default it draws a line on a terminal.
///   - loss: Computes a single number from the model and the numbers of the batch's examples.
/// - Returns: The loss and accuracy of each epoch.
/// - Throws: A `TrainingError` if the training diverges, or what the closures throw.
@discardableResult
public func train<Model: Parameterized>(
  _ model: inout Model, examples count: Int, with optimizer: some Optimizer, by plan: TrainingPlan,
  accuracy: ((Model) throws -> Float)? = nil,
  report: (TrainingProgress) -> Void = TrainingProgress.terminal(),
  loss: (_ model: inout Model, _ batch: ArraySlice<Int>, _ generator: inout SplitMix64) throws
    -> Tensor
) throws -> [EpochRecord] {
  guard count > 0 else { throw TrainingError.noExamples }
  var trained = model
  var optimizer = optimizer
  var generator = SplitMix64(seed: plan.seed)
  var records: [EpochRecord] = []
  let stepsPerEpoch = (count + plan.batchSize - 1) / plan.batchSize
  let steps = plan.epochs * stepsPerEpoch
  let start = ContinuousClock.now
  var watch = DivergenceWatch()

  for epoch in 1..<plan.epochs + 1 {
    let order = permutation(of: count, using: &generator)
    var total = 0.0
    for index in 0..<stepsPerEpoch {
      let batch = order[index * plan.batchSize..<min((index + 1) * plan.batchSize, count)]
      let step = (epoch - 1) * stepsPerEpoch + index
      let rate = optimizer.learningRate * plan.schedule.factor(at: step, of: steps)
      watch.moment = DivergenceWatch.Moment(step: step + 1, epoch: epoch, learningRate: rate)
      let (value, gradient) = try valueWithGradient(of: &trained) { model in
        try loss(&model, batch, &generator)
      }
      try watch.check(loss: value)
      optimizer.update(&trained, along: gradient, learningRate: rate)
      try watch.check(parametersOf: &trained)
      // Weighted, since the last batch may be smaller.
      total += Double(value) * Double(batch.count)

      let endsEpoch = index + 1 == stepsPerEpoch
      let mean = Float(total / Double(batch.endIndex))
      if endsEpoch {
        try watch.check(meanLoss: mean)
        records.append(EpochRecord(loss: mean, accuracy: try accuracy?(trained)))
      }
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      report(
        TrainingProgress(
          epoch: epoch, epochs: plan.epochs, step: step + 1, steps: steps, loss: mean,
          accuracy: records.last?.accuracy,
          secondsLeft: seconds / Double(step + 1) * Double(steps - step - 1), endsEpoch: endsEpoch))
    }
  }
  model = trained
  return records
}

/// Notices a training whose numbers have left the range where it can recover.
private struct DivergenceWatch {
  struct Moment {
    var step = 0
    var epoch = 0
    var learningRate: Float = 0
  }

  var moment = Moment()
  private var first: Float?

  mutating func check(loss: Float) throws(TrainingError) {
    guard loss.isFinite else {
      throw .lossNotFinite(
        loss: loss, step: moment.step, epoch: moment.epoch, learningRate: moment.learningRate)
    }
    first = first ?? loss
  }

  func check(parametersOf model: inout some Parameterized) throws(TrainingError) {
    var broken: String?
    model.forEachParameter { name, parameter in
      if broken == nil, parameter.firstNonFinite != nil { broken = name }
    }
    guard let broken else { return }
    throw .parameterNotFinite(
      name: broken, step: moment.step, epoch: moment.epoch, learningRate: moment.learningRate)
  }

  /// A network whose ReLUs have all died gives large finite numbers for ever.
  func check(meanLoss: Float) throws(TrainingError) {
    guard let first, meanLoss > 100 * max(first.magnitude, 1) else { return }
    throw .diverged(
      loss: meanLoss, first: first, epoch: moment.epoch, learningRate: moment.learningRate)
  }
}
