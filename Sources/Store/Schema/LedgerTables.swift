extension Migration {
  /// Version 2: money, by double entry: the lines of every entry sum to zero, and nothing is ever changed or removed.
  static let ledgerTables =
    [
      """
      CREATE TABLE ledger_entry (
        id INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        partner_id INTEGER NOT NULL REFERENCES partner (id),
        -- year x 100 + month on the partner's clock; the first open one where the entry's own month is closed
        period INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
        kind TEXT NOT NULL CHECK (kind = 'redemption' OR kind = 'refund' OR kind = 'settlement'),
        claim_id INTEGER,
        -- the redeemed value the commission is of; below zero for a refund
        base_cents INTEGER NOT NULL,
        commission_basis_points INTEGER NOT NULL CHECK (commission_basis_points BETWEEN 0 AND 10000),
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        actor TEXT NOT NULL,
        note TEXT,
        CHECK ((claim_id IS NULL) = (kind = 'settlement'))
      ) STRICT
      """,
      "CREATE INDEX ledger_entry_period ON ledger_entry (partner_id, period, id)",
      "CREATE INDEX ledger_entry_at ON ledger_entry (partner_id, at)",
      "CREATE UNIQUE INDEX ledger_entry_redemption ON ledger_entry (claim_id) WHERE kind = 'redemption'",
      "CREATE INDEX ledger_entry_claim ON ledger_entry (claim_id) WHERE claim_id IS NOT NULL",
      """
      CREATE TABLE ledger_line (
        entry_id INTEGER NOT NULL REFERENCES ledger_entry (id),
        account TEXT NOT NULL CHECK (
          account = 'commission_due' OR account = 'commission_earned' OR account = 'commission_settled'),
        -- a debit above zero, a credit below
        amount_cents INTEGER NOT NULL,
        PRIMARY KEY (entry_id, account)
      ) STRICT, WITHOUT ROWID
      """,
      """
      -- what a partner's period adds up to, kept in the transaction that writes the entries
      CREATE TABLE ledger_period (
        partner_id INTEGER NOT NULL REFERENCES partner (id),
        period INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
        redemptions INTEGER NOT NULL,
        refunds INTEGER NOT NULL,
        base_cents INTEGER NOT NULL,
        commission_cents INTEGER NOT NULL,
        PRIMARY KEY (partner_id, period)
      ) STRICT, WITHOUT ROWID
      """,
      """
      CREATE TABLE settlement (
        id INTEGER PRIMARY KEY,
        partner_id INTEGER NOT NULL REFERENCES partner (id),
        -- as it was called then, so that a closed statement never changes
        partner_name TEXT NOT NULL,
        period INTEGER NOT NULL CHECK (period % 100 BETWEEN 1 AND 12),
        closed_at INTEGER NOT NULL,
        actor TEXT NOT NULL,
        -- the entry that carries the period's commission over; NULL where there was none
        entry_id INTEGER UNIQUE REFERENCES ledger_entry (id),
        redemptions INTEGER NOT NULL,
        refunds INTEGER NOT NULL,
        base_cents INTEGER NOT NULL,
        commission_cents INTEGER NOT NULL,
        currency TEXT NOT NULL CHECK (length(currency) = 3),
        UNIQUE (partner_id, period)
      ) STRICT
      """,
      """
      -- redemptions up to this interaction were made before there was a ledger, and are in none
      CREATE TABLE ledger_start (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        interaction_id INTEGER NOT NULL
      ) STRICT
      """,
      """
      INSERT INTO ledger_start (id, interaction_id)
      SELECT 1, ifnull(max(id), 0)
        FROM interaction
      """,
    ] + ["ledger_entry", "ledger_line", "settlement"].flatMap(appendOnly)

  private static func appendOnly(_ table: String) -> [String] {
    ["DELETE", "UPDATE"].map { change in
      """
      CREATE TRIGGER \(table)_refuses_\(change.lowercased()) BEFORE \(change) ON \(table)
      BEGIN
        SELECT RAISE (ABORT, 'the ledger is append-only');
      END
      """
    }
  }
}
