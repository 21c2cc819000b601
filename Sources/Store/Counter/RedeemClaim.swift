import Core

extension Store {
  /// The customer uses a claim at the counter, by its code: the claim is closed, the log says so, commission is booked
  /// and the partner is told, all in one transaction.
  /// - Parameters:
  ///   - amountCents: what was paid, in minor units; nil counts as the offer's typical purchase.
  ///   - receipt: the till's own words for it.
  /// - Throws: ``StoreError/invalid(_:)`` for a mistyped code, ``StoreError/notFound(what:name:)`` for an unknown one or
  ///   another partner's, ``StoreError/conflict(code:sentence:)`` for one that is used or over,
  ///   ``StoreError/exhausted(code:sentence:)`` after too many wrong ones.
  @discardableResult
  package func redeem(
    code text: String, amountCents: Int64? = nil, receipt: String? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Redemption {
    let receipt = try Self.checkedNote(receipt, field: "receipt")
    try Self.checkAmount(amountCents, atLeast: 0)
    let id = try claimToUse(code: text, by: actor, now: now)
    return try write { () throws(StoreError) in
      try redeem(claim(id), amountCents: amountCents, receipt: receipt, by: actor, now: now)
    }
  }

  /// The customer uses a claim, by its number: as the simulator does, which knows no codes.
  @discardableResult
  package func redeem(
    claim id: Claim.ID, amountCents: Int64? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Redemption {
    try Self.checkAmount(amountCents, atLeast: 0)
    return try write { () throws(StoreError) in
      try redeem(claim(id), amountCents: amountCents, receipt: nil, by: actor, now: now)
    }
  }

  /// The number of the claim a typed code stands for, where the actor may use it.
  func claimToUse(code text: String, by actor: Actor, now: Timestamp) throws(StoreError) -> Claim.ID {
    try refuseThrottled(actor, now: now)
    switch try typedClaim(text, for: actor, now: now) {
    case .mistyped:
      throw .invalid(InvalidInput(field: "code", "'\(text.prefix(40))' is mistyped; check it and try again"))
    case .unknown(let code): throw .notFound(what: "claim with the code", name: "\(code)")
    case .found(let claim, _): return claim.id
    }
  }

  /// Inside a write.
  private func redeem(
    _ claim: ClaimRecord, amountCents: Int64?, receipt: String?, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Redemption {
    let facts = try claimFacts(claim.id)
    try permit(actor, toEdit: "claim", claim.id, of: facts.partnerID)
    try check(claim, now: now)
    let terms = try terms(of: facts.partnerID)
    let amount = amountCents ?? facts.typicalSpendCents
    try close(claim.id, as: .redeemed, revenueCents: amount, receipt: receipt, now: now)
    var entry = try logEntry(.redemption, of: claim, now: now)
    entry.valueCents = claim.valueCents
    entry.revenueCents = amount
    try append(entry)
    try learnClosing(of: claim.offerID, subject: claim.subject)
    let redemption = Redemption(
      claimID: claim.id, code: claim.code, offerID: claim.offerID, partnerID: facts.partnerID, at: now,
      amountCents: amount, valueCents: claim.valueCents,
      commissionCents: Commission.cents(of: amount, basisPoints: terms.basisPoints), basisPoints: terms.basisPoints,
      currency: terms.currency, period: try openPeriod(of: facts.partnerID, at: now), receipt: receipt)
    try book(redemption, by: actor)
    if actor.role != .simulator {
      try record(
        "claim redeem", .claim(claim.id), by: actor, partner: facts.partnerID,
        note: Money(cents: amount, terms.currency).description, now: now)
    }
    try tell(
      .claimRedeemed, of: facts.partnerID, at: now,
      data: [
        "claim_id": .id(claim.id), "offer_id": .id(claim.offerID), "amount_cents": .integer(amount),
        "commission_cents": .integer(redemption.commissionCents), "currency": .string(terms.currency.code),
      ])
    return redemption
  }

  private func book(_ redemption: Redemption, by actor: Actor) throws(StoreError) {
    try book(
      LedgerEntry(
        kind: .redemption, at: redemption.at, partner: redemption.partnerID, period: redemption.period,
        claim: (redemption.claimID, redemption.offerID), baseCents: redemption.amountCents,
        basisPoints: redemption.basisPoints,
        currency: redemption.currency, actor: actor, note: redemption.receipt, debit: .due, credit: .earned,
        amountCents: redemption.commissionCents))
  }

  private func check(_ claim: ClaimRecord, now: Timestamp) throws(StoreError) {
    switch claim.state {
    case .open where claim.expiresAt <= now:
      throw .conflict(
        code: "claim.expired", sentence: "claim \(claim.code) expired at \(claim.expiresAt.rfc3339)")
    case .open: return
    case .redeemed:
      throw .conflict(
        code: "claim.redeemed",
        sentence: "claim \(claim.code) was redeemed at \((claim.closedAt ?? claim.claimedAt).rfc3339)")
    case .expired:
      throw .conflict(
        code: "claim.expired", sentence: "claim \(claim.code) expired at \(claim.expiresAt.rfc3339)")
    case .cancelled:
      throw .conflict(code: "claim.cancelled", sentence: "claim \(claim.code) was cancelled")
    }
  }

  /// An amount of money as it may be entered, in minor units.
  static func checkAmount(_ cents: Int64?, atLeast least: Int64) throws(StoreError) {
    guard let cents, !(least...100_000_000).contains(cents) else { return }
    throw .invalid(
      InvalidInput(field: "amount", "must be between \(least == 0 ? "0" : "0.01") and 1,000,000.00"))
  }

  /// A few words to a booking; nil for none.
  static func checkedNote(_ text: String?, field: String) throws(StoreError) -> String? {
    guard let text else { return nil }
    return try StoreError.checking { () throws(InvalidInput) in try PlainText.checked(text, field: field, limit: 200) }
  }
}
