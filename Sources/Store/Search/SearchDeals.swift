import Core

/// What one person waits for, by its names: few enough to be read with every search.
struct DealNames {
  var rules: [AlertRule] = []
  var ruleNames = SearchCandidates([])
  var watchNames = SearchCandidates([])
}

/// Rules and watches of one person, and what is for sale.
extension Store {
  /// The names of what a person waits for, nil being whoever the Rules screen shows first; none where neither rules nor
  /// watches are looked for.
  func dealNames(
    _ kinds: Set<SearchTarget.Kind>, of person: Person.ID?, for actor: Actor
  ) throws(StoreError) -> DealNames {
    guard !kinds.isDisjoint(with: [.rule, .watch]) else { return DealNames() }
    var shown = person
    if shown == nil { shown = try dealPerson(of: actor)?.id }
    guard let shown else { return DealNames() }
    let rules = try rules(of: shown)
    let watches = try watches(of: shown).map { watch throws(StoreError) in
      SearchCandidates.Candidate(target: .watch(watch.id), title: try title(of: watch))
    }
    return DealNames(
      rules: rules,
      ruleNames: SearchCandidates(rules.map { .init(target: .rule($0.id), title: $0.name) }),
      watchNames: SearchCandidates(watches))
  }

  /// Listings by the beginnings of their words, and rules by those of their lines; what has them in its title or name
  /// stands first. O(listings).
  func searchDeals(
    _ typed: String, _ pattern: FuzzyPattern, kinds: Set<SearchTarget.Kind>, _ deals: DealNames, limit: Int
  ) throws(StoreError) -> [SearchResult] {
    var found: [SearchResult] = []
    if kinds.contains(.rule) {
      found += deals.rules.filter { pattern.matchesWordStarts(of: FoldedText(RuleLine.print(RuleDraft($0)))) }.map {
        SearchResult(target: .rule($0.id), title: $0.name, detail: words(of: $0), why: .words, score: 0)
      }
    }
    guard kinds.contains(.listing) else { return found }
    for fit in try listingCorpus().found(byWordsLike: typed, limit: limit) {
      found.append(
        result(
          try listing(fit.listing), why: fit.match == nil ? .words : .name, positions: fit.match?.positions ?? [],
          score: fit.match?.score ?? 0))
    }
    return found
  }

  /// A listing with what tells it from others of its title.
  func result(
    _ listing: Listing, why: SearchResult.Why, positions: [Int] = [], score: Int
  ) -> SearchResult {
    let facts = [
      listing.price.map { "\($0)" } ?? "no price", listing.place ?? "", "listing \(listing.id) of \(listing.source)",
    ]
    return SearchResult(
      target: .listing(listing.id), title: listing.title, detail: facts.filter { !$0.isEmpty }.joined(separator: ", "),
      why: why, positions: positions, score: score)
  }

  /// Whether a rule is on, and what it looks for.
  func words(of rule: AlertRule) -> String {
    (rule.isEnabled ? "on, " : "paused, ") + RuleLine.print(RuleDraft(terms: rule.terms))
  }

  /// The price that is waited for.
  func words(of watch: Watch) -> String {
    "watch \(watch.id), told at \(watch.threshold) or less"
  }
}
