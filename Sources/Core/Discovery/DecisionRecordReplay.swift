extension DecisionRecord {
  /// The record of a ranking that was made in a context: only what concerns the offers in it is kept.
  package init(context: Context, profile: OfferProfile, limit: Int, ranking: Ranking) {
    let offers = ranking.ranked.map(\.offer) + ranking.heldBack.map(\.offer)
    let ids = Set(offers.map(\.id))
    let categories = Set(offers.map(\.category))
    let partners = Set(offers.map(\.partnerID))
    var context = context
    context.person.history = context.person.history.filter { ids.contains($0.key) }
    context.person.categoryAffinity = context.person.categoryAffinity.filter { categories.contains($0.key) }
    context.person.partnerAffinity = context.person.partnerAffinity.filter { partners.contains($0.key) }
    self.init(
      context: context, profile: profile, limit: limit,
      entries: offers.map {
        Entry(
          offerID: $0.id, offerVersion: $0.version, capacityLeft: $0.capacityLeft, budgetSpent: $0.budgetSpent)
      },
      scores: ranking.ranked.map(\.score))
  }

  /// Decides once more from the recorded inputs; `offer` gives the facts of one version of an offer.
  ///
  /// Counts cover the recorded offers only. Nil if the facts of an offer are gone.
  package func replay(offer: (Offer.ID, Int) -> Offer?) -> Ranking? {
    index(offer: offer)?.ranking(for: context, profile: profile, limit: limit, allReasons: true)
  }

  /// The scores of the recorded offers once more, in the order of ``scores`` and whether or not they are eligible: an
  /// acceptance keeps the score of its one offer, which may have left the person's reach meanwhile.
  package func replayScores(offer: (Offer.ID, Int) -> Offer?) -> [Double]? {
    guard let index = index(offer: offer) else { return nil }
    return entries.prefix(scores.count).compactMap {
      index.evaluate($0.offerID, for: context, profile: profile)?.score
    }
  }

  private func index(offer: (Offer.ID, Int) -> Offer?) -> OfferIndex? {
    var offers: [Offer] = []
    for entry in entries {
      guard var facts = offer(entry.offerID, entry.offerVersion) else { return nil }
      facts.capacityLeft = entry.capacityLeft
      facts.budgetSpent = entry.budgetSpent
      offers.append(facts)
    }
    return OfferIndex(offers)
  }

  /// Whether a ranking shows the recorded offers in the recorded order with the same score to the last bit.
  package func matches(_ ranking: Ranking) -> Bool {
    ranking.ranked.map(\.offer.id) == entries.prefix(scores.count).map(\.offerID)
      && ranking.ranked.map(\.score.bitPattern) == scores.map(\.bitPattern)
  }
}
