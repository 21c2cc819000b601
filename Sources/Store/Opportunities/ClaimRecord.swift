import Core

/// All that is stored of a claim.
package struct ClaimRecord: Hashable, Sendable {
  package let id: Claim.ID
  package let code: ClaimCode
  package let offerID: Offer.ID
  package let offerVersion: Int
  package let sessionID: ParkingSession.ID
  package let personID: Person.ID?
  package let decisionID: DecisionRecord.ID?
  package let state: Claim.State
  package let claimedAt: Timestamp
  package let expiresAt: Timestamp
  /// When it was redeemed, or found expired.
  package let closedAt: Timestamp?
  /// Worth to the person, in minor units, when it was claimed.
  package let valueCents: Int64
  /// What was paid at the counter, in minor units; nil until redeemed.
  package let revenueCents: Int64?
  /// What of that was given back.
  package let refundedCents: Int64
  /// The till's own words.
  package let receipt: String?

  /// The person, or the negated session of an anonymous driver.
  var subject: Int64 { personID?.value ?? -sessionID.value }

  /// Open by its state, but past its time.
  package func isOverdue(at now: Timestamp) -> Bool {
    state == .open && expiresAt <= now
  }
}

extension ClaimRecord {
  /// Reads the columns in the order of the queries in `Claims.swift`.
  init(_ row: Row) throws(StoreError) {
    let code: ClaimCode
    do {
      code = try ClaimCode(parsing: row.text(1))
    } catch {
      throw .corrupt(detail: "claim \(row.integer(0)) has a mistyped code")
    }
    self.init(
      id: row.id(0), code: code, offerID: row.id(2), offerVersion: row.count(3), sessionID: row.id(4),
      personID: row.optional(5) { row.id($0) }, decisionID: row.optional(6) { row.id($0) },
      state: try row.choice(7), claimedAt: row.instant(8), expiresAt: row.instant(9),
      closedAt: row.optional(10) { row.instant($0) }, valueCents: row.integer(11),
      revenueCents: row.optional(12) { row.integer($0) }, refundedCents: row.integer(13),
      receipt: row.optional(14) { row.text($0) })
  }
}
