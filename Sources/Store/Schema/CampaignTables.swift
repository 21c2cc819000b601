extension Migration {
  /// Version 3: offers that are run and judged together.
  static let campaignTables = [
    """
    CREATE TABLE campaign (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      name TEXT NOT NULL UNIQUE,
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    -- an offer belongs to one campaign at most
    CREATE TABLE campaign_offer (
      offer_id INTEGER PRIMARY KEY REFERENCES offer (id),
      campaign_id INTEGER NOT NULL REFERENCES campaign (id)
    ) STRICT
    """,
    "CREATE INDEX campaign_offer_campaign ON campaign_offer (campaign_id)",
    "INSERT INTO revision (topic, n) VALUES ('campaigns', 0)",
  ]
}
