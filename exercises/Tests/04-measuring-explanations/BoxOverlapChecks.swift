import Checking
import Expecting
import Explanations
import MeasuringExplanations
import Tensors
import Testing

/// How well the box around what stands out fits the true box.
@Suite(.exercise) struct `boxOverlap(map:truth:threshold:)` {
  /// At a quarter of 8, four pixels make the largest patch, whose box is rows 1..<4, columns 1..<5; the
  /// maximum stands alone.
  private let map: Tensor = [
    [0, 0, 0, 0, 8, 0, 0, 0],
    [0, 2, 0, 0, 0, 0, 0, 0],
    [-9, 0, 4, 4, 0, 1, 0.1, 0],
    [-9, -9, -9, 0, 3, 0, 0, 0],
    [0, 1, 0, 0, 0, 0, 0, 0],
  ]
  private let truth = Box(rows: 0..<3, columns: 2..<5)

  @Test func `the box of the largest patch, and what it shares with the true one`() throws {
    func overlap(_ rows: Range<Int>, _ columns: Range<Int>) -> Float {
      Box(rows: rows, columns: columns).overlap(with: truth)
    }
    let mistakes: KeyValuePairs<String, Float> = [
      "the box of all that stands out; it is that of the largest patch": overlap(0..<4, 1..<5),
      "the patch with the maximum; it is the largest patch": overlap(0..<1, 4..<5),
      "pixels above the threshold alone; those that are at it stand out as well":
        overlap(2..<4, 2..<5),
      "a box that ends one row and one column too early: its end lies behind the last pixel":
        overlap(1..<3, 1..<4),
      "a box that ends one row and one column too late": overlap(1..<5, 1..<6),
      "the threshold itself; it is a part of the maximum": overlap(1..<4, 1..<6),
      "the threshold between the lowest and the highest number; it is a part of the maximum":
        overlap(0..<5, 0..<8),
      "patches that touch at a corner taken apart; they are one": overlap(2..<3, 2..<4),
      "the magnitudes; what speaks against does not stand out": overlap(2..<4, 0..<5),
      "the box of the largest patch of what is positive, without a threshold": overlap(
        1..<4, 1..<7),
      "the box of the largest patch of what is not 0, without a threshold": overlap(1..<5, 0..<7),
      "rows and columns exchanged": overlap(1..<5, 1..<4),
      "the pixels of the patch beside the box; it is its box": 2.0 / 11,
      "what both share, divided by the true box alone": 6.0 / 9,
      "what both share, divided by the box of the map alone": 6.0 / 12,
      "twice what both share, divided by the sum of both (Dice)": 12.0 / 21,
      "the number of pixels that both share": 6,
    ]
    try expect(
      boxOverlap(map: map, truth: truth, threshold: 0.25), is: 6.0 / 15, mistakes: mistakes,
      given: ["map": map, "truth": truth, "threshold": 0.25])
  }

  @Test func `a filled box fits itself, wherever it lies`() throws {
    let boxes = [
      Box(rows: 0..<1, columns: 0..<1), Box(rows: 2..<5, columns: 3..<5),
      Box(rows: 0..<5, columns: 0..<7), Box(rows: 4..<5, columns: 0..<7),
      Box(rows: 1..<4, columns: 6..<7),
    ]
    for box in boxes {
      let map = Self.filled(box, 3, height: 5, width: 7)
      try expect(
        boxOverlap(map: map, truth: box, threshold: 0.15), is: 1,
        given: ["map": map, "truth": box])
    }
  }

  @Test func `at the threshold 1 the peak alone stands out`() throws {
    try expect(
      boxOverlap(map: map, truth: Box(rows: 0..<1, columns: 4..<6), threshold: 1), is: 0.5,
      given: ["map": map, "truth": "rows 0..<1, columns 4..<6", "threshold": 1])
    // Two peaks of one size: the first in reading order.
    try expect(
      boxOverlap(map: [[2, 0, 2]], truth: Box(rows: 0..<1, columns: 0..<1), threshold: 1), is: 1,
      given: ["map": [[2, 0, 2]], "truth": "the first pixel", "threshold": 1])
  }

