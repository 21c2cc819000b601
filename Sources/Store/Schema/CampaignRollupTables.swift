extension Migration {
  /// Version 4: sums over the log, the ledger's refunds, charges and imports, by the campaign's own clock. Days are
  /// counted from 1970-01-01. Revenue is net of refunds, which count on their own day.
  static let campaignRollupTables = [
    """
    CREATE TABLE rollup_campaign_day (
      campaign_id INTEGER NOT NULL,
      day INTEGER NOT NULL,
      \(counts),
      PRIMARY KEY (campaign_id, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rollup_campaign_hour (
      campaign_id INTEGER NOT NULL,
      -- the first instant of the local hour; an hour in which the clock changes ends there
      hour INTEGER NOT NULL,
      \(counts),
      PRIMARY KEY (campaign_id, hour)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rollup_campaign_segment (
      campaign_id INTEGER NOT NULL,
      -- standing, habit, tier; of imports their own
      dimension TEXT NOT NULL,
      value TEXT NOT NULL,
      day INTEGER NOT NULL,
      \(counts),
      PRIMARY KEY (campaign_id, dimension, value, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE rollup_campaign_offer (
      campaign_id INTEGER NOT NULL,
      -- 0 is of no offer: charges and imports
      offer_id INTEGER NOT NULL,
      day INTEGER NOT NULL,
      \(counts),
      PRIMARY KEY (campaign_id, offer_id, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- campaigns of one currency together, each by its own clock
    CREATE TABLE rollup_portfolio_day (
      currency TEXT NOT NULL,
      day INTEGER NOT NULL,
      \(counts),
      PRIMARY KEY (currency, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- running totals up to and including the day, so that any range is the difference of two rows
    CREATE TABLE rollup_campaign_total (
      campaign_id INTEGER NOT NULL,
      day INTEGER NOT NULL,
      \(counts),
      -- days with anything, and sums over them of squares and products: revenue in cents, spend in micros
      days INTEGER NOT NULL,
      revenue_squares REAL NOT NULL,
      spend_squares REAL NOT NULL,
      revenue_spend REAL NOT NULL,
      redemptions_squares REAL NOT NULL,
      spend_redemptions REAL NOT NULL,
      impressions_squares REAL NOT NULL,
      revenue_impressions REAL NOT NULL,
      PRIMARY KEY (campaign_id, day)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// Who came back, by ISO weeks, which are named by the day number of their Monday.
  static let campaignPeopleTables = [
    """
    -- what a known person did in a campaign in a week
    CREATE TABLE campaign_person_week (
      -- below zero an erased person
      person_id INTEGER NOT NULL,
      campaign_id INTEGER NOT NULL,
      week INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      -- net of refunds
      revenue_cents INTEGER NOT NULL,
      PRIMARY KEY (person_id, campaign_id, week)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- of the people who first accepted in a week: how many accepted or redeemed in each week from it on, and what they paid
    CREATE TABLE rollup_campaign_cohort (
      campaign_id INTEGER NOT NULL,
      cohort INTEGER NOT NULL,
      week INTEGER NOT NULL CHECK (week >= cohort),
      people INTEGER NOT NULL,
      revenue_cents INTEGER NOT NULL,
      PRIMARY KEY (campaign_id, cohort, week)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  private static let counts = [
    "impressions", "views", "acceptances", "dismissals", "redemptions", "expiries", "spend_micros", "revenue_cents",
    "refunded_cents",
  ].map { "\($0) INTEGER NOT NULL" }.joined(separator: ",\n  ")
}
