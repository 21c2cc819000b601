import Core
import Glibc
import Store

/// Where databases are (contract.md, "Files").
struct DatabaseFiles {
  private let environment: Environment

  init(_ environment: Environment) {
    self.environment = environment
  }

  /// The default file.
  var standard: String { folder + "/opportune.db" }

  /// The demo's own file.
  var demo: String { folder + "/demo.db" }

  /// `opportune` under the XDG data folder.
  private var folder: String {
    let data = environment["XDG_DATA_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
    return (data ?? (environment["HOME"] ?? ".") + "/.local/share") + "/opportune"
  }

  /// A path as a person would write it: what is below the home folder begins with `~`.
  func title(of path: String) -> String {
    guard let home = environment["HOME"], home != "/", path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  /// - Throws: ``Failure`` if neither variable says where data is kept.
  func checkFolder() throws(Failure) {
    guard environment["HOME"] == nil, !(environment["XDG_DATA_HOME"]?.hasPrefix("/") ?? false) else { return }
    throw Failure(
      .invalid, code: "no_home", "HOME and XDG_DATA_HOME are not set; set one, or name the file with --database",
      field: "HOME")
  }

  /// Makes the folders a file of ours needs; a path that somebody names must have its folder.
  /// - Throws: ``Failure`` if that is not possible.
  func makeFolder(for path: String) throws(Failure) {
    guard path == standard || path == demo else { return }
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: true) {
      made += (made.isEmpty && !folder.hasPrefix("/") ? "" : "/") + part
      guard mkdir(made, 0o700) == 0 || errno == EEXIST || access(made, F_OK) == 0 else {
        throw Failure(
          .failed, code: "cannot_open", "cannot make the folder \(made): \(String(cString: strerror(errno)))")
      }
    }
  }
}

extension Invocation {
  /// The file this run is about: by flag, by environment, or the default.
  /// - Throws: ``Failure`` if nothing says where the default is.
  var databasePath: String {
    get throws(Failure) { try databasePath(default: \.standard) }
  }

  /// The same with another default.
  func databasePath(default file: KeyPath<DatabaseFiles, String>) throws(Failure) -> String {
    let files = DatabaseFiles(environment)
    if let path = globals.database { return path }
    if !globals.demo, let path = environment["OPPORTUNE_DATABASE"] { return path }
    try files.checkFolder()
    return globals.demo ? files.demo : files[keyPath: file]
  }

  /// - Throws: ``Failure`` if this run may only read.
  func demandWriting() throws(Failure) {
    guard globals.readOnly else { return }
    if globals.identity.role == .analyst {
      throw Failure(.notAllowed, code: "not_allowed", "this changes something, and an analyst only reads")
    }
    throw Failure(
      .notAllowed, code: "read_only",
      "this changes something, and the database was opened read-only; leave out --read-only",
      field: "--read-only")
  }

  /// Opens the file.
  /// - Throws: ``Failure`` or ``StoreError``; a missing file says how to make one.
  func store(readOnly: Bool = false) throws -> Store {
    if !readOnly { try demandWriting() }
    let path = try databasePath
    let files = DatabaseFiles(environment)
    if path == files.standard, access(path, F_OK) != 0, access(files.demo, F_OK) == 0 {
      throw Failure(
        .notFound, code: "not_found",
        "there is no database at \(path); use the demo with --demo, or make one with 'opportune database create'")
    }
    return try open(path, readOnly: readOnly)
  }

  /// Opens a file for whoever acts.
  /// - Throws: ``StoreError``; also for a partner's key that opens nothing.
  func open(_ path: String, readOnly: Bool) throws(StoreError) -> Store {
    let store = try Store.open(at: path, readOnly: readOnly, now: now, zones: SystemZones.zones)
    try admit(to: store)
    return store
  }
}
