extension DecisionRecord {
  /// The record of a ranking that was made in a context: of what is known of the person, only what can have mattered
  /// is kept.
  package init(context: Context, profile: OfferProfile, limit: Int, ranking: Ranking) {
    let known = context.person
    let isCounted = known.preferences.offerFrequency.perDay != nil
    var context = context
    let most = ranking.heldBack.count + ranking.ranked.count
    context.person.history = Dictionary(minimumCapacity: min(known.history.count, most))
    context.person.partnerAffinity = Dictionary(minimumCapacity: min(known.partnerAffinity.count, most))
    context.person.wordings = [:]
    context.campaigns = CampaignGates()
    func keep(_ offer: Offer.ID, of partner: Partner.ID, where matters: (OfferHistory) -> Bool) {
      if let history = known.history[offer], matters(history) { context.person.history[offer] = history }
      if let affinity = known.partnerAffinity[partner] { context.person.partnerAffinity[partner] = affinity }
      if let wording = known.wordings[offer] { context.person.wordings[offer] = wording }
    }
    for held in ranking.heldBack {
      keep(held.id, of: held.partnerID) { held.concerns($0, isCounted: isCounted) }
    }
    for ranked in ranking.ranked {
      keep(ranked.offer.id, of: ranked.offer.partnerID) { $0.concerns(ranked.offer, isCounted: isCounted) }
    }
    self.init(
      context: context, profile: profile, limit: limit,
      entries: ranking.ranked.map { Entry($0.offer) } + ranking.heldBack.map(\.entry),
      scores: ranking.ranked.map(\.score), totals: ranking.totals)
  }

  /// Decides once more from the recorded inputs; `offer` gives the facts of one version of an offer.
  ///
  /// Its totals are the recorded ones, because offers far away are in no record. Nil if the facts of an offer are gone.
  package func replay(offer: (Offer.ID, Int) -> Offer?) -> Ranking? {
    index(offer: offer)?.ranking(for: context, profile: profile, limit: limit, allReasons: true).with(totals)
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
      facts.campaignHolds = entry.holds
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
