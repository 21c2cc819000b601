/// What a campaign costs, in micros: millionths of a currency unit, because one impression costs a fraction of a cent.
/// Terms add up.
package struct CampaignCosts: Hashable, Sendable {
  package var perImpressionMicros: Int64
  package var perViewMicros: Int64
  package var perAcceptanceMicros: Int64
  package var perRedemptionMicros: Int64
  /// Booked once, on the day the campaign starts.
  package var fixedMicros: Int64

  package init(
    perImpressionMicros: Int64 = 0, perViewMicros: Int64 = 0, perAcceptanceMicros: Int64 = 0,
    perRedemptionMicros: Int64 = 0, fixedMicros: Int64 = 0
  ) {
    self.perImpressionMicros = perImpressionMicros
    self.perViewMicros = perViewMicros
    self.perAcceptanceMicros = perAcceptanceMicros
    self.perRedemptionMicros = perRedemptionMicros
    self.fixedMicros = fixedMicros
  }

  /// What one interaction costs before any budget is looked at.
  package func micros(of type: InteractionType) -> Int64 {
    switch type {
    case .impression: perImpressionMicros
    case .view: perViewMicros
    case .acceptance: perAcceptanceMicros
    case .redemption: perRedemptionMicros
    case .dismissal, .expiry: 0
    }
  }
}
