import CSQLite
import Core
import Glibc

extension StoreError {
  /// What happened and what to do next, as one sentence for people.
  package var sentence: String {
    switch self {
    case .missing(let path):
      "there is no database at \(path); make one with 'opportune database create' or 'opportune demo init'"
    case .exists(let path):
      "there is already a file at \(path); choose another path or move it away"
    case .cannotOpen(let path, let message):
      "cannot open \(path) (\(message)); check that its folder exists and that you may write there"
    case .isFolder(let path):
      "\(path) is a folder; give the path of a database in it"
    case .unreadable(let path):
      "\(path) may not be read by you; ask its owner, or choose another file"
    case .notADatabase(let path):
      "\(path) is not a database; choose another file"
    case .foreign(let path):
      "\(path) is a database of another program; choose another file"
    case .corrupt(let detail):
      "the database is damaged (\(detail)); run 'opportune database check' and restore a backup"
    case .newer(let version, let known):
      "the database has schema version \(version), this program knows up to \(known); update the program"
    case .older(let version, let known):
      "the database has schema version \(version) of \(known); run 'opportune database migrate'"
    case .readOnly:
      "the database takes no writes; check the permissions of the file and its folder"
    case .locked(let waited):
      "another program has been writing for \(waited.milliseconds / 100 * 100) ms; try again"
    case .diskFull:
      "the disk is full; nothing was written, make room and try again"
    case .constraint(let failure), .sqlite(let failure):
      "the database refused (\(failure.message)); run 'opportune database check'"
    case .unknownText(let column, let text):
      "the database holds the unknown value '\(text.prefix(40))' in \(column); run 'opportune database check'"
    case .misuse(let what):
      "the program used its database wrongly (\(what)); please report it"
    case .notFound(let what, let name):
      "there is no \(what) \(name); \(Self.advice(toFind: what))"
    case .refused(_, let sentence), .conflict(_, let sentence), .exhausted(_, let sentence):
      sentence
    case .invalid(let input):
      input.description
    }
  }

  /// What is wrong, without what to do about it: one finding of a check.
  var finding: String {
    switch self {
    case .corrupt(let detail): detail
    case .constraint(let failure), .sqlite(let failure): failure.message
    case .unknownText(let column, let text): "\(column) holds the unknown value '\(text.prefix(40))'"
    case .notFound(let what, let name): "there is no \(what) \(name)"
    default: sentence
    }
  }

  /// The command that shows what there is.
  private static func advice(toFind what: String) -> String {
    switch what {
    case "offer", "person", "session": "see 'opportune \(what) list'"
    case "rule", "watch", "alert", "listing": "see 'opportune \(what) list'"
    case "partner": "see 'opportune partner list'"
    case "command": "see 'opportune audit'"
    case "decision": "'opportune discover' tells the number of each"
    default: "check it and try again"
    }
  }

  /// The machine-readable kind, the `code` of an error document.
  package var code: String {
    switch self {
    case .missing, .notFound: "not_found"
    case .exists: "exists"
    case .cannotOpen, .isFolder, .unreadable: "cannot_open"
    case .notADatabase, .foreign: "not_a_database"
    case .corrupt, .unknownText: "corrupt"
    case .newer: "newer_schema"
    case .older: "older_schema"
    case .readOnly: "read_only"
    case .locked: "locked"
    case .diskFull: "disk_full"
    case .constraint: "constraint"
    case .sqlite: "storage"
    case .misuse: "internal"
    case .refused(let code, _), .conflict(let code, _), .exhausted(let code, _): code
    case .invalid(let input): input.code.rawValue
    }
  }

  /// The field of the input that is wrong; nil where it is not a matter of input.
  package var field: String? {
    if case .invalid(let input) = self { input.field } else { nil }
  }

  /// The exit status: 1 failed, 2 invalid, 3 not found, 4 not allowed, 5 conflict, 6 exhausted.
  package var exitStatus: Int32 {
    switch self {
    case .cannotOpen, .isFolder, .unreadable, .notADatabase, .foreign, .corrupt, .newer, .older, .readOnly, .locked,
      .diskFull, .constraint, .sqlite, .unknownText, .misuse:
      1
    case .invalid: 2
    case .missing, .notFound: 3
    case .refused: 4
    case .exists, .conflict: 5
    case .exhausted: 6
    }
  }
}

extension StoreError.Failure {
  /// The error this failure stands for, by SQLite's primary result code.
  /// - Parameters:
  ///   - path: the file of the connection.
  ///   - systemError: the `errno` behind an input or output error, 0 for none.
  func error(path: String, waited: TimeSpan, systemError: Int32) -> StoreError {
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: .locked(waited: waited)
    case SQLITE_FULL: .diskFull
    case SQLITE_READONLY: .readOnly
    case SQLITE_CORRUPT: .corrupt(detail: message)
    case SQLITE_NOTADB: .notADatabase(path: path)
    case SQLITE_IOERR, SQLITE_CANTOPEN:
      // Even reading makes a file, the shared memory beside the log.
      [ENOSPC, EDQUOT].contains(systemError) ? .diskFull : .sqlite(self)
    case SQLITE_CONSTRAINT: .constraint(self)
    default: .sqlite(self)
    }
  }
}
