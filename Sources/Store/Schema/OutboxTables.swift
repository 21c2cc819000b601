extension Migration {
  /// Version 2: events for partners that have an address to send them to, written with what they tell of.
  static let outboxTables = [
    """
    CREATE TABLE outbox (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      partner_id INTEGER NOT NULL REFERENCES partner (id),
      event TEXT NOT NULL CHECK (
        event = 'claim.made' OR event = 'claim.redeemed' OR event = 'claim.expired' OR event = 'offer.approved'
        OR event = 'offer.sold_out'),
      -- JSON
      payload TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state = 'waiting')
    ) STRICT
    """,
    "CREATE INDEX outbox_partner ON outbox (partner_id, id)",
  ]
}
