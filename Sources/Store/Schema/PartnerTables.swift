extension Migration {
  /// Version 2: what partners run their offers with: limits, keys, and who wrote what.
  static let partnerTables = [
    "ALTER TABLE partner ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)",
    // NULL is unlimited; archived and ended offers do not count.
    "ALTER TABLE partner ADD COLUMN offer_limit INTEGER CHECK (offer_limit >= 0)",
    "ALTER TABLE partner ADD COLUMN webhook_url TEXT",
    // Counts the changes, which undo goes by.
    "ALTER TABLE preference ADD COLUMN version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1)",
    // Who wrote the version; empty before version 2.
    "ALTER TABLE offer_version ADD COLUMN author TEXT NOT NULL DEFAULT ''",
    // Why it was rejected.
    "ALTER TABLE offer_version ADD COLUMN reason TEXT CHECK (reason IS NULL OR state = 'rejected')",
    "ALTER TABLE claim ADD COLUMN receipt TEXT",
    // Never more than was paid.
    """
    ALTER TABLE claim ADD COLUMN refunded_cents INTEGER NOT NULL DEFAULT 0
      CHECK (refunded_cents BETWEEN 0 AND ifnull(revenue_cents, 0))
    """,
    "CREATE INDEX claim_offer ON claim (offer_id, id)",
    """
    CREATE TABLE partner_key (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      partner_id INTEGER NOT NULL REFERENCES partner (id),
      -- SHA-256 of the whole key; the key itself is shown once and kept nowhere
      hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
      created_at INTEGER NOT NULL,
      created_by TEXT NOT NULL,
      -- set when the key is rotated: until then old and new hold both
      expires_at INTEGER,
      revoked_at INTEGER,
      last_used_at INTEGER
    ) STRICT
    """,
    "CREATE INDEX partner_key_partner ON partner_key (partner_id)",
    """
    -- failed looks at claim codes, as a bucket of tokens that fills with time
    CREATE TABLE attempt (
      actor TEXT PRIMARY KEY,
      tokens REAL NOT NULL CHECK (tokens BETWEEN 0 AND 20),
      as_of INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
  ]
}
