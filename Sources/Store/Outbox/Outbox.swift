import Core

/// One event that waits to be sent to a partner.
package struct OutboxEvent: Hashable, Sendable {
  package let id: Int64
  package let at: Timestamp
  package let partnerID: Partner.ID
  package let event: PartnerEvent
  /// The body as it will be sent: `{"type","timestamp","data"}`, as in Standard Webhooks 1.0.0.
  package let payload: String
}

extension Store {
  /// Writes an event for a partner that has an address to send it to; nothing for any other. Inside the write of what it
  /// tells of, so that neither is there without the other.
  func tell(
    _ event: PartnerEvent, of partner: Partner.ID, at now: Timestamp, data: @autoclosure () -> JSON
  ) throws(StoreError) {
    guard try terms(of: partner).webhookURL != nil else { return }
    let payload: JSON = ["type": .string(event.rawValue), "timestamp": .instant(now), "data": data()]
    try connection.run(
      """
      INSERT INTO outbox (at, partner_id, event, payload, state)
      VALUES (:at, :partner, :event, :payload, 'waiting')
      """,
      [":at": .instant(now), ":partner": .id(partner), ":event": .choice(event), ":payload": .text(payload.text())])
  }

  /// Events that wait, in the order they were written, whatever the clock said; those after `after` first. Plan:
  /// `outbox_partner`.
  package func outbox(
    of partner: Partner.ID, after: Int64 = 0, limit: Int = .max, for actor: Actor
  ) throws(StoreError) -> [OutboxEvent] {
    try refuseUnseen(partner, by: actor)
    return try connection.rows(
      """
      SELECT id, at, partner_id, event, payload
        FROM outbox
       WHERE partner_id = :partner
         AND id > :after
       ORDER BY id
       LIMIT :limit
      """,
      [":partner": .id(partner), ":after": .integer(after), ":limit": .integer(Int64(limit))]
    ) { row throws(StoreError) in
      OutboxEvent(
        id: row.integer(0), at: row.instant(1), partnerID: row.id(2), event: try row.choice(3), payload: row.text(4))
    }
  }
}
