/// What changed between two texts, line by line.
public enum LineDifference {
  /// The changes with some lines around them, as `diff -u` writes them; none for equal texts.
  public static func unified(from old: String, to new: String, context: Int) -> [String] {
    let a = old.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let b = new.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let difference = b.difference(from: a)
    guard !difference.isEmpty else { return [] }
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var entries: [(text: String, isChange: Bool, line: Int)] = []
    var i = 0
    var j = 0
    while i < a.count || j < b.count {
      if i < a.count, removed.contains(i) {
        entries.append(("- " + a[i], true, i + 1))
        i += 1
      } else if j < b.count, inserted.contains(j) {
        entries.append(("+ " + b[j], true, i + 1))
        j += 1
      } else {
        entries.append(("  " + a[i], false, i + 1))
        i += 1
        j += 1
      }
    }
    let changes = entries.indices.filter { entries[$0].isChange }
    var lines: [String] = []
    var last = -1
    for index in entries.indices
    where changes.contains(where: { abs($0 - index) <= context }) {
      if index > last + 1 || last < 0 { lines.append("@ line \(entries[index].line)") }
      lines.append(entries[index].text)
      last = index
    }
    return lines
  }
}
