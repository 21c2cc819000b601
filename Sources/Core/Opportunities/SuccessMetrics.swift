/// The three numbers a town is judged by, over some local days: how much of what was accepted was used, what it was worth
/// to people, and what partners earned by it. They are sums over the partners of a ``PartnersBoard`` of as many days.
package struct SuccessMetrics: Hashable, Sendable {
  /// Of each partner's own clock, today included.
  package let days: Int
  package let acceptances: Int64
  package let redemptions: Int64
  /// One amount for each currency partners have, the largest first: amounts of different currencies are never added.
  package let value: [Money]
  /// Refunds taken off.
  package let revenue: [Money]
  /// Offers that wait for approval.
  package let pending: Int
  /// The partners that earned most, with all there is to say of each.
  package let best: [PartnerSummary]

  /// - Parameter most: how many partners are named.
  package init(of partners: [PartnerSummary], days: Int, naming most: Int = 5) {
    self.days = days
    acceptances = partners.reduce(0) { $0 + $1.acceptances }
    redemptions = partners.reduce(0) { $0 + $1.redemptions }
    value = Self.sums(partners, \.valueCents)
    revenue = Self.sums(partners, \.revenueCents)
    pending = partners.reduce(0) { $0 + $1.pending }
    best = Array(partners.sorted { ($0.revenueCents, $1.partner.id) > ($1.revenueCents, $0.partner.id) }.prefix(most))
  }

  /// Redemptions of acceptances.
  package var redemptionRate: Rate { Rate(redemptions, of: acceptances, "acceptances") }

  private static func sums(_ partners: [PartnerSummary], _ cents: (PartnerSummary) -> Int64) -> [Money] {
    var sums: [Currency: Int64] = [:]
    for partner in partners { sums[partner.partner.currency, default: 0] += cents(partner) }
    return sums.map { Money(cents: $1, $0) }.sorted { ($0.cents, $1.currency.code) > ($1.cents, $0.currency.code) }
  }
}
