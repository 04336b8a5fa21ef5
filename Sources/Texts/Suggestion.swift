/// Finds what somebody probably meant.
public enum Suggestion {
  /// The nearest of some words, if one is near enough to be meant.
  public static func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = word.lowercased()
    if let longer = candidates.first(where: { typed.count >= 3 && $0.hasPrefix(typed) }) {
      return longer
    }
    // A long name may be meant by its beginning, which people type with slips as well.
    let rated = candidates.map { candidate in
      let whole = candidate.lowercased()
      let beginning = typed.count >= 4 ? String(whole.prefix(typed.count)) : whole
      return (candidate, min(distance(typed, whole), distance(typed, beginning)))
    }
    guard let best = rated.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, min(word.count, best.0.count) / 3) ? best.0 : nil
  }

  /// ` Did you mean …?`; empty where nothing is near.
  public static func sentence(for word: String, among candidates: [String]) -> String {
    nearest(to: word, among: candidates).map { " Did you mean “\($0)”?" } ?? ""
  }

  /// How many letters have to be changed, put in, left out or swapped with their neighbour.
  static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a), b = Array(b)
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(row[j] + 1, last[j + 1] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
