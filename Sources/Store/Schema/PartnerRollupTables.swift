extension Migration {
  /// Version 2: what a partner's screen reads: money beside the counts, sums of a whole partner, and the exact values
  /// that medians are taken of.
  static let partnerRollupTables =
    ["rollup_hour", "rollup_day"].flatMap { table in
      ["commission_cents", "refunded_cents"].map { column in
        "ALTER TABLE \(table) ADD COLUMN \(column) INTEGER NOT NULL DEFAULT 0"
      }
    } + [
      """
      CREATE TABLE rollup_partner_day (
        partner_id INTEGER NOT NULL,
        -- the partner's local day, counted from 1970-01-01
        day INTEGER NOT NULL,
        impressions INTEGER NOT NULL,
        views INTEGER NOT NULL,
        acceptances INTEGER NOT NULL,
        dismissals INTEGER NOT NULL,
        redemptions INTEGER NOT NULL,
        expiries INTEGER NOT NULL,
        claimed_cents INTEGER NOT NULL,
        redeemed_cents INTEGER NOT NULL,
        revenue_cents INTEGER NOT NULL,
        commission_cents INTEGER NOT NULL,
        refunded_cents INTEGER NOT NULL,
        PRIMARY KEY (partner_id, day)
      ) STRICT, WITHOUT ROWID
      """,
      """
      INSERT INTO rollup_partner_day
      SELECT offer.partner_id, rollup_day.day, sum(impressions), sum(views), sum(acceptances), sum(dismissals),
             sum(redemptions), sum(expiries), sum(claimed_cents), sum(redeemed_cents), sum(revenue_cents), 0, 0
        FROM rollup_day
        JOIN offer ON offer.id = rollup_day.offer_id
       GROUP BY offer.partner_id, rollup_day.day
      """,
      """
      -- how often each value occurred: whole seconds from impression to acceptance, whole metres walked
      CREATE TABLE acceptance_value (
        offer_id INTEGER NOT NULL,
        day INTEGER NOT NULL,
        measure TEXT NOT NULL CHECK (measure = 'seconds' OR measure = 'metres'),
        value INTEGER NOT NULL CHECK (value >= 0),
        n INTEGER NOT NULL CHECK (n > 0),
        PRIMARY KEY (offer_id, day, measure, value)
      ) STRICT, WITHOUT ROWID
      """,
    ]
}