  @Test func `a map with nothing positive has no box, and scores 0`() throws {
    let maps: [Tensor] = [.zeros([2, 3]), [[-1, -2, -3], [-3, -2, -1]]]
    for map in maps {
      try expect(
        boxOverlap(map: map, truth: Box(rows: 0..<2, columns: 0..<3), threshold: 0.15), is: 0,
        mistakes: [
          "the whole map for a box: 0 ≥ 0 marks all pixels of a map with nothing positive": 1,
          "a single pixel for a box": 1.0 / 6,
        ],
        given: ["map": map, "truth": "the whole map"])
    }
  }

  @Test func `the strength of a map makes no difference`() throws {
    try expect(
      boxOverlap(map: 1024 * map, truth: truth, threshold: 0.25), is: 0.4,
      given: ["map": 1024 * map, "truth": truth])
    try expect(
      boxOverlap(map: 1e-6 * map, truth: truth, threshold: 0.25), is: 0.4,
      mistakes: [
        "the threshold itself; it is a part of the maximum": 0,
        "the box of the largest patch of what is positive, without a threshold": 6.0 / 21,
      ],
      given: ["map": 1e-6 * map, "truth": truth])
  }

  @Test func `two drawn boxes, counted out pixel by pixel`() throws {
    try forEachSeed { generator in
      func range(below end: Int) -> Range<Int> {
        let one = Int(generator.next() % UInt64(end))
        let other = Int(generator.next() % UInt64(end))
        return min(one, other)..<max(one, other) + 1
      }
      let box = Box(rows: range(below: 6), columns: range(below: 9))
      let truth = Box(rows: range(below: 6), columns: range(below: 9))
      var (shared, together) = (0, 0)
      for row in 0..<6 {
        for column in 0..<9 {
          let inBox = box.rows.contains(row) && box.columns.contains(column)
          let inTruth = truth.rows.contains(row) && truth.columns.contains(column)
          if inBox && inTruth { shared += 1 }
          if inBox || inTruth { together += 1 }
        }
      }
      // A little below the threshold everywhere else.
      let map = Self.filled(box, 2, height: 6, width: 9, others: 0.2)
      try expect(
        boxOverlap(map: map, truth: truth, threshold: 0.15),
        is: Float(shared) / Float(together), given: ["map": map, "truth": truth])
    }
  }

  @Test func `what no box can judge is refused`() throws {
    let whole = Box(rows: 0..<5, columns: 0..<8)
    let numbers: [Float] = [1, .nan]
    try expectRefusal(.threshold(0), of: "a threshold of 0") {
      try boxOverlap(map: map, truth: whole, threshold: 0)
    }
    try expectRefusal(.threshold(15), of: "a threshold of 15 for 0.15") {
      try boxOverlap(map: map, truth: whole, threshold: 15)
    }
    let beyond = Box(rows: 0..<6, columns: 0..<8)
    try expectRefusal(.box(beyond, map: [5, 8]), of: "a box beyond the map") {
      try boxOverlap(map: map, truth: beyond, threshold: 0.15)
    }
    let empty = Box(rows: 2..<2, columns: 0..<8)
    try expectRefusal(.box(empty, map: [5, 8]), of: "an empty box") {
      try boxOverlap(map: map, truth: empty, threshold: 0.15)
    }
    try expectRefusal(.notFinite, of: "a map with NaN") {
      try boxOverlap(
        map: Tensor(numbers, shape: [1, 2]), truth: Box(rows: 0..<1, columns: 0..<2),
        threshold: 0.15)
    }
  }

  /// A map with one number in a box and another everywhere else.
  private static func filled(
    _ box: Box, _ number: Float, height: Int, width: Int, others: Float = 0
  ) -> Tensor {
    var numbers = [Float](repeating: others, count: height * width)
    for row in box.rows { for column in box.columns { numbers[row * width + column] = number } }
    return Tensor(numbers, shape: [height, width])
  }
}
