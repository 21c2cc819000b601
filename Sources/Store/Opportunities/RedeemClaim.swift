import Core

extension Store {
  /// The person uses a claim at the counter, by its code.
  /// - Parameter amountCents: what they paid, in minor units; nil counts as the offer's typical purchase.
  /// - Throws: ``StoreError/invalid(_:)`` for a mistyped code, ``StoreError/notFound(what:name:)`` for an unknown one.
  @discardableResult
  package func redeem(code text: String, amountCents: Int64? = nil, now: Timestamp) throws(StoreError) -> ClaimRecord {
    let code: ClaimCode
    do {
      code = try ClaimCode(parsing: text)
    } catch {
      throw .invalid(InvalidInput(field: "code", "'\(text.prefix(40))' is mistyped; check it and try again"))
    }
    return try write { () throws(StoreError) in
      guard let claim = try claim(code: code) else { throw .notFound(what: "claim with the code", name: "\(code)") }
      return try redeem(claim, amountCents: amountCents, now: now)
    }
  }

  /// The person uses a claim, by its number.
  @discardableResult
  package func redeem(
    claim id: Claim.ID, amountCents: Int64? = nil, now: Timestamp
  ) throws(StoreError) -> ClaimRecord {
    try write { () throws(StoreError) in try redeem(claim(id), amountCents: amountCents, now: now) }
  }

  private func redeem(
    _ claim: ClaimRecord, amountCents: Int64?, now: Timestamp
  ) throws(StoreError) -> ClaimRecord {
    if let amountCents, !(0...100_000_000).contains(amountCents) {
      throw .invalid(InvalidInput(field: "amount", "must be between 0 and 1,000,000.00"))
    }
    try check(claim, now: now)
    let offer = try indexedOffer(claim.offerID)
    let amount = amountCents ?? offer.typicalSpendCents ?? ValueProposition.defaultTypicalSpendCents
    try close(claim.id, as: .redeemed, revenueCents: amount, now: now)
    var entry = try logEntry(.redemption, of: claim, now: now)
    entry.valueCents = claim.valueCents
    entry.revenueCents = amount
    try append(entry)
    try learnClosing(of: claim.offerID, subject: claim.subject)
    return try self.claim(claim.id)
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
}
