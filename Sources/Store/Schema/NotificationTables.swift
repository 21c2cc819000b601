extension Migration {
  /// Version 5: when people are told, and the digests they were sent.
  static let notificationTables = [
    """
    ALTER TABLE preference ADD COLUMN urgent_at_night INTEGER NOT NULL DEFAULT 0 CHECK (urgent_at_night IN (0, 1))
    """,
    """
    -- kinds of listings a person is told of; none is every kind
    CREATE TABLE preference_alert_category (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      category TEXT NOT NULL,
      PRIMARY KEY (person_id, category)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- when each person's next digest is due; no row for those who get none
    CREATE TABLE digest_due (
      person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
      due_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX digest_due_at ON digest_due (due_at)",
    """
    -- composed, and never changed again: one a person and local day, whichever process came first
    CREATE TABLE digest (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      cadence TEXT NOT NULL CHECK (cadence IN ('daily', 'weekly')),
      -- the local day in days since 1970, and its instant
      day INTEGER NOT NULL,
      window_at INTEGER NOT NULL,
      composed_at INTEGER NOT NULL,
      subject TEXT NOT NULL,
      body_text TEXT NOT NULL,
      body_html TEXT NOT NULL,
      UNIQUE (person_id, day)
    ) STRICT
    """,
    // What is waited for, beside what is queued or held.
    "CREATE INDEX alert_digest ON alert (person_id, due_at) WHERE state = 'digest'",
    // What was told at once, for a day's cap and an hour's limits.
    """
    CREATE INDEX alert_told ON alert (person_id, decided_at)
     WHERE state = 'sent' AND digest_id IS NULL AND snoozed_until IS NULL AND kind IN ('deal', 'price')
    """,
    "CREATE INDEX alert_at ON alert (at)",
    "CREATE INDEX alert_in_digest ON alert (digest_id) WHERE digest_id IS NOT NULL",
  ]
}
