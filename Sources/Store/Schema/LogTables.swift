extension Migration {
  /// Version 1: the append-only log. Without foreign keys of its own: each row is written in the transaction that read
  /// what it names, nothing it names is ever deleted, and `database check` looks for strays.
  static let logTables = [logTable] + logIndexes + logTriggers

  private static let logTable =
    """
    CREATE TABLE interaction (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      -- a chain of OR: SQLite would build a table for each IN on every row
      type TEXT NOT NULL CHECK (
        type = 'impression' OR type = 'view' OR type = 'acceptance' OR type = 'dismissal' OR type = 'redemption'
        OR type = 'expiry'),
      session_id INTEGER NOT NULL,
      -- NULL is an anonymous driver, below zero an erased person
      person_id INTEGER,
      offer_id INTEGER NOT NULL,
      offer_version INTEGER NOT NULL,
      partner_id INTEGER NOT NULL,
      claim_id INTEGER CHECK ((claim_id IS NULL) = (type = 'impression' OR type = 'view' OR type = 'dismissal')),
      decision_id INTEGER,
      -- worth to the person: of an acceptance claimed, of a redemption received
      value_cents INTEGER,
      revenue_cents INTEGER CHECK (revenue_cents IS NULL OR type = 'redemption'),
      reason TEXT CHECK (
        reason = 'not_interested' OR reason = 'too_far' OR reason = 'no_time' OR reason = 'already_used'
        OR reason = 'not_relevant' OR reason = 'other'),
      note TEXT,
      milliseconds_left INTEGER,
      latitude REAL,
      longitude REAL,
      weather TEXT CHECK (
        weather = 'clear' OR weather = 'cloudy' OR weather = 'rain' OR weather = 'storm' OR weather = 'hot'
        OR weather = 'cold'),
      walk_metres REAL,
      score REAL,
      CHECK ((reason IS NULL) = (type <> 'dismissal'))
    ) STRICT
    """

  /// By person and by session in time order; each offer is shown and viewed once in a session, and each claim is
  /// accepted, redeemed and expired once.
  static let logIndexes = [
    """
    CREATE INDEX interaction_person ON interaction (person_id, at) WHERE person_id IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX interaction_shown ON interaction (session_id, offer_id, type)
    WHERE type = 'impression' OR type = 'view'
    """,
    """
    CREATE UNIQUE INDEX interaction_claim ON interaction (claim_id, type)
    WHERE claim_id IS NOT NULL
    """,
    """
    CREATE INDEX interaction_answer ON interaction (session_id, at)
    WHERE type = 'acceptance' OR type = 'dismissal' OR type = 'redemption' OR type = 'expiry'
    """,
  ]

  /// Nothing in the log is ever changed or removed.
  private static let logTriggers = [
    """
    CREATE TRIGGER interaction_keeps_rows BEFORE DELETE ON interaction
    BEGIN
      SELECT RAISE (ABORT, 'the interaction log is append-only');
    END
    """,
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
      AND new.weather IS old.weather AND new.walk_metres IS NULL AND new.score IS old.score) IS NOT TRUE
    BEGIN
      SELECT RAISE (ABORT, 'the interaction log is append-only');
    END
    """,
  ]
}
