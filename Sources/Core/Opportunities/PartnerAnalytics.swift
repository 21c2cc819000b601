/// What came of a partner's offers over some of the partner's own local days, whole and in parts.
package struct PartnerAnalytics: Equatable, Sendable {
  /// What the parts are.
  package enum Grain: String, Sendable, CaseIterable {
    case hour, day, offer
  }

  package let partner: Partner
  /// Both included; days of the partner's clock.
  package let first: CivilDate
  package let last: CivilDate
  package let grain: Grain
  package let total: PartnerFigures
  /// Every local hour or day there is, also those in which nothing happened: a day on which the clock goes back has 25
  /// hours. Or every offer that anything came of or that is not archived, by id.
  package let parts: [Part]

  package init(
    partner: Partner, first: CivilDate, last: CivilDate, grain: Grain, total: PartnerFigures, parts: [Part]
  ) {
    self.partner = partner
    self.first = first
    self.last = last
    self.grain = grain
    self.total = total
    self.parts = parts
  }

  /// An hour, a day or an offer.
  package struct Part: Equatable, Sendable {
    package let label: Label
    package let figures: PartnerFigures

    package init(label: Label, figures: PartnerFigures) {
      self.label = label
      self.figures = figures
    }
  }

  /// Which part it is.
  package enum Label: Hashable, Sendable {
    /// By its first instant; an hour in which the clock changes is two.
    case hour(Timestamp)
    case day(CivilDate)
    case offer(Offer.ID, title: String)
  }
}

/// Counts, sums and values of a partner's offers, or of a part of them.
package struct PartnerFigures: Hashable, Sendable {
  package var impressions: Int64 = 0
  package var views: Int64 = 0
  package var acceptances: Int64 = 0
  package var dismissals: Int64 = 0
  package var redemptions: Int64 = 0
  package var expiries: Int64 = 0
  /// Worth to the people who accepted, and to those who redeemed: the value delivered.
  package var claimedCents: Int64 = 0
  package var redeemedCents: Int64 = 0
  /// What people paid; refunds are not taken off.
  package var paidCents: Int64 = 0
  package var refundedCents: Int64 = 0
  /// What refunds reversed is taken off.
  package var commissionCents: Int64 = 0
  /// From impression to acceptance, in whole seconds; nil without any.
  package var secondsToAccept: ValueSummary?
  /// From the car to the offer of those who accepted, in whole metres; nil without any.
  package var metresToWalk: ValueSummary?

  package init() {}

  /// What people paid, refunds taken off.
  package var revenueCents: Int64 { paidCents - refundedCents }

  package var viewRate: Rate { Rate(views, of: impressions, "impressions") }
  package var acceptanceRate: Rate { Rate(acceptances, of: views, "views") }
  package var redemptionRate: Rate { Rate(redemptions, of: acceptances, "acceptances") }

  /// Whether anything happened at all.
  package var isEmpty: Bool { self == PartnerFigures() }
}
