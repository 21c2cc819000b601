extension Migration {
  /// Version 1: counts and sums of the log, by the hours and days of the partner's own clock.
  static let rollupTables = [
    """
    CREATE TABLE rollup_hour (
      -- the first instant of the local hour; an hour in which the clock changes ends there
      hour INTEGER NOT NULL,
      offer_id INTEGER NOT NULL,
      impressions INTEGER NOT NULL,
      views INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      dismissals INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      expiries INTEGER NOT NULL,
      claimed_cents INTEGER NOT NULL,
      redeemed_cents INTEGER NOT NULL,
      revenue_cents INTEGER NOT NULL,
      PRIMARY KEY (hour, offer_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rollup_day (
      -- the local day, counted from 1970-01-01
      day INTEGER NOT NULL,
      offer_id INTEGER NOT NULL,
      impressions INTEGER NOT NULL,
      views INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      dismissals INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      expiries INTEGER NOT NULL,
      claimed_cents INTEGER NOT NULL,
      redeemed_cents INTEGER NOT NULL,
      revenue_cents INTEGER NOT NULL,
      PRIMARY KEY (day, offer_id)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
