import Core

@testable import TUI

/// A counter of Blue Cilantro's on the fixture's Friday.
enum FixtureCounter {
  static let zone = FixtureBoard().board().town.zone
  private static let now = FixtureBoard.now
  private static let code = (try? ClaimCode(parsing: "2222-2222-222")) ?? fallback
  private static var fallback: ClaimCode {
    var random = SeededGenerator(seed: 1)
    return ClaimCode(using: &random)
  }

  static let facts = ClaimFacts(
    id: Claim.ID(7), code: code, state: .open, offerID: Offer.ID(3), offerTitle: "Sunset dinner",
    value: ValueProposition(discountPercent: 20), partnerID: Partner.ID(1), partnerName: "Blue Cilantro",
    currency: .usd, typicalSpendCents: 2500, valueCents: 500, claimedAt: now - .minutes(4), expiresAt: now + .hours(2),
    closedAt: nil, revenueCents: nil, refundedCents: 0, receipt: nil)

  static let valid = ClaimCheck(.valid, code: code.description, claim: facts)

  /// 12.5 % of $42.50 is $5.3125.
  static let redemption = Redemption(
    claimID: facts.id, code: code, offerID: facts.offerID, partnerID: facts.partnerID, at: now, amountCents: 4250,
    valueCents: 500, commissionCents: 531, basisPoints: 1250, currency: .usd,
    period: SettlementPeriod(of: now, in: zone),
    receipt: nil)

  static let board = CounterBoard(
    onTheWay: [
      coming(1, "Too late", metres: 80, since: 30, until: -1),
      coming(2, "Harbour tour", metres: 560, since: 4, until: 60),
      coming(3, "Sunset dinner", metres: 160, since: 9, until: 30),
      coming(4, "Spa day", metres: 160, since: 9, until: 25 * 60),
      coming(5, "Tea tin", metres: 160, since: 9, until: 8 * 24 * 60),
    ],
    slip: DaySlip(
      partnerID: facts.partnerID, partnerName: "Blue Cilantro", day: zone.localTime(at: now).date,
      zone: "America/Cayman", currency: .usd,
      lines: [
        PartnerStatement.Line(
          entry: 1, kind: .redemption, at: now, code: code, offerTitle: "Sunset dinner", baseCents: 4250,
          basisPoints: 1250, commissionCents: 531, note: nil)
      ]), zone: zone)

  /// What the store would answer, where every code is good.
  static func news(_ order: CounterOrder) -> CounterNews {
    switch order {
    case .look: .board(board)
    case .check: .checked(valid)
    case .redeem: .redeemed(redemption)
    }
  }

  /// Somebody who set out `since` minutes ago, on a way of `metres` at 80 metres a minute.
  private static func coming(_ id: Int64, _ title: String, metres: Double, since: Int64, until: Int64) -> ClaimOnTheWay
  {
    ClaimOnTheWay(
      claimID: Claim.ID(id), offerID: Offer.ID(id), offerTitle: title, claimedAt: now - .minutes(since),
      expiresAt: now + .minutes(until), walk: Walk(distance: Metres(metres)))
  }
}
