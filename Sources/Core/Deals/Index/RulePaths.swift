/// Under which keys each rule stands, and which keys a listing leads to.
///
/// A path is complete: whoever satisfies the rule has one of its keys. Of a rule's keywords, the cells of its circle and its
/// categories the path is what the fewest listings are likely to have; where nothing is asked for that has keys, every
/// listing looks at the rule.
struct RulePaths: Sendable {
  /// By what a rule is reached.
  enum Kind: Sendable {
    case keywords, cells, categories, rest
  }

  private let sample: ListingSample
  /// Of each term, the share of listings that have it; less than 0 where it is not known yet.
  private var shares: [Double] = []
  /// Of each term, its list; that of the rest where it has none.
  private var listsOfTerms: [UInt32] = []
  private var listsOfCells: [UInt64: UInt32] = [:]
  private var listsOfCategories: [UInt32: UInt32] = [:]
  /// At which levels rules stand under cells.
  private var levels = [Bool](repeating: false, count: MapCells.deepest + 1)
  /// The list that every listing looks through.
  private let rest: UInt32

  /// A path that so few listings take is good enough to look for no other.
  private static let cheap = 0.001

  init(sample: ListingSample, in postings: inout RulePostings) {
    self.sample = sample
    rest = postings.newList()
  }

  /// The lists a rule is to stand in, and what they are the lists of.
  mutating func path(
    of terms: RuleTerms, _ keywords: [UInt32], _ categories: [UInt32], in postings: inout RulePostings
  ) -> (kind: Kind, lists: [UInt32]) {
    var least = 1.0
    var kind = Kind.rest
    if !keywords.isEmpty {
      let share = zip(keywords, terms.keywords).reduce(0) { $0 + self.share(of: $1.0, $1.1) }
      if share < least { (least, kind) = (share, .keywords) }
    }
    var cover: (level: Int, cells: [UInt64]) = (0, [])
    if let area = terms.area, least > Self.cheap {
      cover = MapCells.cover(radius: area.reach, of: area.center)
      let share = sample.share(ofCells: cover.cells)
      if share < least { (least, kind) = (share, .cells) }
    }
    if !categories.isEmpty, least > Self.cheap, sample.share(ofCategories: terms.categories) < least {
      kind = .categories
    }
    switch kind {
    case .keywords: return (kind, Set(keywords).map { list(ofTerm: $0, in: &postings) })
    case .cells:
      levels[cover.level] = true
      return (kind, cover.cells.map { Self.list(of: $0, in: &listsOfCells, &postings) })
    case .categories: return (kind, Set(categories).map { Self.list(of: $0, in: &listsOfCategories, &postings) })
    case .rest: return (kind, [rest])
    }
  }

  private mutating func share(of term: UInt32, _ keyword: RuleKeyword) -> Double {
    while shares.count <= Int(term) { shares.append(-1) }
    if shares[Int(term)] < 0 { shares[Int(term)] = sample.share(of: keyword) }
    return shares[Int(term)]
  }

  private mutating func list(ofTerm term: UInt32, in postings: inout RulePostings) -> UInt32 {
    while listsOfTerms.count <= Int(term) { listsOfTerms.append(rest) }
    if listsOfTerms[Int(term)] == rest { listsOfTerms[Int(term)] = postings.newList() }
    return listsOfTerms[Int(term)]
  }

  private static func list<Key>(
    of key: Key, in table: inout [Key: UInt32], _ postings: inout RulePostings
  ) -> UInt32 {
    if let list = table[key] { return list }
    let list = postings.newList()
    table[key] = list
    return list
  }

  /// The lists a listing is to look through, each once. O(terms).
  func lists(_ terms: TermSet, _ position: Coordinate?, _ category: UInt32?) -> [UInt32] {
    var lists = [rest]
    for term in terms.terms where term < listsOfTerms.count && listsOfTerms[Int(term)] != rest {
      lists.append(listsOfTerms[Int(term)])
    }
    if let position {
      for level in levels.indices where levels[level] {
        if let list = listsOfCells[MapCells.cell(of: position, level: level)] { lists.append(list) }
      }
    }
    if let list = category.flatMap({ listsOfCategories[$0] }) { lists.append(list) }
    return lists
  }
}
