import Tensors

/// Returns a tag for each label, of which an exact part agrees.
///
/// Of n tags, `rate · n` are their label, rounded to the nearest whole number, a half up. Which ones is
/// drawn, all choices equally likely. Each of the others is drawn from the other classes, all equally likely.
///
/// - Parameters:
///   - labels: The class of each example, from 0 to `classes − 1`.
///   - classes: How many classes there are.
///   - rate: The part of the tags that agree, from 0 to 1.
///   - seed: Equal seeds give equal tags, other seeds others.
/// - Returns: A tag for each label; the tag 2 is the pattern of class 2.
/// - Throws: `PlantingError.notAPart` where the rate is not between 0 and 1, and `.tooFewClasses` where
///   there are fewer than two; `Unfinished` until it is written.
public func tags(
  for labels: [Int], classes: Int, rate: Double, seed: UInt64
) throws -> [Int] {
  guard rate >= 0, rate <= 1 else { throw PlantingError.notAPart(rate) }
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  var tags = labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
  let agreeing = Int((rate * Double(labels.count)).rounded())
  for example in permutation(of: labels.count, using: &generator).prefix(agreeing) {
    tags[example] = labels[example]
  }
  return tags
}

/// Returns images with a pattern put in place of a part of each.
///
/// The pattern's upper left pixel lies at the given row and column. Under the pattern nothing of the
/// image is left, and around it nothing changes.
///
/// - Parameters:
///   - tags: Which pattern each image gets.
///   - patterns: The patterns, `[tags, channels, rows, columns]`.
///   - images: The images, `[N, channels, height, width]`.
///   - row: The uppermost row of the image that is covered.
///   - column: The leftmost column that is covered.
/// - Returns: The images with their tags, `[N, channels, height, width]`.
/// - Throws: `PlantingError.countsDiffer` with the numbers of tags and of images where they differ, and
///   `.outsideTheImage` where the pattern does not lie within it; `Unfinished` until it is written.
public func stamp(
  _ tags: [Int], patterns: Tensor, on images: Tensor, row: Int, column: Int
) throws -> Tensor {
  guard tags.count == images.shape[0] else {
    throw PlantingError.countsDiffer([tags.count, images.shape[0]])
  }
  let below = images.shape[2] - row - patterns.shape[2]
  let right = images.shape[3] - column - patterns.shape[3]
  guard row >= 0, column >= 0, below >= 0, right >= 0 else { throw PlantingError.outsideTheImage }
  // A frame of zeros around each makes them as large as the image.
  func framed(_ part: Tensor) -> Tensor {
    part.padded([(0, 0), (0, 0), (row, below), (column, right)])
  }
  return images.replacing(
    with: framed(patterns.selecting(tags, along: 0)),
    where: framed(.ones([1, 1, patterns.shape[2], patterns.shape[3]])))
}

/// Returns a tag for each label, and none of them agrees.
///
/// Each is drawn from the other classes, all equally likely. On the same examples a network that reads
/// the tag is now wrong, and one that looks at the object is right.
///
/// - Parameters:
///   - labels: The class of each example, from 0 to `classes − 1`.
///   - classes: How many classes there are.
///   - seed: Equal seeds give equal tags, other seeds others.
/// - Returns: A tag for each label.
/// - Throws: `PlantingError.tooFewClasses` where there are fewer than two; `Unfinished` until it is
///   written.
public func movedTags(for labels: [Int], classes: Int, seed: UInt64) throws -> [Int] {
  guard classes >= 2 else { throw PlantingError.tooFewClasses(classes) }
  var generator = SplitMix64(seed: seed)
  return labels.map { label in
    (label + 1 + Int(generator.next() % UInt64(classes - 1))) % classes
  }
}

/// Returns which examples to learn from and which to hold back, the same part of every class.
///
/// Of a class of n examples, `heldBack · n` are held back, rounded to the nearest whole number, a half
/// up. Which ones is drawn, all choices equally likely, in each class anew. Every example is in one of
/// the two lists, once.
///
/// - Parameters:
///   - labels: The class of each example; classes need not follow each other.
///   - heldBack: The part to hold back, from 0 to 1.
///   - seed: Equal seeds give equal splits, other seeds others.
/// - Returns: The places of the examples in `labels`, both lists in ascending order.
/// - Throws: `PlantingError.notAPart` where the part is not between 0 and 1; `Unfinished` until it is
///   written.
public func stratifiedSplit(
  of labels: [Int], heldBack: Double, seed: UInt64
) throws -> Split {
  guard heldBack >= 0, heldBack <= 1 else { throw PlantingError.notAPart(heldBack) }
  var generator = SplitMix64(seed: seed)
  let order = permutation(of: labels.count, using: &generator)
  var held: Set<Int> = []
  // In the order of the labels, since a set's own order is another in each run.
  for label in Set(labels).sorted() {
    let examples = order.filter { labels[$0] == label }
    held.formUnion(examples.prefix(Int((heldBack * Double(examples.count)).rounded())))
  }
  return Split(
    training: labels.indices.filter { !held.contains($0) }, heldBack: held.sorted())
}

/// Returns how often answers follow the tag, the label, or neither.
///
/// Where the tag names another class than the label, the two foretell different answers, so an answer
/// tells which of them it came from. Where it names the label it tells nothing, and such examples are
/// refused.
///
/// - Parameters:
///   - predictions: What a network answers on each example.
///   - labels: The class of each example.
///   - tags: The class that the tag on each example names.
/// - Returns: Three parts of all examples, which add up to 1.
/// - Throws: `PlantingError.countsDiffer` with the lengths of the three lists, in this order, where they
///   are not equal, `.nothingToMeasure`
///   where they are empty, and `.tagIsTheLabel` for the first example whose tag is its label;
///   `Unfinished` until it is written.
public func reliance(of predictions: [Int], labels: [Int], tags: [Int]) throws -> Reliance {
  guard predictions.count == labels.count, labels.count == tags.count else {
    throw PlantingError.countsDiffer([predictions.count, labels.count, tags.count])
  }
  guard !labels.isEmpty else { throw PlantingError.nothingToMeasure }
  if let example = labels.indices.first(where: { labels[$0] == tags[$0] }) {
    throw PlantingError.tagIsTheLabel(example: example)
  }
  let byTag = zip(predictions, tags).count { $0 == $1 }
  let byLabel = zip(predictions, labels).count { $0 == $1 }
  func part(_ number: Int) -> Double { Double(number) / Double(labels.count) }
  return Reliance(
    tag: part(byTag), label: part(byLabel), neither: part(labels.count - byTag - byLabel))
}

/// Returns a case in which `carelessTags` agree twice as often as was asked for, on average.
///
/// - Returns: Labels of two to ten classes, and a rate above 0.
/// - Throws: `Unfinished` until it is written.
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  // A tag agrees because its coin says so, or by luck: ρ + (1 − ρ) / k. That is 2ρ at 1 / (k + 1).
  TagCase(labels: [0, 1, 2, 3], classes: 4, rate: 0.2)
}
