import Core

extension Store {
  /// Closes every open claim whose time is over; each gives its place back, and the log says so.
  /// - Returns: how many there were.
  @discardableResult
  package func expireClaims(now: Timestamp) throws(StoreError) -> Int {
    try write { () throws(StoreError) in try expireClaims(of: nil, now: now) }
  }

  /// The same for one offer only, or for all. Inside a write.
  @discardableResult
  func expireClaims(of offer: Offer.ID?, now: Timestamp) throws(StoreError) -> Int {
    let overdue = try overdueClaims(of: offer, now: now)
    for claim in overdue {
      try close(claim.id, as: .expired, now: now)
      _ = try takePlaces(-1, of: claim.offerID)
      let entry = try logEntry(.expiry, of: claim, now: now)
      try append(entry)
      try tell(
        .claimExpired, of: entry.partnerID, at: now,
        data: [
          "claim_id": .id(claim.id), "offer_id": .id(claim.offerID), "expires_at": .instant(claim.expiresAt),
        ])
      try learnClosing(of: claim.offerID, subject: claim.subject)
    }
    return overdue.count
  }

  /// Offers with the places that overdue claims still hold counted as free, though nobody has closed them yet: as
  /// decisions see them. Writes nothing.
  package func seeingOverdueAsFree(_ offers: [Offer], now: Timestamp) throws(StoreError) -> [Offer] {
    var free: [Offer.ID: Int] = [:]
    for claim in try overdueClaims(of: nil, now: now) { free[claim.offerID, default: 0] += 1 }
    return offers.map { offer in
      var seen = offer
      if let left = offer.capacityLeft { seen.capacityLeft = left + free[offer.id, default: 0] }
      return seen
    }
  }

  /// What becomes of a claim, with the context of its session.
  func logEntry(_ type: InteractionType, of claim: ClaimRecord, now: Timestamp) throws(StoreError) -> LogEntry {
    var entry = LogEntry(
      type, of: claim, partner: try indexedOffer(claim.offerID).partnerID, in: try claimedSession(of: claim), at: now)
    entry.weather = try weather(at: now).weather
    return entry
  }

  /// The session of a claim, also of an erased person, who leaves no position.
  private func claimedSession(of claim: ClaimRecord) throws(StoreError) -> ParkingSession {
    guard (claim.personID?.value ?? 0) < 0, let nowhere = Coordinate(latitude: 0, longitude: 0) else {
      return try session(claim.sessionID)
    }
    return ParkingSession(
      id: claim.sessionID, personID: claim.personID, position: nowhere, zone: "UTC", startedAt: nil,
      expiresAt: claim.expiresAt)
  }
}
