import Core

extension Store {
  /// Says whether a code is good, and why not. Changes nothing but the count of wrong codes.
  ///
  /// The check character is looked at first, so that a typing error never costs a look-up. A partner is told `unknown` of
  /// another partner's code. O(log claims).
  /// - Parameter counter: the partner whose counter it is, for whoever is none; nil takes the codes of all.
  /// - Throws: ``StoreError/exhausted(code:sentence:)`` after too many wrong codes.
  package func validate(
    code text: String, at counter: Partner.ID? = nil, for actor: Actor, now: Timestamp
  ) throws(StoreError) -> ClaimCheck {
    try refuseThrottled(actor, now: now)
    let typed = try typedClaim(text, at: counter, for: actor, now: now)
    switch typed {
    case .mistyped: return ClaimCheck(.mistyped, code: PlainText.printable(text, limit: 40))
    case .unknown(let code): return ClaimCheck(.unknown, code: code.description)
    case .found(let claim, let isForeign):
      let facts = try claimFacts(claim.id)
      let answer: ClaimCheck.Answer = isForeign ? .otherPartner : claim.answer(at: now)
      return ClaimCheck(answer, code: claim.code.description, claim: facts)
    }
  }

  /// What a typed text stands for.
  enum TypedClaim {
    case mistyped
    case unknown(ClaimCode)
    case found(ClaimRecord, isForeign: Bool)
  }

  /// Finds the claim behind a typed text, for an actor who is not throttled; a wrong text is counted.
  func typedClaim(
    _ text: String, at counter: Partner.ID? = nil, for actor: Actor, now: Timestamp
  ) throws(StoreError) -> TypedClaim {
    guard let code = try? ClaimCode(parsing: text) else {
      try countWrongCode(of: actor, now: now)
      return .mistyped
    }
    let found = try read { () throws(StoreError) -> (claim: ClaimRecord, partner: Partner.ID)? in
      guard let claim = try claim(code: code) else { return nil }
      return (claim, try indexedOffer(claim.offerID).partnerID)
    }
    guard let found, actor.sees(found.partner) else {
      try countWrongCode(of: actor, now: now)
      return .unknown(code)
    }
    return .found(found.claim, isForeign: counter.map { $0 != found.partner } ?? false)
  }
}

extension ClaimRecord {
  /// The counter's answer for its own claim. A cancelled one is past its time too.
  fileprivate func answer(at now: Timestamp) -> ClaimCheck.Answer {
    switch state {
    case .open: isOverdue(at: now) ? .expired : .valid
    case .redeemed: .redeemed
    case .expired, .cancelled: .expired
    }
  }
}
