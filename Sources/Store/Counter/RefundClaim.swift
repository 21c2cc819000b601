import Core

extension Store {
  /// Gives money back for a redeemed claim, in parts or all that remains; the commission of what remains is what stays
  /// booked, at the redemption's own rate. The claim stays redeemed and keeps its place.
  /// - Parameters:
  ///   - amountCents: in minor units; nil is all that remains.
  ///   - note: why.
  /// - Throws: as ``redeem(code:amountCents:receipt:by:now:)``; ``StoreError/exhausted(code:sentence:)`` for more than
  ///   remains.
  @discardableResult
  package func refund(
    code text: String, amountCents: Int64? = nil, note: String? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Refund {
    let note = try Self.checkedNote(note, field: "note")
    try Self.checkAmount(amountCents, atLeast: 1)
    let id = try claimToUse(code: text, by: actor, now: now)
    return try write { () throws(StoreError) in
      try refund(claim(id), amountCents: amountCents, note: note, by: actor, now: now)
    }
  }

  /// Inside a write.
  private func refund(
    _ claim: ClaimRecord, amountCents: Int64?, note: String?, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Refund {
    guard claim.state == .redeemed, let paid = claim.revenueCents else {
      throw .conflict(
        code: "claim.not_redeemed", sentence: "claim \(claim.code) was not redeemed, so nothing can be given back")
    }
    let booked = try booking(of: claim)
    try permit(actor, toEdit: "claim", claim.id, of: booked.partner)
    let remaining = paid - claim.refundedCents
    let amount = amountCents ?? remaining
    guard amount > 0, amount <= remaining else {
      let left = Money(cents: remaining, booked.currency)
      throw .exhausted(
        code: "refund.too_much",
        sentence: remaining == 0
          ? "nothing is left to give back for claim \(claim.code)"
          : "only \(left) of claim \(claim.code) is left to give back")
    }
    try connection.run(
      """
      UPDATE claim
         SET refunded_cents = refunded_cents + :amount
       WHERE id = :id
      """,
      [":amount": .integer(amount), ":id": .id(claim.id)])
    touch(.claims)
    let refund = Refund(
      claimID: claim.id, code: claim.code, at: now, amountCents: amount, refundedCents: claim.refundedCents + amount,
      remainingCents: remaining - amount,
      commissionCents: Commission.reversal(of: amount, from: remaining, basisPoints: booked.basisPoints),
      currency: booked.currency, period: try openPeriod(of: booked.partner, at: now))
    let entry = try book(
      LedgerEntry(
        kind: .refund, at: now, partner: booked.partner, period: refund.period,
        claim: (claim.id, claim.offerID), baseCents: -amount,
        basisPoints: booked.basisPoints, currency: booked.currency, actor: actor, note: note, debit: .due,
        credit: .earned, amountCents: refund.commissionCents))
    try countRefund(of: claim, entry: entry)
    try countInCampaign(refund: amount, of: claim.id, at: now)
    try record(
      "claim refund", .claim(claim.id), by: actor, partner: booked.partner,
      note: Money(cents: amount, booked.currency).description, now: now)
    return refund
  }

  /// The terms a claim was redeemed by. Plan: `ledger_entry_redemption`.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` for a claim from before there was a ledger.
  private func booking(
    of claim: ClaimRecord
  ) throws(StoreError) -> (partner: Partner.ID, basisPoints: Int, currency: Currency) {
    let booking = try connection.row(
      """
      SELECT partner_id, commission_basis_points, currency
        FROM ledger_entry
       WHERE claim_id = :claim
         AND kind = 'redemption'
      """,
      [":claim": .id(claim.id)]
    ) { row throws(StoreError) in
      (partner: Partner.ID(row.integer(0)), basisPoints: row.count(1), currency: try row.currency(2))
    }
    guard let booking else {
      throw .conflict(
        code: "claim.before_ledger",
        sentence: "claim \(claim.code) was redeemed before commission was booked; settle it outside of this program")
    }
    return booking
  }
}
