import Datasets
import Tensors
import Testing

/// Tables as lessons use them, and the two that come with the course.
@Suite struct TableTests {
  let table: Table

  init() throws {
    let text = "x,y,kind\n1,10,b\nNA,20,a\n3,,b\n4,40,\n5,50,a\n"
    table = try Table(decoding: Array(text.utf8), name: "small.csv")
  }

  @Test func `rows with a missing value go when asked and not before`() throws {
    #expect(table.rowCount == 5)
    #expect(try table.droppingMissing().lines == [2, 6])
    #expect(try table.droppingMissing(in: ["x"]).lines == [2, 4, 5, 6])
    #expect(try table.droppingMissing(in: []).rowCount == 5)
    #expect(try table.droppingMissing().matrix() == [[1, 10], [5, 50]])
    #expect(try table.droppingMissing().matrix(of: ["y", "x"]) == [[10, 1], [50, 5]])
  }

  @Test func `a missing value is named where it would be needed`() {
    let error = #expect(throws: CSVError.self) { try table.matrix() }
    #expect(
      error?.description == "small.csv, line 3, column \"x\": the value is missing; "
        + "drop the rows with missing values first, or leave out the column.")
    let label = #expect(throws: CSVError.self) { try table.labels("kind") }
    #expect(label?.line == 5 && label?.problem == .missingValue)
  }

  @Test func `labels are numbered by the alphabet`() throws {
    let (labels, classes) = try table.droppingMissing(in: ["kind"]).labels("kind")
    #expect(labels == [1, 0, 1, 0] && classes == ["a", "b"])
  }

  @Test func `a column that is not there or holds something else is refused`() {
    let missing = #expect(throws: CSVError.self) { try table.numbers("z") }
    #expect(missing?.problem == .missingColumn(names: ["x", "y", "kind"]))
    let words = #expect(throws: CSVError.self) { try table.numbers("kind") }
    #expect(words?.problem == .otherKind(found: .category) && words?.column == "kind")
    let numbers = #expect(throws: CSVError.self) { try table.labels("x") }
    #expect(numbers?.problem == .otherKind(found: .number))
    #expect(throws: CSVError.self) { try table.droppingMissing(in: ["z"]) }
  }

  @Test func `some rows keep their lines`() {
    let some = table[[4, 0]]
    #expect(some.lines == [6, 2])
    #expect(some.columns[0].cells == .numbers([5, 1]))
  }

  @Test func `penguins are 344 of three species`() throws {
    let penguins = try Table.penguins()
    #expect(penguins.rowCount == 344)
    let (labels, classes) = try penguins.labels("species")
    #expect(classes == ["Adelie", "Chinstrap", "Gentoo"])
    #expect((0..<3).map { kind in labels.count { $0 == kind } } == [152, 68, 124])
    #expect(try penguins.droppingMissing().rowCount == 333)
    let measured = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
    let whole = try penguins.droppingMissing(in: measured)
    #expect(whole.rowCount == 342)
    #expect(try whole.matrix() == whole.matrix(of: measured))
    #expect(try whole.matrix()[0].isClose(to: [39.1, 18.7, 181, 3750], within: 1e-4))
    #expect(try penguins.labels("year").classes == ["2007", "2008", "2009"])
  }

  @Test func `biopsies are 569 of thirty numbers`() throws {
    let biopsies = try Table.breastCancer()
    let matrix = try biopsies.matrix()
    #expect(matrix.shape == [569, 30])
    let (labels, classes) = try biopsies.labels("diagnosis")
    #expect(classes == ["benign", "malignant"])
    #expect(labels.count { $0 == 1 } == 212)
    #expect(matrix[0, 0].scalar == 17.99)
  }
}

/// Standardising by the training rows.
@Suite struct StandardiserTests {
  @Test func `training columns get mean 0 and variance 1`() throws {
    let matrix = try Table.breastCancer().matrix()
    let standardised = Standardiser(fittedTo: matrix)(matrix)
    for column in 0..<30 {
      let values = standardised[.all, column].scalars.map { Double($0) }
      let mean = values.reduce(0, +) / 569
      let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 569
      #expect(abs(mean) < 1e-5 && abs(variance - 1) < 1e-5)
    }
  }

  @Test func `other rows are measured by the training's numbers`() {
    let standardiser = Standardiser(fittedTo: [[1, 10], [3, 30]])
    #expect(standardiser.means == [2, 20] && standardiser.deviations == [1, 10])
    #expect(standardiser([[4, 20]]) == [[2, 0]])
    #expect(standardiser.restored([[2, 0]]) == [[4, 20]])
  }

  @Test func `a column that does not vary becomes 0 and stays finite`() {
    let rows = Tensor(repeating: 0.1, shape: [7, 1])
    let standardiser = Standardiser(fittedTo: rows)
    #expect(standardiser(rows) == .zeros([7, 1]))
    #expect(standardiser([[1.1]]) == [[1]])
  }
}

/// Splits are partitions, in the proportions they promise.
@Suite struct StratifiedSplitTests {
  /// Classes of 60, 25, 7 and 1 rows, mixed, one label not in use.
  let labels: [Int] = {
    var generator = SplitMix64(seed: 40)
    let sorted = [(0, 60), (2, 25), (3, 7), (5, 1)].flatMap { Array(repeating: $0.0, count: $0.1) }
    return permutation(of: sorted.count, using: &generator).map { sorted[$0] }
  }()

  @Test(arguments: [0, 0.2, 0.25, 0.5, 1]) func `every row is on one side, classes in proportion`(
    heldBack: Double
  ) {
    var generator = SplitMix64(seed: 41)
    let split = StratifiedSplit(of: labels, heldBack: heldBack, using: &generator)
    #expect((split.training + split.test).sorted() == Array(labels.indices))
    #expect(split.test == split.test.sorted() && split.training == split.training.sorted())
    for (label, count) in [(0, 60), (2, 25), (3, 7), (5, 1)] {
      let held = split.test.count { labels[$0] == label }
      #expect(held == Int((heldBack * Double(count)).rounded()))
    }
  }

  @Test(arguments: [2, 5, 10]) func `each row is held back in exactly one part`(count: Int) {
    var generator = SplitMix64(seed: 42)
    let folds = StratifiedSplit.folds(count, of: labels, using: &generator)
    #expect(folds.count == count)
    #expect(folds.flatMap(\.test).sorted() == Array(labels.indices))
    for fold in folds {
      #expect((fold.training + fold.test).sorted() == Array(labels.indices))
    }
    for label in [0, 2, 3, 5] {
      let counts = folds.map { fold in fold.test.count { labels[$0] == label } }
      #expect((counts.max() ?? 9) - (counts.min() ?? 0) <= 1)
    }
    let sizes = folds.map(\.test.count)
    #expect((sizes.max() ?? 9) - (sizes.min() ?? 0) <= 1)
  }

  @Test func `equal seeds give equal splits and different ones do not`() {
    let splits = ([1, 1, 2] as [UInt64]).map { seed in
      var generator = SplitMix64(seed: seed)
      return StratifiedSplit(of: labels, heldBack: 0.3, using: &generator)
    }
    #expect(splits[0] == splits[1])
    #expect(splits[0] != splits[2])
  }

  @Test(arguments: [10, 1_000, 77]) func `other numbers for the classes change nothing`(
    factor: Int
  ) {
    let splits = [labels, labels.map { $0 * factor - 3 }].map { labels in
      var generator = SplitMix64(seed: 43)
      return StratifiedSplit(of: labels, heldBack: 0.3, using: &generator)
    }
    #expect(splits[0] == splits[1])
  }
}
