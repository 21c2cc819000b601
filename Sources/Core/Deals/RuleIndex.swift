/// Rules by what reaches them: from one listing to the rules it satisfies (reverse search, row D.26).
///
/// Each rule stands under one access path, the cheapest that is complete: each of its keywords; or the cells of its
/// circle; or its categories; or a list that every listing looks through. What is cheap is learned from a sample. Under a
/// path stand postings of 32 bytes, each with the rule's ``RuleGate``: a listing reads them one after the other, and only
/// what passes and asks for more is looked up. Equal to ``RuleTerms/isMet(by:)``, rule for rule.
package struct RuleIndex: Sendable {
  /// A rule under one key of its path.
  private struct Posting: Sendable {
    let gate: RuleGate
    /// The rule's row, and in the lowest bit whether its record asks for more than gate, price and path say.
    let code: UInt32
    let leastCents: Int32
    let mostCents: Int32

    var row: Int { Int(code >> 1) }
    var asksMore: Bool { code & 1 == 1 }
  }

  /// Where a posting of a rule stands: its list, and its place there.
  private struct Standing: Sendable {
    let list: UInt32
    var place: UInt32
  }

  private let sample: ListingSample
  private var vocabulary = RuleVocabulary()
  private var categories: [String: UInt32] = [:]
  private var currencies: [Currency: UInt32] = [:]

  private var rows: [AlertRule.ID: UInt32] = [:]
  /// Of each row, whose it is.
  private var ids: [AlertRule.ID] = []
  private var records: [RuleRecord] = []
  private var freeRows: [UInt32] = []
  private var asked = PackedLists<UInt32>()
  private var areas: [RuleArea] = []
  private var freeAreas: [Int32] = []

  private var lists: [[Posting]] = [[]]
  private var standings = PackedLists<Standing>()
  private var listsOfTerms: [UInt32: UInt32] = [:]
  private var listsOfCells: [UInt64: UInt32] = [:]
  private var listsOfCategories: [UInt32: UInt32] = [:]
  private var shares: [RuleVocabulary.Term: Double] = [:]
  /// At which levels rules stand under cells.
  private var levels = [Bool](repeating: false, count: MapCells.deepest + 1)

  /// The list that every listing looks through.
  private static let rest: UInt32 = 0

  /// Nothing yet.
  ///
  /// - Parameter sample: listings such as will come, from which it is learned what is frequent; some hundreds are enough.
  package init(sample: [PackedListing] = []) {
    self.sample = ListingSample(sample)
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
  }

  /// Takes a rule in; one of the same id is replaced. O(its own postings).
  package mutating func insert(_ id: AlertRule.ID, _ terms: RuleTerms) {
    remove(id)
    let keywords = terms.keywords.map { vocabulary.insert($0) }
    let excludes = terms.excludes.map { vocabulary.insert($0) }
    let numbers = terms.categories.map { number(ofCategory: $0) }
    let currency = terms.hasPrice ? number(of: terms.priceCurrency) : nil
    let row = freeRows.popLast() ?? UInt32(records.count)
    let path = path(of: terms, keywords, numbers)
    let record = RuleRecord(
      minScore: terms.minDealScore ?? -1,
      asked: asked.insert(numbers + keywords.map(\.code) + excludes.map(\.code)),
      categoryCount: UInt8(clamping: numbers.count), keywordCount: UInt8(clamping: keywords.count),
      excludeCount: UInt8(clamping: excludes.count), exactArea: terms.area.map { insert($0) } ?? -1,
      area: terms.area.map { PackedArea($0) },
      currency: currency,
      postings: 0, postingCount: 0)
    let posting = Posting(
      gate: RuleGate(terms, categories: numbers, currency: currency),
      code: row << 1 | (record.asksMore(than: path.kind) ? 1 : 0),
      leastCents: Int32(clamping: terms.minPriceCents ?? .min),
      mostCents: Int32(clamping: terms.maxPriceCents ?? .max))
    let standing = path.lists.map { list in
      lists[Int(list)].append(posting)
      return Standing(list: list, place: UInt32(lists[Int(list)].count - 1))
    }
    if Int(row) == records.count {
      records.append(record)
      ids.append(id)
    } else {
      records[Int(row)] = record
      ids[Int(row)] = id
    }
    records[Int(row)].postings = standings.insert(standing)
    records[Int(row)].postingCount = UInt32(standing.count)
    rows[id] = row
  }

  /// Forgets a rule, as when it is paused or deleted. O(its own postings).
  package mutating func remove(_ id: AlertRule.ID) {
    guard let row = rows.removeValue(forKey: id) else { return }
    let record = records[Int(row)]
    for place in 0..<Int(record.postingCount) { removePosting(standings[record.postings, place]) }
    standings.remove(record.postings, count: Int(record.postingCount))
    asked.remove(record.asked, count: record.askedCount)
    if record.exactArea >= 0 { freeAreas.append(record.exactArea) }
    freeRows.append(row)
  }

  /// Puts the last posting of a list in the place of one that goes.
  private mutating func removePosting(_ standing: Standing) {
    let (list, place) = (Int(standing.list), Int(standing.place))
    guard let last = lists[list].popLast(), place < lists[list].count else { return }
    lists[list][place] = last
    let moved = records[last.row]
    for own in 0..<Int(moved.postingCount)
    where standings[moved.postings, own].list == standing.list
      && Int(standings[moved.postings, own].place) == lists[list].count
    {
      standings[moved.postings, own].place = standing.place
    }
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

// Access paths.
extension RuleIndex {
  /// The lists a rule is to stand in: those of the path that the fewest listings are likely to take.
  private mutating func path(
    of terms: RuleTerms, _ keywords: [RuleVocabulary.Term], _ numbers: [UInt32]
  ) -> (kind: RulePath, lists: [UInt32]) {
    var least = 1.0
    var path = (kind: RulePath.rest, lists: [Self.rest])
    if !keywords.isEmpty {
      let share = zip(keywords, terms.keywords).reduce(0) { $0 + self.share(of: $1.0, $1.1) }
      if share < least {
        least = share
        path = (.keywords, Set(keywords.map(\.code)).map { list(ofTerm: $0) })
      }
    }
    if let area = terms.area, least > Self.cheap {
      let cover = MapCells.cover(radius: area.reach, of: area.center)
      let share = sample.share(ofCells: cover.cells)
      if share < least {
        least = share
        levels[cover.level] = true
        path = (.cells, cover.cells.map { list(ofCell: $0) })
      }
    }
    if !numbers.isEmpty, least > Self.cheap, sample.share(ofCategories: terms.categories) < least {
      path = (.categories, Set(numbers).map { list(ofCategory: $0) })
    }
    return path
  }

  /// A path that so few listings take is good enough to look for no other.
  private static let cheap = 0.001

  private mutating func share(of term: RuleVocabulary.Term, _ keyword: RuleKeyword) -> Double {
    if let known = shares[term] { return known }
    let share = sample.share(of: keyword)
    shares[term] = share
    return share
  }

  private mutating func list(ofTerm code: UInt32) -> UInt32 {
    if let list = listsOfTerms[code] { return list }
    listsOfTerms[code] = UInt32(lists.count)
    return newList()
  }

  private mutating func list(ofCell cell: UInt64) -> UInt32 {
    if let list = listsOfCells[cell] { return list }
    listsOfCells[cell] = UInt32(lists.count)
    return newList()
  }

  private mutating func list(ofCategory number: UInt32) -> UInt32 {
    if let list = listsOfCategories[number] { return list }
    listsOfCategories[number] = UInt32(lists.count)
    return newList()
  }

  private mutating func newList() -> UInt32 {
    lists.append([])
    return UInt32(lists.count - 1)
  }
}

// Matching.
extension RuleIndex {
  /// A listing in the numbers of this index.
  private struct Look {
    let listing: PackedListing
    let terms: TermSet
    let category: UInt32?
    let currency: UInt32?
    let pass: RuleGate.Pass
    /// What no rule bounds is within every bound; a price that is missing is told by the gate.
    let cents: Int32
    let point: SpherePoint?
  }

  /// The rules a listing satisfies, by id. O(words + postings of its paths + candidates).
  package func matches(_ listing: PackedListing) -> [AlertRule.ID] {
    let category = listing.category.flatMap { categories[$0] }
    let currency = listing.priceCents == nil ? nil : currencies[listing.currency]
    let look = Look(
      listing: listing, terms: vocabulary.terms(of: listing.text), category: category,
      currency: currency,
      pass: RuleGate.Pass(listing, category: category, currency: currency),
      cents: Int32(clamping: listing.priceCents ?? 0),
      point: listing.position.map { SpherePoint($0) })
    var found = FoundRows(of: ids.count)
    for code in look.terms.codes {
      if let list = listsOfTerms[code] { scan(list, look, .keywords, &found) }
    }
    if let position = listing.position {
      for level in levels.indices where levels[level] {
        let cell = MapCells.cell(of: position, level: level)
        if let list = listsOfCells[cell] { scan(list, look, .cells, &found) }
      }
    }
    if let list = category.flatMap({ listsOfCategories[$0] }) {
      scan(list, look, .categories, &found)
    }
    scan(Self.rest, look, .rest, &found)
    var matches: [AlertRule.ID] = []
    matches.reserveCapacity(found.count)
    var isAscending = true
    for row in found.ascending {
      if let last = matches.last, ids[row] < last { isAscending = false }
      matches.append(ids[row])
    }
    return isAscending ? matches : matches.sorted()
  }

  private func scan(_ list: UInt32, _ look: Look, _ path: RulePath, _ found: inout FoundRows) {
    for posting in lists[Int(list)]
    where posting.gate.admits(look.pass) && posting.leastCents <= look.cents
      && look.cents <= posting.mostCents
    {
      if posting.asksMore, !isMet(records[posting.row], look, path) { continue }
      found.insert(posting.row)
    }
  }

  /// Whether a rule is met whose gate and price let the listing pass: its condition is, exactly.
  private func isMet(_ record: RuleRecord, _ look: Look, _ path: RulePath) -> Bool {
    if let currency = record.currency, currency != look.currency { return false }
    if record.minScore >= 0 {
      guard let score = look.listing.dealScore, score >= record.minScore else { return false }
    }
    var isAtEdge = false
    if let area = record.area {
      guard let point = look.point else { return false }
      let place = area.place(of: point)
      if place == .beyond { return false }
      isAtEdge = place == .atEdge
    }
    var place = Int(record.asked)
    if record.categoryCount > 0, path != .categories {
      guard let category = look.category,
        asked.elements[place..<place + Int(record.categoryCount)].contains(category)
      else { return false }
    }
    place += Int(record.categoryCount)
    if record.keywordCount > 0, path != .keywords {
      guard
        asked.elements[place..<place + Int(record.keywordCount)].contains(
          where: look.terms.contains)
      else {
        return false
      }
    }
    place += Int(record.keywordCount)
    if record.excludeCount > 0,
      asked.elements[place..<place + Int(record.excludeCount)].contains(where: look.terms.contains)
    {
      return false
    }
    return !isAtEdge || look.listing.position.map(areas[Int(record.exactArea)].holds) ?? false
  }
}
