/// The words of a listing, folded, by field: its title, its description and each tag stand apart.
package struct ListingText: Hashable, Sendable {
  private(set) var words = FoldedWords()
  /// How many words there are up to the end of each field.
  private(set) var fieldEnds: [Int] = []

  /// O(length).
  package init(title: String, description: String = "", tags: [String] = []) {
    for field in [title, description] + tags {
      words.append(field)
      if words.indices.count > fieldEnds.last ?? 0 { fieldEnds.append(words.indices.count) }
    }
  }

  /// The words by which a keyword is found, folded, the first of them; nil if it is not. O(words).
  package func found(_ keyword: RuleKeyword) -> String? {
    var start = 0
    for end in fieldEnds {
      for word in start..<end {
        if let found = found(keyword, at: word, before: end) { return found }
      }
      start = end
    }
    return nil
  }

  private func found(_ keyword: RuleKeyword, at word: Int, before end: Int) -> String? {
    guard let first = keyword.words.first else { return nil }
    switch keyword.kind {
    case .prefix: return words.begins(word, with: first) ? words.string(word) : nil
    case .stem: return EnglishStem.of(words.string(word)) == first ? words.string(word) : nil
    case .words:
      let together = keyword.words.joined()
      if words.isWord(word, together) { return together }
      let isHere =
        word + keyword.words.count <= end
        && keyword.words.indices.allSatisfy { words.isWord(word + $0, keyword.words[$0]) }
      return isHere ? keyword.words.joined(separator: " ") : nil
    }
  }
}
