import Tensors

/// A game: what each coalition of players is worth.
///
/// It takes coalitions as rows of zeros and ones, `[M, players]`, where a 1 says that the player is
/// there, and gives a value for each, `[M]`. It can be asked about many at once, and should be.
public typealias Game = (Tensor) throws -> Tensor
