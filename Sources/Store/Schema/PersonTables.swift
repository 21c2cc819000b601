extension Migration {
  /// Version 1: people and what they asked for.
  static let personTables = [
    """
    CREATE TABLE person (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      name TEXT NOT NULL,
      zone TEXT NOT NULL,
      -- the name another system has for this person
      external_id TEXT,
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX person_external ON person (external_id) WHERE external_id IS NOT NULL",
    """
    CREATE TABLE preference (
      person_id INTEGER PRIMARY KEY REFERENCES person (id) ON DELETE CASCADE,
      enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
      offer_frequency TEXT NOT NULL CHECK (offer_frequency IN ('all', 'occasional', 'minimal')),
      alert_frequency TEXT NOT NULL CHECK (alert_frequency IN ('immediate', 'daily', 'weekly')),
      -- days:from-to in bits and minutes, as 127:1320-420, with a comma between
      quiet_hours TEXT NOT NULL,
      -- seven bits, Monday lowest
      blocked_days INTEGER NOT NULL CHECK (blocked_days BETWEEN 0 AND 127),
      walking_limit_metres REAL NOT NULL CHECK (walking_limit_metres BETWEEN 0 AND 50000),
      -- names with a comma between
      channels TEXT NOT NULL,
      alerts_per_day INTEGER CHECK (alerts_per_day >= 1)
    ) STRICT
    """,
    """
    CREATE TABLE preference_category (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      category TEXT NOT NULL,
      -- one row a category: it cannot be both
      wish TEXT NOT NULL CHECK (wish IN ('preferred', 'blocked')),
      PRIMARY KEY (person_id, category)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE preference_partner (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      partner_id INTEGER NOT NULL REFERENCES partner (id),
      PRIMARY KEY (person_id, partner_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- each row is the pseudonym of one erased person; nothing leads back
    CREATE TABLE erasure (
      pseudonym INTEGER PRIMARY KEY CHECK (pseudonym < -1000000000000),
      erased_at INTEGER NOT NULL
    ) STRICT
    """,
  ]
}
