/// All listings, ready for trying rules on: what a preview, a test and a search look through.
///
/// The mirror of ``RuleIndex``: words lead to the listings that have them, and what is compared stands in columns. Equal
/// to ``RuleTerms/isMet(_:by:)``, listing for listing.
package struct ListingCorpus: Sendable {
  private var text = CorpusText()
  private var ids: [Listing.ID] = []
  private var titles: [String] = []
  private var prices: [Money?] = []
  private var categories: [UInt32] = []
  private var conditions: [ListingCondition?] = []
  private var positions: [Coordinate?] = []
  private var points: [SpherePoint] = []
  private var scores: [Double] = []
  private var firstSeen: [Timestamp] = []
  private var categoryNumbers: [String: UInt32] = [:]
  /// The row of each listing that is there; rows of those that went or changed stay behind, unused.
  private var rows: [Listing.ID: Int] = [:]
  private var isGone: [Bool] = []

  /// O(length of all texts).
  package init(_ listings: [Listing] = []) {
    for listing in listings { put(listing) }
  }

  /// Listings that are there.
  package var count: Int { rows.count }

  /// Whether more than half of it is left over from changes, so that it is time to make it anew.
  package var isWorn: Bool { isGone.count > 2 * rows.count + 64 }

  /// Takes a listing in, in place of what it was. O(length of its text).
  package mutating func put(_ listing: Listing) {
    remove(listing.id)
    rows[listing.id] = ids.count
    text.append(
      ListingText(title: listing.title, description: listing.description, tags: listing.tags))
    ids.append(listing.id)
    titles.append(listing.title)
    prices.append(listing.price)
    categories.append(listing.category.map { number(ofCategory: $0) } ?? .max)
    conditions.append(listing.condition)
    positions.append(listing.position)
    points.append(SpherePoint(listing.position ?? .origin))
    scores.append(listing.dealScore ?? -1)
    firstSeen.append(listing.firstSeenAt)
    isGone.append(false)
  }

  /// Forgets a listing. O(1).
  package mutating func remove(_ id: Listing.ID) {
    if let row = rows.removeValue(forKey: id) { isGone[row] = true }
  }

  private mutating func number(ofCategory category: String) -> UInt32 {
    if let known = categoryNumbers[category] { return known }
    let number = UInt32(categoryNumbers.count)
    categoryNumbers[category] = number
    return number
  }

  /// The listings a rule finds, by number. O(listings).
  package func matches(_ terms: RuleTerms) -> [Listing.ID] {
    unmet(terms).indices(where: 0).map { ids[$0] }.sorted()
  }

  /// What a rule would find, and what takes the others away. O(listings).
  ///
  /// - Parameter samples: most listings that are shown.
  package func preview(_ terms: RuleTerms, now: Timestamp, samples: Int = 20) -> RulePreview {
    let unmet = unmet(terms)
    var first = [Int](repeating: 0, count: 8)
    var alone = [Int](repeating: 0, count: 8)
    for bits in unmet where bits != Self.gone {
      first[min(bits.trailingZeroBitCount, 7)] += 1
      if bits & (bits &- 1) == 0 { alone[min(bits.trailingZeroBitCount, 7)] += 1 }
    }
    let asked = terms.criteria
    let steps = RuleCriterion.allCases.enumerated().filter { asked.contains($1) }.map {
      place, criterion in
      RuleFunnel.Step(criterion: criterion, count: first[place], alone: alone[place])
    }
    let found = unmet.indices(where: 0)
    return RulePreview(
      total: count, matchingCount: found.count,
      samples: newest(samples, of: found).map { sample($0, terms) },
      funnel: RuleFunnel(steps: steps), expectedPerDay: perDay(found, now: now))
  }

  /// A listing that typed words lead to.
  package struct Found: Hashable, Sendable {
    package let listing: Listing.ID
    /// How the words fit its title; nil where some of them stand elsewhere in it.
    package let match: FuzzyMatch?
  }

  /// Listings that are looked at for their titles; of more those that were taken in last.
  private static let mostLookedAt = 1000

  /// The listings each of which has, for every typed word, a word that begins so: those whose titles fit best first, then
  /// those that were taken in or changed last. None for no word. O(vocabulary + listings) a word.
  ///
  /// - Parameter limit: most listings.
  package func found(byWordsLike typed: String, limit: Int) -> [Found] {
    let pattern = FuzzyPattern(typed)
    let fitting = rows(withWordsLike: typed).prefix(Self.mostLookedAt).map {
      Found(listing: ids[$0], match: pattern.match(FoldedText(titles[$0])))
    }
    let best = fitting.enumerated().sorted { one, other in
      let scores = (one.element.match?.score ?? 0, other.element.match?.score ?? 0)
      return scores.0 != scores.1 ? scores.0 > scores.1 : one.offset < other.offset
    }
    return best.prefix(limit).map(\.element)
  }

  /// The last first.
  private func rows(withWordsLike typed: String) -> some Sequence<Int> {
    var found = isGone.map { !$0 }
    let words = FoldedWords.words(of: typed)
    for word in words {
      // A word longer than any keyword is no word's beginning.
      let rows = (try? RuleKeyword(.prefix, word)).map { text.rows(findingAnyOf: [$0]) }
      for row in found.indices where rows?[row] != true { found[row] = false }
    }
    return found.indices.reversed().lazy.filter { [found] in !words.isEmpty && found[$0] }
  }

  /// Stands in place of a row's bits where its listing has gone.
  private static let gone: UInt8 = 0x80

  /// Of each row, one bit for each criterion it does not meet, the first criterion lowest.
  private func unmet(_ terms: RuleTerms) -> [UInt8] {
    var unmet = [UInt8](repeating: 0, count: ids.count)
    let asked = terms.criteria
    for (place, criterion) in RuleCriterion.allCases.enumerated() where asked.contains(criterion) {
      let bit = UInt8(1) << UInt8(place)
      switch criterion {
      case .keywords:
        let found = text.rows(findingAnyOf: terms.keywords)
        for row in unmet.indices where !found[row] { unmet[row] |= bit }
      case .excludes:
        let found = text.rows(findingAnyOf: terms.excludes)
        for row in unmet.indices where found[row] { unmet[row] |= bit }
      case .category:
        let wanted = Set(terms.categories.compactMap { categoryNumbers[$0] })
        for row in unmet.indices where !wanted.contains(categories[row]) { unmet[row] |= bit }
      case .condition:
        for row in unmet.indices where !(conditions[row].map(terms.allows) ?? false) {
          unmet[row] |= bit
        }
      case .price: markPrices(terms, bit, &unmet)
      case .place:
        guard let area = terms.area else { continue }
        let packed = PackedArea(area)
        for row in unmet.indices where !isWithin(area, packed, row) { unmet[row] |= bit }
      case .score:
        let least = terms.minDealScore ?? 0
        for row in unmet.indices where scores[row] < least { unmet[row] |= bit }
      }
    }
    for row in unmet.indices where isGone[row] { unmet[row] = Self.gone }
    return unmet
  }

  private func isWithin(_ area: RuleArea, _ packed: PackedArea, _ row: Int) -> Bool {
    guard let position = positions[row] else { return false }
    switch packed.place(of: points[row]) {
    case .within: return true
    case .beyond: return false
    case .atEdge: return area.holds(position)
    }
  }

  private func markPrices(_ terms: RuleTerms, _ bit: UInt8, _ unmet: inout [UInt8]) {
    let currency = terms.priceCurrency
    let (least, most) = (terms.minPriceCents ?? .min, terms.maxPriceCents ?? .max)
    for row in unmet.indices {
      guard let price = prices[row], least <= price.cents, price.cents <= most,
        price.currency == currency
      else {
        unmet[row] |= bit
        continue
      }
    }
  }

  /// The rows that were seen first last, the last first. O(rows x count).
  private func newest(_ count: Int, of rows: [Int]) -> [Int] {
    var newest: [Int] = []
    for row in rows
    where newest.count < count || newest.last.map({ isNewer(row, than: $0) }) ?? false {
      if newest.count == count { newest.removeLast() }
      newest.insert(row, at: newest.firstIndex { isNewer(row, than: $0) } ?? newest.count)
    }
    return newest
  }

  private func isNewer(_ row: Int, than other: Int) -> Bool {
    (firstSeen[row], ids[row]) > (firstSeen[other], ids[other])
  }

  private func sample(_ row: Int, _ terms: RuleTerms) -> RulePreview.Sample {
    RulePreview.Sample(
      listing: ids[row], title: titles[row], price: prices[row],
      dealScore: scores[row] < 0 ? nil : scores[row],
      position: positions[row], matchedWords: text.found(terms.keywords, in: row))
  }

  /// Days whose listings say how many will come.
  private static let days: Int64 = 28

  /// Matches a day among the listings of the last 28 days, over the days that they span; nil under one.
  private func perDay(_ found: [Int], now: Timestamp) -> Double? {
    let recent = now - .days(Self.days)..<now
    var start = now
    for row in firstSeen.indices where !isGone[row] && recent.contains(firstSeen[row]) {
      start = min(start, firstSeen[row])
    }
    let span = (now - start).days
    guard span >= 1 else { return nil }
    return Double(found.count { recent.contains(firstSeen[$0]) }) / span
  }
}

extension [UInt8] {
  /// The places of a value, ascending.
  fileprivate func indices(where value: UInt8) -> [Int] {
    indices.filter { self[$0] == value }
  }
}
