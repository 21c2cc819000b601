/// Rules by what reaches them: from one listing to the rules it satisfies (reverse search, row D.26).
///
/// Each rule stands under one access path, the cheapest that is complete (``RulePaths``), with a posting of 32 bytes under
/// each of its keys (``RulePostings``): what of its prices, its bounds, its category and condition (``RuleGate``) and its
/// words (``ShortWords``) fits there. A listing reads the lists of its keys one after the other; the few rules that pass
/// and ask for more, as the circle itself, are looked up in their ``RuleRecord`` of 40 bytes by row. Equal to
/// ``RuleTerms/isMet(by:)``, rule for rule.
///
/// Beside postings and record a rule has 8 bytes for each posting's place, 16 for its number and where its places stand,
/// and its circle as it was given.
package struct RuleIndex: Sendable {
  private var vocabulary = RuleVocabulary()
  private var categories: [String: UInt32] = [:]
  private var currencies: [Currency: UInt32] = [:]
  private var postings: RulePostings
  private var paths: RulePaths

  private var rows: [AlertRule.ID: UInt32] = [:]
  /// Of each row, whose it is.
  private var ids: [AlertRule.ID] = []
  private var records: [RuleRecord] = []
  private var freeRows: [UInt32] = []
  private var asked = PackedLists<UInt32>()
  private var areas: [RuleArea] = []
  private var freeAreas: [Int32] = []

  /// Nothing yet.
  ///
  /// - Parameter sample: listings such as will come, from which it is learned what is frequent; some hundreds are enough.
  package init(sample: [PackedListing] = []) {
    postings = RulePostings()
    paths = RulePaths(sample: ListingSample(sample), in: &postings)
  }

  /// Rules in it.
  package var count: Int { rows.count }

  /// Whether a rule is in it.
  package func contains(_ id: AlertRule.ID) -> Bool { rows[id] != nil }

  /// Makes room for so many rules, so that taking them in moves nothing.
  package mutating func reserve(_ count: Int) {
    rows.reserveCapacity(count)
    ids.reserveCapacity(count)
    records.reserveCapacity(count)
    postings.reserve(count)
  }

  /// Takes a rule in; one of the same id is replaced. O(its own postings).
  package mutating func insert(_ id: AlertRule.ID, _ terms: RuleTerms) {
    remove(id)
    let keywords = terms.keywords.map { vocabulary.insert($0) }
    let excludes = terms.excludes.map { vocabulary.insert($0) }
    let numbers = terms.categories.map { number(ofCategory: $0) }
    let currency = terms.hasPrice ? number(of: terms.priceCurrency) : nil
    let row = freeRows.popLast() ?? UInt32(records.count)
    let path = paths.path(of: terms, keywords, numbers, in: &postings)
    let isCategoryTold = path.kind == .categories || numbers.allSatisfy { $0 < RuleGate.ownCategories }
    let askedCategories = isCategoryTold ? [] : numbers
    let words = ShortWords(keywords: path.kind == .keywords ? [] : keywords, excludes: excludes)
    let record = RuleRecord(
      area: terms.area.map { PackedArea($0) } ?? .globe, minScore: terms.minDealScore ?? -1,
      currency: currency.flatMap { $0 < RuleGate.ownCurrencies ? nil : $0 } ?? RuleRecord.anyCurrency,
      exactArea: terms.area.map { insert($0) } ?? -1,
      asked: asked.insert(askedCategories + words.excludesLeft + words.keywordsLeft),
      categoryCount: UInt8(clamping: askedCategories.count), excludeCount: UInt8(clamping: words.excludesLeft.count),
      keywordCount: UInt8(clamping: words.keywordsLeft.count))
    postings.insert(
      RulePosting(
        gate: RuleGate(terms, categories: numbers, currency: currency), row: row, words: words,
        asksMore: record.asksMore),
      in: path.lists)
    if Int(row) == records.count {
      records.append(record)
      ids.append(id)
    } else {
      records[Int(row)] = record
      ids[Int(row)] = id
    }
    rows[id] = row
  }

  /// Forgets a rule, as when it is paused or deleted. O(its own postings).
  package mutating func remove(_ id: AlertRule.ID) {
    guard let row = rows.removeValue(forKey: id) else { return }
    let record = records[Int(row)]
    postings.remove(row: row)
    asked.remove(record.asked, count: record.askedCount)
    if record.exactArea >= 0 { freeAreas.append(record.exactArea) }
    freeRows.append(row)
  }

  private mutating func insert(_ area: RuleArea) -> Int32 {
    if let free = freeAreas.popLast() {
      areas[Int(free)] = area
      return free
    }
    areas.append(area)
    return Int32(areas.count - 1)
  }

  private mutating func number(ofCategory category: String) -> UInt32 {
    let next = UInt32(categories.count)
    return Self.value(of: category, in: &categories, else: next)
  }

  private mutating func number(of currency: Currency) -> UInt32 {
    let next = UInt32(currencies.count)
    return Self.value(of: currency, in: &currencies, else: next)
  }

  private static func value<Key>(of key: Key, in table: inout [Key: UInt32], else next: UInt32)
    -> UInt32
  {
    if let known = table[key] { return known }
    table[key] = next
    return next
  }
}

