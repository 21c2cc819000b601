/// Everything about one listing, and whether a rule finds it.
package struct ListingSheet: Equatable, Sendable {
  package let listing: Listing
  /// How its deal score comes about, as of now.
  package let score: DealScore
  package let history: PriceHistory
  /// The same item from other sources.
  package let elsewhere: [Listing]
  /// The rule it is held against, and what each of the rule's criteria says; nil where none is selected.
  package let rule: AlertRule?
  package let verdict: RuleVerdict?
  /// The person's watch of it; nil where it is not watched.
  package let watch: Watch?

  package init(
    _ listing: Listing, score: DealScore, history: PriceHistory, elsewhere: [Listing], rule: AlertRule?,
    verdict: RuleVerdict?, watch: Watch?
  ) {
    self.listing = listing
    self.score = score
    self.history = history
    self.elsewhere = elsewhere
    self.rule = rule
    self.verdict = verdict
    self.watch = watch
  }

  /// What lists and rules go by, where that reads otherwise than the score as of now: it was worked out when the listing
  /// came in last, and it has aged since, or others were priced otherwise then. Nil where both read the same.
  package var scoreWhenItCameIn: String? {
    let then = listing.dealScore.map(DealScore.words)
    guard then != score.value.map(DealScore.words) else { return nil }
    return (then ?? "not known") + " when it came in last; lists and rules go by that"
  }
}
