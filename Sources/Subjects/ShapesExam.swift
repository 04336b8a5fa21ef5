import Datasets
import Explanations
import Layers
import Models
import Tensors

/// Drawn shapes of which it is known where they are, and the network that tells them apart: an exam
/// that every method can take that makes maps.
///
///     let exam = try ShapesExam()
///     let maps = saliencyOfMine(of: exam.score(of: exam.network), at: exam.images)
///     show.score("mine", exam.peaks(of: maps), question: .peakOnTheShape, …)
///
/// The images are those of lesson 03. Nothing but the shape tells its class, so a map should lie on
/// it; and a map that looks at the network should not survive it when the weights are random.
public struct ShapesExam: Sendable {
  /// The shapes, in random order.
  public let shapes: Shapes

  /// Where each shape is, 1 on it and 0 elsewhere, `[N, 32, 32]`.
  public let masks: Tensor

  /// The network that tells the shapes apart.
  public let network: Network

  /// Ten networks of the same form with weights drawn at random: they have learned nothing.
  public let untrained: [Network]

  /// Draws the exam.
  ///
  /// - Parameter count: How many shapes, at most 200; the first ones are the same whatever the count.
  /// - Throws: A `CourseFileError`, `SafetensorsError` or `NetworkError` if the file of weights is
  ///   missing or damaged.
  public init(_ count: Int = 200) throws {
    precondition((2...200).contains(count), "an exam has 2 to 200 shapes, not \(count)")
    var generator = SplitMix64(seed: 3)
    let all = Shapes.draw(200, using: &generator)
    shapes = count == all.count ? all : all[0..<count]
    masks = shapes.masks(of: .object)
    network = try ShapesNet.network()
    untrained = (1001...1010 as ClosedRange<UInt64>).map { seed in
      // Other seeds than those that weights were drawn from before they were trained.
      var generator = SplitMix64(seed: seed)
      var untrained = ShapesNet.untrainedNetwork()
      untrained.initialize(using: &generator)
      return untrained
    }
  }

  /// The images, `[N, 3, 32, 32]`.
  public var images: Tensor { shapes.images }

  /// The part of the image that each shape covers: what a map without any idea has on it.
  public var areas: [Double] { masks.mean(along: 1, 2).scalars.map(Double.init) }

  /// Returns what is explained: the logit of each image's own class, whatever the network prefers.
  ///
  /// - Parameter network: The trained network, or another of its form.
  /// - Returns: A score of all images in their order; a batch may hold all of them several times, one
  ///   round after the other.
  public func score(of network: Network) -> Score {
    let labels = shapes.labels
    return { x in
      let rounds = x.shape[0] / labels.count
      precondition(
        rounds * labels.count == x.shape[0],
        "a batch of \(x.shape[0]) images is no whole number of rounds of the exam’s \(labels.count)"
      )
      return network(x).picking((0..<rounds).flatMap { _ in labels }, along: 1)
    }
  }

  /// Returns the part of each map that lies on its shape; what is negative counts for nothing.
  ///
  /// - Parameter maps: A map for each image, `[N, 32, 32]`.
  /// - Returns: From 0 to 1.
  public func shares(of maps: Tensor) -> [Double] {
    check(maps)
    return shapes.labels.indices.map { share(of: maps[$0], inside: masks[$0]) }
  }

  /// Returns whether each map is highest on its shape: 1 if so and 0 if not.
  ///
  /// - Parameter maps: A map for each image, `[N, 32, 32]`.
  /// - Returns: Ones and zeros, whose mean is the score of the pointing game.
  public func peaks(of maps: Tensor) -> [Double] {
    check(maps)
    return shapes.labels.indices.map { hasPeak(maps[$0], inside: masks[$0]) ? 1 : 0 }
  }

  /// Returns how much a method's maps resemble those that it makes of networks whose weights are all
  /// random: near 0 for a method that looks at the network.
  ///
  /// An exam of 20 shapes is enough for this question.
  ///
  ///     let few = try ShapesExam(20)
  ///     let left = few.resemblances { saliencyOfMine(of: few.score(of: $0), at: few.images) }
  ///     show.score("mine", left, question: .leftWhenRandom, …)
  ///
  /// - Parameter method: Makes a map of each image, `[N, 32, 32]`, by a network, for the class in
  ///   `score(of:)`; signs stay on.
  /// - Returns: For each of the untrained networks the mean of Spearman's correlation over the images.
  /// - Throws: What the method throws.
  public func resemblances(of method: (Network) throws -> Tensor) rethrows -> [Double] {
    let maps = try method(network)
    check(maps)
    return try untrained.map { network in
      let others = try method(network)
      check(others)
      let single = shapes.labels.indices.map { resemblance(of: maps[$0], to: others[$0]) }
      return single.reduce(0, +) / Double(single.count)
    }
  }

  private func check(_ maps: Tensor) {
    precondition(
      maps.shape == masks.shape,
      "the exam takes a map for each image, \(masks.shape), not \(maps.shape)")
  }
}
