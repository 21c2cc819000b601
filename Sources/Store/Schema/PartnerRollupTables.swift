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
      -- how often each value occurred: whole seconds from impression to acceptance, whole metres to walk
      CREATE TABLE acceptance_value (
        offer_id INTEGER NOT NULL,
        -- the first instant of the partner's local hour, as in rollup_hour
        hour INTEGER NOT NULL,
        measure TEXT NOT NULL CHECK (measure = 'seconds' OR measure = 'metres'),
        value INTEGER NOT NULL CHECK (value >= 0),
        n INTEGER NOT NULL CHECK (n >= 0),
        PRIMARY KEY (offer_id, hour, measure, value)
      ) STRICT, WITHOUT ROWID
      """,
      pastValues,
      """
      -- what is owed now: commission of every redemption and refund, less what was settled
      CREATE TABLE rollup_partner (
        partner_id INTEGER PRIMARY KEY REFERENCES partner (id),
        commission_due_cents INTEGER NOT NULL
      ) STRICT
      """,
    ] + offerLogIndexes

  /// What an offer's latest answers are read by.
  static let offerLogIndexes = [
    """
    CREATE INDEX interaction_offer ON interaction (offer_id)
    WHERE type = 'acceptance' OR type = 'dismissal' OR type = 'redemption' OR type = 'expiry'
    """
  ]

  /// The values of what was accepted before there was a table for them. An acceptance was counted in an hour of
  /// `rollup_hour`, so that the latest hour of its offer that had begun is its own.
  private static let pastValues =
    """
    INSERT INTO acceptance_value (offer_id, hour, measure, value, n)
    WITH accepted AS (
      SELECT interaction.id, interaction.at, interaction.session_id, interaction.offer_id, interaction.walk_metres,
             (SELECT max(hour)
                FROM rollup_hour
               WHERE rollup_hour.offer_id = interaction.offer_id
                 AND hour > interaction.at - 3600000
                 AND hour <= interaction.at) AS hour
        FROM interaction
       WHERE type = 'acceptance'
    )
    SELECT accepted.offer_id, accepted.hour, 'seconds', max(0, (accepted.at - shown.at) / 1000) AS value, count(*)
      FROM accepted
      JOIN interaction AS shown ON shown.session_id = accepted.session_id AND shown.offer_id = accepted.offer_id
                               AND shown.type = 'impression' AND shown.id < accepted.id
     GROUP BY accepted.offer_id, accepted.hour, max(0, (accepted.at - shown.at) / 1000)
    UNION ALL
    SELECT offer_id, hour, 'metres', CAST(round(walk_metres) AS INTEGER), count(*)
      FROM accepted
     WHERE walk_metres IS NOT NULL
     GROUP BY offer_id, hour, CAST(round(walk_metres) AS INTEGER)
    """
}
