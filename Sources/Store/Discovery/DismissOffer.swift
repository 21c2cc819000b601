import Core

extension Store {
  /// The driver puts an offer aside: it stays hidden for its cooldown, and the person's affinity follows.
  /// - Parameter note: a few words, with the reason ``DismissalReason/other`` only.
  /// - Throws: ``StoreError/conflict(code:sentence:)`` while an earlier dismissal still holds.
  package func dismiss(
    offer id: Offer.ID, session: ParkingSession.ID, reason: DismissalReason, note: String? = nil, now: Timestamp
  ) throws(StoreError) {
    let note = try checkedNote(note, for: reason)
    try write { () throws(StoreError) in
      let session = try self.session(session)
      let offer = try indexedOffer(id)
      let history = try personContext(of: session, now: now).history[id]
      if let dismissed = history?.dismissedAt, now < dismissed + offer.cooldown, dismissed <= now {
        throw .conflict(code: "cooldown.dismissed", sentence: "offer \(id) was dismissed already and is hidden")
      }
      var entry = LogEntry(.dismissal, of: offer, in: session, at: now)
      entry.reason = reason
      entry.note = note
      entry.weather = try weather(at: now).weather
      entry.walk = Walk(from: session.position, to: offer.position)
      try append(entry)
      try learnDismissal(of: offer, in: session, now: now)
    }
  }

  private func checkedNote(_ note: String?, for reason: DismissalReason) throws(StoreError) -> String? {
    guard let note else { return nil }
    guard reason == .other else {
      throw .invalid(InvalidInput(field: "note", "goes only with the reason 'other'"))
    }
    return try StoreError.checking { () throws(InvalidInput) in
      try PlainText.checked(note, field: "note", limit: 500)
    }
  }
}

extension Offer {
  /// How long it stays hidden after a dismissal, to the millisecond.
  fileprivate var cooldown: TimeSpan {
    TimeSpan(milliseconds: Int64(((cooldownHours ?? Self.defaultCooldownHours) * 3_600_000).rounded()))
  }
}
