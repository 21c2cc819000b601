extension Migration {
  /// Version 1: parked cars, and the decisions made for them.
  static let sessionTables = [
    """
    CREATE TABLE session (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      -- where the session was imported from, and its name there
      source TEXT,
      external_id TEXT,
      -- NULL is an anonymous driver, below zero an erased person
      person_id INTEGER,
      place_name TEXT NOT NULL,
      -- NULL once the person is erased
      latitude REAL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      zone TEXT NOT NULL,
      started_at INTEGER,
      expires_at INTEGER NOT NULL,
      ended_at INTEGER,
      hourly_rate_cents INTEGER CHECK (hourly_rate_cents >= 0),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      CHECK ((latitude IS NULL) = (longitude IS NULL)),
      CHECK (latitude IS NOT NULL OR person_id < 0),
      CHECK (started_at IS NULL OR started_at < expires_at)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX session_external ON session (source, external_id) WHERE external_id IS NOT NULL",
    "CREATE INDEX session_expiry ON session (expires_at, started_at, ended_at)",
    "CREATE INDEX session_person ON session (person_id) WHERE person_id IS NOT NULL",
    """
    CREATE TABLE decision (
      id INTEGER PRIMARY KEY,
      session_id INTEGER NOT NULL REFERENCES session (id),
      decided_at INTEGER NOT NULL,
      -- a list that was shown, or the one offer that was accepted
      kind TEXT NOT NULL CHECK (kind IN ('discover', 'accept')),
      -- NULL once the person is erased
      record BLOB
    ) STRICT
    """,
    "CREATE INDEX decision_session ON decision (session_id)",
  ]
}
