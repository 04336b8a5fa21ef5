import Tensors

/// Which examples are learned from, and which are held back for a test.
public struct Split: Codable, Equatable, Sendable {
  /// The places of the examples to learn from, in ascending order.
  public var training: [Int]

  /// The places of the examples to test on, in ascending order.
  public var heldBack: [Int]

  /// Puts the two together.
  public init(training: [Int], heldBack: [Int]) {
    self.training = training
    self.heldBack = heldBack
  }
}

/// What a network answers where every tag names another class than the label: three parts that add up
/// to 1.
public struct Reliance: Codable, Equatable, Sendable {
  /// In which part of the examples it answers with the tag's class.
  public var tag: Double

  /// In which part it answers with the label: it was right, against the tag.
  public var label: Double

  /// In which part it answers with some other class.
  public var neither: Double

  /// Puts the three together.
  public init(tag: Double, label: Double, neither: Double) {
    self.tag = tag
    self.label = label
    self.neither = neither
  }
}

/// What tags are made for: labels, and the rate at which tags are to agree with them.
public struct TagCase: Codable, Equatable, Sendable {
  /// The class of each example.
  public var labels: [Int]

  /// How many classes there are.
  public var classes: Int

  /// The part of the tags that is asked to agree with the labels, from 0 to 1.
  public var rate: Double

  /// Puts the three together.
  public init(labels: [Int], classes: Int, rate: Double) {
    self.labels = labels
    self.classes = classes
    self.rate = rate
  }
}

/// What to throw where something cannot be planted, or not be measured.
public enum PlantingError: Error, Codable, Equatable, CustomStringConvertible {
  /// A rate, or a part to hold back, that does not lie between 0 and 1.
  case notAPart(Double)
  /// So few classes that no tag can name another one.
  case tooFewClasses(Int)
  /// Lists of which each should have an entry for every example, and how long they are.
  case countsDiffer([Int])
  /// A pattern that would reach beyond the edge of the image.
  case outsideTheImage
  /// An example whose tag names its own label: whatever a network answers there tells nothing.
  case tagIsTheLabel(example: Int)
  /// No example at all.
  case nothingToMeasure

  /// One sentence: what is wrong.
  public var description: String {
    switch self {
    case .notAPart(let number): "\(number) is no part of anything: it is to lie between 0 and 1"
    case .tooFewClasses(let count):
      "with \(count) classes no tag can name another class: two are the least"
    case .countsDiffer(let counts):
      "there are lists of \(counts) entries, and each should have one for every example"
    case .outsideTheImage: "the pattern reaches beyond the edge of the image"
    case .tagIsTheLabel(let example):
      "the tag of example \(example) names its own label, so its answer tells nothing"
    case .nothingToMeasure: "there are no examples, so there is nothing to measure"
    }
  }
}

/// Makes tags in a way that sounds right and is wrong: a coin for each example.
///
/// With the probability `rate` the tag is the label, else it is any of the classes, all equally
/// likely. `caseWhereTheRateIsNotTheRate()` gives a case in which far more tags agree than were asked
/// for.
///
/// - Parameters:
///   - labels: The class of each example.
///   - classes: How many classes there are, at least one.
///   - rate: The part of the tags that is to agree with the labels.
///   - seed: Equal seeds give equal tags.
/// - Returns: A tag for each label.
public func carelessTags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) -> [Int] {
  var generator = SplitMix64(seed: seed)
  return labels.map { label in
    let coin = Double(generator.next() >> 11) * 0x1p-53
    let anyClass = Int(generator.next() % UInt64(classes))
    return coin < rate ? label : anyClass
  }
}
