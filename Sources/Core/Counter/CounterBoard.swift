/// What stands beside the field of a counter: who is on the way to it, and what the day has brought so far.
package struct CounterBoard: Hashable, Sendable {
  package let onTheWay: [ClaimOnTheWay]
  package let slip: DaySlip
  /// The partner's clock.
  package let zone: ZoneTable

  package init(onTheWay: [ClaimOnTheWay], slip: DaySlip, zone: ZoneTable) {
    self.onTheWay = onTheWay
    self.slip = slip
    self.zone = zone
  }

  /// Who can still come at an instant, those that could be here first; of equals, whoever's claim expires first.
  package func coming(at now: Timestamp) -> [ClaimOnTheWay] {
    onTheWay.filter { $0.expiresAt > now }
      .map { (claim: $0, minutes: $0.minutesLeft(at: now) ?? .infinity) }
      .sorted {
        ($0.minutes, $0.claim.expiresAt, $0.claim.claimID) < ($1.minutes, $1.claim.expiresAt, $1.claim.claimID)
      }
      .map(\.claim)
  }
}
