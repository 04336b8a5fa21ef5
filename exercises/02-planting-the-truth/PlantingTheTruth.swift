import Explanations
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
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
  throw Unfinished()
}

/// Returns a case in which `carelessTags` agree twice as often as was asked for, on average.
///
/// - Returns: Labels of two to ten classes, and a rate above 0.
/// - Throws: `Unfinished` until it is written.
public func caseWhereTheRateIsNotTheRate() throws -> TagCase {
  throw Unfinished()
}
