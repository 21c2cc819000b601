/// All listings, ready for trying rules on: what a preview, a test and a search look through.
package struct ListingCorpus: Sendable {
  package let count: Int

  /// O(length of all texts).
  package init(_ listings: [Listing]) {
    count = listings.count
  }

  /// What a rule would find, and what takes the others away.
  package func preview(_ terms: RuleTerms, now: Timestamp, samples: Int = 20) -> RulePreview {
    RulePreview(total: count, matchingCount: 0, samples: [], funnel: RuleFunnel(steps: []), expectedPerDay: nil)
  }

  /// The listings a rule finds, by number.
  package func matches(_ terms: RuleTerms) -> [Listing.ID] { [] }
}
