extension Migration {
  /// Version 1: the town, its map, its weather, and what changed when.
  static let worldTables = [
    """
    CREATE TABLE world (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      kind TEXT NOT NULL CHECK (kind IN ('demo', 'live')),
      name TEXT NOT NULL,
      zone TEXT NOT NULL,
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      seed INTEGER NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE place (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
      longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
      zone TEXT NOT NULL,
      hourly_rate_cents INTEGER CHECK (hourly_rate_cents >= 0),
      capacity INTEGER CHECK (capacity >= 0)
    ) STRICT
    """,
    """
    CREATE TABLE street (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('coast', 'main', 'street')),
      -- latitude and longitude in turn, 8 bytes each, little-endian IEEE 754
      points BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE weather (
      starts_at INTEGER PRIMARY KEY,
      -- NULL from here on unknown
      kind TEXT CHECK (kind IN ('clear', 'cloudy', 'rain', 'storm', 'hot', 'cold')),
      temperature INTEGER
    ) STRICT
    """,
    """
    CREATE TABLE profile (
      id INTEGER NOT NULL,
      version INTEGER NOT NULL CHECK (version >= 1),
      temporal REAL NOT NULL,
      spatial REAL NOT NULL,
      value REAL NOT NULL,
      capacity REAL NOT NULL,
      affinity REAL NOT NULL,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (id, version)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE revision (
      topic TEXT PRIMARY KEY,
      n INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    INSERT INTO revision (topic, n)
    VALUES ('world', 0), ('partners', 0), ('offers', 0), ('capacity', 0), ('people', 0), ('sessions', 0),
      ('claims', 0), ('log', 0)
    """,
  ]
}
