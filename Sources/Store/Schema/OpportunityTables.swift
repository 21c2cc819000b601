extension Migration {
  /// Version 1: partners, offers with the facts of every version, claims.
  static let opportunityTables = [
    """
    CREATE TABLE partner (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      category TEXT NOT NULL,
      description TEXT NOT NULL,
      email TEXT,
      phone TEXT,
      address TEXT,
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      zone TEXT NOT NULL,
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      commission_basis_points INTEGER NOT NULL CHECK (commission_basis_points BETWEEN 0 AND 10000),
      auto_approve INTEGER NOT NULL CHECK (auto_approve IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE UNIQUE INDEX partner_email ON partner (email) WHERE email IS NOT NULL",
    """
    CREATE TABLE offer (
      id INTEGER PRIMARY KEY,
      partner_id INTEGER NOT NULL REFERENCES partner (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      capacity_total INTEGER CHECK (capacity_total >= 1),
      -- places gone by other ways than claims
      capacity_reserved INTEGER NOT NULL CHECK (capacity_reserved >= 0),
      -- open and redeemed claims
      capacity_taken INTEGER NOT NULL CHECK (capacity_taken >= 0),
      capacity_left INTEGER
        GENERATED ALWAYS AS (max(0, capacity_total - capacity_reserved - capacity_taken)) VIRTUAL,
      -- the revision of the topic 'capacity' that last changed the places left
      capacity_revision INTEGER NOT NULL,
      budget_spent INTEGER NOT NULL CHECK (budget_spent IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX offer_partner ON offer (partner_id)",
    "CREATE INDEX offer_capacity_revision ON offer (capacity_revision)",
    """
    CREATE TABLE offer_version (
      offer_id INTEGER NOT NULL REFERENCES offer (id),
      version INTEGER NOT NULL CHECK (version >= 1),
      title TEXT NOT NULL,
      description TEXT NOT NULL,
      terms TEXT NOT NULL,
      type TEXT NOT NULL CHECK (type IN ('discount', 'parking_extension', 'experience', 'perk', 'bundle')),
      category TEXT NOT NULL CHECK (category = lower(category)),
      discount_percent REAL NOT NULL CHECK (discount_percent BETWEEN 0 AND 100),
      amount_cents INTEGER NOT NULL CHECK (amount_cents >= 0),
      parking_minutes INTEGER NOT NULL CHECK (parking_minutes >= 0),
      -- names with a comma between
      perks TEXT NOT NULL,
      typical_spend_cents INTEGER CHECK (typical_spend_cents >= 0),
      currency TEXT NOT NULL CHECK (length(currency) = 3),
      use_minutes REAL NOT NULL CHECK (use_minutes >= 0),
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      valid_from INTEGER,
      valid_until INTEGER,
      -- JSON, as people write it
      trigger_rule TEXT NOT NULL,
      priority INTEGER NOT NULL,
      cooldown_hours REAL CHECK (cooldown_hours >= 0),
      impression_cap INTEGER CHECK (impression_cap >= 1),
      impression_cap_per_day INTEGER NOT NULL CHECK (impression_cap_per_day IN (0, 1)),
      claim_limit INTEGER CHECK (claim_limit >= 1),
      claim_minutes INTEGER NOT NULL CHECK (claim_minutes >= 1),
      capacity_total INTEGER CHECK (capacity_total >= 1),
      state TEXT NOT NULL CHECK (state IN
        ('draft', 'pending', 'approved', 'rejected', 'scheduled', 'active', 'paused', 'ended', 'archived')),
      recorded_at INTEGER NOT NULL,
      PRIMARY KEY (offer_id, version),
      CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from < valid_until),
      CHECK (discount_percent >= 10 OR amount_cents >= 500 OR parking_minutes >= 15 OR perks <> '')
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE claim (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (length(code) = 11),
      idempotency_key TEXT,
      offer_id INTEGER NOT NULL REFERENCES offer (id),
      offer_version INTEGER NOT NULL,
      session_id INTEGER NOT NULL REFERENCES session (id),
      -- NULL is an anonymous driver, below zero an erased person
      person_id INTEGER,
      decision_id INTEGER,
      state TEXT NOT NULL CHECK (
        state = 'open' OR state = 'redeemed' OR state = 'expired' OR state = 'cancelled'),
      claimed_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      closed_at INTEGER,
      -- worth to the person when claimed
      value_cents INTEGER NOT NULL,
      -- what the person paid at the counter; NULL until redeemed
      revenue_cents INTEGER,
      CHECK ((state = 'open') = (closed_at IS NULL)),
      CHECK ((state = 'redeemed') = (revenue_cents IS NOT NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX claim_key ON claim (idempotency_key) WHERE idempotency_key IS NOT NULL",
    "CREATE UNIQUE INDEX claim_open ON claim (offer_id, ifnull(person_id, -session_id)) WHERE state = 'open'",
    "CREATE INDEX claim_due ON claim (expires_at) WHERE state = 'open'",
    "CREATE INDEX claim_person ON claim (person_id) WHERE person_id IS NOT NULL",
  ]
}
