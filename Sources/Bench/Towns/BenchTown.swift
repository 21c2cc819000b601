import Core
import Glibc
import Store

/// The demo towns of the benchmarks. The program makes each once; it is kept in ``Folder`` under its size and schema.
/// Removing that folder makes them anew, which a changed demo needs.
enum BenchTown: String, Sendable {
  case small, standard, huge

  /// A copy of the town that a benchmark may write to.
  func copy() throws -> WorkingCopy {
    try WorkingCopy(of: made())
  }

  /// The path of the town as it was made, which nothing writes to.
  func made() throws -> String {
    try Folder.make()
    let path = "\(Folder.path)/\(rawValue)-\(try Self.schema()).db"
    if access(path, F_OK) == 0 { return path }
    for old in Folder.files(beginning: "\(rawValue)-") { unlink(old) }
    if self != .small { Complaints.write("making the \(rawValue) demo town once, in \(path); huge takes some minutes") }
    let arguments = ["demo", "init", "--size", rawValue, "--database", path, "--seed", "1"] + Moment.flags
    let result = try ChildProcess(Program.path(), arguments, errors: .shared).wait()
    guard result.status == 0 else { throw BenchFailure("the \(rawValue) demo town could not be made") }
    return path
  }

  /// A name for the schema: FNV-1a in 32 bits (Fowler, Noll and Vo 1991) of the statements that make it.
  static func schema() throws -> String {
    guard let centre = Coordinate(latitude: 0, longitude: 0) else { throw BenchFailure("there is no such place") }
    let empty = try Store.inMemory(
      kind: .demo, name: "Bench", zone: "UTC", centre: centre, now: Moment.now, zones: Moment.zones)
    let sum = try empty.schemaStatements().joined().utf8.reduce(2_166_136_261 as UInt32) {
      ($0 ^ UInt32($1)) &* 16_777_619
    }
    return String(sum, radix: 16)
  }
}

/// A database of one benchmark's own, gone when nobody holds it any more.
final class WorkingCopy: Sendable {
  let path: String

  /// Copies a database that nobody writes to; on disk when this returns, so that no later flush pays for it.
  init(of original: String) throws {
    path = "\(Folder.path)/work-\(getpid())-\(UInt32.random(in: 0 ... .max)).db"
    let source = open(original, O_RDONLY | O_CLOEXEC)
    let target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    defer {
      close(source)
      close(target)
    }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = read(source, &bytes, bytes.count)
    while count > 0, write(target, bytes, count) == count { count = read(source, &bytes, bytes.count) }
    guard count == 0, fsync(target) == 0 else { throw BenchFailure(call: "copying \(original)") }
  }

  deinit {
    for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
  }

  /// Opens it for reading and writing.
  func store() throws -> Store {
    try Store.open(at: path, now: Moment.now, zones: Moment.zones)
  }

  /// Removes what this run has made; what the program holds to its end is never let go of by itself.
  static func removeOwn() {
    for file in Folder.files(beginning: "work-\(getpid())-") { unlink(file) }
  }

  /// Removes what runs that were killed have left.
  static func removeLeft() {
    for file in Folder.files(beginning: "work-") {
      let process = file.dropFirst("\(Folder.path)/work-".count).prefix { $0.isNumber }
      if let id = Int32(process), kill(id, 0) != 0, errno == ESRCH { unlink(file) }
    }
  }
}
