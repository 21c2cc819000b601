import Core

/// The names of partners, offers and people, folded for the search: a copy in memory, since names are found by letters
/// anywhere in them, for which a file has no index.
struct SearchNames {
  let partners: SearchCandidates
  let offers: SearchCandidates
  let people: SearchCandidates
  /// Whose alone they are; nil for everybody's.
  let partner: Partner.ID?
  /// What the copy was made from.
  let revisions: [Int64]
}

extension Store {
  /// The names as they stand, for a partner its own; read again after a commit that touched partners, offers or people. Each query reads one
  /// small table once; archived offers are left out.
  func searchNames(for actor: Actor) throws(StoreError) -> SearchNames {
    let current = [revisions[.partners], revisions[.offers], revisions[.people]]
    if let names = memory.searchNames, names.revisions == current, names.partner == actor.partnerID {
      return names
    }
    let names = SearchNames(
      partners: SearchCandidates(try partnerCandidates(of: actor.partnerID)),
      offers: SearchCandidates(try offerCandidates(of: actor.partnerID)),
      people: SearchCandidates(actor.role == .partner ? [] : try personCandidates()), partner: actor.partnerID,
      revisions: current)
    memory.searchNames = names
    return names
  }

  /// The names of experiments, of which there are few enough to be read with every search; none where they are not
  /// looked for.
  func experimentNames(_ kinds: Set<SearchTarget.Kind>) throws(StoreError) -> SearchCandidates {
    guard kinds.contains(.experiment) else { return SearchCandidates([]) }
    return SearchCandidates(
      try connection.rows(
        """
        SELECT id, name
          FROM experiment
         ORDER BY id
        """
      ) { row throws(StoreError) in .init(target: .experiment(row.id(0)), title: row.text(1)) })
  }

  /// The names of campaigns, which are in memory for decisions anyway.
  func campaignNames(_ kinds: Set<SearchTarget.Kind>) throws(StoreError) -> SearchCandidates {
    guard kinds.contains(.campaign) else { return SearchCandidates([]) }
    return SearchCandidates(
      try offerCampaigns().entries.map { .init(target: .campaign($0.campaign.id), title: $0.campaign.name) })
  }

  private func partnerCandidates(of partner: Partner.ID?) throws(StoreError) -> [SearchCandidates.Candidate] {
    try connection.rows(
      """
      SELECT id, name
        FROM partner
       WHERE :partner IS NULL OR id = :partner
       ORDER BY id
      """,
      [":partner": .id(partner)]
    ) { row throws(StoreError) in .init(target: .partner(row.id(0)), title: row.text(1)) }
  }

  private func offerCandidates(of partner: Partner.ID?) throws(StoreError) -> [SearchCandidates.Candidate] {
    try connection.rows(
      """
      SELECT offer.id, offer_version.title
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
       WHERE offer_version.state <> 'archived'
         AND (:partner IS NULL OR offer.partner_id = :partner)
       ORDER BY offer.id
      """,
      [":partner": .id(partner)]
    ) { row throws(StoreError) in .init(target: .offer(row.id(0)), title: row.text(1)) }
  }

  private func personCandidates() throws(StoreError) -> [SearchCandidates.Candidate] {
    try connection.rows(
      """
      SELECT id, name
        FROM person
       ORDER BY id
      """
    ) { row throws(StoreError) in .init(target: .person(row.id(0)), title: row.text(1)) }
  }
}
