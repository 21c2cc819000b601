extension Migration {
  /// Version 4: what a campaign may cost and whom it is for, what was booked, and what is counted of it.
  static let campaignMoneyTables =
    campaignColumns + interactionColumns + chargeTables + campaignRollupTables + campaignPeopleTables
    + importedCampaignTables + campaignDeskTables + [
      "INSERT INTO revision (topic, n) VALUES ('budgets', 0)"
    ]

  /// A campaign from before costs nothing, has no limit, and counts on the clock of the town.
  private static let campaignColumns = [
    "ALTER TABLE campaign ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)",
    """
    ALTER TABLE campaign ADD COLUMN type TEXT NOT NULL DEFAULT 'seasonal' CHECK (
      type IN ('location_deal', 'time_limited', 'loyalty', 'win_back', 'event', 'parking_bundle', 'seasonal'))
    """,
    """
    ALTER TABLE campaign ADD COLUMN state TEXT NOT NULL DEFAULT 'active' CHECK (
      state IN ('active', 'paused', 'ended'))
    """,
    "ALTER TABLE campaign ADD COLUMN currency TEXT NOT NULL DEFAULT 'USD' CHECK (length(currency) = 3)",
    "ALTER TABLE campaign ADD COLUMN zone TEXT NOT NULL DEFAULT 'UTC'",
    "ALTER TABLE campaign ADD COLUMN budget_cents INTEGER CHECK (budget_cents >= 1)",
    "ALTER TABLE campaign ADD COLUMN daily_budget_cents INTEGER CHECK (daily_budget_cents >= 1)",
    // half-open: [from, until); NULL is always
    "ALTER TABLE campaign ADD COLUMN starts_at INTEGER",
    "ALTER TABLE campaign ADD COLUMN ends_at INTEGER CHECK (starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at)",
    "ALTER TABLE campaign ADD COLUMN ended_at INTEGER CHECK ((ended_at IS NOT NULL) = (state = 'ended'))",
    // names of segments with a comma between; none is everybody
    "ALTER TABLE campaign ADD COLUMN targets TEXT NOT NULL DEFAULT ''",
    // micros: millionths of a currency unit
    "ALTER TABLE campaign ADD COLUMN per_impression_micros INTEGER NOT NULL DEFAULT 0 CHECK (per_impression_micros >= 0)",
    "ALTER TABLE campaign ADD COLUMN per_view_micros INTEGER NOT NULL DEFAULT 0 CHECK (per_view_micros >= 0)",
    "ALTER TABLE campaign ADD COLUMN per_acceptance_micros INTEGER NOT NULL DEFAULT 0 CHECK (per_acceptance_micros >= 0)",
    "ALTER TABLE campaign ADD COLUMN per_redemption_micros INTEGER NOT NULL DEFAULT 0 CHECK (per_redemption_micros >= 0)",
    "ALTER TABLE campaign ADD COLUMN fixed_micros INTEGER NOT NULL DEFAULT 0 CHECK (fixed_micros >= 0)",
    // its offers are held back before this instant, because a budget is used up
    "ALTER TABLE campaign ADD COLUMN spent_until INTEGER",
    // the revision of the topic 'budgets' that last changed it
    "ALTER TABLE campaign ADD COLUMN spent_revision INTEGER NOT NULL DEFAULT 0",
    "CREATE INDEX campaign_spent_revision ON campaign (spent_revision)",
    """
    UPDATE campaign
       SET zone = ifnull((SELECT zone FROM world), 'UTC'),
           currency = ifnull((
             SELECT offer_version.currency
               FROM campaign_offer
               JOIN offer ON offer.id = campaign_offer.offer_id
               JOIN offer_version ON offer_version.offer_id = offer.id AND offer_version.version = offer.version
              WHERE campaign_offer.campaign_id = campaign.id
              ORDER BY offer.id
              LIMIT 1), 'USD')
    """,
  ]

  /// Columns without a check: each would be held against every row there is.
  private static let interactionColumns = [
    // the campaign its offer was in; NULL for none
    "ALTER TABLE interaction ADD COLUMN campaign_id INTEGER",
    // standing + 4 x habit + 16 x tier of the driver, each 0 where it is not known; NULL outside campaigns
    "ALTER TABLE interaction ADD COLUMN segment INTEGER",
    // what it cost the campaign; NULL outside campaigns
    "ALTER TABLE interaction ADD COLUMN spend_micros INTEGER",
    // decided when the session first counts in a campaign
    "ALTER TABLE session ADD COLUMN segment INTEGER",
    "DROP INDEX session_person",
    "CREATE INDEX session_person ON session (person_id, started_at) WHERE person_id IS NOT NULL",
    "CREATE INDEX claim_redeemed ON claim (person_id) WHERE state = 'redeemed' AND person_id IS NOT NULL",
    "DROP TRIGGER interaction_keeps_facts",
    """
    -- the one change allowed: an erased person's rows pass to a pseudonym and lose position and note
    CREATE TRIGGER interaction_keeps_facts BEFORE UPDATE ON interaction
    WHEN (
      new.person_id < -1000000000000 AND new.latitude IS NULL AND new.longitude IS NULL AND new.note IS NULL
      AND old.person_id > 0
      AND new.id = old.id AND new.at = old.at AND new.type = old.type AND new.session_id = old.session_id
      AND new.offer_id = old.offer_id AND new.offer_version = old.offer_version
      AND new.partner_id = old.partner_id AND new.claim_id IS old.claim_id AND new.decision_id IS old.decision_id
      AND new.value_cents IS old.value_cents AND new.revenue_cents IS old.revenue_cents
      AND new.reason IS old.reason AND new.milliseconds_left IS old.milliseconds_left
      AND new.weather IS old.weather AND new.walk_metres IS NULL AND new.score IS old.score
      AND new.campaign_id IS old.campaign_id AND new.segment IS old.segment
      AND new.spend_micros IS old.spend_micros) IS NOT TRUE
    BEGIN
      SELECT RAISE (ABORT, 'the interaction log is append-only');
    END
    """,
  ]

  private static let chargeTables =
    [
      """
      -- what a campaign cost beside its interactions
      CREATE TABLE campaign_charge (
        id INTEGER PRIMARY KEY,
        campaign_id INTEGER NOT NULL REFERENCES campaign (id),
        -- the moment it counts for
        at INTEGER NOT NULL,
        recorded_at INTEGER NOT NULL,
        -- below zero for what is taken back
        spend_micros INTEGER NOT NULL,
        actor TEXT NOT NULL,
        note TEXT NOT NULL
      ) STRICT
      """,
      "CREATE INDEX campaign_charge_at ON campaign_charge (campaign_id, at)",
    ] + appendOnly("campaign_charge", "charges of campaigns")

  /// Rows as an analyst's file has them.
  private static let importedCampaignTables =
    [
      """
      -- figures of a campaign that were counted elsewhere; of one source and key the latest row is what counts
      CREATE TABLE imported_campaign_row (
        id INTEGER PRIMARY KEY,
        imported_at INTEGER NOT NULL,
        campaign_id INTEGER NOT NULL REFERENCES campaign (id),
        -- what tells the row of another import of it: the given id, or the file's content and the line
        source TEXT NOT NULL,
        external_id TEXT NOT NULL,
        -- the campaign's local day; of an undated row that of its import
        day INTEGER NOT NULL,
        is_undated INTEGER NOT NULL CHECK (is_undated IN (0, 1)),
        -- JSON: dimensions with their values, as in {"age":"30-34","gender":"M"}
        segments TEXT NOT NULL,
        -- NULL is not counted
        impressions INTEGER CHECK (impressions >= 0),
        views INTEGER CHECK (views >= 0),
        acceptances INTEGER CHECK (acceptances >= 0),
        redemptions INTEGER CHECK (redemptions >= 0),
        spend_micros INTEGER CHECK (spend_micros >= 0),
        -- below zero is given back
        revenue_cents INTEGER,
        -- JSON: what is odd about it, as in ["redemptions_exceed_acceptances"]
        flags TEXT NOT NULL
      ) STRICT
      """,
      "CREATE INDEX imported_campaign_row_key ON imported_campaign_row (campaign_id, source, external_id, id)",
    ] + appendOnly("imported_campaign_row", "imported rows")

  private static func appendOnly(_ table: String, _ what: String) -> [String] {
    ["DELETE", "UPDATE"].map { change in
      """
      CREATE TRIGGER \(table)_refuses_\(change.lowercased()) BEFORE \(change) ON \(table)
      BEGIN
        SELECT RAISE (ABORT, '\(what) are append-only');
      END
      """
    }
  }
}
