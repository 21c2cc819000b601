/// Things with a title and a sentence, narrowed by what is typed.
///
/// A title fits if it holds the typed signs in their order; a sentence fits if each typed word begins one of its words.
/// Whatever fits by its title stands before whatever fits by its sentence alone; within both the better score comes
/// first, then the shorter title, then what stood first in the list, so that the order is total.
package struct FuzzyList: Sendable {
  private let titles: [FoldedText]
  private let sentences: [FoldedText]

  /// One thing that fits.
  package struct Found: Hashable, Sendable {
    /// Where it stands in the list.
    package let index: Int
    /// Characters of the title that were found; none where the sentence fits.
    package let positions: [Int]

    package init(index: Int, positions: [Int]) {
      self.index = index
      self.positions = positions
    }
  }

  /// Texts are folded here, once.
  package init(_ items: [(title: String, sentence: String)]) {
    titles = items.map { FoldedText($0.title) }
    sentences = items.map { FoldedText($0.sentence) }
  }

  /// What fits, best first; everything in the order of the list if nothing is typed.
  package func found(_ typed: String) -> [Found] {
    let pattern = FuzzyPattern(typed)
    guard !pattern.isEmpty else { return titles.indices.map { Found(index: $0, positions: []) } }
    var byTitle: [(score: Int, found: Found)] = []
    var bySentence: [Found] = []
    for index in titles.indices {
      if let match = pattern.match(titles[index]) {
        byTitle.append((match.score, Found(index: index, positions: match.positions)))
      } else if pattern.matchesWordStarts(of: sentences[index]) {
        bySentence.append(Found(index: index, positions: []))
      }
    }
    byTitle.sort { one, other in
      if one.score != other.score { return one.score > other.score }
      let lengths = (titles[one.found.index].length, titles[other.found.index].length)
      return lengths.0 != lengths.1 ? lengths.0 < lengths.1 : one.found.index < other.found.index
    }
    return byTitle.map(\.found) + bySentence
  }
}
