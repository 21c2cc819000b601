import Core

extension Store {
  /// The driver opens an offer: one view for each session and offer, however often.
  /// - Returns: the offer, and whether this was the first view.
  @discardableResult
  package func view(
    offer id: Offer.ID, session: ParkingSession.ID, now: Timestamp
  ) throws(StoreError) -> (offer: Offer, isFirst: Bool) {
    try write { () throws(StoreError) in
      let session = try self.session(session)
      let offer = try indexedOffer(id)
      var entry = LogEntry(.view, of: offer, in: session, at: now)
      entry.weather = try weather(at: now).weather
      entry.walk = Walk(from: session.position, to: offer.position)
      return (offer, try append(entry) != nil)
    }
  }

  /// An offer from the index where there is one in memory, else from the file.
  func indexedOffer(_ id: Offer.ID) throws(StoreError) -> Offer {
    if let offer = memory.index?[id] { offer } else { try offer(id) }
  }
}
