extension Diagram {
  /// Places all coalitions of two or three players: those of one size in a row, the empty one at
  /// the bottom, and a line wherever one player joins.
  ///
  /// - Parameters:
  ///   - players: What the players are called, two or three of them; a coalition is called by all
  ///     of its players, one after the other.
  ///   - centre: The middle of the lowest row.
  ///   - values: What stands under the name of each coalition, by its number: bit k is player k.
  ///   - order: Players in the order in which they join; their way up is lit, and each of its steps
  ///     says who joins.
  /// - Returns: The rectangle of each coalition, by its number.
  @discardableResult
  public mutating func subsetCube(
    of players: [String], at centre: Point, values: [String] = [], lighting order: [Int] = []
  ) -> [Frame] {
    let count = players.count
    precondition((2...3).contains(count), "a cube of \(count) players does not fit on a phone")
    precondition(Set(order).isSubset(of: players.indices), "the order \(order) names other players")
    let coalitions = 0..<(1 << count)
    var way = [0]
    for player in order { way.append((way.last ?? 0) | 1 << player) }
    let (across, up) = (112.0, values.isEmpty ? 66.0 : 84)
    func name(_ coalition: Int) -> String {
      let names = players.indices.filter { coalition >> $0 & 1 == 1 }.map { players[$0] }
      let name =
        names.isEmpty ? "∅" : names.joined(separator: players.contains { $0.count > 1 } ? " " : "")
      return values.isEmpty ? name : "\(name)\n\(values[coalition])"
    }
    // In the rows of one player and of two, a coalition stands above the ones that lack it least:
    // pairs in the order of their numbers give a cube seen from a corner.
    let frames = coalitions.map { coalition in
      let size = coalition.nonzeroBitCount
      let row = coalitions.filter { $0.nonzeroBitCount == size }
      let place = Double(row.firstIndex(of: coalition) ?? 0) - Double(row.count - 1) / 2
      let isLit = way.contains(coalition)
      return box(
        name(coalition), at: Point(centre.x + place * across, centre.y - Double(size) * up),
        width: 72, tone: isLit && !order.isEmpty ? .accent : order.isEmpty ? .ink : .quiet,
        outline: .round)
    }
    for coalition in coalitions {
      for player in players.indices where coalition >> player & 1 == 0 {
        let joined = coalition | 1 << player
        let step = way.firstIndex(of: coalition)
        let isLit = step.map { $0 + 1 < way.count && way[$0 + 1] == joined } ?? false
        arrow(
          from: frames[coalition], to: frames[joined],
          heads: isLit ? .end : .none, tone: isLit ? .accent : .quiet, isHeavy: isLit)
      }
    }
    // Words last: no line crosses them.
    for (step, player) in order.enumerated() {
      let (from, to) = (frames[way[step]].centre, frames[way[step + 1]].centre)
      label(
        "+ \(players[player])", at: Point((from.x + to.x) / 2, (from.y + to.y) / 2),
        side: from.x == to.x ? .right : .on, tone: .accent, lettering: .bold)
    }
    return frames
  }
}
