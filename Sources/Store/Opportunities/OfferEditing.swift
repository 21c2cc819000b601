import Core

extension Store {
  /// Stores a new offer as its version 1; an id of 0 asks for the next free one. Fewer places left than there are in all
  /// are kept as reserved by other ways than claims.
  /// - Parameter loading: a file or a demo says what there is, states included, and tells of itself in the command log;
  ///   without it a new offer is a draft, whatever state it carries.
  /// - Throws: ``StoreError/invalid(_:)`` unless the offer passes ``Offer/check(field:)``,
  ///   ``StoreError/exhausted(code:sentence:)`` beyond the partner's limit.
  @discardableResult
  package func addOffer(
    _ draft: Offer, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Offer {
    try addOffer(draft, as: "offer create", by: actor, loading: loading, now: now)
  }

  /// The same under another verb.
  func addOffer(
    _ draft: Offer, as verb: String, note: String? = nil, by actor: Actor, loading: Bool, now: Timestamp
  ) throws(StoreError) -> Offer {
    var checked = try Self.checked(draft)
    if !loading { checked.state = .draft }
    let new = checked
    return try write { () throws(StoreError) in
      try permit(actor, toEdit: "partner", new.partnerID, of: new.partnerID)
      try refuseTaken(new)
      let partner = try partner(new.partnerID)
      guard !loading else { return try insert(new, by: actor, now: now) }
      try refuseForeignCurrency(new, of: partner)
      try refuseBeyondLimit(of: partner, now: now)
      let offer = try insert(new, by: actor, now: now)
      try record(
        verb, .offer(offer.id), by: actor, partner: partner.id, change: CommandChange(versionAfter: offer.version),
        note: note, now: now)
      return offer
    }
  }

  /// Stores an edited offer as a new version in the state it was in; nothing is written where nothing differs. Places
  /// taken by claims stay taken.
  /// - Parameters:
  ///   - edited: carries the version that was read.
  ///   - loading: a file says what there is, states included, and tells of itself in the command log.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` if somebody else edited that version first, or if the offer is
  ///   over for good.
  @discardableResult
  package func updateOffer(
    _ edited: Offer, by actor: Actor, loading: Bool = false, now: Timestamp
  ) throws(StoreError) -> Offer {
    let checked = try Self.checked(edited)
    return try write { () throws(StoreError) in
      let current = try offer(edited.id)
      try permit(actor, toEdit: "offer", current.id, of: current.partnerID)
      try refuseStale(edited.version, current)
      guard current.partnerID == edited.partnerID else {
        throw .conflict(code: "partner", sentence: "offer \(edited.id) belongs to partner \(current.partnerID)")
      }
      if checked.currency != current.currency { try refuseOtherMoney(than: current) }
      let reason = try reason(of: current)
      guard !loading else { return try replace(checked, by: actor, reason: reason, now: now) }
      var next = checked
      next.state = current.state
      let differences = next.differences(from: current)
      guard !differences.isEmpty else { return current }
      try refuseOver(current)
      let partner = try partner(current.partnerID)
      if next.currency != current.currency { try refuseForeignCurrency(next, of: partner) }
      if next.counts(at: now), !current.counts(at: now) { try refuseBeyondLimit(of: partner, now: now) }
      let stored = try replace(next, by: actor, reason: reason, now: now)
      try record(
        "offer edit", .offer(stored.id), by: actor, partner: stored.partnerID,
        change: CommandChange(versionBefore: current.version, versionAfter: stored.version),
        note: differences.joined(separator: ", "), now: now)
      return stored
    }
  }

  /// Stores the same facts as a new draft of the same partner, with every place free.
  /// - Parameter title: nil is the same with "(copy)" behind it.
  @discardableResult
  package func cloneOffer(
    _ id: Offer.ID, title: String? = nil, by actor: Actor, now: Timestamp
  ) throws(StoreError) -> Offer {
    try write { () throws(StoreError) in
      let original = try offer(id)
      try permit(actor, toEdit: "offer", id, of: original.partnerID)
      var copy = original.with(id: Offer.ID(0), version: 1)
      copy.title = title ?? String(original.title.unicodeScalars.prefix(113)) + " (copy)"
      copy.capacityLeft = copy.capacityTotal
      copy.budgetSpent = false
      return try addOffer(copy, as: "offer clone", note: "of offer \(id)", by: actor, loading: false, now: now)
    }
  }

  /// - Throws: ``StoreError/conflict(code:sentence:)`` naming who wrote the version that is there.
  func refuseStale(_ seen: Int, _ current: Offer) throws(StoreError) {
    guard current.version != seen else { return }
    let author = try author(of: current)
    throw .conflict(
      code: "version",
      sentence: "offer \(current.id) was changed meanwhile\(author.isEmpty ? "" : " by \(author)")"
        + " (version \(current.version)); look at it again")
  }

  /// What a person typed, in the form it is stored, or the reason why it cannot be.
  private static func checked(_ draft: Offer) throws(StoreError) -> Offer {
    var offer = draft
    offer.category = draft.category.lowercased()
    try StoreError.checking { () throws(InvalidInput) in
      try offer.check()
      offer.title = try PlainText.checked(draft.title, field: "title")
      offer.category = try PlainText.checked(offer.category, field: "category", limit: 40)
    }
    return offer
  }

  private func refuseTaken(_ offer: Offer) throws(StoreError) {
    if try connection.exists("SELECT id FROM offer WHERE id = :id", [":id": .id(offer.id)]) {
      throw .conflict(code: "duplicate", sentence: "there is an offer \(offer.id) already; give another id")
    }
  }

  /// What one partner sells is settled in one currency.
  private func refuseForeignCurrency(_ offer: Offer, of partner: Partner) throws(StoreError) {
    guard offer.currency != partner.currency else { return }
    throw .invalid(
      InvalidInput(
        field: "currency",
        "must be \(partner.currency), the currency \(partner.name) is settled in, not \(offer.currency)"
      ))
  }

  private func refuseOver(_ offer: Offer) throws(StoreError) {
    guard offer.state == .ended || offer.state == .archived else { return }
    throw .conflict(
      code: "offer.over",
      sentence: "offer \(offer.id) is \(offer.state.rawValue) and stays as it was; clone it to offer it again")
  }

  /// Another offer that counts would be one too many.
  func refuseBeyondLimit(of partner: Partner, now: Timestamp) throws(StoreError) {
    guard let limit = partner.offerLimit else { return }
    let count = try countOffers(of: partner.id, at: now)
    guard count >= limit else { return }
    throw .exhausted(
      code: "offer.limit",
      sentence: "partner \(partner.id) has \(Words.count(count, "offer")) neither ended nor archived, and its limit is "
        + "\(limit); end or archive one, or raise the limit with 'opportune partner limit'")
  }
}

extension Offer {
  /// Whether it counts towards its partner's limit: whatever is neither ended nor archived.
  func counts(at now: Timestamp) -> Bool {
    let standing = standing(at: now)
    return standing != .ended && standing != .archived
  }
}
