/// What one partner owes for one period: every line, and what they add up to.
package struct PartnerStatement: Hashable, Sendable {
  /// A redemption, or a refund of one.
  package struct Line: Hashable, Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      case redemption, refund
    }

    /// The ledger entry's number; lines come in its order.
    package let entry: Int64
    package let kind: Kind
    package let at: Timestamp
    package let code: ClaimCode
    /// As it was called when it was claimed.
    package let offerTitle: String
    /// Redeemed value in minor units, below zero for a refund.
    package let baseCents: Int64
    package let basisPoints: Int
    package let commissionCents: Int64
    /// The receipt's text, or why it was refunded.
    package let note: String?

    package init(
      entry: Int64, kind: Kind, at: Timestamp, code: ClaimCode, offerTitle: String, baseCents: Int64,
      basisPoints: Int, commissionCents: Int64, note: String?
    ) {
      self.entry = entry
      self.kind = kind
      self.at = at
      self.code = code
      self.offerTitle = offerTitle
      self.baseCents = baseCents
      self.basisPoints = basisPoints
      self.commissionCents = commissionCents
      self.note = note
    }
  }

  /// When and by whom it was closed.
  package struct Closing: Hashable, Sendable {
    package let at: Timestamp
    package let actor: String

    package init(at: Timestamp, actor: String) {
      self.at = at
      self.actor = actor
    }
  }

  package let partnerID: Partner.ID
  /// As the partner was called when the period was closed.
  package let partnerName: String
  package let period: SettlementPeriod
  /// The clock of the period and of every time in the statement.
  package let zone: String
  package let currency: Currency
  /// Nil while lines may still be added.
  package let closing: Closing?
  package let lines: [Line]

  package init(
    partnerID: Partner.ID, partnerName: String, period: SettlementPeriod, zone: String, currency: Currency,
    closing: Closing?, lines: [Line]
  ) {
    self.partnerID = partnerID
    self.partnerName = partnerName
    self.period = period
    self.zone = zone
    self.currency = currency
    self.closing = closing
    self.lines = lines
  }

  package var redemptions: Int { lines.count { $0.kind == .redemption } }

  package var refunds: Int { lines.count { $0.kind == .refund } }

  /// Redeemed value, refunds taken off.
  package var baseCents: Int64 { lines.reduce(0) { $0 + $1.baseCents } }

  /// Commission, reversals taken off; below zero where refunds of earlier periods outweigh.
  package var commissionCents: Int64 { lines.reduce(0) { $0 + $1.commissionCents } }
}
