import Core

/// One interaction on its way into the log, with the context it happened in.
struct LogEntry {
  let type: InteractionType
  let at: Timestamp
  let session: ParkingSession
  let offerID: Offer.ID
  let offerVersion: Int
  let partnerID: Partner.ID
  var claimID: Claim.ID?
  var decisionID: DecisionRecord.ID?
  /// Worth to the person, in minor units.
  var valueCents: Int64?
  /// What was paid, in minor units.
  var revenueCents: Int64?
  var reason: DismissalReason?
  var note: String?
  var weather: Weather?
  var walk: Walk?
  var score: Double?

  init(_ type: InteractionType, of offer: Offer, in session: ParkingSession, at now: Timestamp) {
    self.type = type
    at = now
    self.session = session
    offerID = offer.id
    offerVersion = offer.version
    partnerID = offer.partnerID
  }

  /// Something that becomes of a claim.
  init(
    _ type: InteractionType, of claim: ClaimRecord, partner: Partner.ID, in session: ParkingSession,
    at now: Timestamp
  ) {
    self.type = type
    at = now
    self.session = session
    offerID = claim.offerID
    offerVersion = claim.offerVersion
    partnerID = partner
    claimID = claim.id
    decisionID = claim.decisionID
  }
}

extension Store {
  /// Adds one interaction to the log, to the rollups, and to the campaign and the experiment it belongs to.
  /// - Returns: its number; nil if it was there before and is written once only.
  @discardableResult
  func append(_ entry: LogEntry) throws(StoreError) -> Interaction.ID? {
    let booking = try booking(of: entry)
    guard try insert(entry, booking) else { return nil }
    let id = Interaction.ID(connection.lastInsertedID)
    touch(.log)
    let zone = try partnerZone(entry.partnerID)
    rollups.add(
      entry.type, offer: entry.offerID, partner: entry.partnerID, at: entry.at, zone: zone,
      valueCents: entry.valueCents ?? 0, revenueCents: entry.revenueCents ?? 0)
    if entry.type == .acceptance {
      rollups.addAcceptance(
        of: entry.offerID, at: entry.at, zone: zone,
        shownAt: try shown(entry.offerID, in: entry.session.id, before: id),
        walk: entry.walk)
    }
    if let booking { try book(booking, of: entry) }
    if try !runningExperiments().isEmpty { try countInExperiment(entry, id) }
    return id
  }

  /// When a session was shown an offer, of what stands in the log before an interaction; nil if it was not. Plan:
  /// `interaction_shown`, one entry.
  func shown(
    _ offer: Offer.ID, in session: ParkingSession.ID, before id: Interaction.ID
  ) throws(StoreError) -> Timestamp? {
    try connection.row(
      """
      SELECT at
        FROM interaction
       WHERE session_id = :session
         AND offer_id = :offer
         AND type = 'impression'
         AND id < :id
      """,
      [":session": .id(session), ":offer": .id(offer), ":id": .id(id)]
    ) { row throws(StoreError) in row.instant(0) }
  }

  /// Writes one row of the log and nothing else; false if it was there before.
  @discardableResult
  func insert(_ entry: LogEntry, _ booking: Booking? = nil) throws(StoreError) -> Bool {
    try connection.run(
      """
      INSERT INTO interaction (
        at, type, session_id, person_id, offer_id, offer_version, partner_id, claim_id, decision_id, value_cents,
        revenue_cents, reason, note, milliseconds_left, latitude, longitude, weather, walk_metres, score, campaign_id,
        segment, spend_micros)
      VALUES (
        :at, :type, :session_id, :person_id, :offer_id, :offer_version, :partner_id, :claim_id, :decision_id,
        :value_cents, :revenue_cents, :reason, :note, :milliseconds_left, :latitude, :longitude, :weather,
        :walk_metres, :score, :campaign_id, :segment, :spend_micros)
      ON CONFLICT DO NOTHING
      """,
      [
        ":at": .instant(entry.at), ":type": .choice(entry.type), ":session_id": .id(entry.session.id),
        ":person_id": .id(entry.session.personID), ":offer_id": .id(entry.offerID),
        ":offer_version": .integer(Int64(entry.offerVersion)), ":partner_id": .id(entry.partnerID),
        ":claim_id": .id(entry.claimID), ":decision_id": .id(entry.decisionID),
        ":value_cents": .optional(entry.valueCents), ":revenue_cents": .optional(entry.revenueCents),
        ":reason": .choice(entry.reason), ":note": .optional(entry.note),
        ":milliseconds_left": .integer(max(0, (entry.session.expiresAt - entry.at).milliseconds)),
        ":latitude": .optional(entry.place?.latitude), ":longitude": .optional(entry.place?.longitude),
        ":weather": .choice(entry.weather), ":walk_metres": .optional(entry.walk?.distance.value),
        ":score": .optional(entry.score), ":campaign_id": .id(booking?.campaign.id),
        ":segment": .optional(booking?.segments.code), ":spend_micros": .optional(booking?.spendMicros),
      ])
    return connection.changes > 0
  }
}

extension LogEntry {
  /// Where the car stood; nil once its driver is erased.
  fileprivate var place: Coordinate? {
    session.isErased ? nil : session.position
  }
}

extension ParkingSession {
  /// Its driver asked to be forgotten: pseudonyms lie far below zero.
  var isErased: Bool { (personID?.value ?? 0) < 0 }

  /// The person, or the negated session of an anonymous driver.
  var subject: Int64 { personID?.value ?? -id.value }
}
