import Datasets
import Layers
import Tensors

/// A table as a network sees it: standardised columns, split into rows to learn from and the rest.
public struct TableRows: Sendable {
  /// The names of the columns, in the order of the inputs.
  public let columns: [String]

  /// The names of the classes, in the order of the logits.
  public let classes: [String]

  /// The rows to learn from, `[N, columns]`, with their classes.
  public let training: Examples

  /// The rows that were held back.
  public let test: Examples

  /// Which row of the table each example is.
  public let split: StratifiedSplit

  /// Brings rows to the units of the network and back; it knows the training rows only.
  public let standardiser: Standardiser

  /// Takes columns of a table and cuts its rows into five parts, of which one is held back.
  init(
    of table: Table, columns: [String], label: String, holdingBack fold: Int
  ) throws(CSVError) {
    precondition(
      (0..<5).contains(fold), "table: the rows are cut into five parts, 0 to 4; there is no \(fold)"
    )
    let (labels, classes) = try table.labels(label)
    let matrix = try table.matrix(of: columns)
    var generator = SplitMix64(seed: 1)
    let split = StratifiedSplit.folds(5, of: labels, using: &generator)[fold]
    let standardiser = Standardiser(fittedTo: matrix.selecting(split.training))
    func examples(_ rows: [Int]) -> Examples {
      Examples(inputs: standardiser(matrix.selecting(rows)), labels: rows.map { labels[$0] })
    }
    self.columns = columns
    self.classes = classes
    self.training = examples(split.training)
    self.test = examples(split.test)
    self.split = split
    self.standardiser = standardiser
  }
}
