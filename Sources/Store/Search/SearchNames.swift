import Core

/// The names of partners, offers and people, folded for the search: a copy in memory, since names are found by letters
/// anywhere in them, for which a file has no index.
struct SearchNames {
  let partners: SearchCandidates
  let offers: SearchCandidates
  let people: SearchCandidates
  /// What the copy was made from.
  let revisions: [Int64]
}

extension Store {
  /// The names as they stand; read again after a commit that touched partners, offers or people. Each query reads one
  /// small table once; archived offers are left out.
  func searchNames() throws(StoreError) -> SearchNames {
    let current = [revisions[.partners], revisions[.offers], revisions[.people]]
    if let names = memory.searchNames, names.revisions == current { return names }
    let names = SearchNames(
      partners: SearchCandidates(try partnerCandidates()), offers: SearchCandidates(try offerCandidates()),
      people: SearchCandidates(try personCandidates()), revisions: current)
    memory.searchNames = names
    return names
  }

  private func partnerCandidates() throws(StoreError) -> [SearchCandidates.Candidate] {
    try connection.rows(
      """
      SELECT id, name
        FROM partner
       ORDER BY id
      """
    ) { row throws(StoreError) in .init(target: .partner(row.id(0)), title: row.text(1)) }
  }

  private func offerCandidates() throws(StoreError) -> [SearchCandidates.Candidate] {
    try connection.rows(
      """
      SELECT offer.id, offer_version.title
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
       WHERE offer_version.state <> 'archived'
       ORDER BY offer.id
      """
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
