import Core

extension Store {
  /// Terms with the currency they did not name.
  /// - Throws: ``StoreError/invalid(_:)`` naming the nearest one for a category that no listing has.
  func completed(_ terms: RuleTerms) throws(StoreError) -> RuleTerms {
    var terms = terms
    if terms.hasPrice, terms.currency == nil {
      // What is not said is in dollars, so that a line stays as it was written.
      let own = try dealCurrency()
      terms.currency = own == terms.priceCurrency ? nil : own
    }
    if !terms.categories.isEmpty { try refuseUnknown(terms.categories) }
    return terms
  }

  /// The currency of prices that name none: that of the partners, else US dollars. Plan: primary key.
  package func dealCurrency() throws(StoreError) -> Currency {
    let currency = try connection.row(
      """
      SELECT currency
        FROM partner
       ORDER BY id
       LIMIT 1
      """
    ) { row throws(StoreError) in try row.currency(0) }
    return currency ?? .usd
  }

  /// Every category that a listing has, in order. Plan: index `listing_category`, skipping from one to the next.
  package func listingCategories() throws(StoreError) -> [String] {
    try connection.rows(
      """
      WITH RECURSIVE known (category) AS (
        SELECT min(category)
          FROM listing
         WHERE category IS NOT NULL
         UNION ALL
        SELECT (SELECT min(category)
                  FROM listing
                 WHERE category > known.category)
          FROM known
         WHERE known.category IS NOT NULL)
      SELECT category
        FROM known
       WHERE category IS NOT NULL
      """
    ) { row throws(StoreError) in row.text(0) }
  }

  /// While there are no listings at all, any category may be waited for.
  private func refuseUnknown(_ categories: [String]) throws(StoreError) {
    let known = try listingCategories()
    guard !known.isEmpty, let unknown = categories.first(where: { !known.contains($0) }) else { return }
    let hint =
      NearestName.among(known, to: unknown).map { "did you mean '\($0)'?" }
      ?? "there are \(Words.all(Array(known.prefix(12))))"
    throw .invalid(InvalidInput(field: "categories", "holds '\(unknown)', which no listing has; \(hint)"))
  }

  /// Every place a rule can name: the town, its car parks, its partners and their addresses.
  package func knownPlaces() throws(StoreError) -> KnownPlaces {
    var known = [KnownPlaces.Place(world.name, world.centre)]
    for place in try places() { known.append(KnownPlaces.Place(place.name, place.position)) }
    for partner in try partners() {
      known.append(KnownPlaces.Place(partner.name, partner.position))
      if let address = partner.address { known.append(KnownPlaces.Place(address, partner.position)) }
    }
    return KnownPlaces(known)
  }
}
