extension Digest {
  /// The best deals of some, best first, each item once.
  ///
  /// A listing that met several rules, and the same item from two sources, is one deal: the one of the higher score, then
  /// the lower price, then the lower number; it names the rules of all. What was told at once before is left out.
  /// - Parameters:
  ///   - toldListings: listings of alerts that were sent at once.
  ///   - toldGroups: the same by item.
  /// - Returns: at most ``dealLimit`` and how many are beyond them. O(n log n).
  package static func best(
    of candidates: [Deal], toldListings: Set<Listing.ID> = [], toldGroups: Set<Int64> = []
  ) -> (deals: [Deal], further: Int) {
    var items: [Item: Deal] = [:]
    for deal in candidates.sorted(by: isBetter) {
      guard !toldListings.contains(deal.listing), !(deal.group.map(toldGroups.contains) ?? false) else { continue }
      let item = deal.group.map(Item.group) ?? .listing(deal.listing)
      items[item] = items[item].map { $0.naming(deal.rules) } ?? deal
    }
    let ranked = items.values.sorted(by: isBetter)
    return (Array(ranked.prefix(dealLimit)), max(0, ranked.count - dealLimit))
  }

  private enum Item: Hashable {
    case group(Int64)
    case listing(Listing.ID)
  }

  /// A score that is not known ranks last; a missing price after every price.
  private static func isBetter(_ one: Deal, _ other: Deal) -> Bool {
    let scores = (one.dealScore ?? -1, other.dealScore ?? -1)
    if scores.0 != scores.1 { return scores.0 > scores.1 }
    let prices = (one.price?.cents ?? .max, other.price?.cents ?? .max)
    if prices.0 != prices.1 { return prices.0 < prices.1 }
    return (one.listing, one.alert) < (other.listing, other.alert)
  }
}

extension Digest.Deal {
  /// The same with further rules it met.
  fileprivate func naming(_ others: [String]) -> Digest.Deal {
    Digest.Deal(
      alert: alert, listing: listing, title: title, price: price, dealScore: dealScore, group: group, place: place,
      url: url, imageURL: imageURL, rules: rules + others.filter { !rules.contains($0) })
  }
}
