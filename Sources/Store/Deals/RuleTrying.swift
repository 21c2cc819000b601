import Core

/// Rules tried on what is there, without a trace.
extension Store {
  /// What a rule would find among the listings there are, and what takes the others away; nothing is raised and nothing
  /// is written.
  /// - Throws: ``StoreError/invalid(_:)`` for terms that could not be kept.
  package func testRule(
    _ draft: RuleDraft, samples: Int = 20, now: Timestamp
  ) throws(StoreError) -> RulePreview {
    try StoreError.checking { () throws(InvalidInput) in try draft.check() }
    return try read { () throws(StoreError) in
      try listingCorpus().preview(completed(draft.terms), now: now, samples: samples)
    }
  }

  /// The listings that terms find, by number.
  package func listings(matching terms: RuleTerms) throws(StoreError) -> [Listing.ID] {
    try StoreError.checking { () throws(InvalidInput) in try terms.check() }
    return try read { () throws(StoreError) in try listingCorpus().matches(completed(terms)) }
  }

  /// Every listing, ready for trying rules on. O(length of all texts) when it is made, of those that have changed
  /// afterwards: each of them has a later sequence.
  package func listingCorpus() throws(StoreError) -> ListingCorpus {
    try read { () throws(StoreError) in
      if let known = memory.corpus, !memory.isCorpusBehind, !known.listings.isWorn { return known.listings }
      var (corpus, sequence) = memory.corpus ?? (ListingCorpus(), 0)
      // Nothing else holds it while it grows, so that nothing is copied.
      memory.corpus = nil
      if corpus.isWorn { (corpus, sequence) = (ListingCorpus(), 0) }
      try eachListing(after: sequence) { listing, number throws(StoreError) in
        corpus.put(listing)
        sequence = number
      }
      memory.corpus = (corpus, sequence)
      memory.isCorpusBehind = false
      return corpus
    }
  }

  /// Why a rule speaks of a listing, or why not.
  package func explain(_ id: AlertRule.ID, _ listing: Listing.ID) throws(StoreError) -> RuleExplanation {
    try read { () throws(StoreError) in
      let (rule, listing) = (try rule(id), try self.listing(listing))
      return RuleExplanation(
        rule: rule, listing: listing, verdict: RuleVerdict(of: rule.terms, for: PackedListing(listing)),
        isBefore: try sequence(of: listing.id) <= rule.fromSequence, alert: try latestAlert(of: id, listing.id))
    }
  }

  private func sequence(of listing: Listing.ID) throws(StoreError) -> Int64 {
    try connection.integer("SELECT ingest_seq FROM listing WHERE id = :id", [":id": .id(listing)])
  }
}
