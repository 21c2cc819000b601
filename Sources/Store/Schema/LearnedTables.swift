extension Migration {
  /// Version 1: what the log teaches of each person, kept true in the transaction that writes the log, so that no
  /// decision ever reads the log. A subject is a person, or the negated session of an anonymous driver.
  static let learnedTables = [
    """
    CREATE TABLE person_offer (
      subject INTEGER NOT NULL,
      offer_id INTEGER NOT NULL,
      impressions INTEGER NOT NULL,
      -- the subject's local day, counted from 1970-01-01, that the next number holds for
      day INTEGER NOT NULL,
      impressions_today INTEGER NOT NULL,
      dismissed_at INTEGER,
      claims INTEGER NOT NULL,
      open_claims INTEGER NOT NULL CHECK (open_claims BETWEEN 0 AND 1),
      PRIMARY KEY (subject, offer_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE person_day (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      day INTEGER NOT NULL,
      impressions INTEGER NOT NULL,
      PRIMARY KEY (person_id, day)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE category_affinity (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      category TEXT NOT NULL,
      accepted REAL NOT NULL,
      dismissed REAL NOT NULL,
      as_of INTEGER NOT NULL,
      PRIMARY KEY (person_id, category)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE partner_affinity (
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      partner_id INTEGER NOT NULL,
      accepted REAL NOT NULL,
      dismissed REAL NOT NULL,
      as_of INTEGER NOT NULL,
      PRIMARY KEY (person_id, partner_id)
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
