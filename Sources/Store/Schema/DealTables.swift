extension Migration {
  /// Version 5: things for sale elsewhere with their prices, what people want to be told of, and what they were told.
  static let dealTables = listingTables + ruleTables + watchTables + alertTables + dealLogRules

  private static let listingTables = [
    """
    CREATE TABLE listing (
      id INTEGER PRIMARY KEY CHECK (id > 0),
      -- where it is for sale, and its name there
      source TEXT NOT NULL,
      external_id TEXT NOT NULL,
      -- each new or changed listing gets the next number, in the transaction that matches it
      ingest_seq INTEGER NOT NULL UNIQUE CHECK (ingest_seq > 0),
      title TEXT NOT NULL,
      -- one a line
      tags TEXT NOT NULL,
      price_cents INTEGER CHECK (price_cents >= 0),
      currency TEXT CHECK (length(currency) = 3),
      -- 1 at first; every drop of the price begins the next
      price_epoch INTEGER NOT NULL DEFAULT 1 CHECK (price_epoch >= 1),
      category TEXT,
      condition TEXT CHECK (condition IN ('new', 'like_new', 'excellent', 'good', 'fair', 'parts')),
      place TEXT,
      latitude REAL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      seller TEXT,
      seller_rating REAL CHECK (seller_rating BETWEEN 0 AND 5),
      url TEXT,
      image_url TEXT,
      posted_at INTEGER,
      first_seen_at INTEGER NOT NULL,
      -- when a file last had it
      seen_at INTEGER NOT NULL,
      -- as it was when this number of ingest_seq was given; NULL is unknown
      deal_score REAL CHECK (deal_score BETWEEN 0 AND 1),
      -- the lowest number among listings of the same item; NULL where there is no other
      group_id INTEGER,
      -- of the title's folded words, the category and the currency: what listings of the same item share; NULL where there
      -- is no price, or no word, to know it by
      item_hash INTEGER,
      -- last, since it may be long
      description TEXT NOT NULL,
      UNIQUE (source, external_id),
      CHECK ((latitude IS NULL) = (longitude IS NULL)),
      CHECK ((price_cents IS NULL) = (currency IS NULL)),
      CHECK (first_seen_at <= seen_at)
    ) STRICT
    """,
    """
    CREATE INDEX listing_comparable ON listing (category, condition, currency, price_cents)
    WHERE price_cents IS NOT NULL
    """,
    "CREATE INDEX listing_item ON listing (item_hash) WHERE item_hash IS NOT NULL",
    "CREATE INDEX listing_group ON listing (group_id) WHERE group_id IS NOT NULL",
    "CREATE INDEX listing_category ON listing (category) WHERE category IS NOT NULL",
    "CREATE INDEX listing_first_seen ON listing (first_seen_at)",
    """
    -- every price a listing had, from its instant on
    CREATE TABLE listing_price (
      listing_id INTEGER NOT NULL REFERENCES listing (id),
      at INTEGER NOT NULL,
      -- NULL: from here on it named no price
      price_cents INTEGER CHECK (price_cents >= 0),
      currency TEXT CHECK (length(currency) = 3),
      PRIMARY KEY (listing_id, at),
      CHECK ((price_cents IS NULL) = (currency IS NULL))
    ) STRICT, WITHOUT ROWID
    """,
    """
    -- how far a sweep has looked for alerts that are missing
    CREATE TABLE sweep (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      at INTEGER,
      ingest_seq INTEGER NOT NULL
    ) STRICT
    """,
    "INSERT INTO sweep (id, ingest_seq) VALUES (1, 0)",
    "INSERT INTO revision (topic, n) VALUES ('listings', 0), ('rules', 0), ('alerts', 0)",
  ]

  /// What a listing must be to meet a rule, or the search of a watch.
  private static let terms =
    """
    -- as in a rule line, one a line; any of these, none of those
      keywords TEXT NOT NULL,
      excludes TEXT NOT NULL,
      -- one a line
      categories TEXT NOT NULL,
      condition TEXT,
      min_condition TEXT,
      min_price_cents INTEGER CHECK (min_price_cents >= 0),
      max_price_cents INTEGER CHECK (max_price_cents >= 0),
      currency TEXT CHECK (length(currency) = 3),
      latitude REAL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL CHECK (longitude BETWEEN -180 AND 180),
      radius REAL CHECK (radius >= 0),
      radius_unit TEXT CHECK (radius_unit IN ('mi', 'km')),
      -- as it was named; NULL where it was given as a position
      place TEXT,
      min_deal_score REAL CHECK (min_deal_score BETWEEN 0 AND 1)
    """

  private static let ruleTables = [
    """
    -- a number is never given again: alerts keep the number of a rule that is gone
    CREATE TABLE alert_rule (
      id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
      version INTEGER NOT NULL CHECK (version >= 1),
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      name TEXT NOT NULL,
      is_enabled INTEGER NOT NULL CHECK (is_enabled IN (0, 1)),
      is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
      \(terms),
      -- names with a comma between; none is every channel of the person
      channels TEXT NOT NULL,
      -- NULL is as the person has it
      frequency TEXT CHECK (frequency IN ('immediate', 'daily', 'weekly')),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      last_triggered_at INTEGER,
      -- it matches only listings of later numbers
      from_seq INTEGER NOT NULL,
      UNIQUE (person_id, name)
    ) STRICT
    """
  ]

  private static let watchTables = [
    """
    CREATE TABLE watch (
      id INTEGER PRIMARY KEY AUTOINCREMENT CHECK (id > 0),
      version INTEGER NOT NULL CHECK (version >= 1),
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      -- the listing it watches; NULL where it watches what a search finds
      listing_id INTEGER REFERENCES listing (id),
      -- the search as a rule line
      search TEXT,
      \(terms),
      threshold_cents INTEGER NOT NULL CHECK (threshold_cents >= 0),
      threshold_currency TEXT NOT NULL CHECK (length(threshold_currency) = 3),
      created_at INTEGER NOT NULL,
      CHECK ((listing_id IS NULL) = (search IS NOT NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX watch_listing ON watch (listing_id, person_id) WHERE listing_id IS NOT NULL",
    "CREATE UNIQUE INDEX watch_search ON watch (person_id, search) WHERE search IS NOT NULL",
    "CREATE INDEX watch_person ON watch (person_id)",
    """
    -- what a watch said of a listing; none where it never spoke
    CREATE TABLE watch_state (
      watch_id INTEGER NOT NULL REFERENCES watch (id) ON DELETE CASCADE,
      listing_id INTEGER NOT NULL REFERENCES listing (id),
      -- speaks when the price is next at or under the threshold
      is_armed INTEGER NOT NULL CHECK (is_armed IN (0, 1)),
      -- how often it spoke
      triggers INTEGER NOT NULL CHECK (triggers >= 0),
      triggered_at INTEGER,
      PRIMARY KEY (watch_id, listing_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX watch_state_listing ON watch_state (listing_id)",
  ]

  private static let alertTables = [
    """
    CREATE TABLE alert (
      id INTEGER PRIMARY KEY,
      person_id INTEGER NOT NULL REFERENCES person (id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('deal', 'price', 'more', 'digest')),
      -- what raised it, which may be gone by now, and what that was called
      rule_id INTEGER,
      watch_id INTEGER,
      origin TEXT NOT NULL,
      listing_id INTEGER REFERENCES listing (id),
      price_epoch INTEGER,
      -- the how many-th time the watch spoke of this listing
      trigger_number INTEGER,
      price_cents INTEGER,
      currency TEXT,
      -- one a line
      matched_words TEXT NOT NULL,
      at INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (
        state IN ('queued', 'held', 'digest', 'sent', 'dropped', 'collapsed', 'cancelled')),
      due_at INTEGER NOT NULL,
      decided_at INTEGER,
      reason_code TEXT,
      reason TEXT,
      read_at INTEGER,
      snoozed_until INTEGER,
      -- how many stand behind an 'and 12 more'
      more_count INTEGER CHECK (more_count >= 1),
      collapsed_into INTEGER REFERENCES alert (id),
      digest_id INTEGER,
      CHECK ((kind = 'deal') = (price_epoch IS NOT NULL)),
      CHECK ((kind = 'price') = (trigger_number IS NOT NULL)),
      CHECK ((kind IN ('deal', 'price')) = (listing_id IS NOT NULL)),
      CHECK ((kind = 'more') = (more_count IS NOT NULL))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX alert_deal ON alert (rule_id, listing_id, price_epoch) WHERE kind = 'deal'",
    "CREATE UNIQUE INDEX alert_price ON alert (watch_id, listing_id, trigger_number) WHERE kind = 'price'",
    "CREATE INDEX alert_due ON alert (due_at) WHERE state = 'queued' OR state = 'held'",
    "CREATE INDEX alert_person ON alert (person_id, at)",
    "CREATE INDEX alert_unread ON alert (person_id) WHERE state = 'sent' AND read_at IS NULL",
    "CREATE INDEX alert_rule_at ON alert (rule_id, at) WHERE rule_id IS NOT NULL",
    "CREATE INDEX alert_watch_at ON alert (watch_id, at) WHERE watch_id IS NOT NULL",
    "CREATE INDEX alert_listing ON alert (listing_id) WHERE listing_id IS NOT NULL",
    "CREATE INDEX alert_collapsed ON alert (collapsed_into) WHERE collapsed_into IS NOT NULL",
    """
    CREATE TABLE alert_delivery (
      alert_id INTEGER NOT NULL REFERENCES alert (id) ON DELETE CASCADE,
      channel TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('sent', 'waiting', 'skipped')),
      at INTEGER NOT NULL,
      reason TEXT,
      PRIMARY KEY (alert_id, channel)
    ) STRICT, WITHOUT ROWID
    """,
  ]

  /// Rules and watches of an erased person are no more said in the command log, as their preferences.
  private static let dealLogRules = [
    "DROP TRIGGER command_log_keeps_facts",
    """
    -- the one change allowed: what an erased person asked for is no more said, and their own number is a pseudonym
    CREATE TRIGGER command_log_keeps_facts BEFORE UPDATE ON command_log
    WHEN (
      (old.subject_kind = 'preferences' AND old.subject_id > 0 AND new.subject_id < -1000000000000
       OR old.subject_kind IN ('rule', 'watch') AND new.subject_id = old.subject_id)
      AND new.before IS NULL AND new.after IS NULL AND new.note IS NULL
      AND new.id = old.id AND new.at = old.at AND new.actor = old.actor AND new.verb = old.verb
      AND new.subject_kind = old.subject_kind AND new.partner_id IS old.partner_id
      AND new.version_before IS NULL AND new.version_after IS NULL AND new.facts_of IS NULL
      AND new.undoes IS old.undoes) IS NOT TRUE
    BEGIN
      SELECT RAISE (ABORT, 'the command log is append-only');
    END
    """,
  ]
}
