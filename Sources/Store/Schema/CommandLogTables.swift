extension Migration {
  /// Version 2: every edit a person makes, with its inverse: the audit trail, and what undo and redo go by.
  static let commandLogTables = [
    """
    CREATE TABLE command_log (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      actor TEXT NOT NULL,
      -- what was done, by the command's name: offer edit, partner add, undo
      verb TEXT NOT NULL,
      subject_kind TEXT NOT NULL,
      subject_id INTEGER NOT NULL,
      -- whose thing it is, for a partner's own trail; NULL for what is no partner's
      partner_id INTEGER,
      -- the subject's version before and after; NULL where there was none, or where nothing can be undone
      version_before INTEGER,
      version_after INTEGER,
      -- the version whose facts version_after has, where an undo or a redo brought them back
      facts_of INTEGER,
      -- the subject as JSON before and after, where its versions are not kept in a table of their own
      before TEXT,
      after TEXT,
      -- a few words for people: the reason of a rejection, the amount of a refund
      note TEXT,
      -- the command that this one takes back
      undoes INTEGER UNIQUE REFERENCES command_log (id)
    ) STRICT
    """,
    "CREATE INDEX command_log_actor ON command_log (actor, id)",
    "CREATE INDEX command_log_subject ON command_log (subject_kind, subject_id, id)",
    "CREATE INDEX command_log_partner ON command_log (partner_id, id) WHERE partner_id IS NOT NULL",
    """
    CREATE TRIGGER command_log_keeps_rows BEFORE DELETE ON command_log
    BEGIN
      SELECT RAISE (ABORT, 'the command log is append-only');
    END
    """,
    """
    -- the one change allowed: what an erased person asked for passes to a pseudonym and is no more said
    CREATE TRIGGER command_log_keeps_facts BEFORE UPDATE ON command_log
    WHEN (
      old.subject_kind = 'preferences' AND old.subject_id > 0 AND new.subject_id < -1000000000000
      AND new.before IS NULL AND new.after IS NULL AND new.note IS NULL
      AND new.id = old.id AND new.at = old.at AND new.actor = old.actor AND new.verb = old.verb
      AND new.subject_kind = old.subject_kind AND new.partner_id IS old.partner_id
      AND new.version_before IS NULL AND new.version_after IS NULL AND new.facts_of IS NULL
      AND new.undoes IS old.undoes) IS NOT TRUE
    BEGIN
      SELECT RAISE (ABORT, 'the command log is append-only');
    END
    """,
    "INSERT INTO revision (topic, n) VALUES ('commands', 0), ('keys', 0), ('ledger', 0)",
  ]
}