// Matching.
extension RuleIndex {
  /// The rules a listing satisfies, by id. O(words + postings of its paths + candidates).
  package func matches(_ listing: PackedListing) -> [AlertRule.ID] {
    var candidates = RuleCandidates()
    var found = FoundRows(of: ids.count)
    return matches(listing, &candidates, &found)
  }

  /// Of each of some listings, the rules it satisfies, by id.
  package func matches(of listings: [PackedListing]) -> [[AlertRule.ID]] {
    var candidates = RuleCandidates()
    var found = FoundRows(of: ids.count)
    return listings.map { matches($0, &candidates, &found) }
  }

  private func matches(
    _ listing: PackedListing, _ candidates: inout RuleCandidates, _ found: inout FoundRows
  ) -> [AlertRule.ID] {
    let look = ListingLook(
      listing, terms: vocabulary.terms(of: listing.text), category: listing.category.flatMap { categories[$0] },
      currency: listing.priceCents == nil ? nil : currencies[listing.currency])
    let lists = paths.lists(look.terms, look.position, look.category)
    candidates.makeRoom(for: lists.reduce(0) { $0 + postings[$1].count })
    for list in lists { candidates.take(postings[list], look.pass) }
    candidates.sort(by: look.terms)
    let records = records.span
    candidates.keepOpen { records[$0].admits(look) }
    candidates.keepOpen { isMet(records[$0], look) }
    found.insert(candidates.settled, count: candidates.settledCount)
    found.insert(candidates.open, count: candidates.openCount)
    var matches: [AlertRule.ID] = []
    matches.reserveCapacity(candidates.settledCount + candidates.openCount)
    let ids = ids.span
    found.drain { matches.append(ids[$0]) }
    let isAscending = matches.indices.dropFirst().allSatisfy { matches[$0 - 1] < matches[$0] }
    return isAscending ? matches : matches.sorted()
  }

  /// Whether a rule is met whose numbers let the listing pass: its words, its categories and the edge of its circle.
  private func isMet(_ record: RuleRecord, _ look: ListingLook) -> Bool {
    var place = Int(record.asked)
    let asked = asked.elements.span
    if record.categoryCount > 0 {
      guard let category = look.category else { return false }
      var isOne = false
      for other in place..<place + Int(record.categoryCount) where asked[other] == category { isOne = true }
      guard isOne else { return false }
      place += Int(record.categoryCount)
    }
    for exclude in place..<place + Int(record.excludeCount) where look.terms.contains(asked[exclude]) { return false }
    place += Int(record.excludeCount)
    if record.keywordCount > 0 {
      var isAny = false
      for keyword in place..<place + Int(record.keywordCount) where look.terms.contains(asked[keyword]) {
        isAny = true
        break
      }
      guard isAny else { return false }
    }
    guard record.exactArea >= 0, record.area.place(of: look.point) == .atEdge else { return true }
    return look.position.map(areas[Int(record.exactArea)].holds) ?? false
  }
}
