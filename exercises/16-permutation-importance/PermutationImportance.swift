import Explanations
import Tensors

/// Returns a table in which some columns have their rows in another order.
///
///     result[row, column] = table[order[row], column] for the columns named, table[row, column] else
///
/// Each column keeps its numbers, and loses what they had to do with the rest of the row. Columns that
/// are named together stay together, since all of them take the same order.
///
/// - Parameters:
///   - table: The rows, `[rows, columns]`; it stays as it is.
///   - columns: Which columns; one that is named twice is reordered once.
///   - order: Which row each row takes its numbers from; it names every row once.
/// - Returns: The table with these columns reordered, `[rows, columns]`.
/// - Throws: `TableError` where the table has other than two axes, a column does not exist, or the
///   order does not name every row once; `Unfinished` until it is written.
public func permuted(_ table: Tensor, columns: [Int], by order: [Int]) throws -> Tensor {
  throw Unfinished()
}

/// Returns how much the loss grows when a column is reordered: a number for each column and repeat.
///
///     importance[column, repeat] = loss(table with the column reordered) − loss(table)
///
/// A loss is the better the smaller it is: a cross-entropy, or one minus the accuracy. So what a model
/// needs has an importance above 0, for every kind of loss; chance may push others below 0.
/// Breiman 2001, section 10: doi.org/10.1023/A:1010933404324
///
/// - Parameters:
///   - loss: The loss of a model that is trained and stays as it is, `[rows, columns]` to `[1]`.
///   - table: Rows that the model has not learned from, `[rows, columns]`.
///   - orders: For each column, an order of the rows for each repeat.
/// - Returns: The importances, `[columns, repeats]`.
/// - Throws: `TableError` where there are not as many lists of orders as columns, repeats are unequal
///   in number or missing, or `permuted` refuses; what the loss throws; `Unfinished` until it is
///   written.
public func importances(
  of loss: Score, on table: Tensor, orders: [[[Int]]]
) throws -> Tensor {
  throw Unfinished()
}

/// Returns the mean of each column's importances over the repeats, and their standard deviation.
///
///     deviation² = Σ over the repeats of (importance − mean)² / (repeats − 1)
///
/// - Parameter importances: A number for each column and repeat, `[columns, repeats]`.
/// - Returns: A spread for each column; where an importance is NaN, so are both of its numbers.
/// - Throws: `TableError` where there are fewer than two repeats, or other than two axes; `Unfinished`
///   until it is written.
public func spreads(_ importances: Tensor) throws -> [Spread] {
  throw Unfinished()
}

/// Returns what a linear model's importances are on average over all orders that there are.
///
/// The model is x · weights, its answers are right, and the loss is the mean squared error. The mean
/// is over all orders of the rows, the one that changes nothing included, each as likely as any other.
/// Derive it; the check counts it out.
///
/// - Parameters:
///   - weights: The factor of each column, `[columns]`.
///   - table: The rows, `[rows, columns]`.
/// - Returns: The mean importance of each column, `[columns]`.
/// - Throws: `TableError` where the table has other than two axes, or another number of columns than
///   there are weights; `Unfinished` until it is written.
public func expectedImportances(ofLinear weights: Tensor, on table: Tensor) throws -> Tensor {
  throw Unfinished()
}

/// Returns how much the loss grows when the columns of a group are reordered together.
///
///     importance[group, repeat] = loss(table with all columns of the group in one new order) − loss(table)
///
/// The numbers of a group stay beside each other, row by row; what they lose is the rest of the row.
///
/// - Parameters:
///   - loss: The loss of a model that is trained and stays as it is, `[rows, columns]` to `[1]`.
///   - table: Rows that the model has not learned from, `[rows, columns]`.
///   - groups: The columns of each group; groups may share columns, and a group may be empty.
///   - orders: For each group, an order of the rows for each repeat.
/// - Returns: The importances, `[groups, repeats]`.
/// - Throws: `TableError` where there are not as many lists of orders as groups, repeats are unequal in
///   number or missing, or `permuted` refuses; what the loss throws; `Unfinished` until it is written.
public func groupedImportances(
  of loss: Score, on table: Tensor, groups: [[Int]], orders: [[[Int]]]
) throws -> Tensor {
  throw Unfinished()
}

/// Returns how much the loss grows when a column is dropped and the model is fitted anew without it.
///
///     cost[column] = loss after fitting to the table without the column − loss after fitting to all
///
/// It asks whether the *world* can do without the column; another may stand in for it.
///
/// - Parameters:
///   - refit: Fits a model to any table of these rows and returns its loss, `[rows, columns]` to `[1]`.
///   - table: All columns, `[rows, columns]`, at least two.
/// - Returns: What each column costs when it is missing.
/// - Throws: `TableError` where there are other than two axes or fewer than two columns; what `refit`
///   throws; `Unfinished` until it is written.
public func leaveOneOut(refit: Score, table: Tensor) throws -> [Float] {
  throw Unfinished()
}

/// Returns a table about which leaving one column out says nothing, though the model needs it.
///
/// The model adds up the columns of the table, and its answers are right, so its loss is
/// `lossOfTheSum(for: table)`. Fitting anew is `lossAfterRefitting(for: table)`: weights, no constant. Leave one column out,
/// whichever it is, and the loss after fitting stays 0; yet the model loses much when a column is
/// reordered.
///
/// - Returns: The table, `[rows, columns]`, with more rows than columns.
/// - Throws: `Unfinished` until it is written.
public func tableWhereLeaveOneOutIsBlind() throws -> Tensor {
  throw Unfinished()
}
