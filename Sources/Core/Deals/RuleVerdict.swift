/// Why a rule finds a listing, or why not: every criterion it has, met or not, in words.
///
/// What ``RuleTerms/isMet(by:)`` says, said at length.
package struct RuleVerdict: Hashable, Sendable {
  /// One criterion and how it went.
  package struct Finding: Hashable, Sendable {
    package let criterion: RuleCriterion
    package let isMet: Bool
    /// A sentence without its full stop.
    package let reason: String

    package init(criterion: RuleCriterion, isMet: Bool, reason: String) {
      self.criterion = criterion
      self.isMet = isMet
      self.reason = reason
    }
  }

  /// In the order of ``RuleCriterion``.
  package let findings: [Finding]
  /// The listing's words that the keywords found, folded; of each keyword the first.
  package let matchedWords: [String]

  /// Whether every criterion is met.
  package var isMatch: Bool { findings.allSatisfy(\.isMet) }

  /// The first that is not met, which is why.
  package var obstacle: Finding? { findings.first { !$0.isMet } }

  package init(of terms: RuleTerms, for listing: PackedListing) {
    matchedWords = terms.keywords.compactMap(listing.text.found)
    findings = terms.criteria.map { criterion in
      Finding(
        criterion: criterion, isMet: terms.isMet(criterion, by: listing),
        reason: Self.reason(criterion, terms, listing))
    }
  }

  private static func reason(_ criterion: RuleCriterion, _ terms: RuleTerms, _ listing: PackedListing) -> String {
    switch criterion {
    case .keywords:
      let found = terms.keywords.compactMap(listing.text.found)
      let wanted = Words.either(terms.keywords.map(\.text))
      return found.isEmpty ? "has no \(wanted) in its title, description or tags" : "has \(Words.all(found))"
    case .excludes:
      let found = terms.excludes.filter { listing.text.found($0) != nil }
      return found.isEmpty
        ? "has no \(Words.either(terms.excludes.map(\.text)))"
        : "has \(Words.all(found.map(\.text))), which is left out"
    case .category:
      let wanted = Words.either(terms.categories)
      guard let category = listing.category else { return "has no category; \(wanted) is asked for" }
      return terms.isMet(.category, by: listing) ? "is in \(category)" : "is in \(category), not in \(wanted)"
    case .condition: return condition(terms, listing)
    case .price: return price(terms, listing)
    case .place: return place(terms, listing)
    case .score:
      let least = terms.minDealScore ?? 0
      guard let score = listing.dealScore else {
        return
          "has no deal score, as fewer than \(ComparablePrices.fewest) others compare; at least \(least) is asked for"
      }
      let (shown, wanted) = Words.pair(score, least, decimals: 2)
      return "has a deal score of \(shown), \(score >= least ? "at least" : "under") \(wanted)"
    }
  }

  private static func condition(_ terms: RuleTerms, _ listing: PackedListing) -> String {
    let wanted = terms.condition.map(\.words) ?? terms.minCondition.map { "\($0.words) or better" } ?? ""
    guard let condition = listing.condition else { return "does not say its condition; \(wanted) is asked for" }
    return terms.isMet(.condition, by: listing)
      ? "is \(condition.words)" : "is \(condition.words); \(wanted) is asked for"
  }

  private static func price(_ terms: RuleTerms, _ listing: PackedListing) -> String {
    let wanted = RuleWords.price(terms)
    guard let cents = listing.priceCents else { return "has no price; \(wanted) is asked for" }
    let price = Money(cents: cents, listing.currency)
    guard listing.currency == terms.priceCurrency else {
      return "costs \(price); prices in \(terms.priceCurrency) are asked for"
    }
    return terms.isMet(.price, by: listing) ? "costs \(price)" : "costs \(price); \(wanted) is asked for"
  }

  private static func place(_ terms: RuleTerms, _ listing: PackedListing) -> String {
    guard let area = terms.area else { return "" }
    guard let position = listing.position else { return "has no position; \(RuleWords.area(area)) is asked for" }
    let away = area.distance(to: position).value / area.unit.metres
    let (shown, limit) = Words.pair(away, area.radius, decimals: 1)
    let center = area.place ?? "the place asked for"
    return "is \(shown) \(area.unit.rawValue) from \(center), "
      + (area.holds(position) ? "within \(limit)" : "farther than \(limit)")
  }
}
