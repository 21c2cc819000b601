import CSQLite
import Core
import Glibc

/// Opening files: the one place that knows SQLite's flags and its special cases.
enum DatabaseFile {
  /// A handle without locks of its own.
  static func open(_ path: String, _ mode: Connection.Mode) throws(StoreError) -> OpaquePointer {
    let handle =
      switch mode {
      case .create: try open(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)
      case .readWrite: try open(path, SQLITE_OPEN_READWRITE)
      case .readOnly: try open(path, SQLITE_OPEN_READONLY)
      case .memory: try open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY)
      }
    guard mode == .readOnly || mode == .readWrite, needsUnchangingFile(handle, path) else { return handle }
    sqlite3_close_v2(handle)
    return try open(uri(path) + "?immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI)
  }

  private static func open(_ path: String, _ flags: Int32) throws(StoreError) -> OpaquePointer {
    var handle: OpaquePointer?
    let code = sqlite3_open_v2(path, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let handle else {
      let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? "error \(code)"
      sqlite3_close_v2(handle)
      throw .cannotOpen(path: path, message: message)
    }
    return handle
  }

  /// A file in a folder that takes no writes cannot have the shared memory beside it that readers and writers meet in.
  /// Without a log to read it can still be read, as a file that nobody changes.
  private static func needsUnchangingFile(_ handle: OpaquePointer, _ path: String) -> Bool {
    let code = sqlite3_exec(handle, "PRAGMA schema_version", nil, nil, nil)
    var status = stat()
    let hasLog = stat(path + "-wal", &status) == 0 && status.st_size > 0
    return (code & 0xFF == SQLITE_CANTOPEN || code & 0xFF == SQLITE_READONLY) && !hasLog
  }

  /// A path as a URI: everything that is not plain is escaped.
  private static func uri(_ path: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = Array("file:".utf8)
    for byte in path.utf8 {
      if plain.contains(byte) {
        bytes.append(byte)
      } else {
        bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
