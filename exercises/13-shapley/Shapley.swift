import Explanations
import Tensors

/// Returns what each player of a game deserves: its Shapley value, exactly.
///
///     φᵢ = Σ over the coalitions S without i of w(|S|) · (v(S with i) − v(S))
///
/// The weight w(s) is the share of all n! orders in which the s players of S come first, in whatever
/// order, and i comes next. The game is asked once, about each of the 2ⁿ coalitions.
/// Shapley 1953, theorem 1.
///
/// - Parameters:
///   - game: What coalitions are worth.
///   - players: How many players there are, n, at least one; with each the work doubles.
/// - Returns: What each player deserves; together v(everybody) − v(nobody).
/// - Throws: What the game throws; `Unfinished` until it is written.
public func exactShapley(of game: Game, players: Int) throws -> [Double] {
  throw Unfinished()
}

/// Returns the mean of what each player adds when the players come one by one, in given orders.
///
///     φᵢ ≈ mean over the orders of v(those before i, with i) − v(those before i)
///
/// With all n! orders it is the Shapley value. The game is asked once, about at most n + 1 coalitions
/// for each order. Castro, Gómez, Tejada 2009: doi.org/10.1016/j.cor.2008.04.004
///
/// - Parameters:
///   - game: What coalitions are worth.
///   - orders: In which orders the players come; each names every player once, from 0 on; one
///     that is there twice counts twice.
/// - Returns: What each player adds on average; together v(everybody) − v(nobody). An empty list
///   without orders: then there is nobody to pay.
/// - Throws: What the game throws; `Unfinished` until it is written.
public func sampledShapley(of game: Game, orders: [[Int]]) throws -> [Double] {
  throw Unfinished()
}

/// Returns orders in pairs: each, and behind it the same from the back.
///
/// Who comes early in one comes late in the other, so that luck in one is made good in the other.
///
/// - Parameter orders: In which orders players come.
/// - Returns: Twice as many, each order followed by its reversal.
/// - Throws: `Unfinished` until it is written.
public func antithetic(_ orders: [[Int]]) throws -> [[Int]] {
  throw Unfinished()
}

/// Returns what coalitions of features are worth to a model: its mean score when those who are
/// absent are taken from a background.
///
///     v(S) = mean over the rows b of the background of score(x where in S, b elsewhere)
///
/// One background row is a baseline. Lundberg, Lee 2017, section 2: arxiv.org/abs/1705.07874
///
/// - Parameters:
///   - score: The model: a number for each row.
///   - x: The row that is explained, `[1, features]`.
///   - background: What absent features are taken from, `[B, features]`, at least one row.
///   - masks: The coalitions, 1 where a feature is present, `[M, features]`.
/// - Returns: What each coalition is worth, `[M]`.
/// - Throws: What the score throws; `Unfinished` until it is written.
public func coalitionValues(
  of score: Score, at x: Tensor, background: Tensor, masks: Tensor
) throws -> Tensor {
  throw Unfinished()
}

/// Returns how far sampled values are likely to be from the true ones.
///
///     errorᵢ = sᵢ / √m        sᵢ² = Σ over the m rows of (cᵢ − mean of cᵢ)² / (m − 1)
///
/// The rows have to be independent of one another. The two orders of an antithetic pair are not:
/// their mean is one row.
///
/// - Parameter contributions: What each player added in each order, `[orders, players]`.
/// - Returns: The standard error of each player's mean; infinite where there is one row only, and
///   NaN for a player who has such a contribution.
/// - Throws: `Unfinished` until it is written.
public func standardErrors(of contributions: Tensor) throws -> [Double] {
  throw Unfinished()
}

/// Returns a game in which `maskedDifferences` pays a player who never adds anything.
///
/// For this player, v(S with it) = v(S) for every coalition S. Its Shapley value is 0, and
/// `maskedDifferences` gives it something else.
///
/// - Returns: The value of each of the 2ⁿ coalitions in binary order: in that of index m the player
///   i is present where bit i of m is 1.
/// - Throws: `Unfinished` until it is written.
public func gameThatExposesMaskedDifferences() throws -> [Double] {
  throw Unfinished()
}
