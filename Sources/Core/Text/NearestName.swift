/// Finds the known name a person probably meant.
package enum NearestName {
  /// The name fewest edits away, or nil if even that is a different word: more than a third of its letters wrong.
  package static func among(_ names: some Sequence<String>, to word: String) -> String? {
    let lower = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (name: String, edits: Int)?
    for name in names where !name.isEmpty {
      let edits = edits(from: lower, to: Array(name.unicodeScalars))
      if edits < best?.edits ?? Int.max { best = (name, edits) }
    }
    guard let best, best.edits <= max(1, best.name.count / 3) else { return nil }
    return best.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words: optimal string alignment
  /// distance (G. Navarro, "A guided tour to approximate string matching", 2001).
  private static func edits(from one: [Unicode.Scalar], to other: [Unicode.Scalar]) -> Int {
    var rows = [Array(0...other.count)]
    for i in 1..<(one.count + 1) {
      var row = [i]
      for j in 1..<(other.count + 1) {
        let replaced = rows[i - 1][j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)
        var least = min(rows[i - 1][j] + 1, row[j - 1] + 1, replaced)
        if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[one.count][other.count]
  }
}
