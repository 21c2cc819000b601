extension Migration {
  /// Version 3: experiments, who was assigned to which arm, and what is counted of them.
  static let experimentTables =
    designTables + exposureTables + importTables
    // JSON: what an experiment worded otherwise for whoever accepted
    + ["ALTER TABLE claim ADD COLUMN wording TEXT"]

  private static let designTables = [
    """
    CREATE TABLE experiment (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      version INTEGER NOT NULL CHECK (version >= 1),
      name TEXT NOT NULL UNIQUE,
      hypothesis TEXT NOT NULL,
      metric TEXT NOT NULL CHECK (metric = 'acceptance' OR metric = 'redemption' OR metric = 'revenue'),
      -- JSON: a list of metrics with their margins
      guardrails TEXT NOT NULL,
      coverage REAL NOT NULL CHECK (coverage > 0 AND coverage <= 1),
      namespace TEXT,
      namespace_from REAL,
      namespace_to REAL,
      confidence REAL NOT NULL CHECK (confidence = 0.9 OR confidence = 0.95 OR confidence = 0.99),
      power REAL NOT NULL CHECK (power > 0 AND power < 1),
      baseline REAL NOT NULL,
      effect REAL NOT NULL,
      planned_per_arm INTEGER NOT NULL CHECK (planned_per_arm >= 1),
      minimum_days INTEGER NOT NULL CHECK (minimum_days >= 0),
      always_valid INTEGER NOT NULL CHECK (always_valid IN (0, 1)),
      state TEXT NOT NULL CHECK (state = 'draft' OR state = 'running' OR state = 'ended'),
      created_at INTEGER NOT NULL,
      ended_at INTEGER,
      -- the arm it was ended for; NULL for none
      winner INTEGER,
      deployed_at INTEGER,
      CHECK ((namespace IS NULL) = (namespace_from IS NULL) AND (namespace IS NULL) = (namespace_to IS NULL)),
      CHECK ((state = 'ended') = (ended_at IS NOT NULL)),
      CHECK (winner IS NULL OR state = 'ended'),
      CHECK (deployed_at IS NULL OR winner IS NOT NULL)
    ) STRICT
    """,
    "CREATE INDEX experiment_running ON experiment (id) WHERE state = 'running'",
    """
    CREATE TABLE experiment_arm (
      experiment_id INTEGER NOT NULL REFERENCES experiment (id) ON DELETE CASCADE,
      -- 0 is the control
      arm INTEGER NOT NULL CHECK (arm BETWEEN 0 AND 7),
      name TEXT NOT NULL,
      content TEXT NOT NULL CHECK (content IN ('campaign', 'offer', 'variant', 'imported')),
      campaign_id INTEGER REFERENCES campaign (id),
      offer_id INTEGER REFERENCES offer (id),
      -- what a variant changes; NULL leaves the offer's own
      title TEXT,
      description TEXT,
      -- JSON, as people write it
      value TEXT,
      weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
      PRIMARY KEY (experiment_id, arm),
      CHECK ((campaign_id IS NOT NULL) = (content = 'campaign')),
      CHECK ((offer_id IS NOT NULL) = (content = 'offer' OR content = 'variant'))
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE experiment_phase (
      experiment_id INTEGER NOT NULL REFERENCES experiment (id),
      phase INTEGER NOT NULL CHECK (phase >= 1),
      seed TEXT NOT NULL,
      -- of each arm, with a comma between
      weights TEXT NOT NULL,
      coverage REAL NOT NULL CHECK (coverage > 0 AND coverage <= 1),
      started_at INTEGER NOT NULL,
      -- the latest entries of the log and the ledger when it was closed: what came later is not counted
      last_interaction_id INTEGER,
      last_entry_id INTEGER,
      -- people seen in two arms, who are counted in neither
      in_two_arms INTEGER NOT NULL CHECK (in_two_arms >= 0),
      PRIMARY KEY (experiment_id, phase),
      CHECK ((last_interaction_id IS NULL) = (last_entry_id IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- the offers of each arm as they were when it was started
    CREATE TABLE experiment_offer (
      experiment_id INTEGER NOT NULL REFERENCES experiment (id),
      offer_id INTEGER NOT NULL REFERENCES offer (id),
      arm INTEGER NOT NULL,
      PRIMARY KEY (experiment_id, offer_id, arm)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  private static let exposureTables = [
    """
    -- written once with the first exposure; the hash of a person only proposes
    CREATE TABLE assignment (
      experiment_id INTEGER NOT NULL REFERENCES experiment (id),
      phase INTEGER NOT NULL,
      -- the person's number, below zero once erased; of an import any name
      unit TEXT NOT NULL,
      arm INTEGER NOT NULL,
      -- another arm the unit was seen in: then it is counted in neither
      other_arm INTEGER CHECK (other_arm <> arm),
      exposed_at INTEGER NOT NULL,
      -- the decision that exposed the person, and the latest entry of the log before it; NULL for an import
      decision_id INTEGER,
      interaction_id INTEGER,
      -- what the first exposure was like; NULL for an import
      hour_band TEXT,
      week TEXT,
      weather TEXT,
      acquaintance TEXT,
      -- what an import says the unit did
      converted INTEGER CHECK (converted IN (0, 1)),
      value_cents INTEGER,
      PRIMARY KEY (experiment_id, phase, unit),
      CHECK ((decision_id IS NULL) = (converted IS NOT NULL)),
      CHECK ((decision_id IS NULL) = (interaction_id IS NULL)),
      CHECK ((decision_id IS NULL) = (hour_band IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX assignment_person ON assignment (unit) WHERE decision_id IS NOT NULL",
    """
    -- people of an arm, each once for each measure, by the local day of the world
    CREATE TABLE rollup_experiment_day (
      experiment_id INTEGER NOT NULL,
      phase INTEGER NOT NULL,
      day INTEGER NOT NULL,
      arm INTEGER NOT NULL,
      exposures INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      dismissals INTEGER NOT NULL,
      -- refunds are taken off
      revenue_cents INTEGER NOT NULL,
      -- over people, of what each paid; exact up to 2^53
      revenue_squares REAL NOT NULL,
      PRIMARY KEY (experiment_id, phase, day, arm)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- the same by what the first exposure was like
    CREATE TABLE rollup_experiment_segment (
      experiment_id INTEGER NOT NULL,
      phase INTEGER NOT NULL,
      dimension TEXT NOT NULL,
      value TEXT NOT NULL,
      arm INTEGER NOT NULL,
      exposures INTEGER NOT NULL,
      acceptances INTEGER NOT NULL,
      redemptions INTEGER NOT NULL,
      dismissals INTEGER NOT NULL,
      revenue_cents INTEGER NOT NULL,
      revenue_squares REAL NOT NULL,
      PRIMARY KEY (experiment_id, phase, dimension, value, arm)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  private static let importTables =
    [
      """
      -- sums that came without single events; of one day and arm the latest row is what counts
      CREATE TABLE imported_totals (
        id INTEGER PRIMARY KEY,
        imported_at INTEGER NOT NULL,
        experiment_id INTEGER NOT NULL REFERENCES experiment (id),
        phase INTEGER NOT NULL,
        arm INTEGER NOT NULL,
        day INTEGER NOT NULL,
        exposures INTEGER NOT NULL CHECK (exposures >= 0),
        conversions INTEGER NOT NULL CHECK (conversions BETWEEN 0 AND exposures),
        revenue_cents INTEGER NOT NULL
      ) STRICT
      """,
      "CREATE INDEX imported_totals_day ON imported_totals (experiment_id, phase, arm, day, id)",
    ]
    + ["DELETE", "UPDATE"].map { change in
      """
      CREATE TRIGGER imported_totals_refuses_\(change.lowercased()) BEFORE \(change) ON imported_totals
      BEGIN
        SELECT RAISE (ABORT, 'imported totals are append-only');
      END
      """
    } + ["INSERT INTO revision (topic, n) VALUES ('experiments', 0)"]
}
