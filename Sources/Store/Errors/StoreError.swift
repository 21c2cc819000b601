import Core

/// Why the store could not do what it was asked. The sentence for people is made in `StoreErrorSentence.swift`.
package enum StoreError: Error, Hashable, Sendable {
  /// What SQLite said of one statement.
  package struct Failure: Hashable, Sendable {
    /// The statement, without its values.
    package let sql: String
    /// SQLite's extended result code.
    package let code: Int32
    package let message: String

    package init(sql: String, code: Int32, message: String) {
      self.sql = sql
      self.code = code
      self.message = message
    }
  }

  /// There is no file at the path.
  case missing(path: String)
  /// There is a file where a new one should be made.
  case exists(path: String)
  /// The file cannot be opened, for want of a folder or a permission.
  case cannotOpen(path: String, message: String)
  /// There is a folder where the database should be.
  case isFolder(path: String)
  /// The file, or the folder it lies in, may not be read by this user.
  case unreadable(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a SQLite database of another program.
  case foreign(path: String)
  /// The file, or a value in it, contradicts itself.
  case corrupt(detail: String)
  /// Written by a later version of the program.
  case newer(version: Int, known: Int)
  /// Written by an earlier version, and opened only for reading.
  case older(version: Int, known: Int)
  /// The file or its disk takes no writes.
  case readOnly
  /// Others held the lock longer than the longest wait.
  case locked(waited: TimeSpan)
  case diskFull
  /// A rule of the schema was broken.
  case constraint(Failure)
  /// Any other failure of SQLite.
  case sqlite(Failure)
  /// A stored text that is none of the known ones.
  case unknownText(column: String, text: String)
  /// The program used the store in a way it does not allow.
  case misuse(String)

  /// There is no such thing; `name` is its number or code.
  case notFound(what: String, name: String)
  /// Not allowed to this actor or on this database.
  case refused(code: String, sentence: String)
  /// Against the state things are in.
  case conflict(code: String, sentence: String)
  /// Beyond a limit, a capacity or a budget.
  case exhausted(code: String, sentence: String)
  case invalid(InvalidInput)
}

extension StoreError {
  /// There is no `what` with this id.
  static func notFound<Entity>(_ what: String, _ id: ID<Entity>) -> StoreError {
    .notFound(what: what, name: id.description)
  }

  /// There is no time zone of that name.
  static func unknownZone(_ name: String, field: String = "zone") -> StoreError {
    .invalid(
      InvalidInput(field: field, "knows no time zone '\(name.prefix(60))'; use a name such as America/Cayman"))
  }

  /// The time zone of something stored is none this machine knows: a fault of the file, or of the machine's own data.
  static func unknownStoredZone(_ name: String) -> StoreError {
    .corrupt(detail: "it names the time zone '\(name.prefix(60))', which this machine does not know")
  }

  /// Runs a check of the engine and passes its refusal on as a store error.
  static func checking<Result>(_ body: () throws(InvalidInput) -> Result) throws(StoreError) -> Result {
    do {
      return try body()
    } catch {
      throw .invalid(error)
    }
  }
}
