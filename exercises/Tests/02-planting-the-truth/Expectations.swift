import Expecting
import Explanations
import PlantingTheTruth
import Tensors
import Testing

/// Checks that a call refuses what it is given, and says which thing is wrong.
func expectRefusal(
  _ error: PlantingError, given input: KeyValuePairs<String, Any>, _ call: () throws -> Void
) throws {
  var thrown = "nothing"
  do {
    try call()
  } catch let unfinished as Unfinished {
    throw unfinished
  } catch let found as PlantingError where "\(found)" == "\(error)" {
    // By their words, since NaN equals nothing.
    return
  } catch {
    thrown = "\(error)"
  }
  try expect(
    false, "it throws the error that says: \(error)",
    given: ["thrown": thrown, "called with": input])
}

/// Labels in random order, as many of each class.
func mixedLabels(_ count: Int, classes: Int, using generator: inout SplitMix64) -> [Int] {
  permutation(of: count, using: &generator).map { $0 % classes }
}

/// How far each tag is ahead of its label, round the circle of classes: as parts of all tags, from no
/// step at all to one less than there are classes.
func steps(from labels: [Int], to tags: [Int], classes: Int) -> [Double] {
  var counts = [Double](repeating: 0, count: classes)
  for (label, tag) in zip(labels, tags) {
    counts[((tag - label) % classes + classes) % classes] += 1
  }
  return counts.map { $0 / Double(labels.count) }
}
