extension Migration {
  /// Version 4: what analysts keep of their own: views, monitors with what they raised, and when they last looked.
  static let campaignDeskTables = [
    """
    CREATE TABLE campaign_view (
      id INTEGER PRIMARY KEY,
      viewer TEXT NOT NULL,
      name TEXT NOT NULL,
      -- so many days up to today, or from one day to another; neither is the whole life
      last_days INTEGER CHECK (last_days >= 1),
      first_day INTEGER,
      last_day INTEGER CHECK (last_day >= first_day),
      -- names of metrics, with a comma between
      columns TEXT NOT NULL,
      metric TEXT NOT NULL,
      filter TEXT NOT NULL,
      saved_at INTEGER NOT NULL,
      UNIQUE (viewer, name),
      CHECK ((first_day IS NULL) = (last_day IS NULL)),
      CHECK (last_days IS NULL OR first_day IS NULL)
    ) STRICT
    """,
    """
    CREATE TABLE campaign_monitor (
      id INTEGER PRIMARY KEY,
      -- NULL is every campaign
      campaign_id INTEGER REFERENCES campaign (id),
      metric TEXT NOT NULL,
      side TEXT NOT NULL CHECK (side = 'below' OR side = 'above'),
      threshold REAL NOT NULL,
      -- local days up to today that the metric is taken over
      days INTEGER NOT NULL CHECK (days >= 1),
      is_certain INTEGER NOT NULL CHECK (is_certain IN (0, 1)),
      author TEXT NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE campaign_alert (
      id INTEGER PRIMARY KEY,
      monitor_id INTEGER NOT NULL REFERENCES campaign_monitor (id) ON DELETE CASCADE,
      campaign_id INTEGER NOT NULL REFERENCES campaign (id),
      at INTEGER NOT NULL,
      -- as it was then
      value REAL NOT NULL,
      -- when it held no more
      cleared_at INTEGER,
      seen_at INTEGER
    ) STRICT
    """,
    "CREATE UNIQUE INDEX campaign_alert_open ON campaign_alert (monitor_id, campaign_id) WHERE cleared_at IS NULL",
    "CREATE INDEX campaign_alert_at ON campaign_alert (at)",
    "CREATE INDEX campaign_alert_monitor ON campaign_alert (monitor_id)",
    """
    -- how many imported rows that count have something odd about them
    CREATE TABLE rollup_campaign_flag (
      campaign_id INTEGER NOT NULL,
      flag TEXT NOT NULL,
      rows INTEGER NOT NULL,
      PRIMARY KEY (campaign_id, flag)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- looks less than half an hour apart are one visit
    CREATE TABLE campaign_visit (
      viewer TEXT PRIMARY KEY,
      looked_at INTEGER NOT NULL,
      -- the last look of the visit before this one
      before_at INTEGER
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- what had been counted of each campaign at the last look, and at the last look of the visit before
    CREATE TABLE campaign_visit_count (
      viewer TEXT NOT NULL,
      is_before INTEGER NOT NULL CHECK (is_before IN (0, 1)),
      campaign_id INTEGER NOT NULL,
      impressions INTEGER NOT NULL,
      views INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      dismissals INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      expiries INTEGER NOT NULL,
      spend_micros INTEGER NOT NULL,
      revenue_cents INTEGER NOT NULL,
      refunded_cents INTEGER NOT NULL,
      PRIMARY KEY (viewer, is_before, campaign_id)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
