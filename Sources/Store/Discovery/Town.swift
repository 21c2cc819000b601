import Core

extension Store {
  /// The map and its clock; kept until the town, a partner or an offer changes, or the local day ends.
  func town(now: Timestamp) throws(StoreError) -> DiscoverBoard.Town {
    let clock = try zone(world.zone)
    let day = clock.localDay(at: now)
    if let drawn = memory.town, drawn.day == day { return drawn.town }
    let town = DiscoverBoard.Town(
      name: world.name, kind: world.kind, zone: clock, streets: try streets(), places: try places(),
      offers: try markers(from: clock.start(ofDay: day), until: clock.start(ofDay: day + 1)),
      hasRecordedStays: try hasRecordedStays())
    memory.town = (day, town)
    return town
  }

  /// Whether any session was imported. Plan: the first entry of `session_external`.
  private func hasRecordedStays() throws(StoreError) -> Bool {
    try connection.exists(
      """
      SELECT id
        FROM session INDEXED BY session_external
       WHERE external_id IS NOT NULL
         AND source IS NOT NULL
       LIMIT 1
      """)
  }

  /// Partners with an active offer whose window meets a stretch of time, where that offer is.
  private func markers(from start: Timestamp, until end: Timestamp) throws(StoreError) -> [DiscoverBoard.OfferMarker] {
    try connection.rows(
      """
      SELECT DISTINCT offer.partner_id, partner.name, offer_version.latitude, offer_version.longitude
        FROM offer
        JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
        JOIN partner ON partner.id = offer.partner_id
       WHERE offer_version.state = 'active'
         AND (offer_version.valid_from IS NULL OR offer_version.valid_from < :end)
         AND (offer_version.valid_until IS NULL OR offer_version.valid_until > :start)
       ORDER BY offer.partner_id, offer_version.latitude, offer_version.longitude
      """,
      [":end": .instant(end), ":start": .instant(start)]
    ) { row throws(StoreError) in
      DiscoverBoard.OfferMarker(partnerID: row.id(0), name: row.text(1), position: try row.position(2))
    }
  }
}

extension ZoneTable {
  /// The first instant of a local day.
  func start(ofDay day: Int) -> Timestamp {
    instant(on: CivilDate(dayNumber: day), millisecondOfDay: 0)
  }
}
